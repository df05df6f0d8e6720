import { describe, expect, test } from '@jest/globals'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { showPlan } from '../../src/terraform/show.ts'
import type { ShowResult } from '../../src/terraform/show.ts'
import type { StackRun } from '../../src/terraform/stack-run.ts'
import type { TerraformBinary } from '../../src/terraform/tool.ts'
import { terraformTools } from '../lab/terraform-tools.ts'
import { must, program, scratch, stackIn, testPorts, write } from './support.ts'

const tools = terraformTools(process.env)

const show = (stack: StackRun, planFile: string): Promise<ShowResult> =>
  showPlan(stack, planFile, join(stack.directory, 'plan.json'), testPorts())

const savedPlan = async (directory: string, binary: TerraformBinary, env: Record<string, string> = {}) => {
  await write(directory, { 'main.tf': 'resource "terraform_data" "a" {}\n' })
  const stack = stackIn(directory, binary, { env })
  await must(stack, 'init')
  await must(stack, 'plan', `-out=${join(directory, 'p')}`)
  return { stack, planFile: join(directory, 'p') }
}

const gone = (stack: StackRun) => expect(stat(join(stack.directory, 'plan.json'))).rejects.toThrow('ENOENT')

describe.each(tools)('$tool $version', (binary) => {
  test('a plan file that is damaged: cut in half, or no plan inside', async () => {
    await using folder = await scratch()
    const { stack, planFile } = await savedPlan(folder.path, binary)
    const bytes = await readFile(planFile)
    await write(folder.path, { half: bytes.subarray(0, bytes.length / 2) })
    const half = await show(stack, join(folder.path, 'half'))
    expect(half).toMatchObject({ kind: 'failed', phase: 'show' })
    await gone(stack)
  })

  test('a plan of another version: which made it, and what to do', async () => {
    const other = tools.find((tool) => tool.version !== binary.version)
    if (other === undefined) {
      console.warn('left out: only one tool is here')
      return
    }
    await using folder = await scratch()
    await using second = await scratch()
    const { planFile } = await savedPlan(folder.path, other)
    const { stack } = await savedPlan(second.path, binary)
    const shown = await show(stack, planFile)
    expect(shown).toMatchObject({ kind: 'failed', cause: 'config' })
    if (shown.kind !== 'failed') throw new Error('not failed')
    expect(shown.help).toContain(`made by version ${other.version}, this is ${binary.tool} ${binary.version}`)
    await gone(stack)
  })

  test('a saved plan of HCP Terraform only names a run (Terraform 1.11 crashes on it)', async () => {
    await using folder = await scratch()
    const { stack } = await savedPlan(folder.path, binary)
    await write(folder.path, {
      cloud: '{"remote_plan_format":1,"run_id":"run-1","hostname":"app.terraform.io"}',
    })
    const shown = await show(stack, join(folder.path, 'cloud'))
    expect(shown.kind).toBe('failed')
    if (shown.kind !== 'failed') throw new Error('not failed')
    expect(shown.cause).not.toBe('bug')
    expect(shown.help).toContain('names a run in HCP Terraform')
    await gone(stack)
  })

  test('what is no plan never reaches the tool', async () => {
    await using folder = await scratch()
    await write(folder.path, { 'main.tf': '', garbage: 'x' })
    const stack = stackIn(folder.path, binary)
    await expect(show(stack, join(folder.path, 'garbage'))).rejects.toThrow('neither a saved plan nor JSON')
    await expect(show(stack, join(folder.path, 'none'))).rejects.toThrow('does not exist')
  })

  test('TF_CLI_ARGS_show that changes the command is not a plan', async () => {
    await using folder = await scratch()
    const { stack, planFile } = await savedPlan(folder.path, binary)
    const odd = { ...stack, env: { ...stack.env, TF_CLI_ARGS_show: '-help' } }
    expect(await show(odd, planFile)).toMatchObject({ kind: 'failed' })
    await gone(stack)
  })
})

test.each(tools.filter(({ tool }) => tool === 'tofu'))(
  '$tool $version: an encrypted plan',
  async (binary) => {
    await using folder = await scratch()
    const encryption = `key_provider "pbkdf2" "k" {
  passphrase = "only-for-this-test-0123"
}
method "aes_gcm" "m" {
  keys = key_provider.pbkdf2.k
}
plan {
  method = method.aes_gcm.m
}
`
    const { stack, planFile } = await savedPlan(folder.path, binary, { TF_ENCRYPTION: encryption })
    expect(await show(stack, planFile)).toMatchObject({ kind: 'shown' })
    expect(await readFile(join(folder.path, 'plan.json'), 'utf8')).toContain('"resource_changes"')
    const withoutKey = { ...stack, env: { ...stack.env, TF_ENCRYPTION: '' } }
    expect(await show(withoutKey, planFile)).toMatchObject({ kind: 'failed' })
    await gone(stack)
  },
)

test.each(tools.filter(({ tool }) => tool === 'tofu'))(
  '$tool $version writes a warning before the JSON when its CLI configuration is not there',
  async (binary) => {
    await using folder = await scratch()
    const { stack, planFile } = await savedPlan(folder.path, binary)
    const odd = { ...stack, env: { ...stack.env, TF_CLI_CONFIG_FILE: join(folder.path, 'gone.tfrc') } }
    expect(await show(odd, planFile)).toMatchObject({ kind: 'shown' })
    const jsonFile = join(folder.path, 'plan.json')
    expect(JSON.parse(await readFile(jsonFile, 'utf8'))).toMatchObject({ resource_changes: [{}] })
    expect((await stat(jsonFile)).mode & 0o777).toBe(0o600)
  },
)

test('text before the document goes, the rest stays as it is, and nothing else is left behind', async () => {
  await using folder = await scratch()
  const body = `{"format_version":"1.2","x":"${'é{'.repeat(200_000)}"}`
  await write(folder.path, { 'main.tf': '', p: '{"meta":{},"encrypted_data":"x"}', body })
  const path = await program(join(folder.path, 'fake'), `printf '\nWarning: é { x\n\nText.\n'; cat body`)
  const stack = stackIn(folder.path, { tool: 'tofu', path, version: '1.12.6', reason: 'test' })
  expect(await show(stack, join(folder.path, 'p'))).toMatchObject({ kind: 'shown' })
  expect(await readFile(join(folder.path, 'plan.json'), 'utf8')).toBe(body)
  expect((await stat(join(folder.path, 'plan.json'))).mode & 0o777).toBe(0o600)
  expect((await readdir(folder.path)).sort()).toEqual(['body', 'fake', 'main.tf', 'p', 'plan.json'])
})

test.each([
  ['nothing', 'exit 0'],
  ['half a document', `printf '{"format_version":"1.2",'`],
  ['text', 'echo "No changes."'],
  ['a document, but exit code 1', 'echo "{}"; exit 1'],
])('a program that prints %s has shown no plan', async (_, script) => {
  await using folder = await scratch()
  await write(folder.path, { 'main.tf': '', p: '{"meta":{},"encrypted_data":"x"}' })
  const path = await program(join(folder.path, 'fake'), script)
  const stack = stackIn(folder.path, { tool: 'terraform', path, version: '1.11.4', reason: 'test' })
  expect(await show(stack, join(folder.path, 'p'))).toMatchObject({ kind: 'failed' })
  await gone(stack)
})
