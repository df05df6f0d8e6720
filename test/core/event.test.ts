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
