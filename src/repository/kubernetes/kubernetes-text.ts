import type { Snapshot } from '../snapshot.ts'

/** What is known to hold no manifest, and is often large. */
const neverRead =
  /(?:^|\/)(?:package[^/]*|[^/]*[-.]lock|composer|tsconfig[^/]*|[^/]*\.(?:tf|tofu|tfvars))\.(?:json|ya?ml)$/
const neverIn = /(?:^|\/)(?:\.git|\.terraform|\.terragrunt-cache|node_modules)\//

/**
 * True for files whose text has to be read in for `findKubernetes`: YAML and JSON, Kustomize files, Jsonnet, and the
 * helpers (`.tpl`) of a chart in the repository root, whose folder cannot count as a whole.
 */
export function isKubernetesText(path: string): boolean {
  if (!hasTextEnding(path)) return false
  return !neverRead.test(path) && !neverIn.test(path)
}

function hasTextEnding(path: string): boolean {
  if (path.endsWith('.yaml') || path.endsWith('.yml') || path.endsWith('.json')) return true
  if (path.endsWith('sonnet')) return path.endsWith('.jsonnet') || path.endsWith('.libsonnet')
  if (path.endsWith('.tpl')) return path.startsWith('templates/')
  return path.endsWith('Kustomization') && (path === 'Kustomization' || path.endsWith('/Kustomization'))
}

/** The part of them that says what a chart or a Kustomize folder is made of; see `namesMoreTexts`. */
export const isRenderedText = (path: string): boolean =>
  /(?:^|\/)(?:Chart\.yaml|requirements\.yaml|kustomization\.ya?ml|Kustomization)$/.test(path) &&
  isKubernetesText(path)

/** True when these need further texts: plugins of Kustomize, and the templates of a chart in the root. */
export const namesMoreTexts = (snapshot: Snapshot): boolean =>
  snapshot.entry('Chart.yaml') !== undefined ||
  snapshot.entries.some(
    ({ path }) =>
      path.includes('ustomization') &&
      isRenderedText(path) &&
      /\b(?:generators|transformers|validators)\b/.test(snapshot.text(path) ?? ''),
  )

/** A cheap look before a text is parsed: an apiVersion of Argo CD, and a text that ends with the kind, must be in it. */
export const mayHoldApplications = (text: string): boolean =>
  text.includes('argoproj.io') &&
  text.includes('Application') &&
  /argoproj\.io\\?\/v/.test(text) &&
  /Application(?:Set)?["']?[ \t\r]*(?:[,}\]#]|$)/m.test(text)

/** A text that cannot be parsed is worth a word when these two lines are in it. */
export const speaksOfApplications = (text: string): boolean =>
  /["']?\bapiVersion["']?\s*:\s*["']?argoproj\.io\//.test(text) &&
  /["']?\bkind["']?\s*:\s*["']?Application(?:Set)?\b/.test(text)

/** The folders `P` of a path `P/NAME/…`, the outermost first. */
export function foldersBefore(path: string, name: string): readonly string[] {
  const found: string[] = []
  if (path.startsWith(`${name}/`)) found.push('.')
  for (let at = path.indexOf(`/${name}/`); at !== -1; at = path.indexOf(`/${name}/`, at + 1)) {
    found.push(path.slice(0, at))
  }
  return found
}
