import { readFile, rm } from 'node:fs/promises'
import { UserError } from '../errors.ts'
import type { Clock, Exec, Log } from '../ports.ts'
import { askVersion } from './ask-version.ts'
import { fillSlot, readCached, type CacheSlot, type Env } from './cache.ts'
import { checksumOf } from './checksums.ts'
import { download, isTrusted, type Download } from './download.ts'
import { fileNameOf, platformKey, type Platform } from './platform.ts'
import type { Tool } from './table.ts'
import { unpackMember } from './unpack.ts'

export interface ToolPorts {
  readonly exec: Exec
  readonly log: Log
  readonly clock: Clock
}

export interface InstallRequest {
  readonly tool: Tool
  /** Exact. */
  readonly version: string
  readonly platform: Platform
  readonly slot: CacheSlot
  /** Base URL of a mirror: `<mirror>/<tool>/<version>/<published file name>`, checksum file beside it. */
  readonly mirror: string | undefined
  readonly env: Env
  readonly ports: ToolPorts
}

export type Install =
  | { readonly ok: true; readonly path: string }
  /** No way out to the publisher: the only failure that another way may make good. */
  | { readonly ok: false; readonly detail: string }

const MAX_SUMS_BYTES = 1024 * 1024

/** The digest the table has for this archive; undefined when the publisher's checksum file must tell it. */
export function pinnedSum(tool: Tool, version: string, platform: Platform): string | undefined {
  const sums = Object.hasOwn(tool.versions, version) ? tool.versions[version] : undefined
  return sums?.[platformKey(platform)]
}

/**
 * Puts the publisher's release into the cache: archive downloaded, its SHA-256 compared, and only then unpacked,
 * made executable and asked for its version.
 * @throws UserError when what comes is not what was published, or there is no such version.
 */
export async function installRelease(request: InstallRequest): Promise<Install> {
  const { tool, version, slot, ports } = request
  const urls = releaseUrls(request)
  let unreachable: string | undefined
  try {
    await fillSlot(slot, ports.clock.now(), async (program) => {
      const archive = `${program}.archive`
      const fetched = await fetchChecked(request, urls, archive)
      if (!fetched.ok) {
        unreachable = fetched.detail
        throw new Error(fetched.detail)
      }
      await unpackMember(archive, tool.archive, fileNameOf(tool.binary, request.platform), program)
      await rm(archive)
      return { origin: 'release', archiveSha256: fetched.sha256 }
    })
  } catch (thrown) {
    if (unreachable !== undefined) return { ok: false, detail: unreachable }
    throw thrown
  }
  await expectVersion(tool, version, slot.program, request)
  return { ok: true, path: slot.program }
}

/** A program that names another version than the one asked for is taken out of the cache again. */
export async function expectVersion(
  tool: Tool,
  version: string,
  program: string,
  { slot, ports, env }: Pick<InstallRequest, 'slot' | 'ports' | 'env'>,
): Promise<void> {
  const answer = await askVersion(tool, program, { exec: ports.exec, env })
  if (answer.ok && answer.version === version) return
  await rm(slot.folder, { recursive: true, force: true })
  const said = answer.ok ? `says it is ${answer.version}` : answer.detail
  throw new UserError(`${tool.name} ${version} was installed, but the program ${said}`, {
    help: 'Put the wanted version on PATH, or check that this machine can run it.',
    causeClass: 'init',
  })
}

interface ReleaseUrls {
  readonly archive: string
  readonly checksums: string
  readonly fileName: string
}

function releaseUrls({ tool, version, platform, mirror }: InstallRequest): ReleaseUrls {
  const fill = (template: string): string =>
    template.replace(/\{(version|os|arch)\}/g, (_, name: string) =>
      encodeURIComponent(name === 'version' ? version : name === 'os' ? platform.os : platform.arch),
    )
  const base =
    mirror === undefined ? fill(tool.release.base) : `${mirror.replace(/\/+$/, '')}/${tool.name}/${version}`
  const fileName = fill(tool.release.file)
  return { archive: `${base}/${fileName}`, checksums: `${base}/${fill(tool.release.checksums)}`, fileName }
}

type Fetched =
  { readonly ok: true; readonly sha256: string } | { readonly ok: false; readonly detail: string }

async function fetchChecked(request: InstallRequest, urls: ReleaseUrls, archive: string): Promise<Fetched> {
  const { tool, version, platform, env, ports } = request
  const pinned = pinnedSum(tool, version, platform)
  const host = new URL(urls.archive).host
  const how = pinned === undefined ? "checked against the publisher's SHA256SUMS" : 'SHA-256 known'
  ports.log.info(`${tool.name} ${version}: downloading from ${host} (${how})`)
  const expected =
    pinned === undefined
      ? await publishedSum(request, urls, `${archive}.sums`)
      : ({ ok: true, sha256: pinned } as const)
  if (!expected.ok) return expected
  const got = await download({
    url: urls.archive,
    file: archive,
    maxBytes: tool.archive.maxBytes,
    env,
    clock: ports.clock,
  })
  if (!got.ok) return failure(got, request)
  if (got.sha256 === expected.sha256) return got
  throw new UserError(
    `${urls.fileName} from ${host} is not what was published: its SHA-256 is ${got.sha256}, expected ${expected.sha256}`,
    {
      help: 'Nothing of it was unpacked or run. Check the mirror or proxy on the way.',
      causeClass: 'policy',
    },
  )
}

async function publishedSum(request: InstallRequest, urls: ReleaseUrls, file: string): Promise<Fetched> {
  if (!isTrusted(urls.checksums)) {
    throw new UserError(
      `no SHA-256 of ${urls.fileName} is known, and a checksum file over plain HTTP proves nothing`,
      {
        help: 'Use an https mirror, or a version whose checksum is known.',
        causeClass: 'policy',
      },
    )
  }
  const { env, ports } = request
  const got = await download({ url: urls.checksums, file, maxBytes: MAX_SUMS_BYTES, env, clock: ports.clock })
  if (!got.ok) return failure(got, request)
  const sums = await readFile(file, 'utf8')
  await rm(file)
  const sha256 = checksumOf(sums, urls.fileName)
  if (sha256 !== undefined) return { ok: true, sha256 }
  throw new UserError(
    `the checksum file of ${new URL(urls.checksums).host} has no one digest for ${urls.fileName}`,
    {
      help: 'There may be no release for this platform: put the tool on PATH.',
    },
  )
}

function failure(got: Download & { ok: false }, { tool, version, platform }: InstallRequest): Fetched {
  if (got.why === 'unreachable') return { ok: false, detail: got.detail }
  if (got.why === 'not-found') {
    throw new UserError(`there is no ${tool.name} ${version} for ${platformKey(platform)}: ${got.detail}`, {
      help: 'Check the version: it must be one the publisher has released.',
    })
  }
  throw new UserError(`${tool.name} ${version} cannot be downloaded: ${got.detail}`, {
    help: 'Check the mirror or proxy on the way, or put the tool on PATH.',
    causeClass: 'policy',
  })
}

/** A cached program, if it may be used: a build only where builds are allowed, a release only if it is the known one. */
export async function usableCached(
  request: Pick<InstallRequest, 'tool' | 'version' | 'platform' | 'slot'>,
  buildsToo: boolean,
): Promise<boolean> {
  const record = await readCached(request.slot)
  if (record === undefined) return false
  if (record.origin === 'build') return buildsToo
  const pinned = pinnedSum(request.tool, request.version, request.platform)
  return pinned === undefined || pinned === record.archiveSha256
}
