import { clean, oneLine } from './diagnostics.ts'
import type { Diagnostic } from './diagnostics.ts'

interface Line {
  readonly text: string
  /** `open` and `close` are the corners of a box; `inside` has the box's left edge. */
  readonly place: 'open' | 'inside' | 'close' | 'outside'
}

/** Width at which both tools wrap details when they do not write to a terminal. */
const wrapWidth = 78

/** What `init` says at the next step or at its end, which may follow a warning with nothing but a blank line between. */
const initStep =
  /^(?:Initializing|Upgrading) [\w ]+\.\.\.$|^(?:Terraform|OpenTofu|HCP Terraform)(?: Cloud)? has been successfully initialized!/

/**
 * Diagnostics from output for people: with the box around them (colours on) or without (`-no-color`).
 * Needed where `-json` is not there yet (`init` of Terraform < 1.9) or never (`fmt`, `workspace`, CLI faults).
 */
export function parseTextDiagnostics(output: string): Diagnostic[] {
  const lines = output.split(/\r?\n/).map(readLine)
  const found: Diagnostic[] = []
  let body: string[] | undefined
  let boxed = false
  let before: Line = { text: '', place: 'outside' }
  const finish = () => {
    const diagnostic = body === undefined ? undefined : parseBody(body)
    if (diagnostic !== undefined) found.push(diagnostic)
    body = undefined
  }
  for (const line of lines) {
    // Inside a box a line `Error: …` may be part of a provider's message: only the first one opens.
    const mayStart = line.place === 'inside' ? before.place !== 'inside' : before.text.trim() === ''
    const starts = mayStart && /^(Error|Warning): /.test(line.text)
    const leavesBox = boxed && line.place !== 'inside'
    if (starts || leavesBox || (!boxed && initStep.test(line.text))) finish()
    if (starts) {
      body = [line.text]
      boxed = line.place === 'inside'
    } else {
      body?.push(line.text)
    }
    before = line
  }
  finish()
  return found
}

function readLine(raw: string): Line {
  const text = stripAnsi(raw)
  if (/^╷\s*$/.test(text)) return { text: '', place: 'open' }
  if (/^╵\s*$/.test(text)) return { text: '', place: 'close' }
  if (text.startsWith('│')) return { text: text.replace(/^│ ?/, ''), place: 'inside' }
  return { text, place: 'outside' }
}

function parseBody(body: readonly string[]): Diagnostic | undefined {
  const first = /^(Error|Warning): (.*)$/.exec(body[0] ?? '')
  if (first === null) return undefined
  const rest = body.slice(1)
  // A summary may have several lines; a blank one ends it.
  const gap = rest.findIndex((line) => line.trim() === '')
  const summary = [first[2] ?? '', ...(gap < 0 ? rest : rest.slice(0, gap))].join(' ')
  const after = gap < 0 ? [] : rest.slice(gap + 1)
  const place = parsePlace(after)
  return clean({
    severity: first[1] === 'Warning' ? 'warning' : 'error',
    summary: oneLine(summary),
    detail: unwrap(after.slice(place.lines)),
    address: place.address,
    context: place.context,
    file: place.file,
    line: place.line,
  })
}

interface Place {
  /** How many lines tell the place: the source code they show is dropped, it may come with values. */
  readonly lines: number
  readonly address: string | undefined
  readonly file: string | undefined
  readonly line: number | undefined
  readonly context: string | undefined
}

function parsePlace(lines: readonly string[]): Place {
  const end = lines.findIndex((line) => line.trim() === '')
  const block = end < 0 ? lines : lines.slice(0, end)
  const address = block.flatMap((line) => /^ {2}with (.+?)[,:.]?$/.exec(line)?.[1] ?? [])[0]
  const on = block.flatMap((line) => {
    const match = /^ {2}on (.+) line (\d+)(?:, in (.+?))?:?$/.exec(line)
    return match === null ? [] : [match]
  })[0]
  const isPlace = address !== undefined || on !== undefined
  return {
    lines: isPlace ? block.length : 0,
    address,
    file: on?.[1],
    line: on?.[2] === undefined ? undefined : Number(on[2]),
    context: on?.[3],
  }
}

/** Joins the lines that were broken only because the next word did not fit. Indented lines are never wrapped. */
function unwrap(lines: readonly string[]): string {
  const joined: string[] = []
  let width = 0
  for (const line of lines) {
    const last = joined.at(-1)
    const word = /^\S+/.exec(line)?.[0]
    const wrapped = last !== undefined && last !== '' && !/^\s/.test(last) && word !== undefined
    if (wrapped && width + 1 + word.length > wrapWidth) joined[joined.length - 1] = `${last} ${line}`
    else joined.push(line.trimEnd())
    width = line.length
  }
  return joined.join('\n').trim()
}

/** Escape sequences (CSI, OSC, two-character) removed. `-no-color` does not reach every message. */
export function stripAnsi(value: string): string {
  // eslint-disable-next-line no-control-regex
  return value.replace(/\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[@-Z\\-_])/g, '')
}
