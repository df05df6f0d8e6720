import { describe, expect, test } from '@jest/globals'
import type { WorkflowRun } from '../../../src/core/github-port.ts'
import { judgeRuns, workflowFile } from '../../../src/repository/base/runs.ts'

let id = 0
const run = (
  headSha: string,
  conclusion: string | undefined,
  startedAt: number,
  more: Partial<WorkflowRun> = {},
): WorkflowRun => ({
  id: ++id,
  headSha,
  status: conclusion === undefined ? 'in_progress' : 'completed',
  conclusion,
  createdAt: startedAt,
  startedAt,
  endedAt: startedAt,
  event: 'push',
  path: '.github/workflows/gitops.yml',
  headBranch: 'main',
  headRepository: 'acme/gitops',
  attempt: 1,
  url: `https://github.com/acme/gitops/actions/runs/${id}`,
  ...more,
})
const judge = (runs: readonly WorkflowRun[], total = runs.length, current = 1e9) =>
  judgeRuns(runs, total, current)

describe('runs', () => {
  test('the last that succeeded, and those since that may have done something', () => {
    expect(
      judge([
        run('g', undefined, 70),
        run('f', 'skipped', 60),
        run('e', 'startup_failure', 55),
        run('d', 'failure', 50),
        run('c', 'timed_out', 40),
        run('b', 'success', 30),
        run('a', 'failure', 20),
        run('z', 'success', 10),
      ]),
    ).toEqual({ kind: 'success', sha: 'b', unfinished: ['g', 'd', 'c'] })
  })
  test('one that began before and is still at work counts', () => {
    expect(judge([run('b', 'success', 30), run('a', undefined, 20)])).toEqual({
      kind: 'success',
      sha: 'b',
      unfinished: ['a'],
    })
  })
  test('one that began before and ended after it counts, well or not; one that ended before does not', () => {
    const last = run('b', 'success', 30, { endedAt: 60 })
    const before = (headSha: string, conclusion: string, endedAt: number): WorkflowRun =>
      run(headSha, conclusion, 20, { endedAt })
    expect(judge([last, before('a', 'failure', 70)])).toMatchObject({ sha: 'b', unfinished: ['a'] })
    expect(judge([last, before('a', 'cancelled', 60)])).toMatchObject({ sha: 'b', unfinished: ['a'] })
    expect(judge([last, before('a', 'success', 70)])).toMatchObject({ sha: 'b', unfinished: ['a'] })
    // It waited for its turn behind these two.
    expect(judge([last, before('a', 'failure', 40), before('z', 'success', 50)])).toMatchObject({
      sha: 'b',
      unfinished: [],
    })
    // The time of the last one's end may be that of its logs' end.
    const late = run('b', 'success', 30, { endedAt: 9000 })
    expect(judge([run('c', 'failure', 40, { endedAt: 50 }), late])).toMatchObject({ unfinished: ['c'] })
  })
  test('an old run that was done again: it is the last, and what ended before that is past', () => {
    const again = run('a', 'success', 90, { id: 3, endedAt: 95 })
    expect(judge([run('b', 'failure', 50, { id: 5, endedAt: 60 }), again])).toEqual({
      kind: 'success',
      sha: 'a',
      unfinished: [],
    })
    // Done again without success: what it has done may be there in part.
    const failed = run('a', 'failure', 90, { id: 3, endedAt: 95 })
    expect(judge([run('b', 'success', 50, { id: 5, endedAt: 60 }), failed])).toMatchObject({
      sha: 'b',
      unfinished: ['a'],
    })
  })
  test('a newer one that has not ended does not count: its changes are its own', () => {
    const newer = [run('d', 'failure', 90, { id: 79 }), run('c', undefined, 80, { id: 78 })]
    expect(judge([...newer, run('a', 'success', 1, { id: 1 })], 3, 77)).toEqual({
      kind: 'success',
      sha: 'a',
      unfinished: ['d'],
    })
  })
  test('each commit once, and not the one that succeeded in the end', () => {
    const runs = [
      run('b', 'failure', 50),
      run('b', 'cancelled', 40),
      run('a', 'failure', 35),
      run('a', 'success', 30),
    ]
    expect(judge(runs)).toEqual({ kind: 'success', sha: 'a', unfinished: ['b'] })
  })
  test('the current run is none of them, also when it is done again', () => {
    const current = run('c', undefined, 90, { id: 77 })
    expect(judge([current], 1, 77)).toEqual({ kind: 'first' })
    expect(judge([current, run('a', 'success', 1)], 2, 77)).toEqual({
      kind: 'success',
      sha: 'a',
      unfinished: [],
    })
  })
  test('none that succeeded among those we see is not “the first”', () => {
    expect(judge([run('a', 'failure', 1)])).toEqual({ kind: 'no-success', runs: 1 })
    expect(judge([run('a', 'skipped', 1)])).toEqual({ kind: 'first' })
    expect(judge([run('a', 'skipped', 1)], 101)).toEqual({ kind: 'no-success', runs: 0 })
    expect(judge([])).toEqual({ kind: 'first' })
  })
  test('a success is only one when it is complete', () => {
    expect(judge([run('a', 'success', 1, { status: 'in_progress' })])).toEqual({
      kind: 'no-success',
      runs: 1,
    })
  })
})

test.each([
  ['acme/gitops/.github/workflows/merge.yml@refs/heads/main', 'merge.yml'],
  ['Acme/GitOps/.github/workflows/a b.yaml@refs/heads/x@y', 'a b.yaml'],
  ['acme/other/.github/workflows/merge.yml@refs/heads/main', undefined],
  ['acme/gitops/.github/workflows/merge.yml', undefined],
  ['', undefined],
])('the file of %s', (reference, expected) => {
  expect(workflowFile(reference, 'acme/gitops')).toBe(expected)
})
