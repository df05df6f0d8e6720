import { describe, expect, test } from '@jest/globals'
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { arch, platform, tmpdir } from 'node:os'
import { join } from 'node:path'

const BOOTSTRAP = new URL('../../scripts/bootstrap.mjs', import.meta.url).href
const FAKE_NPM = `
const { appendFileSync, mkdirSync, writeFileSync } = require('node:fs')
const { join } = require('node:path')
const args = process.argv.slice(2)
appendFileSync(process.env.NPM_LOG, args.join(' ') + '\\n')
if (process.env.NPM_FAILS) process.exit(7)
if (process.env.LOCK_LACKS && args[0] === 'ci') {
  console.error('npm error code EUSAGE')
  process.exit(1)
}
const program = (folder) => {
  mkdirSync(join(folder, 'bin'), { recursive: true })
  writeFileSync(join(folder, 'bin', 'node'), '#!/bin/sh\\necho v24.21.0\\n', { mode: 0o755 })
}
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300)
if (args[0] === 'ci' || args.includes('--no-save')) {
  mkdirSync('node_modules/node', { recursive: true })
  writeFileSync('node_modules/node/package.json', '{"version": "24.21.0"}')
  if (!process.env.SCRIPTS_BLOCKED) program('node_modules/node')
} else {
  program(join('node_modules', args.at(-1).split('@')[0]))
}
`

interface Clone extends AsyncDisposable {
  readonly root: string
  /** Runs ensureReady in a process of its own, as if on Node 20 unless said otherwise. */
  ready(
    env?: Record<string, string>,
    own?: string,
  ): Promise<{ code: number | null; out: string; err: string }>
  npmRuns(): Promise<string[]>
}

/** A fresh clone with a package-lock.json and an npm that only makes files. */
async function makeClone(): Promise<Clone> {
  const root = await mkdtemp(join(tmpdir(), 'bootstrap-test-'))
  await writeFile(join(root, 'package-lock.json'), '{}')
  await writeFile(join(root, 'npm.cjs'), FAKE_NPM)
  const log = join(root, 'npm.log')
  return {
    root,
    ready(env = {}, own = '20.0.0') {
      const script = `import { ensureReady } from '${BOOTSTRAP}'
        const own = { path: process.execPath, version: '${own}' }
        try { console.log(await ensureReady(${JSON.stringify(root)}, own)) }
        catch (thrown) { console.error(thrown.message); process.exitCode = 1 }`
      const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
        env: {
          PATH: process.env['PATH'],
          HOME: root,
          npm_execpath: join(root, 'npm.cjs'),
          NPM_LOG: log,
          ...env,
        },
      })
      let out = ''
      let err = ''
      child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
      child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
      return new Promise((resolve) => child.on('close', (code) => resolve({ code, out: out.trim(), err })))
    },
    async npmRuns() {
      return existsSync(log) ? (await readFile(log, 'utf8')).trim().split('\n') : []
    },
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }),
  }
}

const CI = 'ci --no-audit --no-fund --loglevel=error'

