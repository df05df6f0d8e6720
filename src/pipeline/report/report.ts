import type { ArtifactStore, Uploaded } from '../../core/artifact-port.ts'
import { errorMessage, UserError } from '../../core/errors.ts'
import { runUrl, type RunContext } from '../../core/event.ts'
import type { GitHub, Job } from '../../core/github-port.ts'
import type { Clock } from '../../core/ports.ts'
import type { Redactor } from '../../core/redactor.ts'
import { isRefused } from '../../report/overview-rows.ts'
import type { Part, RunIdentity } from '../../report/part.ts'
import { REPORT_ARTIFACT } from '../../report/part-artifacts.ts'
import { gate } from '../gate.ts'
import { overviewOf } from './document.ts'
import { gather, type Gathered, type PartsSource } from './gather.ts'
import { endedBadly, jobOf, type JobWords } from './jobs.ts'
import { failureOf, judge, type FailOn, type ReportVerdict } from './judge.ts'
import { linksInto } from './links.ts'
import type { Needs } from './needs.ts'
import { beginDiscussion, publishReport, writesApply, type PublishedReport } from './publish-report.ts'
import { refusedOutputs, type RefusedOutputs } from './refused.ts'
import { renderReport, type RenderedReport } from './render.ts'
import { leftPart, matchParts, missingPart, type Missing, type Required } from './rows.ts'
import { tellOutdated } from './tell-outdated.ts'

export interface ReportSettings {
  readonly parts: PartsSource
  /** Absolute path; undefined: an artifact of this run. */
  readonly expected: string | undefined
  readonly needs: Needs
  readonly required: Required
  /** Stacks that are gone were to be destroyed: one of which nothing is heard is red. */
  readonly requireGone: boolean
  readonly comment: 'update' | 'off'
  readonly failOn: FailOn
  readonly forkPolicy: 'fail' | 'notice'
  /** Empty: what fits the parts. */
  readonly title: string
  /** Numbers of the pull requests that get the result of an apply; empty: those of the plans and of the commit. */
  readonly pulls: readonly number[]
  readonly redactor: Redactor
  readonly run: RunContext
}

export interface ReportPorts {
  readonly store: () => Promise<ArtifactStore>
  readonly github: () => Promise<GitHub>
  readonly clock: Pick<Clock, 'now'>
}

export interface Report {
  readonly verdict: ReportVerdict
  /** Why the step is red; undefined: it is green. */
  readonly failure: string | undefined
  readonly rendered: RenderedReport
  /** The comment's text, whether or not it was written. */
  readonly markdown: string
  readonly published: PublishedReport
  readonly refused: RefusedOutputs
  /** For the log. */
  readonly notices: readonly string[]
  readonly infos: readonly string[]
}

/** Merges what all jobs of a run left into one report, writes it, and says what it comes to. */
export async function makeReport(settings: ReportSettings, ports: ReportPorts): Promise<Report> {
  const { run, redactor, required, requireGone, needs } = settings
  const identity: RunIdentity = {
    id: run.runId,
    attempt: run.attempt,
    sha: (run.pull?.headSha ?? run.sha).toLowerCase(),
  }
  const gathered = await gather({ ...settings, run: identity, isOurs: linksInto(run) }, ports.store)
  const discussion = await beginDiscussion(settings, ports.github)
  const rows = await rowsOf(gathered, { required, requireGone, identity, github: ports.github })
  const { parts, excused } = withForkPolicy(rows.parts, settings)
  const { expected, problems } = gathered
  const judgement = judge({ parts, excused, problems, failures: expected?.failures ?? [], needs })
  const refused = refusedOutputs(parts, expected)
  const overview = overviewOf({ ...rows, parts, expected, problems, needs, title: settings.title })
  const request = { overview, redactor, runUrl: runUrl(run), repository: run.repository }
  const rendered = renderReport({ ...request, parts })
  // Made once more with the link: both must have passed the last check before anything leaves.
  rendered.markdown(undefined)
  const page = await uploadPage(rendered.html, gathered.artifacts, run.attempt, ports.store)
  const markdown = rendered.markdown(page.uploaded?.url)
  // A run that finds all applied leaves what is written of the one that did it.
  const isDone = writesApply(settings) && parts.every(({ facts }) => facts['outcome'] === 'nothing')
  const isQuiet = (parts.length === 0 || isDone) && judgement.red.length === 0
  const published = await publishReport(
    {
      ...settings,
      markdown,
      stable: rendered.stable,
      nothingToTell: isQuiet,
      planned: pullsOf(gathered.parts),
    },
    discussion,
    ports.github,
  )
  const outdated = writesApply(settings)
    ? await tellOutdated({ ...gathered, run, redactor, now: ports.clock.now() }, ports.github).catch(
        whyNotTold,
      )
    : []
  const failure = [failureOf(judgement, settings.failOn), published.failure].filter(
    (line) => line !== undefined,
  )
  return {
    verdict: judgement.verdict,
    failure: failure.length === 0 ? undefined : failure.join('\n'),
    rendered,
    markdown,
    published,
    refused,
    notices: [
      ...published.notices,
      ...outdated,
      ...page.notices,
      ...excused.map(
        ({ subject }) =>
          `${subject.name} was not planned: a fork's pull request has no credentials (fork-policy: notice).`,
      ),
      ...(settings.failOn === 'never' && judgement.red.length > 0
        ? [`Not red because of \`fail-on: never\`: ${judgement.red.join('; ')}`]
        : []),
      ...refused.unlisted.map(
        (name) => `${name} is in no list for approval: a list cannot hold such a name.`,
      ),
    ],
    infos: [
      ...gathered.ignored.map((name) => `not a file with parts, left aside: ${name}`),
      ...(gathered.superseded > 0 ? [`${gathered.superseded} parts are superseded by newer ones`] : []),
    ],
  }
}

