import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { UserError } from '../../src/core/errors.ts'
import { cacheRoot, cacheSlot, fillSlot, readCached, type Env } from '../../src/core/tools/cache.ts'
import type { ToolPorts } from '../../src/core/tools/install.ts'
import { hostPlatform } from '../../src/core/tools/platform.ts'
import type { TemplatePart } from '../../src/hcl/template-text.ts'

type Texts = Readonly<Record<string, string | null>>

/** What the HCL library itself finds in one file (see hcl-oracle/main.go). A value of null is no plain string. */
export interface OracleFacts {
  readonly file: string
  /** False when the library reports a fault. */
  readonly ok: boolean
  readonly calls: readonly { name: string; source: string | null; given: boolean; line: number }[] | null
  readonly backends: readonly { type: string; settings: Texts; line: number }[] | null
  readonly clouds: readonly { settings: Texts; line: number }[] | null
  readonly requiredVersions: readonly string[] | null
  readonly lifecycles: readonly { address: string; all: boolean; items: readonly string[] }[] | null
  readonly remoteStates: readonly { name: string; backend: string | null; settings: Texts }[] | null
  readonly locals: Texts
  /** Of HCL's own syntax only; strings with `%{…}` are left out. */
  readonly strings: readonly (readonly TemplatePart[])[] | null
}

/** Reads files with the program made of hcl-oracle/. */
export async function askOracle(program: string, files: readonly string[]): Promise<OracleFacts[]> {
  const child = spawn(program, { stdio: ['pipe', 'pipe', 'inherit'] })
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  child.stdin.end(files.map((file) => `${file}\n`).join(''))
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code !== 0) throw new Error(`the HCL oracle ended with ${String(code)}`)
  const lines = Buffer.concat(chunks).toString('utf8').split('\n')
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as OracleFacts)
}

const SOURCES = ['main.go', 'go.mod', 'go.sum'].map((name) => join(import.meta.dirname, 'hcl-oracle', name))

/**
 * Builds hcl-oracle/ with Go, once for each text of its sources; go.sum pins what it is made of.
 * @throws UserError when it cannot be built.
 */
export async function findHclOracle(env: Env, { exec, log, clock }: ToolPorts): Promise<string> {
  const platform = hostPlatform()
  const hash = createHash('sha256')
  for (const source of SOURCES) hash.update(readFileSync(source)).update('\0')
  const slot = cacheSlot(cacheRoot(env), 'hcl-oracle', hash.digest('hex').slice(0, 16), platform)
  if ((await readCached(slot)) !== undefined) return slot.program
  log.info('hcl-oracle: building it with Go (once)')
  await fillSlot(slot, clock.now(), async (program) => {
    const given = Object.entries({ ...env, CGO_ENABLED: '0', GOWORK: 'off' })
    const options = {
      env: Object.fromEntries(given.flatMap(([name, value]) => (value ? [[name, value]] : []))),
      cwd: join(import.meta.dirname, 'hcl-oracle'),
      timeoutMs: 600_000,
    }
    const args = ['build', '-mod=readonly', '-buildvcs=false', '-trimpath', '-o', program, '.']
    const result = await exec('go', args, options)
    if (result.code !== 0) throw new UserError(`go build of hcl-oracle failed: ${result.stderr.trim()}`)
    return { origin: 'build', archiveSha256: '' }
  })
  return slot.program
}