describe('ensureReady', () => {
  test('a fresh clone: npm ci once, then never again until the lock file changes', async () => {
    await using clone = await makeClone()
    expect(await clone.ready()).toMatchObject({
      code: 0,
      out: join(clone.root, 'node_modules/node/bin/node'),
    })
    await clone.ready()
    expect(await clone.npmRuns()).toEqual([CI])
    await writeFile(join(clone.root, 'package-lock.json'), '{"changed": true}')
    await clone.ready()
    expect(await clone.npmRuns()).toEqual([CI, CI])
  })

  test('started three times at once, npm runs once and all get the same Node', async () => {
    await using clone = await makeClone()
    const runs = await Promise.all([clone.ready(), clone.ready(), clone.ready()])
    expect(runs.map(({ code }) => code)).toEqual([0, 0, 0])
    expect(new Set(runs.map(({ out }) => out)).size).toBe(1)
    expect(await clone.npmRuns()).toEqual([CI])
    expect(existsSync(join(clone.root, '.gitops-pipeline/set-up.lock'))).toBe(false)
  })

  test('the lock of a process that is gone is taken over', async () => {
    await using clone = await makeClone()
    const lock = join(clone.root, '.gitops-pipeline/set-up.lock')
    await mkdir(lock, { recursive: true })
    await writeFile(join(lock, 'pid'), '999999999')
    expect(await clone.ready()).toMatchObject({ code: 0 })
  })

  test("somebody's own npm ci is believed, an older one is not", async () => {
    await using clone = await makeClone()
    const node = join(clone.root, 'node_modules/node/bin')
    await mkdir(node, { recursive: true })
    await writeFile(join(node, 'node'), '#!/bin/sh\necho v24.1.0\n')
    await chmod(join(node, 'node'), 0o755)
    await writeFile(join(clone.root, 'node_modules/node/package.json'), '{"version": "24.21.0"}')
    const hidden = join(clone.root, 'node_modules/.package-lock.json')
    await writeFile(hidden, '{}')
    expect(await clone.ready()).toMatchObject({ code: 0 })
    expect(await clone.npmRuns()).toEqual([])
    const anHourAgo = new Date(Date.now() - 3_600_000)
    await utimes(hidden, anHourAgo, anHourAgo)
    await clone.ready()
    expect(await clone.npmRuns()).toEqual([CI])
  })

  test("where install scripts are blocked, Node's package is taken itself, into the cache", async () => {
    await using clone = await makeClone()
    const env = { SCRIPTS_BLOCKED: '1', XDG_CACHE_HOME: join(clone.root, 'cache') }
    const prefix = platform() === 'darwin' && arch() === 'arm64' ? 'node-bin' : 'node'
    const name = `${prefix}-${platform()}-${arch()}`
    const path = join(clone.root, `cache/gitops-pipeline/node/${name}-24.21.0/node_modules/${name}/bin/node`)
    expect(await clone.ready(env)).toMatchObject({ code: 0, out: path })
    expect((await clone.npmRuns()).at(-1)).toBe(
      `install --ignore-scripts --no-audit --no-fund --loglevel=error ${name}@24.21.0`,
    )
    await clone.ready(env)
    expect(await clone.npmRuns()).toHaveLength(2)
  })

  test('a Node that is new enough serves when the package brings none', async () => {
    await using clone = await makeClone()
    const run = await clone.ready({ SCRIPTS_BLOCKED: '1' }, '24.9.0')
    expect(run).toMatchObject({ code: 0, out: process.execPath })
    expect(await clone.npmRuns()).toEqual([CI])
  })

  test('a lock file that lacks packages of this system is made up for, without touching it', async () => {
    await using clone = await makeClone()
    expect(await clone.ready({ LOCK_LACKS: '1' })).toMatchObject({ code: 0 })
    expect(await clone.npmRuns()).toEqual([CI, CI.replace('ci', 'install --no-save')])
  })

  test('npm that fails is told, nothing counts as installed, the lock is free again', async () => {
    await using clone = await makeClone()
    const run = await clone.ready({ NPM_FAILS: '1' })
    expect(run).toMatchObject({ code: 1, out: '' })
    expect(run.err).toContain('npm ci failed (exit code 7)')
    expect(await clone.ready()).toMatchObject({ code: 0 })
    expect(await clone.npmRuns()).toEqual([CI, CI])
  })
})

describe('run', () => {
  const start = (script: string) =>
    spawn(process.execPath, ['--input-type=module', '-e', `import { run } from '${BOOTSTRAP}'\n${script}`])

  test("ends with the child's exit code, or 128 and its signal", async () => {
    const codeOf = (script: string) =>
      new Promise((resolve) =>
        start(`process.exitCode = await run('sh', ['-c', '${script}'])`).on('close', resolve),
      )
    expect(await codeOf('exit 2')).toBe(2)
    expect(await codeOf('kill -TERM $$')).toBe(143)
  })

  test('passes SIGTERM and SIGINT on to the child and waits for it', async () => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      const trap = `trap "echo got; exit 3" TERM INT; echo up; while :; do sleep 0.1; done`
      const parent = start(`process.exitCode = await run('sh', ['-c', '${trap}'])`)
      let out = ''
      parent.stdout.on('data', (chunk: Buffer) => {
        if (out === '') parent.kill(signal)
        out += chunk.toString()
      })
      expect(await new Promise((resolve) => parent.on('close', resolve))).toBe(3)
      expect(out).toBe('up\ngot\n')
    }
  })
})
