import type { SealRefusal } from './seal-refusal.ts'
import type { SealManifest } from './sealed-plan.ts'

/** What a sealed plan must say about itself to be applied here. Origin and age are asked from GitHub, not from it. */
export interface ExpectedSeal {
  /** `owner/name` */
  readonly repository: string
  readonly key: string
  /** At the commit being applied. */
  readonly inputsHash: string
  /** What applies it; absent: compared later. */
  readonly tool?: SealManifest['tool']
  /** The plan is to destroy all that the stack manages. */
  readonly destroy: boolean
  /** The run whose artifact it is, as GitHub tells. */
  readonly run?: {
    readonly id: string
    readonly attempt: number
    readonly headSha: string
    readonly event: string
  }
  /** The pull request that it must be of. */
  readonly pull?: number
}

/**
 * In what a manifest is not what is expected: all of it, most telling first; empty: it is. The lock file is compared
 * where it is put back (`restoreFiles`), the digest after the tool has read the plan.
 */
export function checkManifest(manifest: SealManifest, expected: ExpectedSeal): SealRefusal[] {
  return [
    ...origin(manifest, expected),
    ...inputs(manifest, expected),
    ...tool(manifest, expected),
    ...destroy(manifest, expected),
  ]
}

function origin(manifest: SealManifest, expected: ExpectedSeal): SealRefusal[] {
  const { run, pull } = expected
  const faults: string[] = []
  const differs = (what: string, found: string | number, wanted: string | number): void => {
    if (found !== wanted) faults.push(`it is of ${what} ${found}, not ${wanted}`)
  }
  // GitHub does not tell names apart by case.
  if (manifest.repository.toLowerCase() !== expected.repository.toLowerCase())
    differs('the repository', manifest.repository, expected.repository)
  // Keys are no words for people.
  if (manifest.stack.key !== expected.key) faults.push(`it is of another stack, ${manifest.stack.name}`)
  if (run !== undefined) {
    differs('run', manifest.run.id, run.id)
    differs('the commit', manifest.run.sha, run.headSha)
    differs('the event', manifest.event, run.event)
    // The artifacts of earlier attempts stay: only one of a later attempt cannot be.
    if (manifest.run.attempt > run.attempt) differs('attempt', manifest.run.attempt, run.attempt)
  }
  if (pull !== undefined && manifest.pull !== undefined) differs('pull request', manifest.pull, pull)
  if (faults.length === 0) return []
  return [
    {
      code: 'origin',
      reason: `The sealed plan says that ${faults.join(', ')}.`,
      help: 'Find out who has uploaded it; then plan again, or have a plan of this run approved (mode approve).',
    },
  ]
}

function inputs(manifest: SealManifest, expected: ExpectedSeal): SealRefusal[] {
  if (manifest.inputsHash === expected.inputsHash) return []
  const [then, now] = [manifest.inputsHash.slice(0, 16), expected.inputsHash.slice(0, 16)]
  return [
    {
      code: 'inputs',
      reason: `The plan was made of other files: their hash was ${then}, and is ${now} at the commit being applied.`,
      help: 'Update the branch before merging, so that what is planned is what is merged; now, have a plan of this run approved (mode approve).',
    },
  ]
}

function tool(manifest: SealManifest, expected: ExpectedSeal): SealRefusal[] {
  const { name, version } = manifest.tool
  if (expected.tool === undefined) return []
  if (name === expected.tool.name && version === expected.tool.version) return []
  return [
    {
      code: 'tool',
      reason: `The plan was made by ${name} ${version}, and ${expected.tool.name} ${expected.tool.version} would apply it.`,
      help: 'Pin the version (.terraform-version, or tool-version in both jobs): a saved plan is applied by the version that made it.',
    },
  ]
}

function destroy(manifest: SealManifest, expected: ExpectedSeal): SealRefusal[] {
  if (manifest.destroy === expected.destroy) return []
  return [
    manifest.destroy
      ? {
          code: 'destroys',
          reason: 'The plan destroys all that the stack manages, and an ordinary one was expected.',
          help: 'A stack is destroyed only where it is gone from the repository, with allow-destroy.',
        }
      : {
          code: 'inputs',
          reason: 'The plan is an ordinary one, and one that destroys the stack was expected.',
          help: 'Plan again.',
        },
  ]
}
