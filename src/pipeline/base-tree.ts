import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { FetchAccess } from '../repository/git/fetch.ts'
import { fetchMissing, isPartial, missingObjects } from '../repository/git/partial.ts'
import { ask, check, git, type GitPlace } from '../repository/git/place.ts'
import { readTree } from '../repository/git/tree.ts'
import { SUBMODULE_MODE } from '../repository/snapshot.ts'

export interface BaseTree {
  /** Absolute path of the folder with its files. */
  readonly root: string
  /** What of it is not there, for people: files of submodules, contents that Git LFS keeps elsewhere. */
  readonly missing: readonly string[]
}

/**
 * The files of a commit in a folder of their own, as `git checkout` would write them; the repository, its index and its
 * work tree stay as they are. Programs that the repository's own configuration names for files (`filter.*`) are not
 * run: what Git LFS keeps elsewhere stays a pointer.
 *
 * @param folder absolute; nothing is there yet
 */
export async function checkOutTree(
  place: GitPlace,
  commit: string,
  folder: string,
  access: FetchAccess,
): Promise<BaseTree> {
  const root = join(folder, 'files')
  await mkdir(root, { recursive: true, mode: 0o700 })
  const entries = await readTree(place, commit)
  if (await isPartial(place)) {
    const oids = entries.flatMap(({ mode, oid }) => (mode === SUBMODULE_MODE ? [] : [oid]))
    await fetchMissing(place, await missingObjects(place, [commit]), new Set(oids), access)
  }
  const own = { GIT_INDEX_FILE: join(folder, 'index'), GIT_WORK_TREE: root, GIT_LFS_SKIP_SMUDGE: '1' }
  const gitDir = (await ask(place, ['rev-parse', '--absolute-git-dir'])) ?? ''
  const aside = { ...place, cwd: root, variables: { ...place.variables, GIT_DIR: gitDir, ...own } }
  const config = await withoutFilters(place)
  check('read the files of the base', await git(aside, ['read-tree', '--end-of-options', commit], { config }))
  check('write the files of the base', await git(aside, ['checkout-index', '--all', '--quiet'], { config }))
  const submodules = entries.filter(({ mode }) => mode === SUBMODULE_MODE).map(({ path }) => path)
  const isLarge = entries.some(({ path }) => path.endsWith('.gitattributes')) && (await usesLfs(aside))
  return {
    root,
    missing: [
      ...submodules.map((path) => `the files of the submodule ${path}`),
      ...(isLarge ? ['files that Git LFS keeps'] : []),
    ],
  }
}

/** Also sparse checkouts leave nothing out here. */
async function withoutFilters(place: GitPlace): Promise<readonly (readonly [string, string])[]> {
  const names = (await ask(place, ['config', '--local', '--name-only', '--get-regexp', '^filter\\.'])) ?? ''
  const keys = new Set(names.split('\n').filter((key) => /\.(?:smudge|process|required)$/.test(key)))
  return [
    ['core.sparseCheckout', 'false'],
    ...[...keys].map((key) => [key, key.endsWith('.required') ? 'false' : ''] as const),
  ]
}

async function usesLfs(place: GitPlace): Promise<boolean> {
  const listed = await git(place, ['ls-files', '--', ':(attr:filter=lfs)'])
  return listed.code === 0 && listed.stdout !== ''
}
