import { describe, expect, test } from '@jest/globals'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { initStack } from '../../src/terraform/init.ts'
import { planStack } from '../../src/terraform/plan.ts'
import type { PlanOptions, PlanResult } from '../../src/terraform/plan.ts'
import type { Progress } from '../../src/terraform/events.ts'
import { showPlan } from '../../src/terraform/show.ts'
import type { StackRun } from '../../src/terraform/stack-run.ts'
import { terraformTools } from '../lab/terraform-tools.ts'
import { holdLock, must, program, scratch, stackIn, testPorts, write } from './support.ts'

const tools = terraformTools(process.env)
const secret = 'hunter2-and-more'
const config = (value: string) => `variable "password" {
  default   = "${value}"
  sensitive = true
}
resource "terraform_data" "a" {
  input = var.password
}
resource "terraform_data" "many" {
  for_each = toset(["x", "y"])
}
module "m" {
  source = "./m"
}
`
const files = (value = secret) => ({
  'main.tf': config(value),
  'm/main.tf': 'resource "terraform_data" "in" {}\n',
})

const plan = (stack: StackRun, folder: string, options: Partial<PlanOptions> = {}): Promise<PlanResult> =>
  planStack(stack, testPorts(), { planFile: join(folder, 'private/plan.tfplan'), ...options })

const modeOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8)

