import { afterAll, describe, expect, test } from '@jest/globals'
import {
  hasCommit,
  isAncestor,
  isShallow,
  mergeBase,
  parentsOf,
  resolveCommit,
} from '../../../src/repository/git/commits.ts'
import { checkoutOf, newRepo, removeTempFolders } from './support.ts'

afterAll(removeTempFolders)

/** main: one – two – merge; side: one – three. */
function history() {
  const repo = newRepo()
  const one = repo.commit({ a: '1' })
  repo.git('branch', 'side')
  const two = repo.commit({ a: '2' })
  repo.git('checkout', '--quiet', 'side')
  const three = repo.commit({ b: '3' })
  repo.git('checkout', '--quiet', 'main')
  repo.git('merge', '--quiet', '--no-ff', '-m', 'merge', 'side')
  return { repo, one, two, three, merge: repo.git('rev-parse', 'HEAD') }
}

describe('in a whole repository', () => {
  test('names', async () => {
    const { repo, one, three } = history()
    repo.git('tag', '-a', '-m', 'a tag', 'v1', one)
    repo.git('branch', 'with/slash', three)
    const { place } = repo
    expect(await resolveCommit(place, 'v1')).toBe(one)
    expect(await resolveCommit(place, 'with/slash')).toBe(three)
    expect(await resolveCommit(place, three.slice(0, 10))).toBe(three)
    expect(await resolveCommit(place, 'HEAD~2')).toBe(one)
    for (const bad of [
      '',
      'none',
      '--all',
      '-h',
      '--git-dir',
      'a\0b',
      'HEAD:a',
      'main..side',
      ';ls',
      '@{-1}x',
    ])
      expect([bad, await resolveCommit(place, bad)]).toEqual([bad, undefined])
    expect([await hasCommit(place, three), await hasCommit(place, 'f'.repeat(40))]).toEqual([true, false])
    expect(await hasCommit(place, repo.git('rev-parse', 'HEAD:a'))).toBe(false)
  })

  test('parents, ancestors, merge base', async () => {
    const { repo, one, two, three, merge } = history()
    const { place } = repo
    expect(await parentsOf(place, merge)).toEqual([two, three])
    expect(await parentsOf(place, one)).toEqual([])
    expect([await isAncestor(place, one, three), await isAncestor(place, three, two)]).toEqual([true, false])
    expect(await isAncestor(place, 'f'.repeat(40), two)).toBeUndefined()
    expect(await mergeBase(place, two, three)).toBe(one)
    expect(await mergeBase(place, two, 'f'.repeat(40))).toBeUndefined()
    repo.git('checkout', '--quiet', '--orphan', 'alone')
    expect(await mergeBase(place, repo.commit(), two)).toBeUndefined()
    expect(await isShallow(place)).toBe(false)
  })

  test('a commit message cannot pass for a parent; a replaced commit is not used', async () => {
    const { repo, one, two, merge } = history()
    repo.git('commit', '--quiet', '--allow-empty', '-m', `subject\n\nparent ${one}`)
    expect(await parentsOf(repo.place, repo.git('rev-parse', 'HEAD'))).toEqual([merge])
    repo.git('replace', two, one)
    expect(await parentsOf(repo.place, two)).toEqual([one])
  })
})

test('a shallow clone hides parents from other commands, not from us, and does not guess', async () => {
  const { repo, one, two, three, merge } = history()
  const checkout = checkoutOf(repo, merge, '--depth=1')
  const { place } = checkout
  expect(checkout.git('log', '--format=%P', '-1')).toBe('')
  expect(await parentsOf(place, merge)).toEqual([two, three])
  expect(await isShallow(place)).toBe(true)
  expect(await hasCommit(place, two)).toBe(false)
  expect(await mergeBase(place, merge, two)).toBeUndefined()
  const deeper = checkoutOf(repo, merge, '--depth=2')
  expect(await isAncestor(deeper.place, two, merge)).toBe(true)
  expect(await isAncestor(deeper.place, one, merge)).toBeUndefined()
})
