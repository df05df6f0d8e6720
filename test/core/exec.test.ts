import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { EventEmitter } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { UserError } from '../../src/core/errors.ts'
import { childTracker, forwardSignals, makeExec } from '../../src/core/exec.ts'
import { makeLineSplitter, makeOutputKeeper } from '../../src/core/exec-output.ts'
import type { ExecOptions } from '../../src/core/ports.ts'

const node = process.execPath
const env = { PATH: process.env['PATH'] ?? '' }
const exec = makeExec()
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'exec-test-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs a script in Node. */
const js = (script: string, options: Partial<ExecOptions> = {}, run = exec) =>
  run(node, ['-e', script], { env, ...options })

async function rejection(promise: Promise<unknown>): Promise<UserError> {
  const thrown: unknown = await promise.then(
    () => undefined,
    (error: unknown) => error,
  )
  expect(thrown).toBeInstanceOf(UserError)
  return thrown as UserError
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    // A zombie that nobody reaped in this container still has a number; it runs no more.
    return !existsSync(`/proc/${pid}/stat`) || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

async function until(what: () => boolean): Promise<void> {
  for (let k = 0; k < 250 && !what(); k++) await new Promise((resolve) => setTimeout(resolve, 20))
  expect(what()).toBe(true)
}

describe('what comes back', () => {
  test('exit code, both streams, input', async () => {
    const result = await js(
      'process.stdin.on("data", d => process.stdout.write("in:" + d)).on("end", () => { console.error("err"); process.exitCode = 3 })',
      { stdin: 'hello' },
    )
    expect(result).toMatchObject({
      code: 3,
      signal: undefined,
      stdout: 'in:hello',
      stderr: 'err\n',
      truncated: false,
      timedOut: false,
    })
    expect(result.seconds).toBeGreaterThan(0)
  })

  test('no shell: arguments arrive as they are', async () => {
    const args = ['$(touch x)', '; rm -rf /', '`id`', '* ?', '"', '']
    const result = await exec(
      node,
      ['-e', 'console.log(JSON.stringify(process.argv.slice(1)))', '--', ...args],
      { env },
    )
    expect(JSON.parse(result.stdout)).toEqual(args)
  })

  test('the environment is what was given and nothing else', async () => {
    process.env['EXEC_TEST_INHERITED'] = 'yes'
    const result = await js('console.log(JSON.stringify(process.env))', { env: { ONLY: 'this' } })
    delete process.env['EXEC_TEST_INHERITED']
    expect(JSON.parse(result.stdout)).toEqual({ ONLY: 'this' })
  })

  test('a child that does not read its input does no harm', async () => {
    const result = await js('process.stdin.destroy(); setTimeout(() => console.log("done"), 50)', {
      stdin: 'x'.repeat(5_000_000),
    })
    expect(result).toMatchObject({ code: 0, stdout: 'done\n' })
  })

  test('without input, stdin is empty, not ours', async () => {
    expect((await js('process.stdin.on("end", () => console.log("end")).resume()')).stdout).toBe('end\n')
  })

  test('a signal that ends it is told', async () => {
    expect(await js('process.kill(process.pid, "SIGKILL")')).toMatchObject({
      code: undefined,
      signal: 'SIGKILL',
      timedOut: false,
    })
  })

  test('something that stays behind with the pipes open does not hold us up', async () => {
    const script = `
      const left = require('node:child_process').spawn(process.execPath, ['-e', 'setTimeout(() => {}, 20000)'], { stdio: 'inherit' })
      console.log(left.pid); process.exit(0)`
    const result = await js(script)
    expect(result.code).toBe(0)
    expect(result.seconds).toBeLessThan(10)
    const pid = Number(result.stdout)
    expect(isAlive(pid)).toBe(true) // whoever starts something on purpose keeps it
    process.kill(pid, 'SIGKILL')
  }, 20_000)
})

describe('lines', () => {
  test('characters cut by chunk borders stay whole (setup-terraform and tfaction decode chunk by chunk)', async () => {
    const lines: string[] = []
    const script = `
      const bytes = Buffer.from('é€😀 one\\r\\ntwo €\\n\\nlast 😀')
      let i = 0
      const next = () => { if (i < bytes.length) process.stdout.write(bytes.subarray(i, ++i), () => setTimeout(next, 1)) }
      next()`
    const result = await js(script, { onStdoutLine: (line) => lines.push(line) })
    expect(lines).toEqual(['é€😀 one', 'two €', '', 'last 😀'])
    expect(result.stdout).toBe('é€😀 one\r\ntwo €\n\nlast 😀')
  })

  test.each([1, 2, 3, 5, 7, 1000])('in chunks of %i bytes', (size) => {
    const text = 'ä\r\nb\r\n\n€\rc\n😀'
    const bytes = Buffer.from(text)
    const lines: string[] = []
    const splitter = makeLineSplitter((line) => lines.push(line))
    for (let i = 0; i < bytes.length; i += size) splitter.push(bytes.subarray(i, i + size))
    splitter.end()
    expect(lines).toEqual(['ä', 'b', '', '€\rc', '😀'])
  })

  test('a line without end is cut, and says so', () => {
    const lines: string[] = []
    const splitter = makeLineSplitter((line) => lines.push(line), 10)
    for (let i = 0; i < 5; i++) splitter.push(Buffer.from('12345678'))
    splitter.push(Buffer.from('\nshort\n'))
    splitter.end()
    expect(lines).toEqual(['1234567812 … (line cut: 30 more characters)', 'short'])
  })

  test('half a gigabyte in one line neither breaks nor fills memory', async () => {
    let longest = 0
    let count = 0
    const script = `
      const block = Buffer.alloc(1 << 20, 'x'); let n = 0
      const go = () => { while (n++ < 500) if (!process.stdout.write(block)) return process.stdout.once('drain', go) }
      go()`
    const before = process.memoryUsage().rss
    const result = await js(script, {
      keepBytes: 1_000_000,
      onStdoutLine: (line) => {
        count++
        longest = Math.max(longest, line.length)
      },
    })
    expect({ code: result.code, count, truncated: result.truncated }).toEqual({
      code: 0,
      count: 1,
      truncated: true,
    })
    expect(longest).toBeLessThan(5_000_000)
    expect(result.stdout.length).toBeLessThan(1_000_100)
    // Far less than what came; the collector may be late.
    expect(process.memoryUsage().rss - before).toBeLessThan(350_000_000)
  }, 30_000)

  test('stderr lines have their own callback', async () => {
    const lines: string[] = []
    await js('console.error("a\\nb")', { onStderrLine: (line) => lines.push(line) })
    expect(lines).toEqual(['a', 'b'])
  })

  test('a callback that throws ends the child and rejects with its error', async () => {
    let pid = 0
    const script = 'console.log(process.pid); setInterval(() => console.log("more"), 5)'
    await expect(
      js(script, {
        onStdoutLine: (line) => {
          pid = Number(line)
          throw new Error('mine')
        },
      }),
    ).rejects.toThrow('mine')
    await until(() => !isAlive(pid))
  })
})

describe('what is kept', () => {
  const keep = (text: string, keepBytes: number, chunk = 3) => {
    const keeper = makeOutputKeeper(keepBytes)
    const bytes = Buffer.from(text)
    for (let i = 0; i < bytes.length; i += chunk) keeper.push(bytes.subarray(i, i + chunk))
    return { text: keeper.text(), truncated: keeper.truncated }
  }
  test('all of it, up to the limit', () => {
    expect(keep('0123456789', 10)).toEqual({ text: '0123456789', truncated: false })
  })
  test('head and tail beyond, on whole lines, so that no half secret remains', () => {
    const lines = Array.from({ length: 100 }, (_, k) => `line ${String(k).padStart(2, '0')}`)
    const kept = keep(lines.join('\n'), 40)
    expect(kept).toEqual({
      text: `line 00\nline 01\n… (768 bytes left out) …\nline 98\nline 99`,
      truncated: true,
    })
  })
  test('whole characters where there are no lines', () => {
    const { text } = keep('€'.repeat(100), 20)
    expect(text).toMatch(/^€€€… \(\d+ bytes left out\) …\n€€€$/)
  })
  test('chunks of any size give the same', () => {
    const text = 'abcdefghi\n'.repeat(50_000)
    expect(keep(text, 1000, 100_000)).toEqual(keep(text, 1000, 997))
  })
})

describe('output as bytes', () => {
  const bytes = 'process.stdout.write(Buffer.from([0xff, 0, 0x0a, 0xe2, 0x82]))'
  test('comes as it is, and is not kept', async () => {
    const chunks: Buffer[] = []
    const result = await js(`${bytes}; console.error("e")`, { onStdoutChunk: (chunk) => chunks.push(chunk) })
    expect(Buffer.concat(chunks)).toEqual(Buffer.from([0xff, 0, 0x0a, 0xe2, 0x82]))
    expect(result).toMatchObject({ code: 0, stdout: '', stderr: 'e\n', truncated: false })
  })
  test('beside lines and a file', async () => {
    const path = join(folder, 'bytes')
    const chunks: Buffer[] = []
    const lines: string[] = []
    await js('console.log("a\\nb")', {
      stdoutFile: path,
      onStdoutChunk: (chunk) => chunks.push(chunk),
      onStdoutLine: (line) => lines.push(line),
    })
    expect([Buffer.concat(chunks).toString(), readFileSync(path, 'utf8'), lines]).toEqual([
      'a\nb\n',
      'a\nb\n',
      ['a', 'b'],
    ])
  })
  test('more than would be kept', async () => {
    let size = 0
    const result = await js('process.stdout.write("x".repeat(5_000_000))', {
      keepBytes: 10,
      onStdoutChunk: (chunk) => (size += chunk.length),
    })
    expect([size, result.truncated]).toEqual([5_000_000, false])
  })
  test('a callback that throws ends the child', async () => {
    const endless = 'setInterval(() => console.log("more"), 5)'
    const onStdoutChunk = (): void => {
      throw new Error('mine')
    }
    await expect(js(endless, { onStdoutChunk })).rejects.toThrow('mine')
  })
})

describe('output to a file', () => {
  test('is written by the child, for us alone to read, and not kept', async () => {
    const path = join(folder, 'plan.json')
    const result = await js('process.stdout.write("x".repeat(200000)); console.error("e")', {
      stdoutFile: path,
    })
    expect(result).toMatchObject({ code: 0, stdout: '', stderr: 'e\n', truncated: false })
    expect(readFileSync(path, 'utf8')).toBe('x'.repeat(200_000))
    expect(statSync(path).mode & 0o777).toBe(0o600)
  })
  test('also when its lines are wanted', async () => {
    const path = join(folder, 'lines.txt')
    const lines: string[] = []
    await js('console.log("a\\nb")', { stdoutFile: path, onStdoutLine: (line) => lines.push(line) })
    expect(lines).toEqual(['a', 'b'])
    expect(readFileSync(path, 'utf8')).toBe('a\nb\n')
  })
  test('a file that is there already is neither followed nor overwritten', async () => {
    const path = join(folder, 'there')
    writeFileSync(path, 'before')
    const error = await rejection(js('console.log("x")', { stdoutFile: path }))
    expect(error.message).toContain('exists already')
    expect(error.where).toBe(path)
    expect(readFileSync(path, 'utf8')).toBe('before')
  })
  test('nothing is left when the program could not be started', async () => {
    const path = join(folder, 'never')
    await rejection(exec('no-such-program-here', [], { env, stdoutFile: path }))
    expect(existsSync(path)).toBe(false)
  })
})

describe('what cannot be started', () => {
  const secret = 'hunter2-argument'
  test('not on PATH', async () => {
    const error = await rejection(exec('no-such-program-here', [secret], { env }))
    expect(error.message).toBe('no-such-program-here was not found on PATH.')
    expect(error.help).toContain('Install')
    expect(JSON.stringify([error.message, error.help, error.where])).not.toContain(secret)
  })
  test('not at its path', async () => {
    expect((await rejection(exec(join(folder, 'none'), [], { env }))).message).toContain('was not found at')
  })
  test('not executable', async () => {
    const path = join(folder, 'plain')
    writeFileSync(path, '#!/bin/sh\n')
    chmodSync(path, 0o644)
    expect((await rejection(exec(path, [], { env }))).message).toContain('may not be executed')
  })
  test('the working directory is missing: told so, and not "node was not found"', async () => {
    const cwd = join(folder, 'no', 'such')
    const error = await rejection(js('', { cwd }))
    expect(error.message).toContain('working directory')
    expect(error.where).toBe(cwd)
  })
  test('a zero byte in an argument', async () => {
    expect((await rejection(exec(node, ['a\0b'], { env }))).message).toContain('zero byte')
  })
  test('too many arguments', async () => {
    expect((await rejection(exec(node, ['-e', '', 'x'.repeat(3_000_000)], { env }))).message).toContain(
      'more arguments',
    )
  })
})

/** Says when it is ready, writes each signal it hears, and ends as told. */
const listener = (onSignal: string) => `
  for (const s of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(s, () => { console.log(s); ${onSignal} })
  setInterval(() => {}, 1000); console.log('ready ' + process.pid)`

describe('being stopped', () => {
  test('timeout: SIGINT first, and a child that ends in order is let do so', async () => {
    const result = await js(listener('setTimeout(() => { console.log("saved"); process.exit(1) }, 100)'), {
      timeoutMs: 700,
      graceMs: 5000,
    })
    expect(result).toMatchObject({ code: 1, signal: undefined, timedOut: true })
    expect(result.stdout).toMatch(/^ready \d+\nSIGINT\nsaved\n$/)
  })

  test('timeout: after the grace, SIGKILL for it and for all it started', async () => {
    const script = `
      const c = require('node:child_process').spawn(process.execPath, ['-e', 'process.on("SIGINT", () => {}); setInterval(() => {}, 1000)'], { stdio: 'inherit' })
      console.log('child ' + c.pid); ${listener('')}`
    const result = await js(script, { timeoutMs: 700, graceMs: 200 })
    expect(result).toMatchObject({ code: undefined, signal: 'SIGKILL', timedOut: true })
    const pids = Array.from(result.stdout.matchAll(/ (\d+)\n/g), (match) => Number(match[1]))
    expect(pids).toHaveLength(2)
    await until(() => !pids.some(isAlive))
  })

  test('a program that is done in time is not called timed out', async () => {
    expect(await js('', { timeoutMs: 30_000 })).toMatchObject({ code: 0, timedOut: false })
  })

  test('each signal reaches each running child once, in order; then nothing is started any more', async () => {
    const children = childTracker()
    const run = makeExec(children)
    let ready = 0
    const heard = (): Promise<string> =>
      js(
        listener('if (s === "SIGTERM") process.exit(7)'),
        {
          onStdoutLine: (line) => {
            if (line.startsWith('ready')) ready++
          },
        },
        run,
      ).then((result) => `${String(result.code)} ${result.stdout.split('\n').slice(1).join(' ')}`)
    const both = Promise.all([heard(), heard()])
    await until(() => ready === 2)
    expect(children.running()).toHaveLength(2)
    children.signal('SIGINT')
    await new Promise((resolve) => setTimeout(resolve, 150))
    children.signal('SIGTERM')
    expect(await both).toEqual(['7 SIGINT SIGTERM ', '7 SIGINT SIGTERM '])
    expect(children.running()).toEqual([])
    const error = await rejection(run(node, ['-e', ''], { env }))
    expect(error.causeClass).toBe('cancelled')
    expect(await js('')).toMatchObject({ code: 0 }) // an exec of its own, for cleaning up
  })

  test('the first signal only: a second one reaches the child after its time, unless it has ended by then', async () => {
    const children = childTracker()
    const run = makeExec(children)
    const readies: string[] = []
    const begun = performance.now()
    const started = (endsAfter: number): ReturnType<typeof js> =>
      js(
        listener(`if (s === "SIGTERM") process.exit(7); setTimeout(() => process.exit(3), ${endsAfter})`),
        { onlyFirstSignal: { lastMs: 600 }, onStdoutLine: (line) => readies.push(line) },
        run,
      )
    const both = Promise.all([started(60_000), started(300)])
    await until(() => readies.filter((line) => line.startsWith('ready')).length === 2)
    expect(children.running().map(({ lastMs }) => lastMs)).toEqual([600, 600])
    children.signal('SIGINT')
    children.signal('SIGTERM')
    const told = performance.now()
    children.signal('SIGTERM')
    const [slow, quick] = await both
    expect(performance.now() - told).toBeGreaterThan(580)
    expect([slow.code, quick.code]).toEqual([7, 3])
    expect(slow.stdout).toMatch(/SIGINT\nSIGTERM\n$/)
    expect(quick.stdout).toMatch(/SIGINT\n$/)
    expect(performance.now() - begun).toBeLessThan(5_000)
  })

  test('a short look may be taken after we were asked to stop; it hears nothing but SIGKILL', async () => {
    const children = childTracker()
    const run = makeExec(children)
    children.signal('SIGINT')
    expect((await rejection(run(node, ['-e', ''], { env }))).causeClass).toBe('cancelled')
    let ready = false
    const look = js(
      listener('process.exit(7)') + '; setTimeout(() => process.exit(4), 400)',
      { evenWhenStopped: true, onStdoutLine: () => (ready = true) },
      run,
    )
    await until(() => ready)
    expect(children.running()).toMatchObject([{ deaf: true }])
    children.signal('SIGTERM')
    expect((await look).code).toBe(4)
    ready = false
    const killed = js(listener(''), { evenWhenStopped: true, onStdoutLine: () => (ready = true) }, run)
    await until(() => ready)
    children.signal('SIGKILL')
    expect((await killed).signal).toBe('SIGKILL')
  })

  test('children stand in a process group of their own, so that Ctrl-C reaches them once, from us', async () => {
    const result = await js(
      'console.log(require("node:fs").readFileSync("/proc/self/stat", "utf8").split(") ")[1].split(" ")[2] == process.pid)',
    )
    expect(result.stdout).toBe('true\n')
  })

  test('what a stopped child leaves behind goes with it', async () => {
    const children = childTracker()
    let pids: number[] = []
    const script = `
      const c = require('node:child_process').spawn(process.execPath, ['-e', 'process.on("SIGINT", () => {}); console.log("up"); setInterval(() => {}, 1000)'], { stdio: ['ignore', 'pipe', 'ignore'] })
      c.stdout.on('data', () => console.log('ready ' + c.pid + ' ' + process.pid))
      process.on('SIGINT', () => process.exit(1))`
    const done = js(
      script,
      {
        onStdoutLine: (line) => {
          pids = line.split(' ').slice(1).map(Number)
        },
      },
      makeExec(children),
    )
    await until(() => pids.length === 2)
    children.signal('SIGINT')
    expect(await done).toMatchObject({ code: 1 })
    await until(() => !pids.some(isAlive))
  })
})

describe('forwardSignals', () => {
  test('when we exit, nothing that a child started is left', async () => {
    const source = (name: string) => JSON.stringify(new URL(`../../src/core/${name}`, import.meta.url).href)
    const script = join(folder, 'exits.mjs')
    const grandchild = 'process.on("SIGINT", () => {}); setInterval(() => {}, 1000); console.log(process.pid)'
    const child = `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(grandchild)}], { stdio: 'inherit' }); console.log(process.pid); setInterval(() => {}, 1000)`
    writeFileSync(
      script,
      `import { childTracker, forwardSignals, makeExec } from ${source('exec.ts')}
      const children = childTracker(); forwardSignals(process, children); const pids = []
      const onStdoutLine = (line) => { pids.push(line); if (pids.length === 2) { console.log(pids.join(' ')); process.exit(0) } }
      makeExec(children)(process.execPath, ['-e', ${JSON.stringify(child)}], { env: {}, onStdoutLine })`,
    )
    const result = await exec(node, [script], { env: { ...env, NODE_NO_WARNINGS: '1' } })
    expect(result).toMatchObject({ code: 0, stderr: '' })
    const pids = result.stdout.trim().split(' ').map(Number)
    expect(pids).toHaveLength(2)
    await until(() => !pids.some(isAlive))
  })

  test('passes SIGINT and SIGTERM on, SIGHUP as SIGINT, kills at exit, and can be undone', () => {
    const source = new EventEmitter()
    const sent: string[] = []
    const seen: string[] = []
    const children = childTracker()
    children.add({ command: 'x', pid: 1 }, (signal) => sent.push(signal))
    const undo = forwardSignals(source, children, (signal) => seen.push(signal))
    for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP', 'exit']) source.emit(event)
    expect(sent).toEqual(['SIGINT', 'SIGTERM', 'SIGINT', 'SIGKILL'])
    expect(seen).toEqual(['SIGINT', 'SIGTERM', 'SIGHUP'])
    undo()
    expect(source.eventNames()).toEqual([])
  })
})
