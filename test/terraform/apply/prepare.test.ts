import { expect, test } from '@jest/globals'
import { join } from 'node:path'
import { prepareApply } from '../../../src/terraform/apply/prepare.ts'
import { program, scratch, stackIn, testPorts, write } from '../support.ts'

test('the lock file is binding where there is one; without one its providers could not be installed at all', async () => {
  await using folder = await scratch()
  const path = await program(join(folder.path, 'terraform'), 'echo "* default\n  prod"')
  const binary = { tool: 'terraform', path, version: '1.11.4', reason: 'test' } as const
  const run = stackIn(join(folder.path, 'stack'), binary, { workspace: 'prod' })
  await write(run.directory, { 'main.tf': '' })
  for (const hasFile of [false, true]) {
    if (hasFile) await write(run.directory, { '.terraform.lock.hcl': '' })
    const ports = testPorts()
    expect(await prepareApply(run, ports)).toEqual({ kind: 'ready', workspace: 'prod', diagnostics: [] })
    const [init, workspace] = ports.ran.map(({ args }) => args)
    expect(init?.slice(0, 2)).toEqual(['init', '-input=false'])
    expect(init?.includes('-lockfile=readonly')).toBe(hasFile)
    expect(workspace).toEqual(['workspace', 'list'])
  }
})

test('a workspace that does not exist: nothing is made ready', async () => {
  await using folder = await scratch()
  const path = await program(join(folder.path, 'terraform'), 'echo "* default"')
  const binary = { tool: 'terraform', path, version: '1.11.4', reason: 'test' } as const
  const run = stackIn(join(folder.path, 'stack'), binary, { workspace: 'prod' })
  await write(run.directory, { 'main.tf': '' })
  expect(await prepareApply(run, testPorts())).toMatchObject({
    kind: 'failed',
    phase: 'workspace',
    cause: 'config',
  })
})
