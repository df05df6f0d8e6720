import { randomBytes } from 'node:crypto'
import { chmod, readFile, realpath, rename, rm, rmdir, writeFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { errorMessage, UserError } from '../../core/errors.ts'
import { isAddedTo, LOCK_FILE } from './lock-file.ts'
import { sha256Hex } from './payload.ts'
import { isInside } from './plan-folders.ts'
import { lookAt, makeFolders, readLinked, type Target } from './restore-target.ts'
import type { SealRefusal } from './seal-refusal.ts'
import { isModuleFile, pathFaults } from './sealed-path.ts'
import type { SealContent } from './sealed-plan.ts'

export interface RestorePlace {
  /** Absolute path of the repository. */
  readonly root: string
  /** The stack's folder, from the root. */
  readonly stackPath: string
  /**
   * `before-init` (default): the lock file and all files but those in modules that `init` fetches. `after-init`: just those, as
   * `init` makes their folders anew. Most plans have none.
   */
  readonly when?: 'before-init' | 'after-init'
}

export type Restored =
  | {
      readonly kind: 'restored'
      /** Paths from the root of what was written; what was there already is not among them. */
      readonly written: readonly string[]
      /**
       * Puts everything back as it was: for the next stack, which may have made the same file with other contents.
       * What has been changed since is left alone. Never rejects for what is gone already.
       */
      readonly undo: () => Promise<void>
    }
  | { readonly kind: 'refused'; readonly refusal: SealRefusal }

interface ToWrite {
  readonly path: string
  readonly content: Uint8Array
  readonly mode: number
  /** What is overwritten. */
  readonly before?: { readonly content: Uint8Array; readonly mode: number }
}

/**
 * Writes what the plan had beside the code. All of it is looked at before anything is written; a file that is there
 * with the same content is left as it is, one with other content is refused, unless it is what the plan has overwritten
 * too. Each file appears whole or not at all, and when one cannot be written, what was written is taken back.
 * @throws UserError when a file cannot be written
 */
export async function restoreFiles(
  content: Pick<SealContent, 'lockFile' | 'files'>,
  place: RestorePlace,
): Promise<Restored> {
  const root = await realpath(place.root)
  const later = place.when === 'after-init'
  const [fault] = pathFaults(content.files.map(({ path }) => path))
  if (fault !== undefined) return refused('inputs', `The sealed plan holds ${fault}.`, PLAN_AGAIN)
  const steps: ToWrite[] = []
  if (!later && content.lockFile !== undefined) {
    const step = await lockStep(root, place.stackPath, content.lockFile)
    if ('kind' in step) return step
    steps.push(...step.steps)
  }
  for (const file of content.files.filter(({ path }) => isModuleFile(path) === later)) {
    const target = await lookAt(root, file.path)
    const mode = file.executable ? 0o755 : 0o644
    const step = { path: file.path, content: file.content, mode }
    if (target.kind === 'free') steps.push(step)
    else if (target.kind === 'blocked') return refused('inputs', sentence(file.path, target.why), PLAN_AGAIN)
    else if (isSame(target.content, file.content)) continue
    else if (file.replaces !== undefined && file.replaces === sha256Hex(target.content))
      steps.push({ ...step, before: target })
    else return refused('inputs', sentence(file.path, 'is here with other contents'), CLEAN_UP)
  }
  return writeAll(root, steps)
}

const PLAN_AGAIN = 'Plan again.'
const CLEAN_UP =
  'What `generated` names must be the same when it is planned and when it is applied. Files that planning makes should be in .gitignore, not in Git, and no earlier step should leave one behind.'

/** The lock file may be there as it was before `init` added to it. */
async function lockStep(
  root: string,
  stackPath: string,
  content: Uint8Array,
): Promise<{ readonly steps: ToWrite[] } | Extract<Restored, { kind: 'refused' }>> {
  const folder = await realpath(join(root, stackPath)).catch(() => undefined)
  if (folder === undefined || !isInside(folder, root))
    return refused(
      'inputs',
      `The stack's folder ${JSON.stringify(stackPath)} is not in this checkout.`,
      PLAN_AGAIN,
    )
  const path = relative(root, join(folder, LOCK_FILE)).replaceAll(sep, '/')
  const step = { path, content, mode: 0o644 }
  const target = await lookAt(root, path)
  const help = 'Commit the lock file that `init` writes, then plan again.'
  switch (target.kind) {
    case 'free':
      return { steps: [step] }
    case 'blocked': {
      const linked = await readLinked(root, path)
      if (linked !== undefined && isSame(linked, content)) return { steps: [] }
      return refused('lock-file', sentence(path, target.why), help)
    }
    case 'file':
      if (isSame(target.content, content)) return { steps: [] }
      if (isAddedTo(target.content, content)) return { steps: [{ ...step, before: target }] }
      return refused('lock-file', sentence(path, 'is not the lock file that the plan was made with'), help)
  }
}

async function writeAll(root: string, steps: readonly ToWrite[]): Promise<Restored> {
  const done: ToWrite[] = []
  const folders: string[] = []
  const undo = async (): Promise<void> => {
    for (const step of done.splice(0).reverse()) await takeBack(root, step)
    for (const folder of folders.splice(0).reverse()) await rmdir(folder).catch(() => undefined) // not empty: kept
  }
  for (const step of steps) {
    try {
      folders.push(...(await makeFolders(root, step.path)))
      expectSame(await lookAt(root, step.path), step)
      await writeWhole(root, step)
      done.push(step)
    } catch (cause) {
      await undo()
      throw new UserError(`${JSON.stringify(step.path)} cannot be restored: ${errorMessage(cause)}`, {
        help: 'Nothing was applied. Check that the runner may write there, and that its disk is not full.',
        cause,
      })
    }
  }
  return { kind: 'restored', written: done.map(({ path }) => path), undo }
}

/** Between the look at all and this write, nobody else should have been there. */
function expectSame(target: Target, { before }: ToWrite): void {
  if (target.kind === 'blocked') throw new Error(`it ${target.why}`)
  const now = target.kind === 'free' ? undefined : target.content
  if (now === undefined ? before !== undefined : before === undefined || !isSame(now, before.content))
    throw new Error('something else is writing there')
}

async function writeWhole(
  root: string,
  { path, content, mode }: Pick<ToWrite, 'path' | 'content' | 'mode'>,
): Promise<void> {
  const target = join(root, path)
  const aside = `${target}.${randomBytes(6).toString('hex')}.part`
  try {
    await writeFile(aside, content, { flag: 'wx', mode: 0o600 })
    await chmod(aside, mode)
    await rename(aside, target)
  } catch (thrown) {
    await rm(aside, { force: true })
    throw thrown
  }
}

async function takeBack(root: string, { path, content, before }: ToWrite): Promise<void> {
  const target = join(root, path)
  const now = await readFile(target).catch(() => undefined)
  if (now === undefined || !isSame(now, content)) return
  if (before === undefined) await rm(target, { force: true })
  else await writeWhole(root, { path, ...before })
}

function refused(
  code: SealRefusal['code'],
  reason: string,
  help: string,
): Extract<Restored, { kind: 'refused' }> {
  return { kind: 'refused', refusal: { code, reason, help } }
}

const sentence = (path: string, why: string): string => `The plan's file ${JSON.stringify(path)} ${why}.`
const isSame = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0
