import { describe, expect, test } from '@jest/globals'
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { initStack } from '../../src/terraform/init.ts'
import { planStack } from '../../src/terraform/plan.ts'
import type { TerraformBinary } from '../../src/terraform/tool.ts'
import { parseWorkspaces, selectWorkspace } from '../../src/terraform/workspace.ts'
import { terraformTools } from '../lab/terraform-tools.ts'
import { must, program, scratch, stackIn, testPorts, write } from './support.ts'

const tools = terraformTools(process.env)

describe.each(tools)('$tool $version', (binary) => {
  test('only the exact name is a workspace (Digger: `prod` matched `prod-eu`)', async () => {
    await using folder = await scratch()
    await write(folder.path, { 'main.tf': 'output "w" {\n  value = terraform.workspace\n}\n' })
    const stack = stackIn(folder.path, binary)
    await must(stack, 'init')
    for (const name of ['prod-eu', 'preprod']) await must(stack, 'workspace', 'new', name)
    // What was selected by hand last must not matter.
    await must(stack, 'workspace', 'select', 'preprod')
    const ports = testPorts()
    const missing = await selectWorkspace({ ...stack, workspace: 'prod' }, ports)
    expect(missing).toMatchObject({
      kind: 'failed',
      phase: 'workspace',
      cause: 'config',
      diagnostics: [
        {
          summary: 'workspace "prod" does not exist',
          detail: 'Workspaces that exist: default, preprod, prod-eu.',
        },
      ],
    })
    // By TF_WORKSPACE the tools themselves would plan a new, empty workspace.
    const byEnv = await selectWorkspace({ ...stack, env: { ...stack.env, TF_WORKSPACE: 'prod' } }, ports)
    expect(byEnv).toMatchObject({ kind: 'failed', cause: 'config' })
    expect((await readdir(join(folder.path, 'terraform.tfstate.d'))).sort()).toEqual(['preprod', 'prod-eu'])
    expect(await readFile(join(folder.path, '.terraform/environment'), 'utf8')).toBe('preprod')
  })

  test('a plan is made in the workspace asked for, the input beats TF_WORKSPACE', async () => {
    await using folder = await scratch()
    await write(folder.path, { 'main.tf': 'output "w" {\n  value = terraform.workspace\n}\n' })
    const plain = stackIn(folder.path, binary)
    await must(plain, 'init')
    for (const name of ['prod-eu', 'dev']) await must(plain, 'workspace', 'new', name)
    const planIn = async (
      workspace: string | undefined,
      env: Record<string, string> = {},
    ): Promise<string> => {
      const stack = {
        ...plain,
        env: { ...plain.env, ...env },
        ...(workspace === undefined ? {} : { workspace }),
      }
      expect(await initStack(stack, testPorts(), { backend: true })).toMatchObject({ kind: 'ok' })
      const selected = await selectWorkspace(stack, testPorts())
      if (selected.kind === 'failed') throw new Error('not selected')
      const planFile = join(folder.path, 'out/plan')
      const options = selected.workspace === undefined ? {} : { workspace: selected.workspace }
      expect(await planStack(stack, testPorts(), { planFile, ...options })).toMatchObject({ kind: 'planned' })
      const json = JSON.parse(await must(plain, 'show', '-json', planFile)) as {
        planned_values: { outputs: { w: { value: string } } }
      }
      return json.planned_values.outputs.w.value
    }
    expect(await planIn('prod-eu')).toBe('prod-eu')
    expect(await planIn('default')).toBe('default')
    expect(await planIn('prod-eu', { TF_WORKSPACE: 'dev' })).toBe('prod-eu')
    expect(await planIn(undefined, { TF_WORKSPACE: 'prod-eu' })).toBe('prod-eu')
    expect(await planIn(undefined, { TF_WORKSPACE: '' })).toBe('dev')
  }, 20_000)

  test('init does not stumble over a TF_WORKSPACE that does not exist', async () => {
    await using folder = await scratch()
    await write(folder.path, { 'main.tf': 'terraform {\n  backend "local" {}\n}\n' })
    const stack = stackIn(folder.path, binary, { workspace: 'nowhere', env: { TF_WORKSPACE: 'nowhere' } })
    await mkdir(join(folder.path, 'terraform.tfstate.d/other'), { recursive: true })
    expect(await initStack(stack, testPorts(), { backend: true })).toMatchObject({ kind: 'ok' })
    const selected = await selectWorkspace(stack, testPorts())
    expect(selected).toMatchObject({ kind: 'failed', cause: 'config' })
    if (selected.kind !== 'failed') throw new Error('not failed')
    expect(selected.diagnostics[0]?.detail).toBe('Workspaces that exist: default, other.')
  })

  test('a stack that is not initialised is no answer', async () => {
    await using folder = await scratch()
    await write(folder.path, { 'main.tf': 'terraform {\n  backend "local" {}\n}\n' })
    const stack = stackIn(folder.path, binary, { workspace: 'default' })
    expect(await selectWorkspace(stack, testPorts())).toMatchObject({ kind: 'failed', cause: 'init' })
  })
})

