import type { RunIdentity } from '../../report/part.ts'
import type { SealManifest } from './sealed-plan.ts'
import { fields, flag, label, list, maybe, oneOf, text, texts, whole, wrong } from './shape.ts'

const SHA256 = /^[0-9a-f]{64}$/
const SHA256_OR_NONE = /^(?:[0-9a-f]{64})?$/
const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/

/**
 * A manifest out of JSON. Keys that are not known are left out: a later release may write more.
 * @throws SealError for another version, and where anything does not have the form that is always written.
 */
export function readManifest(value: unknown): SealManifest {
  const from = fields(value, 'the manifest')
  if (from['version'] !== 1) throw wrong('version', 'is not 1')
  const kind = oneOf(from['kind'], 'kind', ['plan', 'review'])
  const planSha256 = text(from['planSha256'], 'planSha256', kind === 'plan' ? SHA256 : /^$/)
  const tool = fields(from['tool'], 'tool')
  return {
    version: 1,
    kind,
    repository: text(from['repository'], 'repository', /^[\w.-]{1,100}\/[\w.-]{1,100}$/),
    stack: readStack(from['stack']),
    inputsHash: text(from['inputsHash'], 'inputsHash', SHA256),
    commit: text(from['commit'], 'commit', COMMIT),
    event: text(from['event'], 'event', /^[a-z_]{1,100}$/),
    ...maybe(from, 'pull', positive, ''),
    run: readRun(from['run']),
    ...maybe(from, 'environment', label, ''),
    tool: {
      name: oneOf(tool['name'], 'tool.name', ['terraform', 'tofu']),
      version: text(tool['version'], 'tool.version', /^\d+\.\d+\.\d+[\w.+-]{0,100}$/),
    },
    destroy: flag(from['destroy'], 'destroy'),
    planDigest: text(from['planDigest'], 'planDigest', /^[\w:.-]{1,200}$/),
    planSha256,
    lockSha256: text(from['lockSha256'], 'lockSha256', SHA256_OR_NONE),
    ...maybe(from, 'state', readState, ''),
    ephemeral: texts(from['ephemeral'], 'ephemeral'),
    upstream: list(from['upstream'], 'upstream').map((name, index) => label(name, `upstream[${index}]`)),
    createdAt: readTime(from['createdAt']),
    counts: readCounts(from['counts']),
  }
}

function readStack(value: unknown): SealManifest['stack'] {
  const from = fields(value, 'stack')
  const path = label(from['path'], 'stack.path')
  if (path !== '.' && /(?:^|\/)\.{0,2}(?:\/|$)|\\|^[A-Za-z]:/.test(path))
    throw wrong('stack.path', 'leaves the repository')
  return {
    key: label(from['key'], 'stack.key'),
    name: label(from['name'], 'stack.name'),
    path,
    ...maybe(from, 'workspace', label, 'stack.'),
  }
}

function readRun(value: unknown): RunIdentity {
  const from = fields(value, 'run')
  return {
    id: text(from['id'], 'run.id', /^\d{1,20}$/),
    attempt: positive(from['attempt'], 'run.attempt'),
    sha: text(from['sha'], 'run.sha', COMMIT),
    ...maybe(from, 'url', (url, name) => text(url, name, /^https?:\/\/[^\s<>"\\]{1,2000}$/), 'run.'),
  }
}

function readState(value: unknown): { readonly lineage: string; readonly serial: number } {
  const from = fields(value, 'state')
  return { lineage: label(from['lineage'], 'state.lineage'), serial: whole(from['serial'], 'state.serial') }
}

function readTime(value: unknown): string {
  const found = text(value, 'createdAt', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/)
  if (Number.isNaN(Date.parse(found))) throw wrong('createdAt', 'is no time')
  return found
}

function readCounts(value: unknown): Record<string, number> {
  return Object.fromEntries(
    Object.entries(fields(value, 'counts')).map(([name, count]) => [
      text(name, 'a count', /^[A-Za-z][\w-]{0,40}$/),
      whole(count, `counts.${name}`),
    ]),
  )
}

function positive(value: unknown, name: string): number {
  const found = whole(value, name)
  if (found === 0) throw wrong(name, 'is 0')
  return found
}
