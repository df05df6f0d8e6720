import { posix } from 'node:path'
import type { FolderEntry, GitHub } from '../../core/github-port.ts'
import { shortCommit } from '../../core/short-commit.ts'
import { check, git, type GitPlace } from '../../repository/git/place.ts'

/**
 * The files that say what a run does. Who can push a branch can edit its workflow, read the passphrase there and seal
 * anything: the key keeps plans secret, it says nothing about who made them.
 */
export interface WorkflowFiles {
  /** The commit they are of. */
  readonly commit: string
  /** By path: what is there, as `kind id`; undefined: nothing. */
  readonly ids: ReadonlyMap<string, string | undefined>
  /** Paths of all workflow files. */
  readonly workflows: ReadonlySet<string>
}

const WORKFLOWS = '.github/workflows'
const FOLDERS = [WORKFLOWS, '.github/actions']
const DEFAULT_CONFIG = ['.github/gitops.yml', '.github/gitops.yaml']
/** A configuration may be a link to a link, and so on. */
const MOST_LINKS = 5

/**
 * Reads them from the repository that is here.
 *
 * @param commit id of the commit being applied
 * @param config path of the configuration from the repository root; undefined: the usual places
 * @throws UserError when the commit is not here
 */
export async function workflowFiles(
  place: GitPlace,
  commit: string,
  config: string | undefined,
): Promise<WorkflowFiles> {
  const paths = [...FOLDERS, ...(config === undefined || config === '' ? DEFAULT_CONFIG : [config])].map(
    clean,
  )
  const ids = new Map<string, string | undefined>()
  for (let links = 0, next = paths; next.length > 0 && links <= MOST_LINKS; links++) {
    const found = await entriesAt(place, commit, next)
    for (const path of next) ids.set(path, found.get(path))
    next = (await linkTargets(place, next, found)).filter((path) => !ids.has(path))
  }
  const workflows = await entriesAt(place, commit, [`${WORKFLOWS}/`])
  return { commit, ids, workflows: new Set(workflows.keys()) }
}

/** Which of them are not the same at another commit, in order of path. One request per folder that one of them is in. */
export async function changedWorkflowFiles(
  files: WorkflowFiles,
  sha: string,
  github: Pick<GitHub, 'folder'>,
): Promise<string[]> {
  const folders = [...new Set([...files.ids.keys()].map(folderOf))]
  const there = new Map<string, string>()
  await Promise.all(
    folders.map(async (folder) => {
      for (const { name, type, sha: id } of (await github.folder(folder, sha)) ?? []) {
        there.set(posix.join(folder, name), `${KINDS[type]} ${id}`)
      }
    }),
  )
  return [...files.ids].flatMap(([path, id]) => (there.get(path) === id ? [] : [path])).sort()
}

/** GitHub's lists call a submodule a file: https://docs.github.com/rest/repos/contents#get-repository-content */
const KINDS: Readonly<Record<FolderEntry['type'], string>> = {
  file: 'file',
  submodule: 'file',
  symlink: 'symlink',
  dir: 'dir',
}

const clean = (path: string): string => posix.normalize(path).replace(/^\/+|\/+$/g, '')

/** `''` is the root. */
const folderOf = (path: string): string => (path.includes('/') ? posix.dirname(path) : '')

async function entriesAt(
  place: GitPlace,
  commit: string,
  paths: readonly string[],
): Promise<Map<string, string>> {
  const result = await git(place, [
    'ls-tree',
    '-z',
    '--full-tree',
    '--end-of-options',
    commit,
    '--',
    ...paths,
  ])
  check(`read the workflow files of ${shortCommit(commit)}`, result)
  const entries = new Map<string, string>()
  for (const line of result.stdout.split('\0')) {
    const [, mode = '', id = '', path = ''] = /^(\d+) \w+ ([0-9a-f]+)\t(.*)$/s.exec(line) ?? []
    if (path !== '')
      entries.set(path, `${mode === '040000' ? 'dir' : mode === '120000' ? 'symlink' : 'file'} ${id}`)
  }
  return entries
}

/** Where links among these lead; what leads out of the repository leads nowhere. */
async function linkTargets(
  place: GitPlace,
  paths: readonly string[],
  found: ReadonlyMap<string, string>,
): Promise<string[]> {
  const targets: string[] = []
  for (const path of paths) {
    const [kind, id] = (found.get(path) ?? '').split(' ')
    if (kind !== 'symlink' || id === undefined) continue
    const result = await git(place, ['cat-file', 'blob', id])
    check(`read the link ${path}`, result)
    const target = posix.join(posix.dirname(path), result.stdout)
    if (!result.stdout.startsWith('/') && target !== '..' && !target.startsWith('../'))
      targets.push(clean(target))
  }
  return targets
}
