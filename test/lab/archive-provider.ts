import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { UserError } from '../../src/core/errors.ts'
import type { ExecResult } from '../../src/core/ports.ts'
import { cacheRoot, type Env } from '../../src/core/tools/cache.ts'
import type { ToolPorts } from '../../src/core/tools/install.ts'
import { hostPlatform } from '../../src/core/tools/platform.ts'

/**
 * The last release that is a Go module as well: later ones have a major version that their module path does not say.
 * It is the real provider, under its first name; `archive_file` has not changed since in what matters here.
 */
const GO_MODULE = 'github.com/terraform-providers/terraform-provider-archive'
const GO_VERSION = '1.3.0'
const REGISTRY_VERSION = '2.7.1'
const TIMEOUT_MS = 600_000

/**
 * The folder of a filesystem mirror that holds the archive provider, of whatever version: from the registry, else built
 * with Go.
 */
export async function findArchiveProvider(
  env: Env,
  ports: ToolPorts,
  terraform: string | undefined,
): Promise<string> {
  const cached = join(cacheRoot(env), 'archive-provider')
  if (existsSync(cached)) return cached
  const made = `${cached}.new-${process.pid}`
  const work = await mkdtemp(join(tmpdir(), 'archive-provider-'))
  const lab = { env, ports, terraform, made, work }
  try {
    await mkdir(made, { recursive: true })
    const unreached = await mirror(lab)
    const unbuilt = unreached === undefined ? undefined : await build(lab)
    if (unbuilt !== undefined)
      throw new UserError(`no archive provider: ${unreached ?? ''}; with Go: ${unbuilt}`)
    await rename(made, cached)
    return cached
  } finally {
    await rm(work, { recursive: true, force: true })
    await rm(made, { recursive: true, force: true })
  }
}

interface Making {
  readonly env: Env
  readonly ports: ToolPorts
  readonly terraform: string | undefined
  /** Where the mirror is put. */
  readonly made: string
  readonly work: string
}

/** Why there is none; undefined: it worked. */
async function mirror({ env, ports, terraform, made, work }: Making): Promise<string | undefined> {
  if (terraform === undefined) return 'no terraform to fetch it'
  ports.log.info(`archive-provider: terraform providers mirror, ${REGISTRY_VERSION} (once, 10 MB)`)
  const wish = `archive = { source = "hashicorp/archive", version = "${REGISTRY_VERSION}" }`
  await writeFile(join(work, 'main.tf'), `terraform {\n  required_providers {\n    ${wish}\n  }\n}\n`)
  await writeFile(join(work, 'empty.tfrc'), '')
  const { os, arch } = hostPlatform()
  const options = {
    cwd: work,
    env: { ...passedOn(env), TF_CLI_CONFIG_FILE: join(work, 'empty.tfrc') },
    timeoutMs: TIMEOUT_MS,
  }
  const result = await ports.exec(
    terraform,
    ['providers', 'mirror', `-platform=${os}_${arch}`, made],
    options,
  )
  return result.code === 0 ? undefined : 'the registry cannot be reached'
}

/** Why there is none; undefined: it worked. Takes less than a minute. */
async function build({ env, ports, made, work }: Making): Promise<string | undefined> {
  ports.log.info(`archive-provider: building ${GO_VERSION} with Go (once, under a minute)`)
  const { os, arch } = hostPlatform()
  const folder = join(made, 'registry.terraform.io', 'hashicorp', 'archive', GO_VERSION, `${os}_${arch}`)
  await mkdir(folder, { recursive: true })
  const program = join(folder, `terraform-provider-archive_v${GO_VERSION}`)
  for (const args of [
    ['mod', 'init', 'wrapper'],
    ['get', `${GO_MODULE}@v${GO_VERSION}`],
    ['build', '-trimpath', '-buildvcs=false', '-o', program, GO_MODULE],
  ]) {
    const options = { cwd: work, env: { ...passedOn(env), CGO_ENABLED: '0' }, timeoutMs: TIMEOUT_MS }
    const result = await ports.exec('go', args, options).catch((thrown: unknown) => thrown)
    if (!isResult(result)) return 'there is no Go'
    if (result.code !== 0) return result.stderr.trim().split('\n').at(-1) ?? 'the build failed'
  }
  return undefined
}

const isResult = (value: unknown): value is ExecResult =>
  typeof value === 'object' && value !== null && 'stderr' in value

const passedOn = (env: Env): Record<string, string> =>
  Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value ? [[name, value]] : [])))
