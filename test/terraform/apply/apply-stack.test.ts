import { describe, expect, test } from '@jest/globals'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { satisfies } from 'semver'
import { ephemeralVariables } from '../../../src/terraform/review/ephemeral-variables.ts'
import type { TerraformBinary } from '../../../src/terraform/tool.ts'
import { readScenario } from '../../lab/plans.ts'
import { terraformTools } from '../../lab/terraform-tools.ts'
import { holdLock, must, program, scratch, stackIn, testPorts, write } from '../support.ts'
import { applySavedPlan } from '../../../src/terraform/apply/apply-stack.ts'
import { applied, planned, plannedScenario, ready, rows, stackOf, subject } from './support.ts'

const tools = terraformTools(process.env)

/** What the plan of a scenario has, and with which words it is done. */
const SCENARIOS: readonly (readonly [string, readonly string[]])[] = [
  [
    'every-action',
    [
      'data.terraform_remote_state.other read done',
      'terraform_data.created create done',
      'terraform_data.deleted delete done',
      'terraform_data.replaced replace done',
      'terraform_data.replaced_new_first replace done',
      'terraform_data.updated update done',
    ],
  ],
  [
    'moves',
    [
      'module.box.terraform_data.content move done',
      'module.new.terraform_data.content move done',
      'terraform_data.changed_too update done',
      'terraform_data.is_replaced_too replace done',
      'terraform_data.new_name move done',
      'terraform_data.single["first"] move done',
    ],
  ],
  ['moves-only', ['terraform_data.new_name move done']],
  ['import', ['terraform_data.found import done', 'terraform_data.found_and_changed update done']],
  ['import-only', ['terraform_data.found import done']],
  [
    'deposed',
    [
      'terraform_data.quiet 4e5f6071 delete done',
      'terraform_data.server 0a1b2c3d delete done',
      'terraform_data.server update done',
    ],
  ],
  ['forget', ['terraform_data.destroyed delete done', 'terraform_data.forgotten forget done']],
  ['forget-only', ['terraform_data.forgotten forget done']],
  [
    'replace-and-forget',
    ['terraform_data.database replace, keep old done', 'terraform_data.gone forget done'],
  ],
  ['outputs-only', []],
  ['no-change', []],
  ['refresh-only', []],
  // A data source of a check that cannot be read: a warning, and a good end.
  ['checks', ['data.terraform_remote_state.nowhere read failed', 'terraform_data.new create done']],
]

const runsOn = (name: string, { tool, version }: TerraformBinary): boolean => {
  const range = readScenario(name).versions
  return range === undefined || satisfies(version, range[tool] ?? '<0')
}

