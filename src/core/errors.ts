/** Why something failed, in the words every report and output uses. */
export type CauseClass =
  'auth' | 'lock' | 'provider' | 'init' | 'timeout' | 'policy' | 'config' | 'cancelled' | 'bug'

export interface UserErrorDetails {
  /** What to do about it, one sentence. */
  readonly help?: string
  readonly cause?: unknown
  readonly causeClass?: CauseClass
  /** `file`, `file:line` or an input's name. */
  readonly where?: string
}

/**
 * Something the user can put right: what is wrong, where, and what to do.
 * Everything else that is thrown counts as a bug of ours and is reported as one.
 */
export class UserError extends Error {
  readonly help: string | undefined
  readonly where: string | undefined
  readonly causeClass: CauseClass

  constructor(message: string, details: UserErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause })
    this.name = 'UserError'
    this.help = details.help
    this.where = details.where
    this.causeClass = details.causeClass ?? 'config'
  }
}

/** The text of anything that was thrown. Never throws itself. */
export function errorMessage(thrown: unknown): string {
  if (typeof thrown === 'string') return thrown
  // Not `instanceof Error`: an error of another realm (a worker, a test's sandbox) is one as well.
  if (
    typeof thrown === 'object' &&
    thrown !== null &&
    'message' in thrown &&
    typeof thrown.message === 'string'
  ) {
    return thrown.message === '' && 'name' in thrown ? String(thrown.name) : thrown.message
  }
  try {
    const json = JSON.stringify(thrown) as string | undefined // undefined for a function or a symbol
    return json ?? String(thrown)
  } catch {
    return String(thrown)
  }
}

/** The text of anything that was thrown, and in a second sentence what to do about it, where that is known. */
export function messageAndHelp(thrown: unknown): string {
  const help = thrown instanceof UserError ? thrown.help : undefined
  return help === undefined ? errorMessage(thrown) : `${withoutStop(errorMessage(thrown))}. ${help}`
}

/** A sentence as the part of another one. */
export const withoutStop = (text: string): string => text.replace(/[.\s]+$/, '')

/** Node's error code (`ENOENT`, `ECONNRESET`, …), where there is one. */
export function errorCode(thrown: unknown): string | undefined {
  if (typeof thrown !== 'object' || thrown === null || !('code' in thrown)) return undefined
  return typeof thrown.code === 'string' ? thrown.code : undefined
}
