import { setTimeout as wait } from 'node:timers/promises'
import { UserError } from '../../core/errors.ts'
import type { ExecResult } from '../../core/ports.ts'
import { hasCommit, isShallow } from './commits.ts'
import { ask, git, wordsOf, type GitPlace } from './place.ts'

/** How to get at the remote. */
export interface FetchAccess {
  /** Tried when the credentials that the checkout left do not do. Goes to `serverUrl` and nowhere else. */
  readonly token?: string
  /** GITHUB_SERVER_URL: `https://github.com`. */
  readonly serverUrl: string
}

const FIVE_MINUTES = 300_000
const OBJECT_ID = /^([0-9a-f]{40}|[0-9a-f]{64})$/
/** For remotes by SSH: what people set for `git fetch` to work at all. */
const SSH_VARIABLES = ['SSH_AUTH_SOCK', 'SSH_AGENT_PID', 'GIT_SSH', 'GIT_SSH_COMMAND']
const FETCH = [
  'fetch',
  '--quiet',
  '--no-tags',
  '--no-prune',
  '--no-prune-tags',
  '--no-write-fetch-head',
  '--recurse-submodules=no',
  '--no-auto-maintenance',
]
const QUIET_FETCH = [
  ['fetch.writeCommitGraph', 'false'],
  ['gc.auto', '0'],
] as const

/**
 * Makes commits available, with their files; nothing is fetched when they are there. In a shallow clone they come
 * without their history. No ref, no FETCH_HEAD is written. Throws `UserError` when one cannot be had.
 */
export async function fetchCommits(
  place: GitPlace,
  shas: readonly string[],
  access: FetchAccess,
): Promise<void> {
  const missing = await missingOf(place, shas)
  const [first] = missing
  if (first === undefined) return
  const odd = missing.find((sha) => !OBJECT_ID.test(sha))
  if (odd !== undefined) throw new UserError(`${odd} is no commit id`)
  const remote = await remoteOf(place, `Commit ${first}`)
  const depth = (await isShallow(place)) ? ['--depth=1'] : []
  const result = await overNetwork(place, remote, access, {
    args: [...FETCH, ...depth, '--end-of-options', remote, ...missing],
  })
  const [still] = await missingOf(place, missing)
  if (still === undefined) return
  throw new UserError(`Commit ${still} could not be fetched from ${remote}: ${saidOf(result, access)}`, {
    help: 'Let actions/checkout fetch more ("fetch-depth: 2" for a pull request, "fetch-depth: 0" for all of the history) or keep its credentials.',
    causeClass: 'init',
  })
}

async function missingOf(place: GitPlace, shas: readonly string[]): Promise<string[]> {
  const missing: string[] = []
  for (const sha of new Set(shas)) if (!(await hasCommit(place, sha))) missing.push(sha)
  return missing
}

/** Fetches files that a partial clone left out, all at once, the way Git itself does it one by one. */
export async function fetchObjects(
  place: GitPlace,
  oids: readonly string[],
  access: FetchAccess,
): Promise<void> {
  const first = oids[0] ?? ''
  const remote = await remoteOf(place, first)
  const result = await overNetwork(place, remote, access, {
    args: [...FETCH, '--filter=blob:none', '--stdin', '--end-of-options', remote],
    config: [['fetch.negotiationAlgorithm', 'noop']],
    stdin: `${oids.join('\n')}\n`,
  })
  if (result.code === 0) return
  throw new UserError(
    `${oids.length} files that the partial clone left out could not be fetched: ${saidOf(result, access)}`,
    { help: 'Check the repository out without "filter", or let the checkout keep its credentials.' },
  )
}

