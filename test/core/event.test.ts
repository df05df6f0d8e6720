import { expect, test } from '@jest/globals'
import { runContext } from '../../src/core/event.ts'

const env = {
  GITHUB_EVENT_NAME: 'pull_request',
  GITHUB_EVENT_PATH: '/event',
  GITHUB_REPOSITORY: 'acme/gitops',
  GITHUB_RUN_ATTEMPT: '2',
}
const event = (head: unknown): (() => Promise<string>) => {
  const pull = {
    number: 7,
    head: { sha: 'b'.repeat(40), ref: 'change', repo: head },
    base: { ref: 'main', sha: 'c'.repeat(40) },
  }
  return () => Promise.resolve(JSON.stringify({ pull_request: pull }))
}

test('a pull request from this repository is no fork, whatever the case of its name', async () => {
  const run = await runContext(env, event({ full_name: 'Acme/GitOps' }))
  expect(run.pull).toEqual({
    number: 7,
    headSha: 'b'.repeat(40),
    headRef: 'change',
    baseRef: 'main',
    baseSha: 'c'.repeat(40),
    fork: false,
  })
  expect(run.attempt).toBe(2)
})

test('another repository, or a deleted one, is a fork', async () => {
  expect((await runContext(env, event({ full_name: 'mallory/gitops' }))).pull?.fork).toBe(true)
  expect((await runContext(env, event(null))).pull?.fork).toBe(true)
})

test('a broken event file is named', async () => {
  await expect(runContext(env, () => Promise.resolve('{'))).rejects.toThrow('the event file cannot be read')
})

test('without an event there is no pull request', async () => {
  expect((await runContext({}, () => Promise.reject(new Error('not read')))).pull).toBeUndefined()
})

const ZERO = '0'.repeat(40)
const told = (payload: unknown) => () => Promise.resolve(JSON.stringify(payload))

test('a push tells what the branch was before, and whether history was rewritten', async () => {
  const push = { GITHUB_EVENT_NAME: 'push', GITHUB_EVENT_PATH: '/event', GITHUB_REF_TYPE: 'branch' }
  const run = await runContext(push, told({ before: 'd'.repeat(40), forced: true }))
  expect(run.push).toEqual({ before: 'd'.repeat(40), forced: true })
  expect(run.refType).toBe('branch')
  expect((await runContext(push, told({ before: ZERO, forced: false }))).push).toEqual({
    before: undefined,
    forced: false,
  })
  expect((await runContext(push, told({}))).push).toEqual({ before: undefined, forced: false })
})

test('before is the push event’s alone: others have one too (check_suite)', async () => {
  const run = await runContext(
    { GITHUB_EVENT_NAME: 'check_suite', GITHUB_EVENT_PATH: '/event' },
    told({ before: 'd'.repeat(40) }),
  )
  expect(run.push).toBeUndefined()
})

test('a merge group tells what it is put on', async () => {
  const path = { GITHUB_EVENT_NAME: 'merge_group', GITHUB_EVENT_PATH: '/event' }
  const run = await runContext(
    path,
    told({
      merge_group: { base_sha: 'e'.repeat(40), head_sha: 'f'.repeat(40), base_ref: 'refs/heads/main' },
    }),
  )
  expect(run.mergeGroup).toEqual({ baseSha: 'e'.repeat(40) })
  expect(
    (await runContext(path, told({ merge_group: { head_sha: 'f'.repeat(40) } }))).mergeGroup,
  ).toBeUndefined()
})

test('the workflow’s file and the kind of ref come from the environment', async () => {
  const run = await runContext(
    {
      GITHUB_WORKFLOW_REF: 'acme/gitops/.github/workflows/merge.yml@refs/tags/v1',
      GITHUB_REF_TYPE: 'tag',
    },
    () => Promise.resolve('{}'),
  )
  expect(run).toMatchObject({
    workflowRef: 'acme/gitops/.github/workflows/merge.yml@refs/tags/v1',
    refType: 'tag',
  })
  expect((await runContext({ GITHUB_REF_TYPE: 'note' }, () => Promise.resolve('{}'))).refType).toBeUndefined()
})
