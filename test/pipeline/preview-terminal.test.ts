import { describe, expect, test } from '@jest/globals'
import { previewProgress } from '../../src/pipeline/preview-progress.ts'
import { progressView, wantsLiveProgress } from '../../src/pipeline/preview-terminal.ts'
import type { Part } from '../../src/report/part.ts'

function captured(tty: boolean, columns = 60) {
  const writes: string[] = []
  const view = progressView({ tty, write: (text) => writes.push(text), columns: () => columns })
  return { view, writes, text: () => writes.join('') }
}

const escape = '\u001b'
const code = String.raw`\u001b\[`
const pieces = new RegExp(String.raw`${code}\d+A|${code}0J|${code}\d+m|\r|\n|[^\u001b\r\n]+|\u001b`, 'g')

/** What a terminal would show after all this: knows only what the view may write. */
function screen(output: string): string[] {
  const lines: string[] = ['']
  let row = 0
  for (const [piece] of output.matchAll(pieces)) {
    const up = /\[(\d+)A$/.exec(piece)?.[1]
    if (piece === '\n') {
      row += 1
      lines[row] ??= ''
    } else if (up !== undefined) row -= Number(up)
    else if (piece === `${escape}[0J`) lines.splice(row, lines.length, '')
    else if (piece === escape) throw new Error('an escape code that the view does not make')
    else if (!piece.startsWith(escape) && piece !== '\r') lines[row] = `${lines[row] ?? ''}${piece}`
    if (row < 0) throw new Error('above the first line')
  }
  return lines
}

describe('live', () => {
  test('a line per running stack is rewritten in place; ended ones stay above', () => {
    const { view, text } = captured(true)
    const network = view.stack('network')
    const shop = view.stack('shop')
    network.update('init')
    shop.update('init')
    network.update('plan, 12 of 40 refreshed')
    expect(screen(text())).toEqual(['◌ network  plan, 12 of 40 refreshed', '◌ shop  init', ''])
    network.done('3 to add, 1 to destroy, 4.2 s')
    view.say('a note')
    shop.update('plan')
    expect(screen(text())).toEqual(['✓ network  3 to add, 1 to destroy, 4.2 s', 'a note', '◌ shop  plan', ''])
    shop.failed('plan failed')
    view.finish()
    expect(screen(text())).toEqual([
      '✓ network  3 to add, 1 to destroy, 4.2 s',
      'a note',
      '✗ shop  plan failed',
      '',
    ])
  })

  test('a stack that never ended is not shown as done', () => {
    const { view, text } = captured(true)
    view.stack('network').update('plan')
    view.finish()
    expect(screen(text())).toEqual(['- network  stopped', ''])
  })

  test('nothing is written when nothing changed, or after the end', () => {
    const { view, writes } = captured(true)
    const stack = view.stack('a')
    stack.update('plan')
    const before = writes.length
    stack.update('plan')
    expect(writes).toHaveLength(before)
    stack.done('ok')
    const ended = writes.length
    stack.update('late')
    stack.failed('late')
    expect(writes).toHaveLength(ended)
  })

  test.each([
    ['a'.repeat(200), 20],
    ['스택'.repeat(50), 20],
    ['👩‍👩‍👧 x'.repeat(30), 21],
  ])('a line never wraps', (name, columns) => {
    const { view, text } = captured(true, columns)
    view.stack(name).update('plan')
    const [line = ''] = screen(text())
    const width = [...new Intl.Segmenter().segment(line)].reduce(
      (sum, { segment }) => sum + (/[\p{Script=Hangul}\p{Emoji_Presentation}]/u.test(segment) ? 2 : 1),
      0,
    )
    expect(width).toBeLessThan(columns)
    expect(line).toMatch(/…$/)
  })
})

describe('plain', () => {
  test('a line for each phase, not for each resource', () => {
    const { view, text } = captured(false)
    const stack = view.stack('network')
    stack.update('init')
    for (let n = 1; n <= 40; n++) stack.update(`plan, ${n} of 40 refreshed`)
    stack.done('3 to add, 4.2 s')
    stack.done('again')
    view.stack('shop').failed('no credentials')
    view.finish()
    expect(text()).toBe(
      'network: init\nnetwork: plan, 1 of 40 refreshed\nnetwork: 3 to add, 4.2 s\nshop: failed: no credentials\n',
    )
  })

  test.each([true, false])('names and texts cannot steer the terminal or the runner (live: %s)', (tty) => {
    const { view, text } = captured(tty)
    const stack = view.stack('::error::\u001b[2Jx\nnext')
    stack.update('a\u001b]0;title\u0007\r\u202eb')
    stack.failed('::set-output name=x::y')
    view.say('::add-mask::z\n::error::two')
    view.finish()
    expect(text()).not.toMatch(/(^|\n)::/)
    // eslint-disable-next-line no-control-regex
    expect(text()).not.toMatch(/\x1b\[2J|\x1b\]|\x07|\u202e/)
    if (tty) screen(text())
  })
})

test.each([
  [{}, true, true],
  [{}, false, false],
  [{ CI: 'true' }, true, false],
  [{ CI: 'false' }, true, true],
  [{ NO_COLOR: '1' }, true, false],
  [{ NO_COLOR: '' }, true, true],
  [{ TERM: 'dumb' }, true, false],
])('live with %j on a terminal (%s): %s', (env, isTTY, live) => {
  expect(wantsLiveProgress(env, isTTY)).toBe(live)
})

describe('stacks of a preview', () => {
  const part = (verdict: Part['verdict']): Part => ({
    version: 1,
    kind: 'terraform-plan',
    subject: { key: 'a', name: 'a', path: 'a' },
    status: verdict.kind === 'ok' ? 'changed' : 'failed',
    verdict,
    counts: {},
    headline: [{ strong: ['3 to add'] }],
    sections: [],
    findings: [],
    facts: {},
    run: { id: '0', attempt: 1, sha: '' },
    seconds: 4.2,
  })

  test('counts what is refreshed and found, then says how it ended', () => {
    const writes: string[] = []
    const progress = previewProgress({ isTTY: true, columns: 80, write: (text) => writes.push(text) }, {})
    const stack = progress.stack({ key: 'a', name: 'a', path: 'a', workspace: 'prod' })
    stack.phase('plan')
    stack.event({ step: 'lock-wait' })
    expect(screen(writes.join(''))).toEqual(['◌ a (prod)  plan, waiting for the state lock', ''])
    for (const step of ['refresh-start', 'refresh-start', 'refresh-complete', 'planned'] as const)
      stack.event({ step })
    expect(screen(writes.join(''))).toEqual([
      '◌ a (prod)  plan, 1 of 2 resources refreshed, 1 change found',
      '',
    ])
    stack.done(part({ kind: 'ok' }))
    progress.finish()
    expect(screen(writes.join(''))).toEqual(['✓ a (prod)  3 to add, 4.2 s', ''])
  })

  test.each([
    { kind: 'failed', reason: 'x', cause: 'init' },
    { kind: 'unknown', reason: 'x' },
  ] as const)('$kind is not shown as done', (verdict) => {
    const writes: string[] = []
    const progress = previewProgress({ write: (text) => writes.push(text) }, {})
    progress.stack({ key: 'a', name: 'a', path: 'a' }).done(part(verdict))
    expect(writes.join('')).toBe('a: failed: 3 to add, 4.2 s\n')
  })
})
