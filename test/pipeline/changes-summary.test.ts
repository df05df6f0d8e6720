import { describe, expect, test } from '@jest/globals'
import { changeGraph } from '../../src/pipeline/changes-graph.ts'
import { changesDocument, type ChangesReport } from '../../src/pipeline/changes-summary.ts'
import { toPlain } from '../../src/report/plain.ts'
import { jobSummary } from '../../src/report/summary.ts'
import type { Changes } from '../../src/repository/items.ts'
import { changes, judgedApplication, judgedChart, judgedStack, reason } from './changes-samples.ts'

function report(what: Changes, more: Partial<ChangesReport> = {}): ChangesReport {
  return {
    changes: what,
    graph: changeGraph(what),
    kinds: ['terraform', 'helm', 'argocd'],
    head: 'b'.repeat(40),
    base: 'a'.repeat(40),
    baseSource: 'the target branch, as the merge commit has it',
    baseWarnings: [],
    failures: [],
    ...more,
  }
}

const markdown = (what: ChangesReport): string => jobSummary(changesDocument(what)).text
const found = { stacks: 14, charts: 6, applications: 3 }

describe('the summary', () => {
  test('nothing to do says of how much', () => {
    const text = markdown(report(changes({ found })))
    expect(text.split('\n')[0]).toBe(
      '## ✓ What changed: **nothing to do**, 0 of 14 stacks, 0 of 6 charts, 0 of 3 applications',
    )
    expect(text).toContain(
      '`bbbbbbbbbbbb` compared with `aaaaaaaaaaaa` (the target branch, as the merge commit has it).',
    )
    expect(text).not.toContain('mermaid')
  })

  test('a chart or Application that is gone is something to do, and told before all else', () => {
    const gone = { charts: [judgedChart('helm/old')], applications: [judgedApplication('shop')] }
    const text = markdown(report({ ...changes({ found }), gone }))
    expect(text.split('\n')[0]).toContain('1 chart gone, 1 application gone')
    expect(text).not.toContain('nothing to do')
    expect(text).toContain('Applications gone from the repository: `argocd/shop`.')
    expect(text).toContain('Charts gone from the repository: `helm/old`.')
  })

  test('only what was looked for is counted', () => {
    const text = markdown(report(changes({ found }), { kinds: ['helm'] }))
    expect(text.split('\n')[0]).toBe('## ✓ What changed: **nothing to do**, 0 of 6 charts')
  })

  test('what there is none of is not counted, and what failed says so without counts as well', () => {
    const none = { stacks: 3, charts: 0, applications: 0 }
    expect(markdown(report(changes({ found: none }))).split('\n')[0]).toBe(
      '## ✓ What changed: **nothing to do**, 0 of 3 stacks',
    )
    expect(markdown(report(changes(), { failures: ['no stack was found'] })).split('\n')[0]).toBe(
      '## ✗ What changed: **failed**',
    )
  })

  test('stacks with wave, reason and owners; charts; applications; a drawing', () => {
    const what = changes({
      found,
      stacks: [
        judgedStack(
          'infra/network',
          {
            status: 'affected',
            owners: ['@acme/net'],
            moreReasons: 4,
            reasons: [
              reason('modules/vpc/main.tf', ['modules/vpc', 'infra/network'], { kinds: ['files', 'module'] }),
            ],
          },
          { environment: 'prod' },
        ),
        judgedStack('infra/new', {
          wave: 2,
          reasons: [reason('infra/new/main.tf', ['infra/new'], { change: 'added' })],
        }),
        judgedStack('infra/moved', { status: 'moved', previousPath: 'infra/old' }),
      ],
      charts: [judgedChart('helm/shop')],
      applications: [judgedApplication('shop', { status: 'affected' })],
    })
    const text = markdown(report(what))
    expect(text.split('\n')[0]).toBe('## ± What changed: 3 of 14 stacks, 1 of 6 charts, 1 of 3 applications')
    expect(text).toContain(
      '| `infra/network` (prod) | affected | 1 | `modules/vpc/main.tf` → `modules/vpc`, and 4 more | `@acme/net` |',
    )
    expect(text).toContain('| `infra/new` | changed | 2 | `infra/new/main.tf` (added) |')
    expect(text).toContain('| `infra/moved`, was in `infra/old` | moved |')
    expect(text).toContain('| `helm/shop` 1.0.0 | changed |')
    expect(text).toContain('| `argocd/shop` in `apps/shop.yaml` | affected |')
    expect(text).toContain('```mermaid\nflowchart LR\n')
  })

  test('a stack that is gone is a caution before all else (a deleted folder was "not listed": atlantis#1178)', () => {
    const what = changes({
      found,
      deletedStacks: [judgedStack('infra/gone', { status: 'deleted', wave: 1 })],
    })
    const text = markdown(report(what))
    expect(text.split('\n')[0]).toContain('0 of 14 stacks, 0 of 6 charts, 0 of 3 applications, 1 stack gone')
    expect(text.split('\n')[0]).not.toContain('nothing to do')
    expect(text).toContain('> [!CAUTION]\n> <b>A stack is gone from the repository.</b>')
    expect(text).toContain('| `infra/gone` | `infra/gone` |')
    expect(text.indexOf('CAUTION')).toBeLessThan(text.indexOf('compared with'))
  })

  test('why it is red stands first, and the line says so', () => {
    const text = markdown(report(changes({ found }), { failures: ['stack names with line breaks: "a\\nb"'] }))
    expect(text.split('\n')[0]).toContain('## ✗ What changed: **failed**')
    expect(text).toContain('> [!CAUTION]\n> stack names with line breaks')
  })

  test('no base: everything counts, and it says why', () => {
    const text = markdown(
      report(changes({ found }), { base: undefined, baseSource: 'the event schedule looks at everything' }),
    )
    expect(text).toContain(
      'All of `bbbbbbbbbbbb` counts as changed (the event schedule looks at everything).',
    )
  })

  test('what may be a false alarm says so, and notices name file and line', () => {
    const dynamic = reason('infra/a/x.json', ['infra/a'], { dynamic: true })
    const what = changes({
      found,
      stacks: [judgedStack('infra/a', { reasons: [dynamic] })],
      notices: [
        { message: 'this file cannot be read as HCL', file: 'infra/b/main.tf', line: 3, help: 'All counts.' },
      ],
    })
    const text = markdown(report(what))
    expect(text).toContain('`infra/a/x.json` (may be a false alarm: a path could not be resolved)')
    expect(text).toContain('- `infra/b/main.tf:3` this file cannot be read as HCL. All counts.')
  })

  test('hostile names are text in it, in the log too', () => {
    const name = 'infra/<img src=x onerror=alert(1)> @everyone `x` | $(touch y) [l](https://attacker.example)'
    const text = markdown(
      report(changes({ found, stacks: [judgedStack(name), judgedStack('a\n::error::b')] })),
    )
    expect(text.replace(/```mermaid[\s\S]*?```/, '').replace(/(`+) ?.*?[^`]\1(?!`)/g, '')).not.toMatch(
      /<img|@everyone|attacker/,
    )
    const log = toPlain(changesDocument(report(changes({ stacks: [judgedStack('a\n::error::b')] }))))
    expect(log).not.toMatch(/^\s*::error/m)
  })

  test('thousands of stacks stay within the limit of a summary, the gone ones all there', () => {
    const stacks = Array.from({ length: 6000 }, (_, index) =>
      judgedStack(`infra/team-${index}/${'x'.repeat(60)}`, { status: 'affected' }),
    )
    const deletedStacks = Array.from({ length: 50 }, (_, index) =>
      judgedStack(`infra/gone-${index}`, { status: 'deleted' }),
    )
    const text = markdown(report(changes({ stacks, deletedStacks })))
    expect(Buffer.byteLength(text)).toBeLessThan(1_024 * 1_024)
    for (let index = 0; index < 50; index++) expect(text).toContain(`| \`infra/gone-${index}\` |`)
    expect(text).toMatch(/\d+ more stacks|stacks left out|more stacks/)
  })
})
