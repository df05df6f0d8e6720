import type { StackConfig } from '../config/config.ts'
import { variableFileName } from '../config/paths.ts'
import { isAutoLoaded, isVariantFile, type FolderIndex } from '../modules/folders.ts'
import { folderOf, inFolder, nameOf } from '../paths.ts'
import type { Snapshot } from '../snapshot.ts'

/** One way to plan a folder. */
export interface Variant {
  /** What its name may be from, the shortest first; empty: nothing but the folder. */
  readonly labels: readonly string[]
  readonly workspace?: string
  /** From the repository root. */
  readonly varFiles: readonly string[]
  readonly backendConfig: readonly string[]
  readonly config?: StackConfig
}

/** Where people keep one variable file per environment. */
const VARIANT_FOLDERS = ['env', 'envs', 'environments', 'vars', 'tfvars']

/**
 * The variants of a folder: as configured, else one per variable file by convention, else one. An entry that names
 * neither workspaces nor variable files says more about all variants of its folder; `var-files: []` says that there
 * are none.
 *
 * @param path the folder as it is called, which may be a link.
 */
export function variantsOf(
  snapshot: Snapshot,
  index: FolderIndex,
  path: string,
  entries: readonly StackConfig[],
): Variant[] {
  const [only] = entries
  if (
    only !== undefined &&
    (entries.length > 1 || only.workspaces !== undefined || only.varFiles !== undefined)
  ) {
    return entries.flatMap((entry) => configured(snapshot, index, path, entry))
  }
  const config = only === undefined ? {} : { config: only }
  const files = conventionFiles(snapshot, index, path)
  if (files.length === 0) return [{ labels: [], varFiles: [], backendConfig: [], ...config }]
  return files.map((file) => ({
    labels: labelsOf(file, path),
    varFiles: [file],
    backendConfig: backendFiles(snapshot, index, path, [file], [variableFileName(file)]),
    ...config,
  }))
}

/** `env/*.tfvars` and the like, and those next to the code that are not loaded by themselves. */
function conventionFiles(snapshot: Snapshot, index: FolderIndex, path: string): string[] {
  const beside = filesIn(snapshot, index, path).filter((file) => !isAutoLoaded(nameOf(file)))
  const below = VARIANT_FOLDERS.flatMap((folder) => filesIn(snapshot, index, inFolder(path, folder)))
  return [...beside, ...below].filter((file) => isVariableFile(nameOf(file))).sort()
}

/** `prod.backend.tfvars` is what some call a `.tfbackend`. */
const isVariableFile = (name: string): boolean =>
  /\.tfvars(?:\.json)?$/.test(name) && !/^backend[.-]|[.-]backend\.tfvars/.test(name)

/** Paths as they are called: through the links that lead there. */
function filesIn(snapshot: Snapshot, index: FolderIndex, path: string): string[] {
  let folder = index.folder(path)
  if (folder === undefined) {
    const target = snapshot.resolve(path)
    folder = target.kind === 'folder' ? index.folder(target.path) : undefined
  }
  const found: string[] = []
  for (const entry of folder?.files ?? []) {
    const name = nameOf(entry.path)
    if (isVariantFile(name)) found.push(inFolder(path, name))
  }
  return found
}

function configured(snapshot: Snapshot, index: FolderIndex, path: string, entry: StackConfig): Variant[] {
  const workspaces = entry.workspaces ?? []
  const of = (workspace: string | undefined, named: boolean): Variant => {
    const varFiles = (entry.varFiles ?? []).map((file) =>
      file.replaceAll('{workspace}', workspace ?? '{workspace}'),
    )
    const last = varFiles.at(-1)
    const bases = [...(workspace === undefined ? [] : [workspace]), ...varFiles.map(variableFileName)]
    const fromFile = last === undefined ? [] : labelsOf(last, path)
    const labels =
      workspace === undefined ? fromFile : [workspace, ...fromFile.map((l) => `${workspace}@${l}`)]
    return {
      // The name that was given is the whole name, when it is of one only.
      labels: named ? ['', ...labels] : labels,
      ...(workspace === undefined ? {} : { workspace }),
      varFiles,
      backendConfig: backendFiles(snapshot, index, path, varFiles, bases),
      config: entry,
    }
  }
  if (workspaces.length === 0) return [of(undefined, entry.name !== undefined)]
  return workspaces.map((workspace) => of(workspace, entry.name !== undefined && workspaces.length === 1))
}

/** `NAME.tfbackend`, `NAME.*.tfbackend` beside a variable file or the code. */
function backendFiles(
  snapshot: Snapshot,
  index: FolderIndex,
  path: string,
  varFiles: readonly string[],
  bases: readonly string[],
): string[] {
  if (bases.length === 0) return []
  const found = new Set<string>()
  for (const folder of new Set([path, ...varFiles.map(folderOf)])) {
    for (const file of filesIn(snapshot, index, folder)) {
      const name = nameOf(file)
      const isBackend = name.endsWith('.tfbackend') || /[.-]backend\.tfvars$/.test(name)
      if (isBackend && bases.some((base) => name.startsWith(`${base}.`))) found.add(file)
    }
  }
  return [...found].sort()
}

/** `env/prod.tfvars` → `prod`, then with its folder, then in full. */
function labelsOf(file: string, path: string): string[] {
  const inside = path !== '.' && file.startsWith(`${path}/`) ? file.slice(path.length + 1) : file
  const withFolder = inside.replace(/\.tfvars(?:\.json)?$/, '')
  return [variableFileName(file), withFolder, inside]
}
