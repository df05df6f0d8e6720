import type { Edge } from '../graph/node.ts'
import { folderOf, joinPath } from '../paths.ts'
import { plainEdges, type Reading } from './reading.ts'

/** What the Jsonnet files of a folder import, to any depth: next to the file that says so, else from the libraries. */
export function jsonnetImports(reading: Reading, folder: string, libraries: readonly string[]): Edge[] {
  const edges: Edge[] = []
  const files = reading.snapshot.under(folder).map(({ path }) => path)
  const seen = new Set(files.filter((path) => path.endsWith('sonnet')))
  for (const file of seen) {
    const source = reading.snapshot.text(file) ?? ''
    for (const [, , name = ''] of source.matchAll(
      /\bimport(?:str|bin)?\s{0,20}\(?\s{0,20}(["'])([^"'\n]+)\1/g,
    )) {
      for (const from of [folderOf(file), ...libraries]) {
        const at = joinPath(from, name)
        const place = at === undefined ? undefined : reading.snapshot.resolve(at)
        if (at === undefined || place?.kind !== 'file') continue
        edges.push(...plainEdges(reading, at, 'manifests'))
        if (place.path.endsWith('sonnet')) seen.add(place.path)
        break
      }
    }
  }
  return edges
}
