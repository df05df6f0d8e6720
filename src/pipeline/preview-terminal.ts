import { logSafe, visibleLine } from '../report/visible.ts'

export interface ProgressOutput {
  /** True on a terminal that can rewrite lines. */
  readonly tty: boolean
  readonly write: (text: string) => void
  /** Width of the terminal in columns; asked anew each time, since windows change. Default 80. */
  readonly columns?: () => number
}

export interface StackLine {
  /** `plan, 12 of 40 refreshed`; replaces what was said before. The first word is the phase. */
  update(text: string): void
  done(text: string): void
  failed(text: string): void
}

export interface ProgressView {
  /** A line of its own, above what is still running. */
  say(text: string): void
  stack(name: string): StackLine
  /** Leaves the last state standing. Call it once at the end, also after a failure. */
  finish(): void
}

/** Rewriting lines is for people who watch: not for logs, CI, plain terminals, or who asked for plain (NO_COLOR). */
export function wantsLiveProgress(
  env: Readonly<Record<string, string | undefined>>,
  isTTY: boolean,
): boolean {
  const set = (name: string): boolean => (env[name] ?? '') !== ''
  return isTTY && !set('NO_COLOR') && !(set('CI') && env['CI'] !== 'false') && env['TERM'] !== 'dumb'
}

/**
 * Progress of several stacks at once. On a terminal: a line per running stack, rewritten in place; what has ended stays
 * above. Elsewhere: a line for each stack's start, each new phase, and its end. All text is made safe to print.
 */
export function progressView(output: ProgressOutput): ProgressView {
  return output.tty ? liveView(output) : plainView(output)
}

const oneLine = (text: string): string => logSafe(visibleLine(text)).trim()

function plainView({ write }: ProgressOutput): ProgressView {
  return {
    say: (text) => write(`${oneLine(text)}\n`),
    stack(name) {
      const line = (text: string): void => write(`${oneLine(`${name}: ${text}`)}\n`)
      let phase = ''
      let ended = false
      const end = (text: string): void => {
        if (!ended) line(text)
        ended = true
      }
      return {
        update(text) {
          const next = /^[\p{L}\p{N}-]+/u.exec(text)?.[0] ?? text
          if (ended || next === phase) return
          phase = next
          line(text)
        },
        done: end,
        failed: (text) => end(`failed: ${text}`),
      }
    },
    finish: () => undefined,
  }
}

const colour = { cyan: 36, green: 32, red: 31 } as const

function liveView({ write, columns = () => 80 }: ProgressOutput): ProgressView {
  const running = new Map<symbol, { readonly name: string; text: string }>()
  let drawn = 0

  const paint = (name: keyof typeof colour, text: string): string =>
    `\u001b[${colour[name]}m${text}\u001b[39m`
  // Up to the first line that may change, clear from there, write anew. A line that wraps would spoil the count.
  const redraw = (above: string): void => {
    const lines = [...running.values()].map(({ name, text }) => {
      return `${paint('cyan', '◌')} ${fitted(`${name}  ${text}`, columns() - 3)}\n`
    })
    const back = drawn === 0 ? '' : `\u001b[${drawn}A`
    write(`${back}\r\u001b[0J${above}${lines.join('')}`)
    drawn = lines.length
  }
  return {
    say: (text) => redraw(`${oneLine(text)}\n`),
    stack(name) {
      const key = Symbol(name)
      const entry = { name: oneLine(name), text: '' }
      running.set(key, entry)
      redraw('')
      const end = (sign: string, text: string): void => {
        if (running.delete(key)) redraw(`${sign} ${entry.name}  ${oneLine(text)}\n`)
      }
      return {
        update(text) {
          if (!running.has(key) || entry.text === oneLine(text)) return
          entry.text = oneLine(text)
          redraw('')
        },
        done: (text) => end(paint('green', '✓'), text),
        failed: (text) => end(paint('red', '✗'), text),
      }
    },
    finish() {
      const stopped = [...running.values()].map(({ name }) => `- ${name}  stopped\n`)
      running.clear()
      if (drawn > 0) redraw(stopped.join(''))
    },
  }
}

/** The text in at most so many columns; wide letters and emoji take two. */
function fitted(text: string, width: number): string {
  let used = 0
  let short = ''
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    used += wide.test(segment) ? 2 : 1
    if (used > width) return `${short}…`
    if (used < width) short += segment
  }
  return text
}

const wide =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Emoji_Presentation}\u3000-\u303f\uff00-\uff60]/u
