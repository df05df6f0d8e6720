import { hostname } from 'node:os'
import { parseTextDiagnostics } from '../diagnostics-text.ts'
import { findLockInfo } from '../lock.ts'
import type { LockInfo } from '../lock.ts'
import { toolEnv } from '../stack-run.ts'
import type { StackRun, TerraformPorts } from '../stack-run.ts'

/** No resource of anybody: the question is put in words that change nothing even if they were heard. */
const NOBODY = 'terraform_data.who_holds_the_lock'

/**
 * Asks who holds the state lock. The events of an apply do not tell its lock, so somebody else has to be refused:
 * `state rm -dry-run` asks for the lock without waiting, starts no provider's work and never writes; when the lock is
 * free it holds it for as long as it takes to find nothing. (`force-unlock` with a wrong id would tell it too, but the
 * `http` backend unlocks whatever the id.) Runs although we were asked to stop, and is not stopped itself: a lock of
 * its own must not stay behind.
 *
 * Measured beside a running apply: 0.05–0.1 s with the S3 backend (`.tflock` with Terraform 1.11.4 and OpenTofu
 * 1.12.6, DynamoDB with 1.5.7), 1 s where the AWS provider has to be loaded.
 *
 * @returns undefined: nobody, or it could not be told
 */
export async function lockHolder(
  run: StackRun,
  workspace: string | undefined,
  ports: TerraformPorts,
): Promise<LockInfo | undefined> {
  const args = ['state', 'rm', '-dry-run', '-lock-timeout=0s', '-no-color', NOBODY]
  const options = { cwd: run.directory, env: toolEnv(run, workspace), keepBytes: 64 * 1024 }
  const asked = await ports
    .exec(run.binary.path, args, { ...options, evenWhenStopped: true })
    .catch(() => undefined)
  if (asked === undefined || asked.code === 0) return undefined
  return findLockInfo(parseTextDiagnostics(`${asked.stderr}\n${asked.stdout}`))
}

/**
 * Whether a lock is the one that an apply of this machine took, begun at `since` (milliseconds). Both tools write the
 * time by our clock, and user and machine as `user@host`.
 */
export function isOurs(lock: LockInfo, since: number): boolean {
  const created = createdAt(lock.created ?? '')
  const host = lock.who?.split('@').at(-1)
  return (
    lock.operation === 'OperationTypeApply' &&
    (host === undefined || host === hostname()) &&
    created !== undefined &&
    created >= since - CLOCK_STEP
  )
}

/** Milliseconds that two readings of one clock may differ by. */
const CLOCK_STEP = 1_000

/** `2026-11-23 10:30:48.738085567 +0000 UTC` */
function createdAt(text: string): number | undefined {
  const [, day, time] = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d(?:\.\d{1,3})?)/.exec(text) ?? []
  if (day === undefined || time === undefined) return undefined
  const parsed = Date.parse(`${day}T${time}Z`)
  return Number.isNaN(parsed) ? undefined : parsed
}
