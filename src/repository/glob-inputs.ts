import { linkEdges } from './graph/file-nodes.ts'
import type { InputNode } from './graph/node.ts'
import { isWithin } from './paths.ts'
import { LINK_MODE, type Snapshot } from './snapshot.ts'

/** How globs of the configuration are read. Groups such as `+(a|b)` could take for ever, and nobody needs them here. */
export const GLOB_OPTIONS = { dot: true, noextglob: true } as const

/** Makes the node of what a list of globs means: the files they match, now, in this tree. */
export type GlobInputs = (globs: readonly string[]) => InputNode

/**
 * A glob without wild cards may also name a folder: then all below it. `!glob` takes files out again. Lists that are
 * equal are matched once.
 */
export async function globInputs(snapshot: Snapshot): Promise<GlobInputs> {
  const { default: picomatch } = await import('picomatch')
  const known = new Map<string, InputNode>()
  return (globs) => {
    const key = JSON.stringify(globs)
    const made = known.get(key)
    if (made !== undefined) return made
    const found = new Set<string>()
    for (const written of globs) {
      const isOut = written.startsWith('!')
      const glob = written
        .slice(isOut ? 1 : 0)
        .replace(/^(?:\.?\/)+/, '')
        .replace(/\/+$/, '')
      const { base, isGlob } = picomatch.scan(glob)
      const folder = !isGlob ? glob : base
      const matches = isGlob
        ? picomatch(glob, GLOB_OPTIONS)
        : (path: string) => path === glob || isWithin(path, glob)
      const entries = folder === '' || folder === '.' ? snapshot.entries : below(snapshot, folder)
      for (const { path } of entries) {
        if (!matches(path)) continue
        if (isOut) found.delete(path)
        else found.add(path)
      }
    }
    const files = [...found].sort()
    const links = files.filter((path) => snapshot.entry(path)?.mode === LINK_MODE)
    const node = { files, edges: links.flatMap((link) => linkEdges(snapshot, link)) }
    known.set(key, node)
    return node
  }
}

function below(snapshot: Snapshot, folder: string): Snapshot['entries'] {
  const entry = snapshot.entry(folder)
  return entry === undefined ? snapshot.under(folder) : [entry]
}
