import { isModuleFile } from './module-facts.ts'
import { folderOf, foldersUp, inFolder, nameOf } from '../paths.ts'
import type { Snapshot, TreeEntry } from '../snapshot.ts'

/** What stands directly in a folder, sorted by path. */
export interface Folder {
  readonly path: string
  readonly files: readonly TreeEntry[]
  /** Paths. */
  readonly folders: readonly string[]
  /** Its Terraform and OpenTofu files; what is here is read by what calls it, not by the folder above. */
  readonly moduleFiles: readonly TreeEntry[]
  readonly isChart: boolean
}

export interface FolderIndex {
  folder(path: string): Folder | undefined
  /** Folders with Terraform files, sorted by path; what tools left there is none. */
  readonly modules: readonly string[]
  /** Names of all folders: a cheap test before a path is looked up. */
  hasFolderName(name: string): boolean
}

/** Files whose text the graph of stacks is made of; what a variable file sets may name files. */
export const isTerraformText = (path: string): boolean =>
  /\.(?:(?:tf|tofu|tfvars)(?:\.json)?|tfbackend)$/.test(path)

/** Folders that tools write and nobody reviews; they are no input unless code names them. */
const isLeftover = (name: string): boolean => /^\.(?:terraform|terragrunt-cache|git)$/.test(name)

/** One walk over all entries; folders that only a link leads to are not there. */
export function indexFolders(snapshot: Snapshot): FolderIndex {
  const folders = new Map<string, Building>()
  const open = (path: string): Building => {
    const known = folders.get(path)
    if (known !== undefined) return known
    const made: Building = { path, files: [], folders: [], moduleFiles: [], isChart: false }
    folders.set(path, made)
    if (path !== '.') open(folderOf(path)).folders.push(path)
    return made
  }
  open('.')
  let last = open('.')
  for (const entry of snapshot.entries) {
    const path = folderOf(entry.path)
    if (last.path !== path) last = open(path)
    const name = nameOf(entry.path)
    last.files.push(entry)
    if (name === 'Chart.yaml') last.isChart = true
    else if (isModuleFile(name)) last.moduleFiles.push(entry)
  }
  const names = new Set<string>()
  const modules: string[] = []
  for (const { path, moduleFiles } of folders.values()) {
    names.add(nameOf(path))
    if (moduleFiles.length > 0 && !isInLeftovers(path)) modules.push(path)
  }
  return {
    folder: (path) => folders.get(path),
    modules: modules.sort(),
    hasFolderName: (name) => names.has(name),
  }
}

interface Building {
  readonly path: string
  readonly files: TreeEntry[]
  readonly folders: string[]
  readonly moduleFiles: TreeEntry[]
  isChart: boolean
}

const isInLeftovers = (path: string): boolean =>
  /(?:^|\/)(?:\.terraform|\.terragrunt-cache|\.git|node_modules)(?:\/|$)/.test(path)

/** `NAME.tfvars`, `NAME.tfvars.json`, `NAME.tfbackend`: given on the command line, or loaded in a stack's folder only. */
export const isVariantFile = (name: string): boolean => /\.(?:tfvars(?:\.json)?|tfbackend)$/.test(name)

/** Loaded without being named, directly in the folder that is planned. */
export const isAutoLoaded = (name: string): boolean =>
  /^terraform\.tfvars(?:\.json)?$|\.auto\.tfvars(?:\.json)?$/.test(name)

export const LOCK_FILE = '.terraform.lock.hcl'
/** tfenv and tenv read the first two, asdf and mise the last. */
export const VERSION_FILES: readonly string[] = ['.terraform-version', '.opentofu-version', '.tool-versions']

const isDocumentation = (name: string): boolean => /\.md$|^licen[cs]e/i.test(name)

/** The files of a module, and those that only count for a stack in its folder. */
export interface OwnFiles {
  readonly files: readonly TreeEntry[]
  readonly variantFiles: readonly TreeEntry[]
}

/**
 * All files of a folder and its sub-folders which belong to its module. Sub-folders that hold Terraform files or a
 * chart are things of their own. At the repository's root only the files directly in it count, for the folders there
 * are the other things of the repository, and variable files, which are nobody else's.
 */
export function ownFiles(index: FolderIndex, path: string): OwnFiles {
  const files: TreeEntry[] = []
  const variantFiles: TreeEntry[] = []
  const rest: Folder[] = []
  const root = index.folder(path)
  if (root !== undefined) rest.push(root)
  for (let folder = rest.pop(); folder !== undefined; folder = rest.pop()) {
    for (const entry of folder.files) {
      const name = nameOf(entry.path)
      if (isVariantFile(name)) variantFiles.push(entry)
      else if ((path !== '.' || folder === root) && isOwnFile(name, folder === root)) files.push(entry)
    }
    for (const sub of folder.folders) {
      const below = isLeftover(nameOf(sub)) ? undefined : index.folder(sub)
      if (below !== undefined && below.moduleFiles.length === 0 && !below.isChart) rest.push(below)
    }
  }
  return { files, variantFiles }
}

function isOwnFile(name: string, direct: boolean): boolean {
  // `.gitignore` and the like say nothing to Terraform; nor does a submodule's `.git`.
  if (name === LOCK_FILE || isDocumentation(name) || name.startsWith('.git')) return false
  return !(direct && VERSION_FILES.includes(name))
}

/** Version files of a folder and of those above it, which the tools look for in this order. */
export function versionFilesUp(snapshot: Snapshot, folder: string): string[] {
  const names = VERSION_FILES.filter((name) => snapshot.hasName(name))
  if (names.length === 0) return []
  return foldersUp(folder).flatMap((at) =>
    names.map((name) => inFolder(at, name)).filter((path) => snapshot.entry(path) !== undefined),
  )
}
