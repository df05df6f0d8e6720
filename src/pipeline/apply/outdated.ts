import { markerKey } from '../../core/comment-marker.ts'
import { isNoted, notedComment, readNote } from '../../core/comment-note.ts'
import { allOwn, isShown, loginFor, type Own } from '../../core/comment-own.ts'
import { messageAndHelp, UserError } from '../../core/errors.ts'
import type { GitHub, PullRequest } from '../../core/github-port.ts'
import { planArtifactPrefix, stackId } from '../../terraform/sealed/artifact-name.ts'
import { mapParallel } from '../parallel.ts'
import type { Wanted } from './contracts.ts'
import { outdatedHead, outdatedLine, type OutdatedLine } from './outdated-text.ts'

export interface OutdatedRequest {
  readonly github: Pick<
    GitHub,
    'tokenKind' | 'authenticatedLogin' | 'openPulls' | 'newestArtifacts' | 'listComments' | 'updateComment'
  >
  /** That was applied to. */
  readonly branch: string
  /** Stacks that were changed, in whole or in part. */
  readonly stacks: readonly Pick<Wanted, 'key' | 'name'>[]
  /** The commit that was applied. */
  readonly commit: string
  /** Milliseconds since the epoch: a plan made later saw what was applied. */
  readonly appliedAt: number
  /** `https://github.com/owner/name` */
  readonly repositoryUrl: string
  /** UTF-16 units that a whole comment may have. */
  readonly limit: number
  readonly redact: (text: string) => string
}

export interface Outdated {
  /** Numbers of the pull requests whose comment was changed. */
  readonly pulls: readonly number[]
  /** What could not be done. No reason to be red: what was applied is applied. */
  readonly notices: readonly string[]
}

/** The newest that are looked through. */
const MOST_PULLS = 100
const MOST_ARTIFACTS = 500
/** Comments that one apply changes; each costs two requests and a notification at most. */
const MOST_CHANGED = 30
const AT_ONCE = 4
/** Of the root action, and of `report`. */
const PIPELINE_KEY = 'pipeline'

interface Planned {
  readonly stack: Pick<Wanted, 'key' | 'name'>
  readonly runId: number
}

/**
 * Tells open pull requests into the branch that their plan of these stacks is out of date, in the comment that shows
 * it. Which have one is told by the newest artifacts of the repository. Twice changes nothing more. Never rejects for
 * what GitHub answers.
 */
export async function markOutdated(request: OutdatedRequest): Promise<Outdated> {
  const { github, branch, stacks } = request
  if (stacks.length === 0) return { pulls: [], notices: [] }
  let found: { readonly pull: Listed; readonly planned: readonly Planned[] }[]
  try {
    const open = (await github.openPulls(branch, MOST_PULLS)).filter(({ fromFork }) => !fromFork)
    if (open.length === 0) return { pulls: [], notices: [] }
    found = await plannedBy(open, request)
  } catch (thrown) {
    return { pulls: [], notices: [notice('Open pull requests with a plan of the same stacks', thrown)] }
  }
  const told = found.slice(0, MOST_CHANGED)
  const notices =
    found.length > told.length
      ? [
          `${found.length} open pull requests have a plan that is out of date now: only ${told.length} are told so.`,
        ]
      : []
  const changed = await mapParallel(told, AT_ONCE, async ({ pull, planned }) => {
    try {
      return { number: pull.number, changed: await tell(pull.number, planned, request, notices) }
    } catch (thrown) {
      notices.push(notice(`Pull request #${pull.number}, whose plan is out of date now,`, thrown))
      return { number: pull.number, changed: false }
    }
  })
  return { pulls: changed.filter((one) => one.changed).map(({ number }) => number), notices }
}

type Listed = Omit<PullRequest, 'merged'>

/** The newest plan of each of the stacks by each pull request's present head, where it is older than the apply. */
async function plannedBy(
  open: readonly Listed[],
  { github, stacks, appliedAt }: OutdatedRequest,
): Promise<{ readonly pull: Listed; readonly planned: readonly Planned[] }[]> {
  const artifacts = await github.newestArtifacts(MOST_ARTIFACTS)
  return open.flatMap((pull) => {
    const ofHead = artifacts.filter(({ run }) => run?.headSha === pull.head.sha)
    const planned = stacks.flatMap((stack): Planned[] => {
      const prefix = planArtifactPrefix(stack.key)
      const [last] = ofHead
        .filter(({ name }) => name.startsWith(prefix))
        .sort((a, b) => b.createdAt - a.createdAt || b.id - a.id)
      const isOlder = last !== undefined && last.createdAt <= appliedAt
      return isOlder && last.run !== undefined ? [{ stack, runId: last.run.id }] : []
    })
    return planned.length === 0 ? [] : [{ pull, planned }]
  })
}

async function tell(
  number: number,
  planned: readonly Planned[],
  request: OutdatedRequest,
  notices: string[],
): Promise<boolean> {
  const { github } = request
  const comments = await github.listComments(number)
  const own = allOwn(comments, await loginFor(undefined, comments, github)).filter(isShown)
  let changed = false
  for (const one of own) {
    const lines = shownIn(one, planned)
    if (
      lines.length === 0 ||
      isNoted(
        one.comment.body,
        lines.map(({ stack }) => stackId(stack.key)),
      )
    )
      continue
    const text = noted(one, lines, request)
    if (text === undefined) {
      notices.push(`The comment ${one.comment.url} is too long to be told that it is out of date.`)
      continue
    }
    await github.updateComment(one.comment.id, text)
    changed = true
  }
  return changed
}

/** Which of the plans a comment shows: by its key, or since it is of the same run. */
function shownIn({ marker }: Own, planned: readonly Planned[]): readonly Planned[] {
  if (marker.key === markerKey(PIPELINE_KEY)) return planned
  const alone = planned.filter(({ stack }) => marker.key === markerKey(`plan:${stack.key}`))
  return alone.length > 0 ? alone : planned.filter(({ runId }) => String(runId) === marker.run.id)
}

function noted(
  { marker, body }: Own,
  planned: readonly Planned[],
  { commit, repositoryUrl, redact, limit }: OutdatedRequest,
): string | undefined {
  const before = readNote(body) ?? { ids: [], lines: [] }
  const fresh = planned.filter(({ stack }) => !before.ids.includes(stackId(stack.key)))
  const lineOf = ({ stack, runId }: Planned): OutdatedLine => ({
    name: redact(stack.name),
    commit,
    commitUrl: `${repositoryUrl}/commit/${commit}`,
    runUrl: `${repositoryUrl}/actions/runs/${runId}`,
  })
  const ids = [...before.ids, ...fresh.map(({ stack }) => stackId(stack.key))]
  const lines = [...before.lines, ...fresh.map((one) => outdatedLine(lineOf(one)))]
  const runUrl = `${repositoryUrl}/actions/runs/${marker.run.id}`
  return notedComment(marker, body, { ids, lines, ...outdatedHead(ids.length, runUrl) }, limit)
}

function notice(whom: string, thrown: unknown): string {
  if (!(thrown instanceof UserError) || thrown.causeClass === 'cancelled') throw thrown
  return `${whom} could not be told: ${messageAndHelp(thrown)}`
}
