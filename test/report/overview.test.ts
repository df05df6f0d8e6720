import { describe, expect, test } from '@jest/globals'
import { toMarkdown } from '../../src/report/markdown.ts'
import { documentOf, totals } from '../../src/report/overview.ts'
import type { Part } from '../../src/report/part.ts'
import { countWords, secondsText } from '../../src/report/words.ts'

const part = (name: string, more: Partial<Part> = {}): Part => ({
  version: 1,
  kind: 'terraform-plan',
  subject: { key: name, name, path: name },
  status: 'ok',
  verdict: { kind: 'ok' },
  counts: {},
  headline: ['No changes'],
  sections: [{ kind: 'text', rank: 3, text: [`details of ${name}`] }],
  findings: [],
  facts: { tool: 'terraform', version: '1.11.4' },
  run: { id: '1', attempt: 1, sha: 'b'.repeat(40), url: 'https://github.com/acme/x/actions/runs/1' },
  seconds: 3,
  ...more,
})
const changed = (name: string, counts: Record<string, number>): Part =>
  part(name, { status: 'changed', counts, headline: [countWords(counts)] })
const failed = part('broken', {
  status: 'failed',
  verdict: { kind: 'failed', reason: 'syntax', cause: 'config' },
  headline: ['plan failed'],
})

const text = (parts: readonly Part[], stable = false): string =>
  toMarkdown(documentOf(parts, { title: 'Terraform plan', stable }), { limit: 65_000 }).text

describe('documentOf', () => {
  test('one part is shown whole, by its name', () => {
    expect(text([part('infra/net')])).toMatch(
      /^## ✓ Terraform plan · infra\/net: No changes\n\ndetails of infra\/net/,
    )
  })

  test('several: failed first, then what is lost, then changes, and every stack has a row', () => {
    const shown = text([part('quiet'), changed('more', { add: 2 }), changed('less', { destroy: 1 }), failed])
    expect(shown.split('\n')[0]).toContain('1 of 4 stacks failed')
    const rows = shown.split('\n').filter((line) => /^\| (❌|📝|✅)/.test(line))
    expect(rows.map((row) => /`(.+?)`/.exec(row)?.[1])).toEqual(['broken', 'less', 'more', 'quiet'])
  })

  test('one failed among many good ones is never a good first line', () => {
    expect(text([...Array.from({ length: 30 }, (_, index) => part(`s${index}`)), failed])).toMatch(/^## ✗ /)
  })

  test('what is lost or failed stands open, the rest is folded', () => {
    const shown = text([changed('more', { add: 2 }), changed('less', { destroy: 1 }), failed])
    expect(shown.match(/<details open>/g)).toHaveLength(2)
  })

  test('what was changed outside is seen though nothing is to be done', () => {
    const drifted = part('net', { counts: { drift: 3 }, headline: ['No changes (3 changed outside)'] })
    const shown = text([part('app'), drifted])
    expect(shown.split('\n')[0]).toBe(
      '## ✓ Terraform plans: No changes in 2 stacks, 3 resources changed outside',
    )
    expect(shown).toContain('details of net')
    expect(shown).not.toContain('details of app')
    const rows = shown.split('\n').filter((line) => line.startsWith('| ✅'))
    expect(rows.map((row) => /`(.+?)`/.exec(row)?.[1])).toEqual(['net', 'app'])
    expect(text([changed('app', { add: 1 }), drifted])).toContain('details of net')
  })

  test('no stacks is said', () => {
    expect(text([])).toContain('No stacks found')
  })

  test('stable leaves out time and link and nothing else', () => {
    const [one, two] = [changed('a', { add: 1 }), changed('b', { add: 1 })]
    const later = (item: Part): Part => ({
      ...item,
      seconds: 99,
      run: { ...item.run, url: 'https://github.com/acme/x/actions/runs/2' },
    })
    expect(text([later(one), later(two)], true)).toBe(text([one, two], true))
    expect(text([later(one)], true)).toBe(text([one], true))
    expect(text([later(one), later(two)])).not.toBe(text([one, two]))
    const otherCommit = { ...one, run: { ...one.run, sha: 'c'.repeat(40) } }
    expect(text([otherCommit, two], true)).not.toBe(text([one, two], true))
  })
})

test('totals adds up', () => {
  expect(totals([changed('a', { add: 1, destroy: 2 }), changed('b', { add: 3 })])).toEqual({
    add: 4,
    destroy: 2,
  })
})

test.each([
  [{}, ''],
  [{ add: 1, destroy: 2, replace: 1 }, '2 to destroy, 1 to replace, 1 to add'],
  [{ outputs: 1 }, '1 output to change'],
  [{ unknown: 3 }, '3 not understood'],
])('%j: %s', (counts, words) => {
  expect(countWords(counts)).toBe(words)
})

test.each([
  [0.04, '0.0 s'],
  [4.25, '4.3 s'],
  [61, '61 s'],
  [125, '2 min 5 s'],
])('%d: %s', (seconds, words) => {
  expect(secondsText(seconds)).toBe(words)
})
