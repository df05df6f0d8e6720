import { readFile, realpath } from 'node:fs/promises'
import { isAbsolute, join, relative, resolve, sep } from 'node:path'
import { errorCode } from '../../core/errors.ts'
import type { StackRun } from '../stack-run.ts'

/** Where a plan is made. */
export interface PlanPlace {
  /** Absolute path of the repository. */
  readonly root: string
  /** Its folder, and what the tool is told by `dataDir`, TF_DATA_DIR, TF_LOG_PATH and TF_PLUGIN_CACHE_DIR. */
  readonly run: Pick<StackRun, 'directory' | 'env' | 'dataDir' | 'pluginCacheDir'>
  /** Absolute paths, folders or files, that are not looked at: where plans and reports are kept. */
  readonly leftOut?: readonly string[]
}

/** Where planning may make files that applying needs. All paths are absolute and without symbolic links. */
export interface PlanFolders {
  readonly root: string
  /** The stack's folder and, once they are known, those of local modules; none below another. */
  readonly folders: readonly string[]
  /** `.terraform/modules`: what `init` has fetched. */
  readonly fetched: string
  /** False where TF_DATA_DIR is elsewhere: then what is made in there cannot be put back. */
  readonly fetchedIsUsual: boolean
  readonly leftOut: readonly string[]
}

/**
 * Before `init` local modules are not known. Modules outside the repository are not looked at.
 * Source: `.terraform/modules/modules.json` as Terraform and OpenTofu write it (internal/modsdir/manifest.go): `Dir` is
 * relative to the folder they run in.
 */
export async function planFolders({ root: given, run, leftOut = [] }: PlanPlace): Promise<PlanFolders> {
  const root = await realpath(given)
  const directory = await realpath(run.directory)
  const at = (path: string | undefined): Promise<string>[] =>
    path === undefined || path === '' ? [] : [real(resolve(directory, path))]
  const dataDir = await (at(run.dataDir ?? run.env['TF_DATA_DIR'])[0] ?? real(join(directory, '.terraform')))
  const modules = await moduleFolders(join(dataDir, 'modules'), directory)
  const inside = [directory, ...modules].filter(
    (folder) => isInside(folder, root) && !isInside(folder, dataDir) && !isInside(folder, join(root, '.git')),
  )
  const others = [...at(run.env['TF_LOG_PATH']), ...at(run.pluginCacheDir ?? run.env['TF_PLUGIN_CACHE_DIR'])]
  return {
    root,
    folders: [...new Set(inside)].filter(
      (folder, _, all) => !all.some((other) => other !== folder && isInside(folder, other)),
    ),
    fetched: join(dataDir, 'modules'),
    fetchedIsUsual: dataDir === join(directory, '.terraform'),
    leftOut: [dataDir, ...(await Promise.all([...others, ...leftOut.map(real)]))],
  }
}

/** True for a folder itself too. */
export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way))
}

async function moduleFolders(fetched: string, directory: string): Promise<string[]> {
  let text: string
  try {
    text = await readFile(join(fetched, 'modules.json'), 'utf8')
  } catch (thrown) {
    if (errorCode(thrown) === 'ENOENT') return [] // no module is called
    throw thrown
  }
  const { Modules: modules = [] } = JSON.parse(text) as {
    readonly Modules?: readonly { readonly Dir?: string }[]
  }
  const folders = modules.flatMap(({ Dir: dir }) => (dir === undefined ? [] : [resolve(directory, dir)]))
  return Promise.all(folders.map(real))
}

/** What is not there yet has no links. */
const real = (path: string): Promise<string> => realpath(path).catch(() => resolve(path))