describe.each(tools)('$tool $version', (binary) => {
  test('plans, shows, and then finds nothing to do', async () => {
    await using folder = await scratch()
    const directory = join(folder.path, 'stack')
    await write(directory, files())
    const stack = stackIn(directory, binary)
    await must(stack, 'init')
    const progress: Progress[] = []
    const first = await plan(stack, folder.path, { onProgress: (step) => progress.push(step) })
    expect(first).toMatchObject({ kind: 'planned', changed: true, diagnostics: [] })
    const addresses = [
      'module.m.terraform_data.in',
      'terraform_data.a',
      'terraform_data.many["x"]',
      'terraform_data.many["y"]',
    ]
    const created = progress.filter(({ step, action }) => step === 'planned' && action === 'create')
    expect(created.map(({ address }) => address).sort()).toEqual(addresses)
    expect(JSON.stringify(progress)).not.toContain(secret)

    const planFile = join(folder.path, 'private/plan.tfplan')
    const jsonFile = join(folder.path, 'private/plan.json')
    expect(await modeOf(planFile)).toBe('600')
    expect(await modeOf(join(folder.path, 'private'))).toBe('700')
    expect(await showPlan(stack, planFile, jsonFile, testPorts())).toMatchObject({
      kind: 'shown',
      jsonFile,
    })
    expect(await modeOf(jsonFile)).toBe('600')
    const json = JSON.parse(await readFile(jsonFile, 'utf8')) as { resource_changes: unknown[] }
    expect(json.resource_changes).toHaveLength(4)

    await must(stack, 'apply', '-auto-approve', '-input=false', planFile)
    const steps: Progress[] = []
    const second = await plan(stack, folder.path, { onProgress: (step) => steps.push(step) })
    expect(second).toMatchObject({ kind: 'planned', changed: false })
    expect(steps.filter(({ step }) => step === 'refresh-complete')).toHaveLength(4)
    // Ids are values too.
    expect([...new Set(steps.flatMap((step) => Object.keys(step)))].sort()).toEqual(['address', 'step'])
  })

  test('a plan with outputs only, or moves only, is a change', async () => {
    await using folder = await scratch()
    await write(folder.path, { 'main.tf': 'resource "terraform_data" "a" {}\n' })
    const stack = stackIn(folder.path, binary)
    await must(stack, 'init')
    await must(stack, 'apply', '-auto-approve', '-input=false')
    await write(folder.path, {
      'main.tf': 'resource "terraform_data" "a" {}\noutput "o" {\n  value = "v"\n}\n',
    })
    expect(await plan(stack, folder.path)).toMatchObject({ kind: 'planned', changed: true })
    const moved =
      'resource "terraform_data" "b" {}\nmoved {\n  from = terraform_data.a\n  to   = terraform_data.b\n}\n'
    await write(folder.path, { 'main.tf': moved })
    expect(await plan(stack, folder.path)).toMatchObject({ kind: 'planned', changed: true })
  })

  test('a wrapper that turns exit code 2 into 0 does not hide the change (setup-terraform issue 328)', async () => {
    await using folder = await scratch()
    await write(folder.path, files())
    await must(stackIn(folder.path, binary), 'init')
    const path = await program(
      join(folder.path, 'wrapper'),
      `echo '[command] terraform'; "${binary.path}" "$@"; code=$?; echo '::set-output name=exitcode::2'; test $code = 2 || exit $code`,
    )
    const result = await plan(stackIn(folder.path, { ...binary, path }), folder.path)
    expect(result).toMatchObject({ kind: 'planned', changed: true })
  })

  test('a locked state: the holder is named, nothing is retried', async () => {
    await using folder = await scratch()
    await write(folder.path, files())
    const stack = stackIn(folder.path, binary)
    await must(stack, 'init')
    await using held = await holdLock(stack)
    const ports = testPorts()
    const result = await planStack(stack, ports, { planFile: join(folder.path, 'p') })
    expect(result).toMatchObject({
      kind: 'failed',
      phase: 'plan',
      cause: 'lock',
      partialPlan: false,
      lock: {
        id: held.id,
        path: 'terraform.tfstate',
        operation: 'OperationTypeApply',
        version: binary.version,
        who: expect.stringContaining('@') as unknown as string,
        created: expect.stringMatching(/^20\d\d-/) as unknown as string,
      },
    })
    expect(ports.waits).toEqual([])
    await expect(stat(join(folder.path, 'p'))).rejects.toThrow('ENOENT')
  }, 20_000)

  test('a signal while waiting for the lock is cancelled, not a lock failure', async () => {
    await using folder = await scratch()
    await write(folder.path, files())
    const stack = stackIn(folder.path, binary, { lockTimeout: '30s' })
    await must(stack, 'init')
    await using held = await holdLock(stack)
    // The shell stands for a runner that sends the signal: the exec port does not know of it. A background child of
    // a shell ignores SIGINT.
    const path = await program(
      join(folder.path, 'interrupted'),
      `"${binary.path}" "$@" & child=$!; sleep 1; kill -TERM $child; wait $child`,
    )
    const steps: Progress[] = []
    const result = await plan({ ...stack, binary: { ...binary, path } }, folder.path, {
      onProgress: (step) => steps.push(step),
    })
    expect(result).toMatchObject({ kind: 'failed', cause: 'cancelled', partialPlan: false })
    expect(JSON.stringify(result)).toContain(held.id)
    expect(steps.map(({ step }) => step)).toContain('lock-wait')
  }, 20_000)

  test('a run out of time is timeout', async () => {
    await using folder = await scratch()
    await write(folder.path, files())
    const stack = stackIn(folder.path, binary, { lockTimeout: '30s' })
    await must(stack, 'init')
    await using held = await holdLock(stack)
    const result = await plan(stack, folder.path, { timeoutMs: 1_000 })
    expect(result).toMatchObject({ kind: 'failed', cause: 'timeout' })
    expect(JSON.stringify(result)).toContain(held.id)
  }, 20_000)

  test('an error in a module: file, line, columns, address; the failed plan is partial', async () => {
    await using folder = await scratch()
    const module = `resource "terraform_data" "b" {
  input = 1
  lifecycle {
    postcondition {
      condition     = self.input == 2
      error_message = "input must be two"
    }
  }
}
`
    const directory = join(folder.path, 'stack')
    await write(folder.path, { 'stack/main.tf': 'module "m" {\n  source = "../m"\n}\n', 'm/main.tf': module })
    const stack = stackIn(directory, binary)
    await must(stack, 'init')
    const result = await plan(stack, folder.path)
    expect(result).toMatchObject({ kind: 'failed', phase: 'plan', cause: 'config', partialPlan: true })
    if (result.kind !== 'failed') throw new Error('not failed')
    expect(result.diagnostics).toEqual([
      {
        severity: 'error',
        summary: 'Resource postcondition failed',
        about: ['self.input'],
        detail: 'input must be two',
        context: 'resource "terraform_data" "b"',
        file: '../m/main.tf',
        line: 5,
        column: 23,
        endLine: 5,
        endColumn: 38,
      },
    ])
    expect(await modeOf(join(folder.path, 'private/plan.tfplan'))).toBe('600')
  })

  test('a missing variable, a missing var-file, an unknown flag', async () => {
    await using folder = await scratch()
    await write(folder.path, { 'main.tf': 'variable "needed" {}\n' })
    const stack = stackIn(folder.path, binary)
    await must(stack, 'init')
    const missing = await plan(stack, folder.path)
    expect(missing).toMatchObject({ kind: 'failed', cause: 'config' })
    expect(missing.diagnostics[0]).toMatchObject({
      summary: 'No value for required variable',
      file: 'main.tf',
      line: 1,
    })
    const noFile = await plan({ ...stack, varFiles: ['prod.tfvars'] }, folder.path)
    expect(noFile).toMatchObject({ kind: 'failed', cause: 'config', partialPlan: false })
    expect(noFile.diagnostics[0]?.detail).toContain('prod.tfvars')
    const flag = await plan({ ...stack, planArgs: ['-bogus'] }, folder.path)
    expect(flag).toMatchObject({ kind: 'failed', cause: 'config' })
    await write(folder.path, { 'prod.tfvars': 'needed = 1\n' })
    expect(await plan({ ...stack, varFiles: ['prod.tfvars'] }, folder.path)).toMatchObject({
      kind: 'planned',
    })
  })

  test('a stack that is not initialised', async () => {
    await using folder = await scratch()
    await write(folder.path, files())
    expect(await plan(stackIn(folder.path, binary), folder.path)).toMatchObject({
      kind: 'failed',
      cause: 'init',
    })
  })

  test('TF_CLI_ARGS_plan that changes the command: no plan file, no success', async () => {
    await using folder = await scratch()
    await write(folder.path, files())
    const stack = stackIn(folder.path, binary, { env: { TF_CLI_ARGS_plan: '-help' } })
    await must(stackIn(folder.path, binary), 'init')
    await write(folder.path, { 'private/plan.tfplan': 'of an earlier run' })
    const result = await plan(stack, folder.path)
    expect(result).toMatchObject({ kind: 'failed', partialPlan: false })
    await expect(stat(join(folder.path, 'private/plan.tfplan'))).rejects.toThrow('ENOENT')
  })

  test('warnings come with a plan that succeeds, with their place', async () => {
    await using folder = await scratch()
    const check =
      'variable "n" {\n  default = 1\n}\ncheck "c" {\n  assert {\n    condition     = var.n == 2\n    error_message = "not so"\n  }\n}\n'
    await write(folder.path, { 'main.tf': check })
    const stack = stackIn(folder.path, binary)
    expect(await initStack(stack, testPorts(), { backend: true })).toMatchObject({ kind: 'ok' })
    const result = await plan(stack, folder.path)
    expect(result).toMatchObject({ kind: 'planned', changed: false })
    expect(result.diagnostics).toEqual([
      expect.objectContaining({
        severity: 'warning',
        summary: 'Check block assertion failed',
        file: 'main.tf',
        line: 6,
      }),
    ])
  })
})

