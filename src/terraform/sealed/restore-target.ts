import { lstat, mkdir, readFile, readlink, realpath } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { errorCode } from '../../core/errors.ts'
import { isInside } from './plan-folders.ts'

/** What stands where a file is to be put. */
export type Target =
  | { readonly kind: 'free' }
  | { readonly kind: 'file'; readonly content: Uint8Array; readonly mode: number }
  /** Nothing may be put there; in words that follow its path. */
  | { readonly kind: 'blocked'; readonly why: string }

/**
 * Looks at every component of a path from the root on: none may be a symbolic link, so none can lead elsewhere.
 * @param root absolute, without links
 */
export async function lookAt(root: string, path: string): Promise<Target> {
  const parts = path.split('/')
  for (let count = 1; count < parts.length; count += 1) {
    const found = await statOf(join(root, ...parts.slice(0, count)))
    if (found === undefined) return { kind: 'free' }
    const folder = parts.slice(0, count).join('/')
    if (found.isSymbolicLink())
      return { kind: 'blocked', why: `lies below ${folder}, which is a symbolic link here` }
    if (!found.isDirectory()) return { kind: 'blocked', why: `lies below ${folder}, which is no folder here` }
  }
  const target = join(root, ...parts)
  const found = await statOf(target)
  if (found === undefined) return { kind: 'free' }
  if (found.isSymbolicLink()) return { kind: 'blocked', why: 'is a symbolic link here' }
  if (!found.isFile()) return { kind: 'blocked', why: 'is no file here' }
  return { kind: 'file', content: await readFile(target), mode: found.mode & 0o777 }
}

/** A file that is a symbolic link within the repository, read through it; undefined for anything else. */
export async function readLinked(root: string, path: string): Promise<Uint8Array | undefined> {
  const link = join(root, path)
  const found = await statOf(link)
  if (found?.isSymbolicLink() !== true) return undefined
  const target = await realpath(resolve(dirname(link), await readlink(link))).catch(() => undefined)
  if (target === undefined || !isInside(target, root)) return undefined
  return (await statOf(target))?.isFile() === true ? readFile(target) : undefined
}

/** Makes the folders that a path needs, and gives those that were not there, outermost first. */
export async function makeFolders(root: string, path: string): Promise<string[]> {
  const parts = path.split('/').slice(0, -1)
  const made: string[] = []
  for (let count = 1; count <= parts.length; count += 1) {
    const folder = join(root, ...parts.slice(0, count))
    try {
      await mkdir(folder)
      made.push(folder)
    } catch (thrown) {
      // Whether it is a folder is looked at again before anything is written into it.
      if (errorCode(thrown) !== 'EEXIST') throw thrown
    }
  }
  return made
}

async function statOf(path: string) {
  try {
    return await lstat(path)
  } catch (thrown) {
    if (errorCode(thrown) === 'ENOENT') return undefined
    throw thrown
  }
}
