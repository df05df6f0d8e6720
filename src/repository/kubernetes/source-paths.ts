import type { Edge } from '../graph/node.ts'
import { globFolder, globMatcher, isGlob } from './glob.ts'
import { placeEdges } from './kustomize.ts'
import { joinPath } from '../paths.ts'
import { staticFolder, unknownPart } from './unknown-part.ts'
import { plainEdges, type Reading } from './reading.ts'

/** A path as Argo CD takes it in a source: from the root with a leading slash, else from the source's folder. */
export function rooted(folder: string, path: string): string | undefined {
  if (!folder.includes(unknownPart) && !path.includes(unknownPart))
    return path.startsWith('/') ? joinPath('.', path.replace(/^\/+/, '')) : joinPath(folder, path)
  const whole = path.startsWith('/') ? path.slice(1) : `${folder}/${path}`
  const fixed = staticFolder(whole)
  const clean = joinPath('.', fixed)
  if (clean === undefined) return undefined
  // `..` after the unknown part may lead anywhere above: only what is certain is kept.
  const rest = whole.slice(fixed.length)
  const sure = /(?:^|\/)\.\.(?:\/|$)/.test(rest) ? unknownPart : rest
  return clean === '.' ? sure : `${clean}/${sure}`
}

/** What a path leads to: exact when it is there, all that fit when it is a glob, its static folder when unknown. */
export function somewhere(
  reading: Reading,
  path: string,
  kind: 'values' | 'kustomize' | 'extra input',
): Edge[] {
  if (path.includes(unknownPart)) {
    const folder = joinPath('.', staticFolder(path)) ?? '.'
    return kind === 'kustomize'
      ? placeEdges(reading, folder, kind, true)
      : plainEdges(reading, folder, kind, true)
  }
  const edges = kind === 'kustomize' ? placeEdges(reading, path, kind) : plainEdges(reading, path, kind)
  if (edges.length > 0 || !isGlob(path)) return edges
  const fits = globMatcher(path, 'doublestar')
  return reading.snapshot
    .under(globFolder(path))
    .filter((entry) => fits(entry.path))
    .flatMap((entry) => plainEdges(reading, entry.path, kind))
}
