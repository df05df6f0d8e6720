import { linkEdges } from '../graph/file-nodes.ts'
import type { Edge } from '../graph/node.ts'
import { inFolder } from '../paths.ts'
import { LINK_MODE } from '../snapshot.ts'
import { jsonnetImports } from './jsonnet.ts'
import { field, text, texts } from './plain.ts'
import { plainEdges, type Reading } from './reading.ts'
import { rooted } from './source-paths.ts'

/** What Argo CD reads of a plain folder, and what means nothing to anyone who renders. */
const isManifest = (name: string): boolean => /\.(?:ya?ml|json|jsonnet)$/.test(name)
const isPaper = (name: string): boolean => /\.md$|^(?:LICENSE|NOTICE|OWNERS|CODEOWNERS)|^\.git/i.test(name)

/**
 * Without `recurse` only the manifests directly in the folder are read. That is exact only when nothing else is there:
 * other files hint at a plugin that finds its folders by itself, or at Jsonnet; then all below counts.
 */
export function directoryEdges(reading: Reading, source: unknown, folder: string): readonly Edge[] {
  const directory = field(source, 'directory')
  const names = reading.snapshot
    .list(folder)
    .filter((one) => !one.folder)
    .map((one) => one.name)
  const plain = names.every((name) => (isManifest(name) && !/sonnet$|^helmfile/.test(name)) || isPaper(name))
  if (text(field(directory, 'recurse')) === 'true' || !plain || names.length === 0) {
    const libraries = texts(field(directory, 'jsonnet', 'libs')).flatMap((path) => rooted(folder, path) ?? [])
    return [
      ...[folder, ...libraries].flatMap((path) => plainEdges(reading, path, 'manifests')),
      ...jsonnetImports(reading, folder, libraries),
    ]
  }
  const id = `manifests:${folder}`
  if (!reading.nodes.has(id)) {
    const files = names.filter((name) => !isPaper(name)).map((name) => inFolder(folder, name))
    const links = files.filter((file) => reading.snapshot.entry(file)?.mode === LINK_MODE)
    reading.nodes.set(id, { files, edges: links.flatMap((link) => linkEdges(reading.snapshot, link)) })
  }
  return [{ to: id, kind: 'manifests' }]
}
