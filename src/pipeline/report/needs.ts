import { UserError, errorMessage } from '../../core/errors.ts'
import { fields, need, oneOf, parseJson, type Reader } from '../../report/read/json.ts'

/** How the jobs ended that this one waited for. */
export interface Needs {
  /** Names of jobs, each with its result. */
  readonly bad: readonly { readonly job: string; readonly result: 'failure' | 'cancelled' }[]
  readonly skipped: readonly string[]
}

const result: Reader<'success' | 'failure' | 'cancelled' | 'skipped'> = oneOf(
  ...(['success', 'failure', 'cancelled', 'skipped'] as const),
)

/** Reads `${{ toJSON(needs) }}`. @throws UserError */
export function readNeeds(json: string): Needs {
  try {
    const jobs = fields(parseJson(json))
    const ended = Object.keys(jobs).map((job) => ({
      job,
      result: need(jobs, job, (value) => need(fields(value), 'result', result)),
    }))
    return {
      bad: ended.flatMap(({ job, result: how }) =>
        how === 'failure' || how === 'cancelled' ? [{ job, result: how }] : [],
      ),
      skipped: ended.filter(({ result: how }) => how === 'skipped').map(({ job }) => job),
    }
  } catch (cause) {
    throw new UserError(`the results of the jobs cannot be read: ${errorMessage(cause)}`, {
      where: 'input `needs`',
      help: 'Give it as it is: `needs: ${{ toJSON(needs) }}`.',
      cause,
    })
  }
}
