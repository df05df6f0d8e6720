import { describe, expect, test } from '@jest/globals'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { initStack } from '../../src/terraform/init.ts'
import type { StackRun } from '../../src/terraform/stack-run.ts'
import type { TerraformBinary } from '../../src/terraform/tool.ts'
import { selectWorkspace } from '../../src/terraform/workspace.ts'
import { terraformTools } from '../lab/terraform-tools.ts'
import { must, program, scratch, stackIn, startRegistry, testPorts, write } from './support.ts'

const tools = terraformTools(process.env)
const unknownProvider = `terraform {
  required_providers {
    nope = {
      source = "nobody/nope"
    }
  }
}
provider "nope" {}
`

const withConfig = async (binary: TerraformBinary, folder: string, config: string): Promise<StackRun> => {
  await write(folder, { 'cli.tfrc': config })
  return stackIn(folder, binary, { env: { TF_CLI_CONFIG_FILE: join(folder, 'cli.tfrc') } })
}

describe.each(tools)('$tool $version', (binary) => {
  test('initialises a stack with a local module', async () => {
    await using folder = await scratch()
    await write(folder.path, {
      'main.tf': 'module "m" {\n  source = "./m"\n}\n',
      'm/main.tf': 'resource "terraform_data" "a" {}\n',
    })
    const ports = testPorts()
    const init = await initStack(stackIn(folder.path, binary), ports, { backend: true })
    expect(init).toMatchObject({ kind: 'ok', retries: 0, diagnostics: [] })
    expect(await readFile(join(folder.path, '.terraform/modules/modules.json'), 'utf8')).toContain('"m"')
    const [run] = ports.ran
    expect(run?.args).toEqual(
      expect.arrayContaining(['init', '-input=false', '-no-color', '-lock-timeout=0s']),
    )
    expect(run?.env).toMatchObject({ TF_IN_AUTOMATION: '1', TF_INPUT: '0', CHECKPOINT_DISABLE: '1' })
  })

  test('a warning ends where init goes on', async () => {
    await using folder = await scratch()
    await write(folder.path, {
      'main.tf': 'module "m" {\n  source = "./m"\n}\n',
      'm/main.tf': 'terraform {\n  backend "local" {}\n}\n',
    })
    const init = await initStack(stackIn(folder.path, binary), testPorts(), { backend: true })
    expect(init.diagnostics.map(({ summary }) => summary)).toEqual(['Backend configuration ignored'])
    expect(init.diagnostics[0]?.detail).toMatch(/will have no effect\.(\s*\(and one more.*\))?$/)
  })

  test('TF_CLI_ARGS that the command does not take are named', async () => {
    await using folder = await scratch()
    await write(folder.path, { 'main.tf': 'output "a" {\n  value = 1\n}\n' })
    const bare = stackIn(folder.path, binary)
    const withEnv = (env: Record<string, string>): StackRun => ({ ...bare, env: { ...bare.env, ...env } })
    const everywhere = await initStack(withEnv({ TF_CLI_ARGS: '-bogus' }), testPorts(), { backend: true })
    expect(everywhere).toMatchObject({ kind: 'failed', cause: 'config' })
    if (everywhere.kind !== 'failed') throw new Error('not failed')
    expect(everywhere.help).toContain('TF_CLI_ARGS of the environment adds arguments to this command')
    // That of another command has no say.
    const other = withEnv({ TF_CLI_ARGS_plan: '-bogus', TF_CLI_ARGS: '' })
    expect(await initStack(other, testPorts(), { backend: true })).toMatchObject({ kind: 'ok' })
    const selected = await selectWorkspace(
      { ...withEnv({ TF_CLI_ARGS_workspace_list: '-bogus' }), workspace: 'default' },
      testPorts(),
    )
    expect(selected).toMatchObject({ kind: 'failed', cause: 'config' })
    if (selected.kind !== 'failed') throw new Error('not failed')
    expect(selected.help).toContain('TF_CLI_ARGS_workspace_list of the environment')
    const ownFault = { ...bare, initArgs: ['-bogus'] }
    const own = await initStack(ownFault, testPorts(), { backend: true })
    if (own.kind !== 'failed') throw new Error('not failed')
    expect(own.help ?? '').not.toContain('TF_CLI_ARGS')
  })

  test('TF_DATA_DIR and TF_PLUGIN_CACHE_DIR are set, -backend=false takes no backend arguments', async () => {
    await using folder = await scratch()
    await write(folder.path, {
      'main.tf': 'terraform {\n  backend "s3" {}\n}\nmodule "m" {\n  source = "./m"\n}\n',
      'm/main.tf': '',
      'cache/.keep': '',
    })
    const dataDir = join(folder.path, 'data')
    const pluginCacheDir = join(folder.path, 'cache')
    const stack = stackIn(folder.path, binary, { dataDir, pluginCacheDir, backendConfig: ['bucket=x'] })
    const ports = testPorts()
    expect(await initStack(stack, ports, { backend: false })).toMatchObject({ kind: 'ok' })
    expect(await readFile(join(dataDir, 'modules/modules.json'), 'utf8')).toContain('"m"')
    expect(ports.ran[0]?.env).toMatchObject({ TF_DATA_DIR: dataDir, TF_PLUGIN_CACHE_DIR: pluginCacheDir })
    expect(ports.ran[0]?.args.join(' ')).not.toContain('bucket')
  })

  test('a registry that answers 503: four runs, with growing waits (TF-via-PR issue 500)', async () => {
    await using folder = await scratch()
    await using registry = await startRegistry(() => 503)
    await write(folder.path, { 'main.tf': unknownProvider })
    const stack = await withConfig(binary, folder.path, registry.config)
    const ports = testPorts()
    const init = await initStack(stack, ports, { backend: true })
    expect(init).toMatchObject({ kind: 'failed', phase: 'init', cause: 'init', retries: 3 })
    expect(ports.waits).toEqual([2_000, 8_000, 20_000])
    expect(ports.ran).toHaveLength(4)
    // The tool itself asks twice in each run.
    expect(registry.asked).toHaveLength(8)
    expect(ports.said.join('\n')).not.toMatch(/503|nope|127\.0\.0\.1/)
  }, 20_000)

  test('503, then "no such provider": one retry, and no more', async () => {
    await using folder = await scratch()
    await using registry = await startRegistry((request) => (request <= 2 ? 503 : 404))
    await write(folder.path, { 'main.tf': unknownProvider })
    const stack = await withConfig(binary, folder.path, registry.config)
    const ports = testPorts()
    const init = await initStack(stack, ports, { backend: true })
    expect(init).toMatchObject({ kind: 'failed', cause: 'init', retries: 1 })
    expect(ports.waits).toEqual([2_000])
  })

  test.each([401, 403, 404])('%i of the registry is final', async (status) => {
    await using folder = await scratch()
    await using registry = await startRegistry(() => status)
    await write(folder.path, { 'main.tf': unknownProvider })
    const stack = await withConfig(binary, folder.path, registry.config)
    const ports = testPorts()
    const init = await initStack(stack, ports, { backend: true })
    expect(init).toMatchObject({ kind: 'failed', cause: status === 404 ? 'init' : 'auth', retries: 0 })
    expect(ports.waits).toEqual([])
  })

  test('a module registry that answers 503 is asked again; the module call is the place', async () => {
    await using folder = await scratch()
    await using registry = await startRegistry((request) => (request <= 2 ? 503 : 404))
    await write(folder.path, { 'main.tf': '\nmodule "m" {\n  source = "nobody/x/null"\n}\n' })
    const stack = await withConfig(binary, folder.path, registry.config)
    const init = await initStack(stack, testPorts(), { backend: true })
    expect(init).toMatchObject({ kind: 'failed', cause: 'config', retries: 1 })
    expect(init.diagnostics).toEqual([
      expect.objectContaining({ summary: 'Module not found', file: 'main.tf', line: 2 }),
    ])
  })

  test('a registry that is not there: a name known to exist is asked again, another is not', async () => {
    await using folder = await scratch()
    await write(folder.path, { 'main.tf': unknownProvider })
    // Nothing listens on port 9 of the proxy, and a refused connection is not known to pass.
    const refused = stackIn(folder.path, binary, { env: { HTTPS_PROXY: 'http://127.0.0.1:9' } })
    const ports = testPorts()
    expect(await initStack(refused, ports, { backend: true })).toMatchObject({
      kind: 'failed',
      cause: 'init',
    })
    expect(ports.waits).toEqual([])
  })

  test('a configuration error in a module has its file and line, and is not retried', async () => {
    await using folder = await scratch()
    await write(folder.path, {
      'stack/main.tf': 'module "m" {\n  source = "../m"\n}\n',
      'm/main.tf': 'variable "a" {\n  type = strin\n}\n',
    })
    const ports = testPorts()
    const init = await initStack(stackIn(join(folder.path, 'stack'), binary), ports, { backend: false })
    expect(init).toMatchObject({ kind: 'failed', cause: 'config', retries: 0 })
    if (init.kind !== 'failed') throw new Error('not failed')
    expect(init.diagnostics).toHaveLength(1)
    expect(init.diagnostics[0]).toMatchObject({
      severity: 'error',
      summary: 'Invalid type specification',
      detail: 'The keyword "strin" is not a valid type specification.',
      context: 'variable "a"',
      file: '../m/main.tf',
      line: 2,
    })
    expect(ports.ran).toHaveLength(1)
  })

  test('a cloud block without a token is auth, and says which variable (no network needed)', async () => {
    await using folder = await scratch()
    await using registry = await startRegistry(() => 500)
    const cloud = `terraform {
  cloud {
    hostname     = "app.terraform.io"
    organization = "acme"
    workspaces {
      name = "x"
    }
  }
}
`
    await write(folder.path, { 'main.tf': cloud })
    const stack = await withConfig(binary, folder.path, registry.config)
    const init = await initStack(stack, testPorts(), { backend: true })
    expect(init).toMatchObject({ kind: 'failed', cause: 'auth', retries: 0 })
    if (init.kind !== 'failed') throw new Error('not failed')
    expect(init.help).toContain('TF_TOKEN_app_terraform_io')
    expect(init.diagnostics[0]?.summary).toBe('Required token could not be found')
    expect(registry.asked).toEqual([])
  })

  test('a .terraform of another backend configuration is set up anew, no state is moved', async () => {
    await using folder = await scratch()
    const backend = (path: string) =>
      `terraform {\n  backend "local" {\n    path = "${path}"\n  }\n}\nresource "terraform_data" "a" {}\n`
    const stack = stackIn(folder.path, binary)
    await write(folder.path, { 'main.tf': backend('one.tfstate') })
    await must(stack, 'init')
    await must(stack, 'apply', '-auto-approve', '-input=false')
    const before = await readFile(join(folder.path, 'one.tfstate'))
    await write(folder.path, { 'main.tf': backend('two.tfstate') })
    const ports = testPorts()
    expect(await initStack(stack, ports, { backend: true })).toMatchObject({ kind: 'ok', retries: 0 })
    expect(ports.ran.map(({ args }) => args.includes('-reconfigure'))).toEqual([false, true])
    expect(await readFile(join(folder.path, 'one.tfstate'))).toEqual(before)
    await expect(readFile(join(folder.path, 'two.tfstate'))).rejects.toThrow('ENOENT')
  })

  test('a registry that never answers: a signal is cancelled, a run out of time is timeout; neither is tried again', async () => {
    await using folder = await scratch()
    await using registry = await startRegistry(() => undefined)
    await write(folder.path, { 'main.tf': unknownProvider })
    const stack = await withConfig(binary, folder.path, registry.config)
    const ports = testPorts()
    const late = await initStack(stack, ports, { backend: true, timeoutMs: 700 })
    expect(late).toMatchObject({ kind: 'failed', cause: 'timeout', retries: 0 })
    const path = await program(
      join(folder.path, 'interrupted'),
      `"${binary.path}" "$@" & child=$!; sleep 0.7; kill -TERM $child; wait $child`,
    )
    const stopped = await initStack({ ...stack, binary: { ...binary, path } }, ports, { backend: true })
    expect(stopped).toMatchObject({ kind: 'failed', cause: 'cancelled', retries: 0 })
    expect(ports.waits).toEqual([])
  }, 20_000)

  test('a module that is not there', async () => {
    await using folder = await scratch()
    await write(folder.path, { 'main.tf': 'module "m" {\n  source = "../nowhere"\n}\n' })
    const init = await initStack(stackIn(folder.path, binary), testPorts(), { backend: true })
    expect(init).toMatchObject({ kind: 'failed', cause: 'config', retries: 0 })
  })

  test('a CLI configuration that does not exist is a warning at most', async () => {
    await using folder = await scratch()
    await write(folder.path, { 'main.tf': '' })
    const env = { TF_CLI_CONFIG_FILE: join(folder.path, 'nowhere.tfrc') }
    const init = await initStack(stackIn(folder.path, binary, { env }), testPorts(), { backend: true })
    expect(init.kind).toBe('ok')
    expect(init.diagnostics.map(({ severity }) => severity)).toEqual(['warning'])
  })

  test('an unknown flag is a configuration fault', async () => {
    await using folder = await scratch()
    await write(folder.path, { 'main.tf': '' })
    const stack = stackIn(folder.path, binary, { initArgs: ['-bogus'] })
    const init = await initStack(stack, testPorts(), { backend: true })
    expect(init.kind).toBe('failed')
    expect(init.diagnostics.some(({ severity }) => severity === 'error')).toBe(true)
  })
})

