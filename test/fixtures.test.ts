import { describe, expect, test } from '@jest/globals'
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { satisfies } from 'semver'
import { writeLargePlan } from '../bench/large-plan.ts'
import { goldenPlans, plansFolder, readPlan, readPlanText, readScenario, scenarioNames } from './lab/plans.ts'

const example = fileURLToPath(new URL('../examples/quick-start', import.meta.url))

interface Plan {
  readonly format_version: string
  readonly terraform_version: string
  readonly timestamp: string
  readonly errored?: boolean
  readonly complete?: boolean
  readonly variables?: Readonly<Record<string, { readonly value: unknown }>>
  readonly resource_changes?: readonly ResourceChange[]
  readonly resource_drift?: readonly ResourceChange[]
}

interface ResourceChange {
  readonly address: string
  readonly deposed?: string
  readonly action_reason?: string
  readonly previous_address?: string
  readonly change: {
    readonly actions: readonly string[]
    readonly before: Readonly<Record<string, unknown>> | null
    readonly before_sensitive: unknown
    readonly importing?: unknown
    readonly generated_config?: string
  }
}

/** All files below a folder, as paths relative to it, sorted. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort()
}

/** `action action [reason]` of every change in every golden plan of a scenario, once each. */
function actionsIn(scenario: string): Set<string> {
  return new Set(
    goldenPlans(scenario).flatMap(({ tool, version }) => {
      const { resource_changes: changes } = readPlan(scenario, `${tool}-${version}`) as Plan
      return (changes ?? []).flatMap(({ change, action_reason: reason }) => [
        change.actions.join(' '),
        ...(reason === undefined ? [] : [reason]),
      ])
    }),
  )
}

describe('golden plans', () => {
  test('the loader lists exactly the files there are', () => {
    const listed = goldenPlans().map(({ path }) => path)
    const present = filesBelow(plansFolder)
      .filter((name) => name.endsWith('.json') && !name.endsWith('scenario.json'))
      .map((name) => join(plansFolder, name))
    expect(listed.toSorted()).toEqual(present.toSorted())
    expect(listed.length).toBeGreaterThan(70)
  })

  test.each(goldenPlans().map((plan) => [`${plan.scenario} ${plan.tool} ${plan.version}`, plan] as const))(
    '%s is what its name says',
    (_name, { scenario, tool, version, path }) => {
      const text = readFileSync(path, 'utf8')
      const plan = JSON.parse(text) as Plan
      expect(plan.format_version.split('.')[0]).toBe('1')
      expect(plan.terraform_version).toBe(version)
      expect(plan.timestamp).toBe('2025-01-01T00:00:00Z')
      expect(text).not.toMatch(/\/(tmp|root|work|home|Users|var\/folders)\/|127\.0\.0\.1|localhost/)
      expect(readPlanText(scenario, `${tool}-${version}`)).toBe(text)
    },
  )

  test.each(scenarioNames())('%s was made by each tool that can make it', (name) => {
    const { about, versions } = readScenario(name)
    expect(about).not.toBe('')
    expect(existsSync(join(plansFolder, name, 'head'))).toBe(true)
    const all = ['terraform-1.11.4', 'terraform-1.5.7', 'tofu-1.12.6']
    const able = all.filter((tool) => {
      const [program = '', version = ''] = tool.split('-')
      return (
        versions === undefined || satisfies(version, versions[program as 'terraform' | 'tofu'] ?? '<0.0.0')
      )
    })
    expect(goldenPlans(name).map(({ tool, version }) => `${tool}-${version}`)).toEqual(able)
  })

  test('together they hold every action and reason that a release of these tools can give', () => {
    const seen = new Set(scenarioNames().flatMap((name) => [...actionsIn(name)]))
    expect([...seen].toSorted()).toEqual([
      'create',
      'create delete',
      'delete',
      'delete create',
      'delete_because_count_index',
      'delete_because_each_key',
      'delete_because_no_module',
      'delete_because_no_resource_config',
      'delete_because_wrong_repetition',
      'forget',
      'forget create',
      'forgot_because_lifecycle_destroy_in_state',
      'no-op',
      'read',
      'read_because_check_nested',
      'read_because_config_unknown',
      'replace_because_cannot_update',
      'replace_because_tainted',
      'replace_by_request',
      'replace_by_triggers',
      'update',
    ])
  })

  // What peers got wrong must really be in there, else the tests that name those bugs prove nothing.
  test('aws-network: one address is changed outside, changes, and has a deposed object (borchero, run 1)', () => {
    const plan = readPlan('aws-network') as Plan
    const web = plan.resource_changes?.filter(({ address }) => address === 'aws_security_group.web')
    expect(web?.map(({ deposed, change }) => [deposed, change.actions])).toEqual([
      [undefined, ['update']],
      ['0a1b2c3d', ['delete']],
    ])
    const drift = plan.resource_drift?.map(({ address, change }) => [address, ...change.actions])
    expect(drift).toContainEqual(['aws_security_group.web', 'update'])
    expect(drift).toContainEqual(['aws_cloudwatch_log_group.gone', 'delete'])
  })

  test.each(goldenPlans('sensitive').map(({ tool, version }) => `${tool}-${version}`))(
    'sensitive, %s: the old secret stands in `output` without a mark (run 4)',
    (tool) => {
      const plan = readPlan('sensitive', tool) as Plan
      const whole = plan.resource_changes?.find(({ address }) => address === 'terraform_data.whole')?.change
      expect(whole?.before?.['output']).toBe('example-only-not-a-secret-a')
      expect(whole?.before_sensitive).toEqual({ input: true })
    },
  )

  test('targeted and errored plans say so, except in versions that cannot', () => {
    const flags = (scenario: string, key: 'complete' | 'errored') =>
      goldenPlans(scenario).map(
        ({ tool, version }) => (readPlan(scenario, `${tool}-${version}`) as Plan)[key],
      )
    expect(flags('targeted', 'complete')).toEqual([false, undefined, undefined])
    expect(flags('errored', 'errored')).toEqual([true, undefined, true])
  })

  test('numbers keep the digits that a double would lose', () => {
    expect(readPlanText('strings')).toContain('12345678901234567890124')
  })

  test('all secrets are obviously none, and the whole is small', () => {
    const files = filesBelow(plansFolder).map((name) => join(plansFolder, name))
    for (const file of files) {
      expect(readFileSync(file, 'utf8')).not.toMatch(
        /AKIA(?!EXAMPLE)[A-Z0-9]{16}|"(secret|ses_smtp_password_v4)": "(?!example)/,
      )
    }
    expect(files.reduce((sum, file) => sum + statSync(file).size, 0)).toBeLessThan(3_000_000)
  })
})

