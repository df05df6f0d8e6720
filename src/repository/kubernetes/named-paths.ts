import { joinPath } from '../paths.ts'
import { staticFolder } from './unknown-part.ts'
import type { Reading } from './reading.ts'

/**
 * Paths of the tree that a text seems to name, seen from the given folders: for texts that cannot be read properly.
 * Each word, each quoted text and each end of a line counts. Of a path with an unknown part, its static folder.
 */
export function namedPaths(reading: Reading, text: string, folders: readonly string[]): readonly string[] {
  const found = new Set<string>()
  const seen = new Set<string>()
  for (const words of [
    /[^\s"'`,;:=[\]{}()<>|#!&]+/g,
    /"([^"\n]{1,300})"|'([^'\n]{1,300})'/g,
    /(?:: +|- +)(\S[^\n]{0,300})$/gm,
  ]) {
    for (const match of text.matchAll(words)) {
      const word = (match[1] ?? match[2] ?? match[0]).trim()
      if (word.length > 300 || seen.has(word)) continue
      seen.add(word)
      const path = staticFolder(word.replace(/^\$[\w-]+\//, '/'))
      for (const folder of path.startsWith('/') ? ['.'] : folders) {
        const at = joinPath(folder, path.replace(/^\/+/, ''))
        if (at === undefined || at === '.' || at === folder) continue
        const place = reading.snapshot.resolve(at)
        if (place.kind === 'file' || place.kind === 'folder') found.add(at)
      }
    }
  }
  return [...found].sort()
}
