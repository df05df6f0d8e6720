import { expect, test } from '@jest/globals'
import { join } from 'node:path'
import { planStacks, type PlanSettings } from '../../src/pipeline/plan-stacks.ts'
import type { Part } from '../../src/report/part.ts'
import { scratch, testPorts, write } from '../terraform/support.ts'

async function partOf(
  files: Readonly<Record<string, string>>,
  more: Partial<PlanSettings> = {},
): Promise<Part> {
  await using folder = await scratch()
  await write(folder.path, files)
  const settings: PlanSettings = {
    root: folder.path,
    folder: join(folder.path, 'private'),
    env: {},
    jobEnv: {},
    tool: { tool: 'auto', version: 'auto' },
    checks: [],
    varFiles: [],
    backendConfig: [],
    initArgs: [],
    planArgs: [],
    lockTimeout: '0s',
    patterns: [],
    destroyWarning: 1,
    run: { id: '1', attempt: 1, sha: 'a'.repeat(40) },
    parallel: 1,
    ...more,
    ...(more.planFile === undefined ? {} : { planFile: join(folder.path, more.planFile) }),
  }
  const { log, ...ports } = testPorts()
  if (log === undefined) throw new Error('no log')
  const subject = { key: 'k', name: 'app', path: 'app' }
  const stacks = [{ subject, varFiles: [], backendConfig: [] }]
  const planned = await planStacks(stacks, settings, { ...ports, log })
  const [part] = planned.parts
  if (part === undefined) throw new Error('no part')
  return part
}

test.each([
  ['plan-file does not exist', undefined],
  ['plan-file is empty', ''],
  [
    'plan-file is output of the setup-terraform wrapper around JSON',
    '[command]/bin/terraform show -json p\n{}\n',
  ],
  [
    'This is not the JSON of a plan: it is several JSON documents',
    '{"format_version":"1.2","resource_changes":[]}\n{"a":1}\n',
  ],
])('a plan file that cannot be read is no failed init: %s', async (words, text) => {
  const files = { 'app/main.tf': '', ...(text === undefined ? {} : { 'app/p': text }) }
  const part = await partOf(files, { planFile: 'app/p' })
  expect(part).toMatchObject({ status: 'failed', verdict: { kind: 'failed' } })
  expect(part.headline[0]).toEqual({ strong: ['the plan file could not be read'] })
  expect(part.headline[1]).toContain(words)
  expect(JSON.stringify(part)).not.toContain('init failed')
})

test('a folder that cannot be planned is still one', async () => {
  const part = await partOf({ 'README.md': '' })
  expect(part.headline[0]).toEqual({ strong: ['init failed'] })
})

test('an entry that is null does not end the job', async () => {
  const plan = { format_version: '1.2', resource_changes: [null], output_changes: { x: null } }
  const part = await partOf({ 'app/main.tf': '', 'app/p': JSON.stringify(plan) }, { planFile: 'app/p' })
  expect(part).toMatchObject({ status: 'changed', counts: { unknown: 1 } })
})