/** Without a token, say. */
function whyNotTold(thrown: unknown): readonly string[] {
  if (!(thrown instanceof UserError) || thrown.causeClass === 'cancelled') throw thrown
  return [`Open pull requests whose plan is out of date now could not be told: ${errorMessage(thrown)}`]
}

/** The pull requests whose plans were applied, or looked at for it. */
function pullsOf(parts: readonly Part[]): readonly number[] {
  const pulls = parts.flatMap(({ kind, facts }) => (kind === 'terraform-apply' ? [facts['pull'] ?? ''] : []))
  return [...new Set(pulls.filter((pull) => /^[1-9]\d{0,8}$/.test(pull)).map(Number))]
}

interface Rows {
  readonly parts: readonly Part[]
  readonly suspects: readonly JobWords[]
  readonly jobsUnknown: string | undefined
}

/** A row for all that was heard of, and for all that should have been. */
async function rowsOf(
  { parts, expected }: Gathered,
  {
    required,
    requireGone,
    identity,
    github,
  }: { required: Required; requireGone: boolean; identity: RunIdentity; github: ReportPorts['github'] },
): Promise<Rows> {
  if (expected === undefined) return { parts, suspects: [], jobsUnknown: undefined }
  const matched = matchParts(parts, expected, required, requireGone)
  const { missing } = matched
  const asked = missing.length === 0 ? { jobs: [], unknown: undefined } : await jobsOf(identity, github)
  const jobs = missing.map((one): [Missing, JobWords | undefined] => [one, jobOf(one, asked.jobs, expected)])
  const named = jobs.every(([, job]) => job !== undefined)
  return {
    parts: [
      ...matched.parts,
      ...jobs.map(([one, job]) => missingPart(one, identity, job)),
      ...matched.left.map((stack) => leftPart(stack, identity)),
    ],
    suspects: named ? [] : endedBadly(asked.jobs),
    jobsUnknown: asked.unknown,
  }
}

/** Only to name the job: that a result is missing is known without. */
async function jobsOf(
  { id, attempt }: RunIdentity,
  github: ReportPorts['github'],
): Promise<{ readonly jobs: readonly Job[]; readonly unknown: string | undefined }> {
  try {
    return { jobs: await (await github()).jobsOfRun(Number(id), attempt), unknown: undefined }
  } catch (thrown) {
    const why = `The jobs could not be asked for (\`actions: read\`): ${errorMessage(thrown)}`
    return { jobs: [], unknown: why }
  }
}

/** As the action that plans does: what a fork could not do for lack of credentials is no fault of its code. */
function withForkPolicy(
  given: readonly Part[],
  { run, forkPolicy }: ReportSettings,
): { readonly parts: readonly Part[]; readonly excused: readonly Part[] } {
  if (run.pull?.fork !== true || given.length === 0) return { parts: given, excused: [] }
  const { parts } = gate(given, { fork: true, forkPolicy })
  const excused = parts.filter(
    (part) =>
      forkPolicy === 'notice' &&
      part.verdict.kind === 'failed' &&
      part.verdict.cause === 'policy' &&
      !isRefused(part) &&
      part.findings.every(({ severity }) => severity !== 'error'),
  )
  return { parts, excused }
}

/** The page is a help, not a condition: without it the report stands in the comment and in the summary. */
async function uploadPage(
  html: string,
  taken: readonly string[],
  attempt: number,
  store: ReportPorts['store'],
): Promise<{ readonly uploaded?: Uploaded; readonly notices: readonly string[] }> {
  try {
    const files = [{ name: 'report.html', content: Buffer.from(html, 'utf8') }]
    const uploaded = await (await store()).upload(freeName(taken, attempt), files, { compress: true })
    return { uploaded, notices: [] }
  } catch (thrown) {
    return { notices: [`The full report could not be uploaded: ${errorMessage(thrown)}`] }
  }
}

/** A run may report more than once, and its artifacts' names are taken for good. */
function freeName(taken: readonly string[], attempt: number): string {
  const first = `${REPORT_ARTIFACT}${attempt}`
  for (let count = 1; ; count++) {
    const name = count === 1 ? first : `${first}-${count}`
    if (!taken.includes(name)) return name
  }
}
