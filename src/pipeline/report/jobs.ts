import type { Job } from '../../core/github-port.ts'
import type { Expected } from './expected.ts'
import type { Missing } from './rows.ts'

/** What became of a job, and where its log is. */
export interface JobWords {
  readonly text: string
  readonly url?: string
}

/** Worst first. `undefined` stands for a job that has not ended. */
const WORDS: readonly (readonly [conclusion: string | undefined, words: string])[] = [
  ['failure', 'failed'],
  ['timed_out', 'timed out'],
  ['startup_failure', 'could not start'],
  ['cancelled', 'was cancelled'],
  ['action_required', 'waits for an approval'],
  ['stale', 'was given up by GitHub'],
  [undefined, 'has not ended'],
  ['skipped', 'was skipped'],
  ['neutral', 'ended without a result'],
  ['success', 'succeeded, and left no result'],
]

/**
 * The job that should have brought what is missing, by its name: GitHub tells nothing else. A job of a matrix is called
 * after its entry (`plan (infra/app)`), so an entry's name or id in it is looked for, then the stack's own name.
 */
export function jobOf(missing: Missing, jobs: readonly Job[], expected: Expected): JobWords | undefined {
  const entries = expected.jobs.filter(({ stacks, charts }) =>
    (missing.kind === 'helm-lint' ? charts : stacks).includes(missing.name),
  )
  const wanted = [...entries.flatMap(({ id, name }) => [name, id]), missing.name]
  const named = jobs.filter(({ name }) => wanted.some((word) => holdsWord(name, word)))
  const worst = [...named].sort((a, b) => severity(a) - severity(b))[0]
  return worst === undefined ? undefined : jobWords(worst)
}

/** All that did not end well, for when it cannot be told which of them it was. */
export function endedBadly(jobs: readonly Job[]): JobWords[] {
  return jobs
    .filter(({ conclusion }) => conclusion !== undefined && severity({ conclusion }) < BAD)
    .map(jobWords)
}

const severity = ({ conclusion }: Pick<Job, 'conclusion'>): number => {
  const found = WORDS.findIndex(([known]) => known === conclusion)
  return found < 0 ? 0 : found
}

/** Everything before "has not ended". */
const BAD = WORDS.findIndex(([conclusion]) => conclusion === undefined)

function jobWords({ name, conclusion, url }: Job): JobWords {
  const words = WORDS.find(([known]) => known === conclusion)?.[1] ?? `ended as ${conclusion ?? 'nothing'}`
  return { text: `job ${JSON.stringify(name)} ${words}`, ...(url === undefined ? {} : { url }) }
}

/** As a word of its own: `infra/app` is not in `plan (infra/app-two)`. */
function holdsWord(text: string, word: string): boolean {
  if (word === '') return false
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const around = `${text[at - 1] ?? ' '}${text[at + word.length] ?? ' '}`
    if (!/[\w./@-]/.test(around)) return true
  }
  return false
}
