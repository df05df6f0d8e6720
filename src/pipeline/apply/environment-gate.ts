import type { GitHub } from '../../core/github-port.ts'
import type { Refusal } from './contracts.ts'
import { unknownRefusal } from './refusals.ts'

export interface EnvironmentGate {
  readonly github: Pick<GitHub, 'environment' | 'approvalsOfRun'>
  /** Of the job; empty: it has none. */
  readonly environment: string
  /** This run's id. */
  readonly runId: number
}

/**
 * Has somebody really said yes to this run? A job may name an environment that asks nobody: GitHub makes an environment
 * that is not there, without any rule, when a job names it. Undefined: yes.
 */
export async function environmentGate({
  github,
  environment: name,
  runId,
}: EnvironmentGate): Promise<Refusal | undefined> {
  if (name === '') {
    return refused('The job runs in no environment, so nobody was asked.', 'Give the job an "environment".')
  }
  try {
    const [environment, approvals] = await Promise.all([
      github.environment(name),
      github.approvalsOfRun(runId),
    ])
    if (environment === undefined) {
      return refused(`There is no environment ${name}.`, `Make it in the repository's settings. ${REVIEWERS}`)
    }
    if (environment.reviewers < 1) {
      return refused(`The environment ${name} has no required reviewers, so nobody was asked.`, REVIEWERS)
    }
    const isApproved = approvals.some(
      ({ state, environments }) =>
        state === 'approved' && environments.some((one) => one.toLowerCase() === name.toLowerCase()),
    )
    if (isApproved) return undefined
    return refused(
      `Nobody has approved this run for the environment ${name}.`,
      'Give the job that applies this very environment, and approve it when GitHub asks.',
    )
  } catch (thrown) {
    return unknownRefusal(`whether this run was approved for the environment ${name}`, thrown, [
      'actions: read',
    ])
  }
}

const REVIEWERS =
  'Add required reviewers to it (Settings, Environments); in private repositories GitHub has them in paid plans only.'

const refused = (reason: string, help: string): Refusal => ({ code: 'environment', reason, help })
