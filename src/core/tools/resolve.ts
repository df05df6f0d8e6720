import { UserError } from '../errors.ts'
import { askVersion } from './ask-version.ts'
import { cacheRoot, cacheSlot, type Env } from './cache.ts'
import { compareVersions, exactVersion, fitsRange, parseRange, type Range } from './constraint.ts'
import { buildWithGo } from './go-build.ts'
import { installRelease, usableCached, type ToolPorts } from './install.ts'
import { programsOnPath } from './path-search.ts'
import { hostPlatform, type Platform } from './platform.ts'
import type { Tool } from './table.ts'

export interface ResolveRequest {
  readonly tool: Tool
  /** `1.9.8`, a constraint as Terraform writes it (`~> 1.9.0`), or `any`. */
  readonly want: string
  /** Where the wish comes from, for messages: `.terraform-version`, `required_version in main.tf`. */
  readonly where?: string
  readonly env: Env
  readonly ports: ToolPorts
  /** The stack's folder: version managers answer by the version files there. */
  readonly cwd?: string
  readonly platform?: Platform
  /** Base URL of a mirror of the publishers; default: the variable GITOPS_PIPELINE_MIRROR. Checksums hold all the same. */
  readonly mirror?: string
  /** Development and tests only. `when-unreachable`: build with Go where there is no way out to the publisher. */
  readonly build?: 'never' | 'when-unreachable' | 'always'
}

export interface ResolvedTool {
  /** Absolute; the real program, never a wrapper. */
  readonly path: string
  readonly version: string
  readonly origin: 'path' | 'cache' | 'download' | 'build'
}

type Want =
  | { readonly kind: 'any' }
  | { readonly kind: 'exact'; readonly version: string }
  | { readonly kind: 'range'; readonly range: Range }

/**
 * Finds a tool of the wanted version: on PATH, else in the cache, else from the publisher (SHA-256 checked before
 * anything of it runs). A range or `any` that PATH does not meet takes the newest version of the table.
 * @throws UserError that says what was looked for, what was found instead, and what to do.
 */
export async function resolveTool(request: ResolveRequest): Promise<ResolvedTool> {
  const { tool } = request
  const platform = request.platform ?? hostPlatform()
  const want = parseWant(request.want, request.where)
  const seen: string[] = []
  if (request.build !== 'always') {
    const onPath = await fromPath(request, want, platform, seen)
    if (onPath !== undefined) return onPath
  }
  const version = versionToInstall(tool, want, seen, request.where)
  const slot = cacheSlot(cacheRoot(request.env), tool.name, version, platform)
  return once(slot.folder, () => fromCacheOrRelease(request, { version, platform, seen }))
}

/** `any`, an exact version or a range. @throws UserError when it is none of them. */
export function parseWant(text: string, where?: string): Want {
  if (text.trim() === 'any') return { kind: 'any' }
  const version = exactVersion(text)
  if (version !== undefined) return { kind: 'exact', version }
  return { kind: 'range', range: parseRange(text, where) }
}

/** Versions of the table, newest first. */
export function knownVersions(tool: Tool): string[] {
  return Object.keys(tool.versions).sort(compareVersions).reverse()
}

function meets(want: Want, version: string): boolean {
  switch (want.kind) {
    case 'any':
      return true
    case 'exact':
      return version === want.version
    case 'range':
      return fitsRange(version, want.range)
  }
}

async function fromPath(
  { tool, env, ports, cwd }: ResolveRequest,
  want: Want,
  platform: Platform,
  seen: string[],
): Promise<ResolvedTool | undefined> {
  for (const path of await programsOnPath(tool, env, platform)) {
    const answer = await askVersion(tool, path, {
      exec: ports.exec,
      env,
      ...(cwd === undefined ? {} : { cwd }),
    })
    if (answer.ok && meets(want, answer.version)) return { path, version: answer.version, origin: 'path' }
    seen.push(answer.ok ? `${path} is ${answer.version}` : `${path} ${answer.detail}`)
  }
  return undefined
}

function versionToInstall(
  tool: Tool,
  want: Want,
  seen: readonly string[],
  where: string | undefined,
): string {
  if (want.kind === 'exact') return want.version
  const known = knownVersions(tool)
  const newest = known.find((version) => meets(want, version))
  if (newest !== undefined) return newest
  const text = want.kind === 'range' ? `meets "${want.range.text}"` : 'is known'
  throw new UserError(
    `no version of ${tool.name} ${text}: ${onPathText(seen)}; known are ${known.join(', ')}`,
    {
      help: `Name an exact version (input tool-version, or a version file), or put one on PATH.`,
      ...(where === undefined ? {} : { where }),
    },
  )
}

async function fromCacheOrRelease(
  request: ResolveRequest,
  at: { readonly version: string; readonly platform: Platform; readonly seen: readonly string[] },
): Promise<ResolvedTool> {
  const { tool, env, ports, build = 'never' } = request
  const { version, platform } = at
  const slot = cacheSlot(cacheRoot(env), tool.name, version, platform)
  if (await usableCached({ tool, version, platform, slot }, build !== 'never')) {
    return { path: slot.program, version, origin: 'cache' }
  }
  const wish = { tool, version, platform, slot, env, ports }
  if (build === 'always') return { path: await buildWithGo(wish), version, origin: 'build' }
  const installed = await installRelease({ ...wish, mirror: mirrorOf(request) })
  if (installed.ok) return { path: installed.path, version, origin: 'download' }
  if (build === 'when-unreachable' && Object.hasOwn(tool.builds, version)) {
    ports.log.info(`${tool.name} ${version}: no way out to the publisher (${installed.detail})`)
    return { path: await buildWithGo(wish), version, origin: 'build' }
  }
  const text = `${tool.name} ${version} is not on this machine (${onPathText(at.seen)}; not in ${slot.folder}) and cannot be downloaded`
  throw new UserError(`${text}: ${installed.detail}`, {
    help: `Put ${tool.binary} ${version} on PATH, or name a mirror in GITOPS_PIPELINE_MIRROR, or a proxy in HTTPS_PROXY.`,
    causeClass: 'init',
    ...(request.where === undefined ? {} : { where: request.where }),
  })
}

function onPathText(seen: readonly string[]): string {
  return seen.length === 0 ? 'none on PATH' : `on PATH: ${seen.join(', ')}`
}

/** @throws UserError when the mirror is not a URL. */
function mirrorOf({ mirror, env }: ResolveRequest): string | undefined {
  const text = mirror ?? env['GITOPS_PIPELINE_MIRROR'] ?? ''
  if (text === '') return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url?.protocol === 'https:' || url?.protocol === 'http:') return text
  throw new UserError(`the mirror of tools is not an http(s) URL: "${text}"`, {
    where: 'GITOPS_PIPELINE_MIRROR',
  })
}

const underWay = new Map<string, Promise<ResolvedTool>>()

/** Stacks are looked at side by side: the second to want a tool waits for the first one's download. */
async function once(key: string, work: () => Promise<ResolvedTool>): Promise<ResolvedTool> {
  const running = underWay.get(key)
  if (running !== undefined) return running
  const started = work().finally(() => underWay.delete(key))
  underWay.set(key, started)
  return started
}
