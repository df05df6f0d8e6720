import { lstat, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { filesIn, fromRoot, type FileState, type FileStates } from './file-states.ts'
import { MOST_FILES } from './payload.ts'
import { isInside, planFolders, type PlanFolders, type PlanPlace } from './plan-folders.ts'
import { readStable } from './read-stable.ts'
import { pathFaults } from './sealed-path.ts'
import type { SealedFile } from './sealed-plan.ts'

export type CreatedFiles =
  | { readonly kind: 'files'; readonly files: readonly SealedFile[] }
  /** The plan cannot be applied elsewhere. One sentence for each thing in the way, for people. */
  | { readonly kind: 'refused'; readonly reasons: readonly string[] }

/** Of all files together. */
export const MOST_FILE_BYTES = 500 * 1000 ** 2
const NAMED = 5
const WRITING = 'was still being written when the plan had ended'

/**
 * What planning has made: everything in the stack's folder, in those of local modules and of modules that `init`
 * fetched, that was not there before or was written since. Sorted by path. To be asked for as soon as the plan has
 * ended: the next plan in the same folder may write the same archive with other contents.
 *
 * @param planFile the saved plan, which the tool writes last: what has changed since was not made by it
 */
export async function createdFiles(
  place: PlanPlace,
  before: FileStates,
  planFile: string,
): Promise<CreatedFiles> {
  const places = await planFolders(place)
  const { mtimeNs: ended } = await stat(planFile, { bigint: true })
  const found = [...(await madeIn(places, before)), ...(await madeInFetched(places))]
  const made: (readonly [string, FileState])[] = []
  for (const one of found.sort(([path], [other]) => (path < other ? -1 : 1)))
    if (one[1].changedAt <= ended || !(await isInOtherStack(one[0], places))) made.push(one)
  const reasons = whyNot(made, places, ended)
  if (reasons.length > 0) return { kind: 'refused', reasons: shortened(reasons) }
  const files: SealedFile[] = []
  for (const [path] of made) {
    const read = await readStable(join(places.root, path), WRITING)
    if (read.kind === 'gone') continue
    if (read.kind === 'failed') {
      reasons.push(`The plan made ${show(path)}, which ${read.why}.`)
      continue
    }
    const replaces = before.hashes.get(path)
    files.push({
      ...{ path, executable: read.executable, content: read.content },
      ...(replaces === undefined ? {} : { replaces }),
    })
  }
  return reasons.length > 0 ? { kind: 'refused', reasons: shortened(reasons) } : { kind: 'files', files }
}

type Made = readonly (readonly [string, FileState])[]

async function madeIn(places: PlanFolders, before: FileStates): Promise<Made> {
  const made: (readonly [string, FileState])[] = []
  for (const folder of places.folders) {
    const known = before.folders.some((one) => isInside(folder, one))
    const since = BigInt(before.takenAt) * 1_000_000n
    for (const [path, state] of await filesIn([folder], places)) {
      const seen = known || before.files.has(path)
      const isNew = seen ? before.files.get(path)?.stamp !== state.stamp : state.changedAt >= since
      if (isNew) made.push([path, state])
    }
  }
  return made
}

/** `init` writes `modules.json` when it has fetched all of them: what is newer was made by the plan. */
async function madeInFetched(places: PlanFolders): Promise<Made> {
  const index = await lstat(join(places.fetched, 'modules.json'), { bigint: true }).catch(() => undefined)
  if (index === undefined) return []
  const found = await filesIn([places.fetched], { ...places, leftOut: [] })
  return [...found].filter(([, { changedAt }]) => changedAt > index.ctimeNs)
}

/** A folder between the file and the stack's that a tool was run in: stacks may be planned at the same time. */
async function isInOtherStack(path: string, { root, folders }: PlanFolders): Promise<boolean> {
  for (let at = dirname(join(root, path)); isInside(at, root) && !folders.includes(at); at = dirname(at)) {
    const found = await lstat(join(at, '.terraform')).catch(() => undefined)
    if (found?.isDirectory() === true) return true
  }
  return false
}

/** All that can be told without reading. */
function whyNot(made: Made, places: PlanFolders, ended: bigint): string[] {
  const reasons: string[] = []
  const fetched = `${fromRoot(places.fetched, places.root)}/`
  for (const [path, state] of made) {
    if (state.kind === 'link')
      reasons.push(
        `The plan made the symbolic link ${show(path)}: links are not sealed, write a file instead.`,
      )
    else if (!places.fetchedIsUsual && path.startsWith(fetched))
      reasons.push(
        `The plan made ${show(path)} where TF_DATA_DIR is: applying could not find it there again.`,
      )
    else if (state.changedAt > ended)
      reasons.push(
        `${show(path)} was changed after the plan had ended. Do other stacks write it too? Plan those in jobs of their own.`,
      )
  }
  if (reasons.length > 0) return reasons
  const paths = made.map(([path]) => path)
  if (paths.length > MOST_FILES)
    return [`The plan made ${paths.length} files; at most ${MOST_FILES} are sealed. Let it make one archive.`]
  reasons.push(...pathFaults(paths).map((fault) => `The plan made a file that is not sealed: ${fault}.`))
  const total = made.reduce((sum, [, { size }]) => sum + size, 0)
  const [largest] = [...made].sort(([, one], [, other]) => other.size - one.size)
  if (total > MOST_FILE_BYTES && largest !== undefined)
    reasons.push(
      `The plan made ${megabytes(total)} of files, ${show(largest[0])} with ${megabytes(largest[1].size)} the largest; at most ${megabytes(MOST_FILE_BYTES)} are sealed.`,
    )
  return reasons
}

/** A few of many reasons, and how many more there are. */
export function shortened(reasons: readonly string[]): string[] {
  const more = reasons.length - NAMED
  return more <= 0 ? [...reasons] : [...reasons.slice(0, NAMED), `And ${more} more of that kind.`]
}

/** Quoted, and nothing in it can end a line. */
const show = (path: string): string => JSON.stringify(path)
const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1e6)} MB`
