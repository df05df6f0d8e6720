import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { toMarkdown } from '../../src/report/markdown.ts'
import { totals } from '../../src/report/overview-verdict.ts'
import { documentOf } from '../../src/report/overview.ts'
import type { Part } from '../../src/report/part.ts'
import { countWords, doneWords, secondsText } from '../../src/report/words.ts'
import { anyDocument } from './support/documents.ts'
import { hostile } from './support/hostile.ts'

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

describe('parts of other kinds', () => {
  const headOf = (...parts: readonly Part[]): string =>
    text(parts).split('\n')[0]?.replaceAll('\\:', ':') ?? ''
  const waiting = part('app', {
    status: 'partial',
    verdict: { kind: 'waiting', reason: 'waits for net', on: ['net'] },
    headline: ['waits for net'],
  })
  const applied = (name: string, counts: Record<string, number>): Part => ({
    ...changed(name, counts),
    kind: 'terraform-apply',
    headline: [doneWords(counts)],
  })
  const refused = part('r', {
    kind: 'terraform-apply',
    status: 'failed',
    verdict: { kind: 'failed', cause: 'policy', reason: 'other files' },
    facts: { refused: 'inputs' },
  })

  test.each<[string, readonly Part[], string]>([
    [
      'waiting is neither good nor bad',
      [waiting, part('net')],
      '## ± Terraform plans: **1 of 2 stacks waiting**',
    ],
    [
      'failed before waiting',
      [waiting, failed],
      '## ✗ Terraform plans: **1 of 2 stacks failed**, **1 waiting**',
    ],
    [
      'applied, in the past',
      [applied('a', { destroy: 1, add: 2 }), applied('b', { add: 1 })],
      '## ± Terraform plans: **2 of 2 stacks applied**: 1 destroyed, 3 added',
    ],
    [
      'refused is not failed',
      [applied('a', { add: 1 }), refused],
      '## ✗ Terraform plans: **1 of 2 stacks refused**, **1 applied**: 1 added',
    ],
    [
      'what was not heard of is not failed either',
      [part('a'), part('b', { status: 'failed', verdict: { kind: 'unknown', reason: 'no result' } })],
      '## ✗ Terraform plans: **1 of 2 stacks without a result**',
    ],
    [
      'what is gone still exists: it is not counted as to be destroyed',
      [changed('a', { add: 1 }), { ...changed('old', { destroy: 9 }), facts: { gone: 'true' } }],
      '## ± Terraform plans: **1 of 2 stacks to change**, **1 gone**: 1 to add',
    ],
    [
      'nothing to apply',
      [part('a', { kind: 'terraform-apply' }), part('b', { kind: 'terraform-apply' })],
      '## ✓ Terraform plans: Nothing to apply in 2 stacks',
    ],
    [
      'charts',
      [part('a'), part('c', { kind: 'helm-lint' })],
      '## ✓ Terraform plans: No changes in 1 stack, no errors in 1 chart',
    ],
  ])('%s', (_, parts, line) => {
    expect(headOf(...parts)).toBe(line)
  })

  test('rows in the order of how much they matter, each with its sign', () => {
    const all = [
      part('quiet'),
      waiting,
      changed('less', { destroy: 1 }),
      refused,
      failed,
      changed('more', { add: 1 }),
    ]
    const rows = text(all)
      .split('\n')
      .filter((line) => /^\| (❌|⛔|⏳|📝|✅)/u.test(line))
    expect(rows.map((row) => /^\| (\S+) \| `(.+?)`/u.exec(row)?.slice(1).join(' '))).toEqual([
      '❌ broken',
      '⛔ r',
      '📝 less',
      '⏳ app',
      '📝 more',
      '✅ quiet',
    ])
  })

  test('a link to each job where there are several, none where all are of one', () => {
    const at = (item: Part, job: number): Part => ({
      ...item,
      run: { ...item.run, url: `https://github.com/acme/x/actions/runs/1/job/${job}` },
    })
    const several = text([at(part('a'), 1), at(part('b'), 2)])
    expect(several).toContain(
      '| ✅ | `a` | No changes | 3.0 s | [log](https://github.com/acme/x/actions/runs/1/job/1) |',
    )
    expect(several).not.toContain('job log')
    const one = text([at(part('a'), 1), at(part('b'), 1)])
    expect(one).not.toContain('[log]')
    expect(one).toContain('[job log](https://github.com/acme/x/actions/runs/1/job/1)')
    expect(text([at(part('a'), 1), at(part('b'), 2)], true)).not.toContain('/job/')
  })

  test('a headline of pages is a line in its row', () => {
    const long = part('a', { headline: [{ strong: ['x'.repeat(5000)] }] })
    const row = text([long, part('b')])
      .split('\n')
      .find((line) => line.startsWith('| ✅ | `a`'))
    expect(row?.length).toBeLessThan(400)
  })

  test('an alert is never good', () => {
    const { tone, verdict } = documentOf([part('a'), part('b')], { title: 'x', alert: ['one job failed'] })
    expect([tone, verdict]).toEqual(['bad', ['one job failed', '; ', 'No changes in 2 stacks']])
    expect(documentOf([], { title: 'x', alert: ['gone'], nothing: ['nothing'] }).tone).toBe('bad')
  })

  test('any parts: within the limit, every failed stack counted', () => {
    const kinds = fc.constantFrom('terraform-plan' as const, 'terraform-apply' as const, 'helm-lint' as const)
    const any = fc
      .record({
        name: hostile,
        kind: kinds,
        bad: fc.boolean(),
        document: anyDocument,
        facts: fc.dictionary(fc.constantFrom('gone', 'refused', 'tool', 'version'), hostile),
      })
      .map(({ name, kind, bad, document, facts }) =>
        part(name, {
          kind,
          facts,
          verdict: bad ? { kind: 'failed', cause: 'bug', reason: name } : { kind: 'ok' },
          headline: document.verdict,
          sections: document.sections,
        }),
      )
    fc.assert(
      fc.property(fc.array(any, { maxLength: 8 }), fc.integer({ min: 500, max: 4000 }), (parts, limit) => {
        const document = documentOf(parts, { title: 'Terraform plan', asTable: true })
        expect(toMarkdown(document, { limit }).text.length).toBeLessThanOrEqual(limit)
        const isBad = parts.length === 0 || parts.some(({ verdict }) => verdict.kind !== 'ok')
        expect(document.tone === 'bad').toBe(isBad)
      }),
      { numRuns: 150 },
    )
  })
})

test('no name of a count is anything but a name', () => {
  const named = changed(
    'a',
    Object.fromEntries([
      ['constructor', 1],
      ['__proto__', 2],
    ]),
  )
  expect(Object.entries(totals([named, named]))).toEqual([
    ['constructor', 2],
    ['__proto__', 4],
  ])
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
