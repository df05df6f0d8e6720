import { readFile } from 'node:fs/promises'
import type { Artifact, ArtifactStore } from '../../core/artifact-port.ts'
import { errorMessage } from '../../core/errors.ts'
import type { RunIdentity } from '../../report/part.ts'
import { PART_ARTIFACT } from '../../report/part-artifacts.ts'
import type { LinkRule } from '../../report/read/sections.ts'
import { chooseParts, foreign, type Chosen } from './choose.ts'
import { expectedOfArtifacts, partsOfArtifacts, partsOfFolder, type Problem } from './collect.ts'
import { readExpected, type Expected } from './expected.ts'

/** Where parts are: in artifacts of this run by their names, or below a folder. */
export type PartsSource =
  | { readonly kind: 'artifacts'; readonly pattern: string }
  | { readonly kind: 'folder'; readonly path: string }

export const DEFAULT_PARTS = `${PART_ARTIFACT}*`

export interface GatherRequest {
  readonly parts: PartsSource
  /** Absolute path of detect-changes' file; undefined: it is an artifact of this run. */
  readonly expected: string | undefined
  readonly run: RunIdentity
  readonly isOurs: LinkRule
}

export interface Gathered extends Chosen {
  readonly expected: Expected | undefined
  /** Names of this run's artifacts. */
  readonly artifacts: readonly string[]
  readonly ignored: readonly string[]
}

/** Everything that was left for this report. What cannot be had is a problem: the rest is reported all the same. */
export async function gather(request: GatherRequest, store: () => Promise<ArtifactStore>): Promise<Gathered> {
  const { parts, run, isOurs } = request
  const problems: Problem[] = []
  const listed = await listArtifacts(request, store, problems)
  const [expected, collected] = await Promise.all([
    expectedOf(request, listed, problems),
    parts.kind === 'folder'
      ? partsOfFolder(parts.path, isOurs)
      : listed === undefined
        ? { found: [], problems: [], ignored: [] }
        : partsOfArtifacts(parts.pattern, { ...listed, isOurs }),
  ])
  const chosen = chooseParts(collected.found, run, expected?.run.attempt)
  return {
    ...chosen,
    problems: [...problems, ...collected.problems, ...chosen.problems],
    expected,
    artifacts: (listed?.artifacts ?? []).map(({ name }) => name),
    ignored: collected.ignored,
  }
}

interface Listed {
  readonly store: ArtifactStore
  readonly artifacts: readonly Artifact[]
}

/** Undefined: they cannot be had. That is no problem for who needs none of them. */
async function listArtifacts(
  { parts, expected }: GatherRequest,
  store: () => Promise<ArtifactStore>,
  problems: Problem[],
): Promise<Listed | undefined> {
  try {
    const opened = await store()
    return { store: opened, artifacts: await opened.list() }
  } catch (thrown) {
    if (parts.kind === 'artifacts' || expected === undefined)
      problems.push({ where: 'artifacts of this run', what: `cannot be listed: ${errorMessage(thrown)}` })
    return undefined
  }
}

async function expectedOf(
  request: GatherRequest,
  listed: Listed | undefined,
  problems: Problem[],
): Promise<Expected | undefined> {
  const { expected: path, run, isOurs } = request
  const where = path === undefined ? 'what detect-changes expects' : 'input `expected`'
  const fault = (from: string, what: string): void => void problems.push({ where: from, what })
  try {
    const text = await expectedText(path, listed, run.attempt)
    if (text === undefined) {
      fault(where, 'is missing: run detect-changes with `collect: true`, in a job before this one')
      return undefined
    }
    const expected = readExpected(text, isOurs)
    const why = foreign(expected.run, run)
    if (why === undefined) return expected
    fault(where, `is refused: ${why}`)
  } catch (thrown) {
    fault(where, `cannot be read: ${errorMessage(thrown)}`)
  }
  return undefined
}

async function expectedText(
  path: string | undefined,
  listed: Listed | undefined,
  attempt: number,
): Promise<string | undefined> {
  if (path !== undefined) return readFile(path, 'utf8')
  return listed === undefined ? undefined : expectedOfArtifacts(listed.store, listed.artifacts, attempt)
}
