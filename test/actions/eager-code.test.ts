import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readdirSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { ROOT } from '../lab/action-run.ts'

/** What is read before the first line is out: it is waited for in every run. Bytes. */
const LIMIT = 1_200_000

const stubs = ['main.js', ...readdirSync(join(ROOT, 'actions')).map((name) => `actions/${name}/main.js`)]

test.each(stubs)('%s loads little before its first line', async (stub) => {
  const folder = await mkdtemp(join(tmpdir(), 'eager-'))
  try {
    const list = join(folder, 'list')
    const args = ['--no-warnings', '--import', join(ROOT, 'bench/loaded-hook.ts'), join(ROOT, stub)]
    const env = { PATH: process.env['PATH'] ?? '', BENCH_LOADED: list, RUNNER_TEMP: folder }
    await new Promise<void>((resolve) => {
      execFile(process.execPath, args, { env, cwd: folder }, () => resolve())
    })
    const lines = (await readFile(list, 'utf8')).trim().split('\n')
    const first = lines.indexOf('first line')
    expect(first).toBeGreaterThan(0)
    const eager = lines.slice(0, first).filter((line) => line.startsWith(join(ROOT, 'dist/')))
    expect(eager.length).toBeGreaterThan(0)
    const sizes = await Promise.all(eager.map(async (path) => (await stat(path)).size))
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(LIMIT)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