describe.each(tools)('$tool $version', (binary) => {
  const isNew = binary.version !== '1.5.7'

  test.each(SCENARIOS.filter(([name]) => runsOn(name, binary)))(
    '%s: all is accounted for, and green',
    async (name, expected) => {
      await using folder = await scratch()
      const run = stackIn(join(folder.path, 'stack'), binary)
      await mkdir(run.directory)
      const plan = await plannedScenario(name, run)
      const apply = await applied(run, plan)
      expect(apply.failure).toBeUndefined()
      expect(rows(apply)).toEqual(expected)
      expect(apply.lockLeft).toBeUndefined()
      const outputs = JSON.parse(await must(run, 'output', '-json')) as Record<
        string,
        { value: unknown; sensitive: boolean }
      >
      expect(Object.keys(apply.outputs ?? {}).sort()).toEqual(Object.keys(outputs).sort())
      for (const [key, { value, sensitive }] of Object.entries(outputs))
        expect(apply.outputs?.[key]).toEqual({ value, sensitive })
      // The same plan once more is stale where the first one has written a state.
      const again = await applied(run, plan)
      if (again.failure !== undefined) {
        expect(again).toMatchObject({ stale: true, failure: { phase: 'apply', cause: 'policy' } })
        expect(rows(again).filter((row) => !row.includes('not-begun'))).toEqual([])
      } else expect(['no-change']).toContain(name)
    },
    30_000,
  )

  test('half way: what is done, what failed, what never began; the outputs there are; and the next plan does the rest', async () => {
    await using folder = await scratch()
    const main = (command: string): string => `
resource "terraform_data" "first" { input = "1" }
resource "terraform_data" "breaks" {
  input = terraform_data.first.id
  provisioner "local-exec" { command = ${JSON.stringify(command)} }
}
resource "terraform_data" "after" { input = terraform_data.breaks.id }
resource "terraform_data" "strict" {
  input = "2"
  lifecycle {
    precondition {
      condition     = terraform_data.first.id == ""
      error_message = "not so"
    }
  }
}
output "first" { value = terraform_data.first.input }
output "hidden" {
  value     = "a-long-secret-value"
  sensitive = true
}
`
    const directory = await stackOf(folder.path, { 'main.tf': main('exit 3') })
    const run = stackIn(directory, binary)
    await ready(run)
    const apply = await applied(run, await planned(run))
    expect(rows(apply)).toEqual([
      'terraform_data.after create not-begun',
      'terraform_data.breaks create failed',
      'terraform_data.first create done',
      'terraform_data.strict create not-begun',
    ])
    expect(apply.failure).toMatchObject({ phase: 'apply', cause: 'provider' })
    expect(apply.stale).toBe(false)
    expect(apply.diagnostics.map(({ summary }) => summary).sort()).toEqual([
      'Resource precondition failed',
      'local-exec provisioner error',
    ])
    expect(apply.outputs).toMatchObject({ hidden: { value: 'a-long-secret-value', sensitive: true } })
    await write(directory, { 'main.tf': main('true').replace('== ""', '!= ""') })
    const next = await planned(run)
    const rest = await applied(run, next)
    expect(rest.failure).toBeUndefined()
    expect(rows(rest)).toEqual([
      'terraform_data.after create done',
      'terraform_data.breaks replace done',
      'terraform_data.strict create done',
    ])
    expect(rest.outputs).toEqual({
      first: { value: '1', sensitive: false },
      hidden: { value: 'a-long-secret-value', sensitive: true },
    })
  }, 30_000)

  test('a replacement that stops in the middle: the old one is gone, and that is said', async () => {
    await using folder = await scratch()
    const main = (trigger: string, wait: string): string => `
resource "terraform_data" "gate" {
  input = "${trigger}"
  provisioner "local-exec" { command = "${wait}" }
  triggers_replace = "${trigger}"
}
resource "terraform_data" "server" {
  triggers_replace = "${trigger}"
  input = terraform_data.gate.id
}
`
    const directory = await stackOf(folder.path, { 'main.tf': main('one', 'true') })
    const run = stackIn(directory, binary)
    await ready(run)
    await applied(run, await planned(run))
    await write(directory, { 'main.tf': main('two', 'exit 1') })
    const apply = await applied(run, await planned(run))
    // The server goes first, and its new one would come after the gate.
    expect(rows(apply)).toEqual([
      'terraform_data.gate replace failed deleted',
      'terraform_data.server replace in-flight deleted',
    ])
  }, 30_000)

  test('two at once: one gets the lock, the other names its holder and has begun nothing', async () => {
    await using folder = await scratch()
    const directory = await stackOf(folder.path, { 'main.tf': 'resource "terraform_data" "a" {}\n' })
    const run = stackIn(directory, binary)
    await ready(run)
    const plan = await planned(run)
    await using holder = await holdLock(run)
    const apply = await applied(run, plan)
    expect(apply.failure).toMatchObject({ cause: 'lock', lock: { id: holder.id } })
    expect(apply.lockLeft).toBeUndefined()
    expect(rows(apply)).toEqual(['terraform_data.a create not-begun'])
    expect(apply.outputs).toBeUndefined()
  }, 30_000)

  if (isNew) {
    test('ephemeral variables: named before anything runs, and taken from where the plan took them', async () => {
      await using folder = await scratch()
      const directory = await stackOf(folder.path, {
        'main.tf': `
variable "token" {
  type      = string
  ephemeral = true
}
variable "other" {
  type      = string
  ephemeral = true
}
variable "plain" { type = string }
resource "terraform_data" "a" {
  input = var.plain
  provisioner "local-exec" {
    command     = "test \\"$TOKEN\\" = right"
    environment = { TOKEN = var.token }
  }
}
`,
        'all.tfvars': 'token = "right"\nother = "x"\nplain = "p"\n',
      })
      const bare = stackIn(directory, binary)
      await ready(bare)
      const plan = await planned(bare, '-var-file=all.tfvars')
      const names = ephemeralVariables(plan.raw)
      expect(names).toEqual(['other', 'token'])
      const ports = testPorts()
      const missing = await applySavedPlan(
        {
          stack: subject,
          run: stackIn(directory, binary, { planArgs: ['-var', 'other=x'] }),
          ...plan,
          ephemeral: names,
        },
        ports,
      )
      expect(ports.ran).toEqual([])
      expect(missing.failure?.diagnostics[0]?.summary).toBe(
        'an ephemeral variable must be given again: token',
      )
      expect(missing.failure?.help).toContain('TF_VAR_token')
      expect(rows(missing)).toEqual(['terraform_data.a create not-begun'])
      const given = stackIn(directory, binary, { varFiles: ['all.tfvars'] })
      expect((await applied(given, plan, { ephemeral: names })).failure).toBeUndefined()
      const again = await planned(given, '-var-file=all.tfvars', '-replace=terraform_data.a')
      const byEnv = stackIn(directory, binary, {
        env: { ...bare.env, TF_VAR_token: 'right', TF_VAR_other: 'x' },
      })
      expect((await applied(byEnv, again, { ephemeral: names })).failure).toBeUndefined()
    }, 30_000)
  }

  test('var-files of the plan are not given again where nothing asks for them: old tools refuse them', async () => {
    await using folder = await scratch()
    const directory = await stackOf(folder.path, {
      'main.tf': 'variable "a" { type = string }\noutput "a" { value = var.a }\n',
      'a.tfvars': 'a = "x"\n',
    })
    const run = stackIn(directory, binary, { varFiles: ['a.tfvars'] })
    await ready(run)
    const apply = await applied(run, await planned(run, '-var-file=a.tfvars'))
    expect(apply.failure).toBeUndefined()
    expect(apply.outputs).toEqual({ a: { value: 'x', sensitive: false } })
  }, 30_000)

  test('another workspace: the plan is applied there, and its outputs are read there', async () => {
    await using folder = await scratch()
    const directory = await stackOf(folder.path, {
      'main.tf': 'output "w" {\n  value = terraform.workspace\n  sensitive = true\n}\n',
    })
    const plain = stackIn(directory, binary)
    await ready(plain)
    await must(plain, 'workspace', 'new', 'prod')
    await must(plain, 'workspace', 'select', 'default')
    const run = stackIn(directory, binary, { workspace: 'prod' })
    await must(plain, 'workspace', 'select', 'prod')
    const made = await planned(plain)
    await must(plain, 'workspace', 'select', 'default')
    const apply = await applied(run, made)
    expect(apply.failure).toBeUndefined()
    expect(apply.outputs).toEqual({ w: { value: 'prod', sensitive: true } })
  }, 30_000)
})