describe('programs that are not what they seem', () => {
  const fake = async (folder: string, script: string): Promise<StackRun> => {
    await write(folder, { 'main.tf': '' })
    const path = await program(join(folder, 'fake'), script)
    return stackIn(folder, { tool: 'terraform', path, version: '1.11.4', reason: 'test' })
  }
  const out = 'for a in "$@"; do case $a in -out=*) echo plan > "${a#-out=}";; esac; done'
  const event = (message: object) => `echo '${JSON.stringify({ '@message': 'x', ...message })}'`
  const lockError = (detail: string) =>
    event({
      type: 'diagnostic',
      diagnostic: { severity: 'error', summary: 'Error acquiring the state lock', detail },
    })

  test('exit code 0 and a plan file, but an error among the events', async () => {
    await using folder = await scratch()
    const error = event({ type: 'diagnostic', diagnostic: { severity: 'error', summary: 'no', detail: '' } })
    const result = await plan(await fake(folder.path, `${out}; ${error}; exit 0`), folder.path)
    expect(result).toMatchObject({ kind: 'failed', partialPlan: true, diagnostics: [{ summary: 'no' }] })
  })

  test.each([
    ['exit 0', 'the plan ended without an error, but wrote no plan file'],
    ['exit 2', 'the plan ended without an error, but wrote no plan file'],
    [`${out}; exit 3`, 'terraform plan failed (exit code 3)'],
    [`${out}; kill -KILL $$`, 'terraform plan was stopped by SIGKILL'],
  ])('%s is not a plan', async (script, summary) => {
    await using folder = await scratch()
    const result = await plan(await fake(folder.path, script), folder.path)
    expect(result.kind).toBe('failed')
    expect(result.diagnostics[0]?.summary).toBe(summary)
  })

  test('noise between the events, bytes that are not UTF-8, half lines', async () => {
    await using folder = await scratch()
    const planned = event({ type: 'planned_change', change: { resource: { addr: 'a.b' }, action: 'create' } })
    const noise = `echo '[hook] hello'; printf '\\377\\376\\n{"@message":\\n{}\\nnull\\n[1]\\n'`
    const script = `${out}; ${noise}; ${planned}; ${noise}; printf '{"half'; exit 2`
    const steps: Progress[] = []
    const result = await plan(await fake(folder.path, script), folder.path, {
      onProgress: (step) => steps.push(step),
    })
    expect(result).toMatchObject({ kind: 'planned', changed: true, diagnostics: [] })
    expect(steps).toEqual([{ step: 'planned', address: 'a.b', action: 'create' }])
  })

  test('a lock that conflicts for a moment is asked for again; one that is refused is not', async () => {
    await using folder = await scratch()
    const marker = join(folder.path, 'second')
    const conflict = lockError(
      'Error message: operation error S3: PutObject, StatusCode: 409, api error ConditionalRequestConflict: conflict',
    )
    const stack = await fake(
      folder.path,
      `test -e ${marker} && { ${out}; exit 0; }; touch ${marker}; ${conflict}; exit 1`,
    )
    const ports = testPorts()
    const options = { planFile: join(folder.path, 'p') }
    expect(await planStack(stack, ports, options)).toMatchObject({ kind: 'planned', changed: false })
    expect(ports.waits).toEqual([2_000])
    const denied = await fake(
      folder.path,
      `${lockError('Error message: AccessDeniedException: not authorized to perform: dynamodb:PutItem')}; exit 1`,
    )
    const quiet = testPorts()
    expect(await planStack(denied, quiet, options)).toMatchObject({ kind: 'failed', cause: 'auth' })
    expect(quiet.waits).toEqual([])
  })

  test('a flood of diagnostics is kept within bounds, and told', async () => {
    await using folder = await scratch()
    const path = join(folder.path, 'flood.mjs')
    await write(folder.path, {
      'flood.mjs': `for (let n = 0; n < 2000; n++) console.log(JSON.stringify({ '@message': 'x', type: 'diagnostic', diagnostic: { severity: 'error', summary: 'e' + n, detail: '' } })); process.exitCode = 1`,
    })
    const result = await plan(await fake(folder.path, `exec "${process.execPath}" ${path}`), folder.path)
    expect(result.diagnostics).toHaveLength(501)
    expect(result.diagnostics.at(-1)?.summary).toBe('1500 more diagnostics are not shown')
  })

  test('a crash of the tool is told by its first lines', async () => {
    await using folder = await scratch()
    const stack = await fake(
      folder.path,
      `printf '!!! TERRAFORM CRASH !!!\\npanic: runtime error: nil\\n' >&2; exit 11`,
    )
    const result = await plan(stack, folder.path)
    expect(result).toMatchObject({ kind: 'failed', cause: 'bug' })
    expect(result.diagnostics[0]?.detail).toContain('panic: runtime error')
  })

  test('a program that cannot be started throws', async () => {
    await using folder = await scratch()
    const stack = await fake(folder.path, '')
    const gone = { ...stack, binary: { ...stack.binary, path: join(folder.path, 'gone') } }
    await expect(plan(gone, folder.path)).rejects.toThrow()
  })
})