describe('examples/quick-start', () => {
  const change = JSON.parse(readFileSync(join(example, 'change.json'), 'utf8')) as {
    title: string
    branch: string
    delete: string[]
  }

  test('the change deletes files that are there, and its other files differ from the base', () => {
    expect(change.title).not.toBe('')
    expect(change.branch).toMatch(/^[a-z-]+$/)
    expect(change.delete).not.toEqual([])
    for (const path of change.delete) expect(existsSync(join(example, 'repo', path))).toBe(true)
    for (const path of filesBelow(join(example, 'change'))) {
      const base = join(example, 'repo', path)
      const same =
        existsSync(base) && readFileSync(base, 'utf8') === readFileSync(join(example, 'change', path), 'utf8')
      expect([path, same]).toEqual([path, false])
    }
  })

  test('each stack has a state of the oldest supported terraform, and no machine path', () => {
    const states = filesBelow(example).filter((name) => name.endsWith('.tfstate'))
    expect(states).toEqual(
      ['app', 'database', 'dns', 'network'].map((stack) => `repo/infra/${stack}/terraform.tfstate`),
    )
    for (const name of states) {
      const text = readFileSync(join(example, name), 'utf8')
      const state = JSON.parse(text) as { version: number; terraform_version: string; serial: number }
      expect(state).toMatchObject({ version: 4, terraform_version: '1.5.7', serial: 1 })
      expect(text).not.toMatch(/\/(tmp|root|work|home|Users)\//)
    }
  })

  test('nothing that needs a download', () => {
    for (const name of filesBelow(example).filter((file) => file.endsWith('.tf'))) {
      const text = readFileSync(join(example, name), 'utf8')
      expect(text).not.toMatch(/required_providers|^provider /m)
      for (const [, type] of text.matchAll(/^\s*(?:resource|data) "(\w+)"/gm)) {
        expect(['terraform_data', 'terraform_remote_state']).toContain(type)
      }
    }
  })
})

test('a made-up large plan parses, is the same each time, and has the shape that real ones have', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'large-plan-'))
  try {
    const [one, two] = [join(folder, '1.json'), join(folder, '2.json')]
    await writeLargePlan(one, { resources: 64, kind: 'mixed' })
    await writeLargePlan(two, { resources: 64, kind: 'mixed' })
    const text = readFileSync(one, 'utf8')
    expect(readFileSync(two, 'utf8')).toBe(text)
    const plan = JSON.parse(text) as Plan
    const real = readPlan('every-action') as Plan
    expect(plan.resource_changes).toHaveLength(64)
    expect(Object.keys(real)).toEqual(expect.arrayContaining(Object.keys(plan)))
    const keys = (changes: Plan['resource_changes']) =>
      new Set(changes?.flatMap((one) => [...Object.keys(one), ...Object.keys(one.change)]))
    expect([...keys(real.resource_changes), 'index']).toEqual(
      expect.arrayContaining([...keys(plan.resource_changes)]),
    )
  } finally {
    await rm(folder, { recursive: true })
  }
})