describe('a green that is none', () => {
  const raw = {
    format_version: '1.2',
    resource_changes: [
      { address: 'terraform_data.a', mode: 'managed', change: { actions: ['create'], before: null } },
      {
        address: 'terraform_data.b',
        mode: 'managed',
        change: { actions: ['no-op'], importing: { id: 'x' } },
      },
    ],
  }
  const event = (type: string, body: object): string =>
    JSON.stringify({ '@level': 'info', '@message': type, type, ...body })
  const hook = (type: string): string =>
    event(type, { hook: { resource: { addr: 'terraform_data.a' }, action: 'create', elapsed_seconds: 1 } })
  const summary = (imported: number): string =>
    event('change_summary', {
      changes: { add: 1, change: 0, import: imported, remove: 0, operation: 'apply' },
    })

  const run = async (lines: readonly string[], code = 0) => {
    await using folder = await scratch()
    await write(folder.path, { 'out.jsonl': lines.map((line) => `${line}\n`).join('') })
    const path = await program(
      join(folder.path, 'terraform'),
      `cat ${JSON.stringify(join(folder.path, 'out.jsonl'))}\nexit ${code}`,
    )
    const stack = stackIn(folder.path, { tool: 'terraform', path, version: '1.11.4', reason: 'test' })
    return await applied(stack, { raw, planFile: join(folder.path, 'plan') })
  }

  test('the whole story is green', async () => {
    const apply = await run([hook('apply_start'), hook('apply_complete'), summary(1)])
    expect(apply.failure).toBeUndefined()
    expect(rows(apply)).toEqual(['terraform_data.a create done', 'terraform_data.b import done'])
  })

  test.each<[string, string[], number, string]>([
    ['exit 0 and nothing said', [], 0, 'did not report 2 of 2'],
    ['no word of the end', [hook('apply_start'), hook('apply_complete')], 0, 'did not report 1 of 2'],
    ['a resource that never ended', [hook('apply_start'), summary(1)], 0, 'did not report 1 of 2'],
    ['a resource that never began', [summary(1)], 0, 'did not report 1 of 2'],
    [
      'an import that is missing',
      [hook('apply_start'), hook('apply_complete'), summary(0)],
      0,
      'did not report 1 of 2',
    ],
    [
      'the summary of a plan',
      [
        hook('apply_start'),
        hook('apply_complete'),
        summary(1).replace('"operation":"apply"', '"operation":"plan"'),
      ],
      0,
      'did not report 1 of 2',
    ],
    [
      'another exit code',
      [hook('apply_start'), hook('apply_complete'), summary(1)],
      2,
      'apply failed (exit code 2)',
    ],
    [
      'an error beside it',
      [
        hook('apply_start'),
        hook('apply_complete'),
        event('diagnostic', { diagnostic: { severity: 'error', summary: 'boom' } }),
        summary(1),
      ],
      0,
      'boom',
    ],
    [
      'an interrupt beside it',
      [
        hook('apply_start'),
        event('log', { '@message': 'Interrupt received.\nPlease wait' }),
        hook('apply_complete'),
        summary(1),
      ],
      0,
      'was stopped by a signal',
    ],
    [
      'an error of the resource',
      [hook('apply_start'), hook('apply_errored'), summary(1)],
      0,
      'did not report 1 of 2',
    ],
  ])('%s', async (_, lines, code, words) => {
    const apply = await run(lines, code)
    expect(apply.failure?.diagnostics.map(({ summary: text }) => text).join('; ')).toContain(words)
  })

  test('a wrapper that prints text in place of events', async () => {
    const apply = await run([
      'terraform_data.a: Creation complete after 0s',
      'Apply complete! Resources: 1 added',
    ])
    expect(apply.failure?.cause).toBe('bug')
    expect(rows(apply)).toEqual(['terraform_data.a create not-begun', 'terraform_data.b import not-begun'])
  })
})

