import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import { MOST_FILE_BYTES, shortened, type CreatedFiles } from './created-files.ts'
import { MOST_FILES } from './payload.ts'
import { readStable } from './read-stable.ts'
import { pathFaults } from './sealed-path.ts'
import type { SealedFile } from './sealed-plan.ts'

/**
 * Files that a job makes on purpose and that are in no commit, as they are before the plan: they go with it, for when it
 * is applied they must be the same.
 *
 * @param root absolute path of the repository
 * @param paths from there
 */
export async function generatedFiles(root: string, paths: readonly string[]): Promise<CreatedFiles> {
  const reasons = pathFaults(paths).map((fault) => `A generated file cannot be sealed: ${fault}.`)
  if (paths.length > MOST_FILES) reasons.push(tooMany(paths.length))
  if (reasons.length > 0) return { kind: 'refused', reasons: shortened(reasons) }
  const files: SealedFile[] = []
  let total = 0
  for (const path of paths) {
    const found = await lstat(join(root, path)).catch(() => undefined)
    total += found?.size ?? 0
    if (total > MOST_FILE_BYTES) return { kind: 'refused', reasons: [tooLarge()] }
    const read = found?.isSymbolicLink() === true ? LINK : await readStable(join(root, path), WRITING)
    if (read.kind === 'read') files.push({ path, executable: read.executable, content: read.content })
    else if (read.kind === 'failed') reasons.push(`The generated file ${JSON.stringify(path)} ${read.why}.`)
  }
  return reasons.length > 0 ? { kind: 'refused', reasons: shortened(reasons) } : { kind: 'files', files }
}

const WRITING = 'was still being written when the plan began'
const LINK = { kind: 'failed', why: 'is a symbolic link: links are not sealed' } as const
const tooMany = (count: number): string =>
  `${count} files are generated or made by the plan; at most ${MOST_FILES} are sealed. Name fewer under \`generated\`.`
const tooLarge = (): string =>
  `The files that are generated or made by the plan are larger than ${MOST_FILE_BYTES / 1e6} MB together: they are not sealed. Name fewer under \`generated\`.`

/** What goes with a plan: of a file that the plan has written over, what it has made of it. */
export function withGenerated(made: CreatedFiles, generated: CreatedFiles): CreatedFiles {
  if (made.kind === 'refused' || generated.kind === 'refused') {
    const reasons = [made, generated].flatMap((one) => (one.kind === 'refused' ? one.reasons : []))
    return { kind: 'refused', reasons }
  }
  const paths = new Set(made.files.map(({ path }) => path))
  const files = [...made.files, ...generated.files.filter(({ path }) => !paths.has(path))].sort((a, b) =>
    a.path < b.path ? -1 : 1,
  )
  if (files.length > MOST_FILES) return { kind: 'refused', reasons: [tooMany(files.length)] }
  const total = files.reduce((sum, { content }) => sum + content.length, 0)
  if (total > MOST_FILE_BYTES) return { kind: 'refused', reasons: [tooLarge()] }
  return { kind: 'files', files }
}
