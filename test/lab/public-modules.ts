import { mkdir, rename, writeFile } from 'node:fs/promises'
import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { UserError } from '../../src/core/errors.ts'
import { cacheRoot, type Env } from '../../src/core/tools/cache.ts'
import type { ToolPorts } from '../../src/core/tools/install.ts'
import { isModuleFile } from '../../src/repository/modules/module-facts.ts'

/**
 * The sources that the test tools are built from hold more than a thousand Terraform modules of every form: overrides,
 * JSON, `.tofu` beside `.tf`, broken ones. They are read where Go keeps them, never copied here. The digests are those
 * of go.sum: a module that comes with another one is not used.
 */
const SOURCES = [
  {
    module: 'github.com/opentofu/opentofu@v1.12.6',
    sum: 'h1:0VT4P8pMmGcCUnQ9JDrJ+Qg2d35Vzm4FFd/9+H7oF98=',
  },
  {
    module: 'github.com/hashicorp/terraform@v1.5.7',
    sum: 'h1:HL+iEBdp6mC/tqQM1F5jA5y32CbxXPwyiNQyYSXVzw0=',
  },
] as const

/** Further folders with modules of your own to compare with, separated as PATH is. */
const MORE = 'GITOPS_PIPELINE_MORE_MODULES'

export interface PublicModule {
  /** `github.com/opentofu/opentofu@v1.12.6/internal/…`: the same on every machine. */
  readonly name: string
  /** The folder; it is not to be written to. */
  readonly path: string
  /** Names of the files that a tool may read, sorted. */
  readonly files: readonly string[]
}

/**
 * Brings the sources into Go's module cache and writes where they are; gives the path of that list, to be read with
 * `publicModules`.
 * @throws UserError when Go is not there, a source does not come, or it has another digest.
 */
export async function findPublicModules(env: Env, { exec, log }: ToolPorts): Promise<string> {
  const roots: Record<string, string> = {}
  for (const { module, sum } of SOURCES) {
    log.info(`public modules: go mod download ${module} (once)`)
    const given = Object.fromEntries(
      Object.entries(env).flatMap(([name, value]) => (value ? [[name, value]] : [])),
    )
    const options = { env: given, timeoutMs: 600_000 }
    const result = await exec('go', ['mod', 'download', '-json', module], options).catch(
      (thrown: unknown) => {
        throw new UserError('Go is needed to bring the public modules', { cause: thrown })
      },
    )
    const said = parse(result.stdout)
    const { Dir: folder, Sum: found, Error: fault } = said
    if (typeof folder !== 'string')
      throw new UserError(`${module} does not come: ${typeof fault === 'string' ? fault : result.stderr}`)
    if (found !== sum) throw new UserError(`${module} has the digest ${String(found)}, expected ${sum}`)
    roots[module] = folder
  }
  const file = join(cacheRoot(env), 'public-modules.json')
  await mkdir(dirname(file), { recursive: true })
  await writeFile(`${file}.${process.pid}`, `${JSON.stringify(roots, undefined, 2)}\n`)
  await rename(`${file}.${process.pid}`, file)
  return file
}

function parse(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    return {}
  }
}

/** Every folder with Terraform files in the sources of a list, in the order of their names. */
export function publicModules(list: string, env: Env = process.env): PublicModule[] {
  const roots = Object.entries(JSON.parse(readFileSync(list, 'utf8')) as Record<string, string>)
  for (const more of (env[MORE] ?? '').split(':').filter((path) => path !== '')) roots.push([more, more])
  return roots.flatMap(([name, root]) => foldersBelow(name, root)).sort((a, b) => (a.name < b.name ? -1 : 1))
}

function foldersBelow(name: string, root: string): PublicModule[] {
  const files = new Map<string, string[]>()
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !isModuleFile(entry.name)) continue
    const inFolder = files.get(entry.parentPath)
    if (inFolder === undefined) files.set(entry.parentPath, [entry.name])
    else inFolder.push(entry.name)
  }
  return [...files].map(([path, names]) => ({
    name: join(name, relative(root, path)),
    path,
    files: names.sort(),
  }))
}
