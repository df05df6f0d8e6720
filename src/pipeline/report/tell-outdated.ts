import type { RunContext } from '../../core/event.ts'
import type { GitHub } from '../../core/github-port.ts'
import type { Redactor } from '../../core/redactor.ts'
import type { Part } from '../../report/part.ts'
import { planArtifactPrefix } from '../../terraform/sealed/artifact-name.ts'
import { markOutdated } from '../apply/outdated.ts'
import { GITHUB_LIMIT } from '../publish.ts'

export interface AppliedParts {
  readonly parts: readonly Part[]
  /** Milliseconds since the epoch when each was written, as far as that is known. */
  readonly writtenAt: ReadonlyMap<Part, number>
  readonly run: RunContext
  readonly redactor: Redactor
  /** Milliseconds since the epoch. */
  readonly now: number
}

const BRANCH = /^refs\/heads\/(.+)$/s

/**
 * Tells other open pull requests that their plan is older than what was applied here. Jobs that hand on their part do
 * not: this is the one writer.
 *
 * @returns what could not be done: no reason to be red
 */
export async function tellOutdated(
  { parts, writtenAt, run, redactor, now }: AppliedParts,
  github: () => Promise<GitHub>,
): Promise<readonly string[]> {
  const branch = BRANCH.exec(run.ref)?.[1]
  const done = parts.filter(isApplied)
  if (branch === undefined || done.length === 0) return []
  const times = new Map(
    done.map((part) => [planArtifactPrefix(part.subject.key), writtenAt.get(part) ?? now] as const),
  )
  const client = await github()
  const { notices } = await markOutdated({
    github: { ...client, newestArtifacts: async (limit) => asOf(times, await client.newestArtifacts(limit)) },
    branch,
    stacks: done.map(({ subject: { key, name } }) => ({ key, name })),
    commit: run.sha,
    appliedAt: Math.max(...times.values()),
    repositoryUrl: `${run.serverUrl}/${run.repository}`,
    limit: GITHUB_LIMIT,
    redact: (text) => redactor.redact(text),
  })
  return notices
}

/** In whole or in part; what was refused has changed nothing. */
const isApplied = ({ kind, status, facts }: Part): boolean =>
  kind === 'terraform-apply' &&
  (status === 'changed' || status === 'failed') &&
  facts['refused'] === undefined

type Artifacts = Awaited<ReturnType<GitHub['newestArtifacts']>>

/** A plan that was made after its own stack was applied has seen that, also when other stacks were applied later. */
function asOf(times: ReadonlyMap<string, number>, artifacts: Artifacts): Artifacts {
  return artifacts.map((artifact) => {
    const end = artifact.name.indexOf('-', 'plan-'.length) + 1
    const applied = times.get(artifact.name.slice(0, end))
    const isLater = applied !== undefined && artifact.createdAt > applied
    return isLater ? { ...artifact, createdAt: Number.MAX_SAFE_INTEGER } : artifact
  })
}
