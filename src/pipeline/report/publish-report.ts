import { setImmediate } from 'node:timers/promises'
import { errorMessage, UserError } from '../../core/errors.ts'
import type { RunContext } from '../../core/event.ts'
import type { GitHub } from '../../core/github-port.ts'
import { writeApplyComments } from '../apply/apply-comment.ts'
import { readDiscussion, type Discussion } from '../discussion.ts'
import { publish } from '../publish.ts'
import type { Required } from './rows.ts'

/** The comment of a pull request: the root action's, so that the two ways never leave two of them. */
const PLAN_KEY = 'pipeline'
/** The result of an apply, on a pull request that is merged. */
const APPLY_KEY = 'apply'

export interface PublishReport {
  readonly run: RunContext
  readonly required: Required
  readonly comment: 'update' | 'off'
  readonly markdown: string
  readonly stable: string
  /** A comment that is there is brought up to date, none is made. */
  readonly nothingToTell: boolean
  /** As they are told; empty: those of the plans and of the commit. */
  readonly pulls: readonly number[]
  /** Those whose plans were applied: one push may bring several, and the commit is of the last. */
  readonly planned: readonly number[]
}

export interface PublishedReport {
  /** The first one, where there are several. */
  readonly comment?: { readonly id: number; readonly url: string }
  readonly notices: readonly string[]
  /** The comment should have been written and could not be. */
  readonly failure?: string
}

/** What GitHub knows of the pull request, where the report is to be written on one that is open. */
export type BegunDiscussion = () => Promise<Discussion | undefined>

/**
 * Asks for the pull request and its comments now, so that the answers come while the report is made. Undefined: it is
 * not written on an open one.
 */
export async function beginDiscussion(
  { run, required, comment }: Pick<PublishReport, 'run' | 'required' | 'comment'>,
  github: () => Promise<GitHub>,
): Promise<BegunDiscussion | undefined> {
  if (comment === 'off' || !hasPull(run) || isApply(run, required)) return undefined
  const reading = github().then((client) => readDiscussion(run, client))
  // Whoever asks for it is told of a failure, and nobody else.
  reading.catch(() => undefined)
  // The requests leave in a turn of the event loop; making the report holds it.
  await setImmediate()
  return () => reading
}

/** A merge queue's commit and a schedule have no pull request to write on. */
const hasPull = ({ event }: RunContext): boolean => event !== 'merge_group' && event !== 'schedule'

const isApply = ({ pull }: RunContext, required: Required): boolean =>
  required === 'apply' && pull === undefined

/** Whether the report is one of an apply and is written at all. */
export const writesApply = ({
  run,
  required,
  comment,
}: Pick<PublishReport, 'run' | 'required' | 'comment'>): boolean =>
  comment !== 'off' && hasPull(run) && isApply(run, required)

/** Writes the report on the pull request; after an apply, on the merged ones. Never rejects. */
export async function publishReport(
  request: PublishReport,
  discussion: BegunDiscussion | undefined,
  github: () => Promise<GitHub>,
): Promise<PublishedReport> {
  const { run, comment, markdown, stable, nothingToTell, required } = request
  if (comment === 'off' || !hasPull(run)) return { notices: [] }
  if (isApply(run, required)) return publishApply(request, github)
  if (discussion === undefined) return { notices: [] }
  const rendered = { markdown, stable, summary: '', plain: '' }
  return publish({ ...rendered, run, key: PLAN_KEY, comment, nothingToTell }, discussion)
}

async function publishApply(
  { run, markdown, stable, nothingToTell, pulls, planned }: PublishReport,
  open: () => Promise<GitHub>,
): Promise<PublishedReport> {
  if (nothingToTell) return { notices: [] }
  try {
    const github = await open()
    const { numbers, notices } =
      pulls.length > 0 ? { numbers: pulls, notices: [] } : await pullsToTell(run, planned, github)
    if (numbers.length === 0)
      return { notices: ['No merged pull request brought this commit: the report is in the job summary.'] }
    const rendered = { markdown, stable }
    const written = await writeApplyComments({ rendered, key: APPLY_KEY, run, pulls: numbers }, github)
    const [first] = written.comments
    return { ...(first === undefined ? {} : { comment: first }), notices: [...notices, ...written.warnings] }
  } catch (thrown) {
    const help = thrown instanceof UserError && thrown.help !== undefined ? ` ${thrown.help}` : ''
    return {
      notices: [`The result could not be written on the pull request: ${errorMessage(thrown)}${help}`],
    }
  }
}

/** Where some are known already, that GitHub does not tell of the others is no reason to tell none. */
async function pullsToTell(
  run: RunContext,
  planned: readonly number[],
  github: GitHub,
): Promise<{ readonly numbers: readonly number[]; readonly notices: readonly string[] }> {
  try {
    return { numbers: [...new Set([...planned, ...(await mergedBy(run, github))])], notices: [] }
  } catch (thrown) {
    if (planned.length === 0 || !(thrown instanceof UserError) || thrown.causeClass === 'cancelled')
      throw thrown
    const notice = `The pull requests of the commit could not be asked for: ${errorMessage(thrown)}`
    return { numbers: planned, notices: [notice] }
  }
}

/** A merge makes the commit that is pushed: the pull request knows it as its merge commit, or as its own head. */
async function mergedBy({ sha }: RunContext, github: GitHub): Promise<readonly number[]> {
  const pulls = await github.pullsForCommit(sha)
  return pulls
    .filter(
      ({ state, mergeCommitSha, head }) => state === 'closed' && (mergeCommitSha === sha || head.sha === sha),
    )
    .map(({ number }) => number)
}
