import type { DiffLine } from '../resource-change.ts'
import { htmlAttribute } from '../escape.ts'
import { markedPair, valueHtml } from './marks.ts'

/** Lines with + and − in the gutter; where lines pair up, the words that differ are marked. */
export function lineDiffHtml(lines: readonly DiffLine[]): string {
  const marked = markedLines(lines)
  const html = lines.map((line, index) => lineHtml(line, marked.get(index)))
  return `<pre class="lines"><code>${html.join('')}</code></pre>`
}

function lineHtml(line: DiffLine, marked: string | undefined): string {
  const text = marked ?? valueHtml(line.text)
  switch (line.sign) {
    case '+':
      return `<ins>${text}\n</ins>`
    case '-':
      return `<del>${text}\n</del>`
    case ' ':
      return `<span>${text}\n</span>`
    case 'gap':
      return `<span class="gap">${htmlAttribute(line.text)}\n</span>`
  }
}

/** The output of a `diff -u`, as `terraform fmt -diff` gives it. */
export function unifiedDiffLines(text: string): DiffLine[] {
  return text
    .replace(/\n$/, '')
    .split('\n')
    .map((line): DiffLine => {
      const first = line.charAt(0)
      if (line.startsWith('@@')) return { sign: 'gap', text: line }
      if (/^(?:---|\+\+\+) /.test(line)) return { sign: ' ', text: line }
      if (first === '+' || first === '-') return { sign: first, text: line.slice(1) }
      return { sign: ' ', text: first === ' ' ? line.slice(1) : line }
    })
}

// As many lines out as in, one block after the other: then line n became line n.
function markedLines(lines: readonly DiffLine[]): ReadonlyMap<number, string> {
  const marked = new Map<number, string>()
  let at = 0
  while (at < lines.length) {
    const removed = runOf(lines, at, '-')
    const added = runOf(lines, at + removed, '+')
    if (removed > 0 && removed === added) {
      for (let n = at; n < at + removed; n++) {
        const pair = markedPair(lines[n]?.text ?? '', lines[n + removed]?.text ?? '')
        if (pair === undefined) continue
        marked.set(n, pair.before)
        marked.set(n + removed, pair.after)
      }
    }
    at += Math.max(1, removed + added)
  }
  return marked
}

function runOf(lines: readonly DiffLine[], from: number, sign: DiffLine['sign']): number {
  let end = from
  while (lines[end]?.sign === sign) end++
  return end - from
}