const fake = async (folder: string, script: string): Promise<TerraformBinary> => {
  await write(folder, { 'main.tf': '' })
  return {
    tool: 'terraform',
    path: await program(join(folder, 'fake'), script),
    version: '1.11.4',
    reason: 'test',
  }
}

test('no workspace asked for: nothing runs', async () => {
  await using folder = await scratch()
  const ports = testPorts()
  const stack = stackIn(folder.path, await fake(folder.path, 'exit 1'))
  expect(await selectWorkspace(stack, ports)).toEqual({ kind: 'selected' })
  expect(ports.ran).toEqual([])
})

test('a backend without workspaces says so', async () => {
  await using folder = await scratch()
  const stack = stackIn(folder.path, await fake(folder.path, 'echo "workspaces not supported" >&2; exit 1'), {
    workspace: 'prod',
  })
  const selected = await selectWorkspace(stack, testPorts())
  expect(selected).toMatchObject({ kind: 'failed', cause: 'config' })
  if (selected.kind !== 'failed') throw new Error('not failed')
  expect(selected.help).toContain('has no workspaces')
})

test('a backend without workspaces has the one that is called "default"', async () => {
  await using folder = await scratch()
  const binary = await fake(folder.path, 'echo "workspaces not supported" >&2; exit 1')
  for (const more of [{ workspace: 'default' }, { env: { TF_WORKSPACE: 'default' } }]) {
    // No name: TF_WORKSPACE would have to be one that was seen.
    expect(await selectWorkspace(stackIn(folder.path, binary, more), testPorts())).toEqual({
      kind: 'selected',
    })
  }
})

test('an empty list is not a match, nor is a sentence', async () => {
  await using folder = await scratch()
  const binary = await fake(folder.path, 'printf "\\nThe active workspace is prod\\n  prod is here\\n"')
  expect(
    await selectWorkspace(stackIn(folder.path, binary, { workspace: 'prod' }), testPorts()),
  ).toMatchObject({
    kind: 'failed',
    diagnostics: [{ detail: 'The backend has none.' }],
  })
})

test('`cloud` with tags has no "default": init gets the name after all', async () => {
  await using folder = await scratch()
  const script =
    'test "$TF_WORKSPACE" = prod && exit 0; printf "\\nError: Currently selected workspace \\"default\\" does not exist\\n" >&2; exit 1'
  const stack = stackIn(folder.path, await fake(folder.path, script), { workspace: 'prod' })
  const ports = testPorts()
  expect(await initStack(stack, ports, { backend: true })).toMatchObject({ kind: 'ok', retries: 0 })
  expect(ports.ran.map(({ env }) => env['TF_WORKSPACE'])).toEqual([undefined, 'prod'])
})

test('the list as the tools print it', () => {
  const printed =
    '\u001b[0m  default\n* prod-eu\r\n  prod2\n\n\nThe active workspace is being overridden using the TF_WORKSPACE environment\nvariable.\n'
  expect(parseWorkspaces(printed)).toEqual(['default', 'prod-eu', 'prod2'])
})
