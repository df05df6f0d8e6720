import { fetchObjects, type FetchAccess } from './fetch.ts'
import { check, git, ask, type GitPlace } from './place.ts'

/**
 * A partial clone (actions/checkout with `filter: blob:none`) lacks most files of other commits. Git would fetch them
 * one by one, when each is read; here what is missing is found first and fetched at once.
 */
export async function isPartial(place: GitPlace): Promise<boolean> {
  const keys = '^(remote\\..*\\.(promisor|partialclonefilter)|extensions\\.partialclone)$'
  return (await ask(place, ['config', '--name-only', '--get-regexp', keys])) !== undefined
}

/** Ids of files of these commits or trees that are not here. */
export async function missingObjects(
  place: GitPlace,
  revisions: readonly (string | undefined)[],
): Promise<Set<string>> {
  const trees = revisions.flatMap((revision) => (revision === undefined ? [] : [`${revision}^{tree}`]))
  const missing = new Set<string>()
  if (trees.length === 0) return missing
  const chunks: Buffer[] = []
  const args = ['rev-list', '--objects', '--no-object-names', '--missing=print', '--end-of-options', ...trees]
  const result = await git(place, args, { onStdoutChunk: (chunk) => chunks.push(chunk) })
  check('find out which files the partial clone left out', result)
  for (const line of Buffer.concat(chunks).toString('latin1').split('\n'))
    if (line.startsWith('?')) missing.add(line.slice(1))
  return missing
}

/** Fetches what is wanted and missing. Without access it does nothing: whoever reads it then says what is missing. */
export async function fetchMissing(
  place: GitPlace,
  missing: ReadonlySet<string> | undefined,
  wanted: ReadonlySet<string>,
  access: FetchAccess | undefined,
): Promise<void> {
  if (missing === undefined || missing.size === 0 || access === undefined) return
  const oids = [...wanted].filter((oid) => missing.has(oid))
  if (oids.length > 0) await fetchObjects(place, oids, access)
}

/** Fetches the folders of a commit in a clone without them (`filter: tree:0`). False: there is no way to. */
export async function completeTree(
  place: GitPlace,
  revision: string,
  access: FetchAccess | undefined,
): Promise<boolean> {
  if (access === undefined || !(await isPartial(place))) return false
  // `rev-parse` would have to look into the tree.
  const commit = await ask(place, ['cat-file', 'commit', revision])
  const tree = commit === undefined ? revision : /^tree ([0-9a-f]+)$/m.exec(commit)?.[1]
  if (tree === undefined) return false
  await fetchObjects(place, [tree], access)
  return true
}