/** The commit that a branch or tag of the remote is at now; undefined when it has none of this name. */
export async function remoteCommit(
  place: GitPlace,
  name: string,
  access: FetchAccess,
): Promise<{ readonly sha: string; readonly branch: boolean } | undefined> {
  // No patterns: `*` would find another one.
  if (!/^[^\s~^:?*[\\\p{Cc}]+$/u.test(name)) return undefined
  const remote = await remoteOf(place, name)
  const refs = [`refs/heads/${name}`, `refs/tags/${name}`, `refs/tags/${name}^{}`]
  const result = await overNetwork(place, remote, access, {
    args: ['ls-remote', '--quiet', '--end-of-options', remote, ...refs],
  })
  if (result.code !== 0) return undefined
  const found = new Map(
    result.stdout.split('\n').map((line) => line.split('\t').reverse() as [string, string]),
  )
  const branch = found.get(refs[0] ?? '')
  const sha = branch ?? found.get(refs[2] ?? '') ?? found.get(refs[1] ?? '')
  return sha === undefined ? undefined : { sha, branch: branch !== undefined }
}

async function remoteOf(place: GitPlace, what: string): Promise<string> {
  const names = ((await ask(place, ['remote'])) ?? '').split('\n').filter((name) => name !== '')
  const name = names.includes('origin') ? 'origin' : names[0]
  if (name !== undefined) return name
  throw new UserError(`${what} is not in this repository, and it has no remote to fetch it from`, {
    help: 'Check out with actions/checkout and "fetch-depth: 0", or fetch it before.',
  })
}

interface NetworkRun {
  readonly args: readonly string[]
  readonly stdin?: string
  readonly config?: readonly (readonly [string, string])[]
}

/** With the credentials that are there; refused, once more with the token. Another run's lock is waited for. */
async function overNetwork(
  place: GitPlace,
  remote: string,
  access: FetchAccess,
  { args, stdin, config = [] }: NetworkRun,
): Promise<ExecResult> {
  let header: readonly (readonly [string, string])[] = []
  for (let tries = 0; ; tries++) {
    const result = await git(place, args, {
      ...(stdin === undefined ? {} : { stdin }),
      config: [...QUIET_FETCH, ...config, ...header],
      keep: SSH_VARIABLES,
      timeoutMs: FIVE_MINUTES,
      network: true,
    })
    if (result.code === 0) return result
    if (tries < 5 && /\.lock': File exists|shallow file has changed/.test(result.stderr)) {
      await wait(100 * 2 ** tries)
      continue
    }
    if (header.length > 0 || !isRefused(result.stderr)) return result
    header = await authorization(place, remote, access)
    if (header.length === 0) return result
  }
}

/** GitHub answers 404 to who may not see a private repository. */
function isRefused(stderr: string): boolean {
  return /Authentication failed|could not read (Username|Password)|terminal prompts disabled|not found|returned error: 40[0134]|duplicate header/i.test(
    stderr,
  )
}

/** The same header that actions/checkout keeps, by environment: never on a command line, never in a file. */
async function authorization(
  place: GitPlace,
  remote: string,
  { token, serverUrl }: FetchAccess,
): Promise<readonly (readonly [string, string])[]> {
  const address = await ask(place, ['ls-remote', '--get-url', '--end-of-options', remote])
  if (token === undefined || token === '' || address === undefined) return []
  if (!URL.canParse(address) || !URL.canParse(serverUrl)) return []
  const { origin, protocol } = new URL(address)
  if (!/^https?:$/.test(protocol) || origin !== new URL(serverUrl).origin) return []
  const key = `http.${origin}/.extraheader`
  // The empty one takes back what the checkout configured: GitHub refuses two of them.
  return [
    [key, ''],
    [key, `AUTHORIZATION: basic ${basic(token)}`],
  ]
}

const basic = (token: string): string => Buffer.from(`x-access-token:${token}`).toString('base64')

function saidOf(result: ExecResult, { token }: FetchAccess): string {
  if (result.timedOut) return 'no end after five minutes'
  const said = wordsOf(result.stderr)
  const clean =
    token === undefined || token === '' ? said : said.replaceAll(token, '***').replaceAll(basic(token), '***')
  return clean === '' ? `git ended with ${String(result.code ?? result.signal)}` : clean
}
