/** Paths of the repository: from its root, with `/`; the root itself is `.`. */

/** True for a path below a folder, at any depth; everything is below `.`. */
export const isWithin = (path: string, folder: string): boolean =>
  folder === '.' || (path.length > folder.length && path[folder.length] === '/' && path.startsWith(folder))

/** `a/b/c` → `a/b`; of a path in the root: `.`. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/')
  return slash < 0 ? '.' : path.slice(0, slash)
}

export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

export const inFolder = (folder: string, name: string): string =>
  folder === '.' ? name : `${folder}/${name}`

/**
 * `a/b` + `../c/./d` → `a/c/d`, by the letters alone, as the tools clean a path before they open it.
 *
 * @returns undefined for what climbs out of the repository or is absolute.
 */
export function joinPath(folder: string, relative: string): string | undefined {
  if (relative.startsWith('/')) return undefined
  let base = folder
  let at = 0
  // Most paths are some steps up, then down: those need no list of parts.
  for (;;) {
    if (relative.startsWith('../', at)) {
      if (base === '.') return undefined
      base = folderOf(base)
      at += 3
    } else if (relative.startsWith('./', at)) at += 2
    else break
  }
  const rest = at === 0 ? relative : relative.slice(at)
  if (!ODD_PART.test(rest)) return inFolder(base, rest)
  const parts = base === '.' ? [] : base.split('/')
  for (const part of rest.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) return undefined
  }
  return parts.length === 0 ? '.' : parts.join('/')
}

/** A part that is empty, `.` or `..`. */
const ODD_PART = /(?:^|\/)\.{0,2}(?:\/|$)/

/** The folders from a folder up to the root, both included. */
export function foldersUp(folder: string): string[] {
  const found: string[] = []
  for (let at = folder; at !== '.'; at = folderOf(at)) found.push(at)
  found.push('.')
  return found
}
