import { existsSync } from 'node:fs'
import { copyFile, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { UserError } from '../../src/core/errors.ts'
import type { Exec } from '../../src/core/ports.ts'
import { cacheRoot, type Env } from '../../src/core/tools/cache.ts'
import type { ToolPorts } from '../../src/core/tools/install.ts'

/** GitHub's own client for artifacts, of which ours must be a good neighbour. */
const VERSION = '6.2.1'
const INTEGRITY =
  'sha512-sJGH0mhEbEjBCw7o6SaLhUU66u27aFW8HTfkIb5Tk2/Wy0caUDc+oYQEgnuFN7a0HCpAbQyK0U6U7XUJDgDWrw=='
const NCC = join(import.meta.dirname, '../../node_modules/@vercel/ncc/dist/ncc/cli.js')
const ENTRY = "export { DefaultArtifactClient } from '@actions/artifact'\n"

/** Folder of the library, bundled: in the cache, else out of the packages. */
export async function findArtifactLibrary(env: Env, { exec, log }: ToolPorts): Promise<string> {
  const home = join(cacheRoot(env), 'artifact-library')
  const target = join(home, VERSION)
  if (existsSync(join(target, 'index.mjs'))) return target
  log.info(`@actions/artifact: npm install @actions/artifact@${VERSION} (once)`)
  const folder = await mkdtemp(join(tmpdir(), 'artifact-library-'))
  try {
    const passed = Object.entries(env).flatMap(([name, value]) => (value ? [[name, value]] : []))
    const run = async (command: string, args: readonly string[]): Promise<void> => {
      const options = {
        env: Object.fromEntries(passed) as Record<string, string>,
        cwd: folder,
        timeoutMs: 300_000,
      }
      const { code, stderr } = await exec(command, args, options)
      if (code !== 0) throw new UserError(`"${command}" failed: ${stderr.trim().split('\n').at(-1) ?? ''}`)
    }
    await writeFile(join(folder, 'package.json'), '{"private":true,"type":"module"}\n')
    await writeFile(join(folder, 'in.mjs'), ENTRY)
    await run('npm', [
      'install',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      `@actions/artifact@${VERSION}`,
    ])
    const lock = JSON.parse(await readFile(join(folder, 'package-lock.json'), 'utf8')) as {
      readonly packages: Readonly<Record<string, { readonly integrity?: string }>>
    }
    const integrity = lock.packages['node_modules/@actions/artifact']?.integrity ?? ''
    if (integrity !== INTEGRITY)
      throw new UserError(`@actions/artifact ${VERSION} has the digest ${integrity}`)
    await run(process.execPath, [NCC, 'build', 'in.mjs', '-o', 'out', '--target', 'es2022', '--quiet'])
    // Its name appears only when all of it is there.
    const staged = `${target}.${folder.split('-').at(-1) ?? ''}`
    await mkdir(staged, { recursive: true })
    const files = (await readdir(join(folder, 'out'))).filter((name) => /\.m?js$/.test(name))
    for (const name of files) await copyFile(join(folder, 'out', name), join(staged, name))
    await rename(staged, target).catch(async (error: unknown) => {
      await rm(staged, { recursive: true, force: true })
      if (!existsSync(join(target, 'index.mjs'))) throw error
    })
    return target
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

export interface ListedByLibrary {
  readonly id: number
  readonly name: string
  readonly size: number
  readonly digest?: string
}

export interface ArtifactLibrary {
  /** Uploads all files below a folder. */
  upload(
    name: string,
    root: string,
    days?: number,
  ): Promise<{ readonly id: number; readonly size: number; readonly digest: string }>
  list(): Promise<readonly ListedByLibrary[]>
  /** Into a folder; tells whether the digest was another than expected. */
  download(id: number, path: string, digest?: string): Promise<{ readonly digestMismatch: boolean }>
}

/** The library in a process of its own, as an action has it. @param env what the runner gives a job */
export function artifactLibrary(
  folder: string,
  exec: Exec,
  env: Readonly<Record<string, string>>,
): ArtifactLibrary {
  async function call(method: string, ...args: readonly unknown[]): Promise<unknown> {
    const program = join(import.meta.dirname, 'artifact-library-run.mjs')
    const given = [program, join(folder, 'index.mjs'), method, JSON.stringify(args)]
    const { code, stdout, stderr } = await exec(process.execPath, given, { env, timeoutMs: 60_000 })
    const line = stdout.split('\n').find((text) => text.startsWith('RESULT '))
    if (code !== 0 || line === undefined) throw new Error(`the library failed: ${stderr}${stdout}`)
    return JSON.parse(line.slice(7))
  }
  return {
    upload: (name, root, days) => call('upload', name, root, days) as ReturnType<ArtifactLibrary['upload']>,
    list: () => call('list') as ReturnType<ArtifactLibrary['list']>,
    download: (id, path, digest) =>
      call('download', id, path, digest) as ReturnType<ArtifactLibrary['download']>,
  }
}