test('an empty directory is not a stack, although the tools initialise it', async () => {
  await using folder = await scratch()
  const binary = tools[0]
  if (binary === undefined) throw new Error('no tool')
  const stack = stackIn(folder.path, binary)
  await expect(initStack(stack, testPorts(), { backend: true })).rejects.toThrow('holds no .tf files')
  const missing = stackIn(join(folder.path, 'x'), binary)
  await expect(initStack(missing, testPorts(), { backend: true })).rejects.toThrow('does not exist')
  await write(folder.path, { 'main.tf': '' })
  const file = stackIn(join(folder.path, 'main.tf'), binary)
  await expect(initStack(file, testPorts(), { backend: true })).rejects.toThrow('is not a directory')
})

describe('programs that are not what they seem', () => {
  const fake = async (folder: string, script: string): Promise<StackRun> => {
    const path = await program(join(folder, 'fake'), script)
    return stackIn(folder, { tool: 'terraform', path, version: '1.11.4', reason: 'test' })
  }

  test('exit code 0 with an error in the output is a failure', async () => {
    await using folder = await scratch()
    await write(folder.path, { 'main.tf': '' })
    const stack = await fake(folder.path, `printf '\\nError: Something\\n\\nis wrong\\n' >&2; exit 0`)
    const init = await initStack(stack, testPorts(), { backend: true })
    expect(init).toMatchObject({
      kind: 'failed',
      diagnostics: [{ summary: 'Something', detail: 'is wrong' }],
    })
  })

  test('no diagnostics: the last words stand in for them', async () => {
    await using folder = await scratch()
    await write(folder.path, { 'main.tf': '' })
    const stack = await fake(folder.path, `printf '\\033[31mhow odd\\377\\033[0m\\n' >&2; exit 7`)
    const init = await initStack(stack, testPorts(), { backend: true })
    expect(init).toMatchObject({
      kind: 'failed',
      diagnostics: [{ summary: 'terraform init failed (exit code 7)', detail: 'how odd\uFFFD' }],
    })
  })

  test('a signal is cancelled, a run out of time is timeout', async () => {
    await using folder = await scratch()
    await write(folder.path, { 'main.tf': '' })
    const killed = await fake(folder.path, 'kill -TERM $$')
    expect(await initStack(killed, testPorts(), { backend: true })).toMatchObject({
      kind: 'failed',
      cause: 'cancelled',
    })
    const slow = await fake(folder.path, 'trap "exit 1" INT; while :; do sleep 0.05; done')
    const init = await initStack(slow, testPorts(), { backend: true, timeoutMs: 100 })
    expect(init).toMatchObject({ kind: 'failed', cause: 'timeout', retries: 0 })
  })
})