test('the lock that could not be asked for is tried again; an apply that has begun never is', async () => {
  const conflict = {
    type: 'diagnostic',
    '@level': 'error',
    '@message': 'Error: Error acquiring the state lock',
    diagnostic: {
      severity: 'error',
      summary: 'Error acquiring the state lock',
      detail: 'ConditionalRequestConflict: try again',
    },
  }
  const begun = {
    type: 'apply_start',
    '@level': 'info',
    '@message': 'a: Creating...',
    hook: { resource: { addr: 'terraform_data.a' }, action: 'create' },
  }
  for (const [lines, tries] of [
    [[conflict], 4],
    [[begun, conflict], 1],
  ] as const) {
    await using folder = await scratch()
    await write(folder.path, { 'out.jsonl': lines.map((line) => `${JSON.stringify(line)}\n`).join('') })
    const log = join(folder.path, 'calls')
    const path = await program(
      join(folder.path, 'terraform'),
      `echo "$1" >> '${log}'\ncat '${join(folder.path, 'out.jsonl')}'\nexit 1`,
    )
    const run = stackIn(folder.path, { tool: 'terraform', path, version: '1.11.4', reason: 'test' })
    const raw = {
      format_version: '1.2',
      resource_changes: [{ address: 'terraform_data.a', change: { actions: ['create'] } }],
    }
    const apply = await applied(run, { raw, planFile: join(folder.path, 'plan') })
    expect(apply.failure?.cause).toBe('lock')
    const calls = (await readFile(log, 'utf8'))
      .trim()
      .split('\n')
      .filter((call) => call === 'apply')
    expect(calls).toHaveLength(tries)
  }
})
