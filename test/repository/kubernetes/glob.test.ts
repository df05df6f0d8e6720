import { expect, test } from '@jest/globals'
import { globFolder, globMatcher, type GlobStyle } from '../../../src/repository/kubernetes/glob.ts'

test.each<[GlobStyle, string, string, boolean]>([
  ['segment', 'apps/*', 'apps/web', true],
  ['segment', 'apps/*', 'apps/web/deep', false],
  ['segment', 'apps/**', 'apps/web/deep', false],
  ['segment', '*', 'apps', true],
  ['segment', 'a?c', 'a/c', false],
  ['segment', 'a[b-d]', 'ac', true],
  ['segment', 'a[^b-d]', 'ac', false],
  ['segment', 'a{b,c}', 'ab', false],
  ['segment', 'a\\*', 'a*', true],
  ['segment', 'a\\*', 'ab', false],
  ['segment', 'a[', 'a[', true],
  ['segment', 'apps/\0/x', 'apps/1/2/x', true],
  ['pathspec', 'a/*.yaml', 'a/b/c.yaml', true],
  ['pathspec', 'a/**/c.yaml', 'a/c.yaml', false],
  ['doublestar', 'a/*.yaml', 'a/b/c.yaml', false],
  ['doublestar', 'a/**/c.yaml', 'a/c.yaml', true],
  ['doublestar', 'a/**/c.yaml', 'a/b/d/c.yaml', true],
  ['doublestar', 'a/**/c.yaml', 'a/xc.yaml', false],
  ['doublestar', '**', 'a/b', true],
  ['doublestar', 'a/{b,c{d,e}}.yaml', 'a/ce.yaml', true],
  ['doublestar', 'a/{b,c}.yaml', 'a/d.yaml', false],
])('%s: %s on %s is %s', (style, pattern, path, result) => {
  expect(globMatcher(pattern, style)(path)).toBe(result)
})

test('hostile patterns take no time', () => {
  const from = performance.now()
  expect(globMatcher('*a'.repeat(200) + 'b', 'pathspec')('a'.repeat(2_000))).toBe(false)
  expect(globMatcher('{a,b}'.repeat(40), 'doublestar')('c'.repeat(40))).toBe(true)
  expect(performance.now() - from).toBeLessThan(1_000)
})

test('the folder all matches are in', () => {
  expect(['a/b/*.yaml', '*', 'a*/b', 'a/b', 'a/\0/c'].map(globFolder)).toEqual(['a/b', '.', '.', 'a', 'a'])
})
