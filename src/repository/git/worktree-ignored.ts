import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { nameOf } from '../paths.ts'
import { onIndex, type IndexCopy } from './worktree-index.ts'

/** Folders that tools leave behind: never a part of a stack, and often far larger than the repository. */
export const LEFT_OUT = ['.terraform', '.terragrunt-cache', 'node_modules']

/**
 * What both tools load by itself, names of overrides included.
 * Source: https://developer.hashicorp.com/terraform/language/files,
 * https://developer.hashicorp.com/terraform/language/values/variables#variable-definitions-tfvars-files
 */
const LOADED = /^(?!\.).*\.(tf|tofu)(\.json)?$|\.auto\.tfvars(\.json)?$|^terraform\.tfvars(\.json)?$/s

/** A file that Terraform reads whether or not the code names it. */
export const isLoaded = (path: string): boolean => LOADED.test(nameOf(path))

/**
 * All files that Git ignores, but for what tools leave behind: what an earlier step wrote, or a developer's own. Symbolic
 * links are files, and not followed.
 */
export async function ignoredFiles(copy: IndexCopy): Promise<string[]> {
  const args = ['ls-files', '--others', '--ignored', '--exclude-standard', '--directory', '-z']
  const files: string[] = []
  for (const path of await onIndex(copy, args)) {
    if (path.split('/').some((part) => LEFT_OUT.includes(part)) || path.includes('\ufffd')) continue
    if (path.endsWith('/')) await addFiles(copy.place.cwd, path.slice(0, -1), files)
    else files.push(path)
  }
  return files
}

/** A folder that is ignored as a whole. One that is a repository of its own is none of ours. */
async function addFiles(top: string, folder: string, files: string[]): Promise<void> {
  const entries = await readdir(join(top, folder), { withFileTypes: true }).catch(() => [])
  if (entries.some(({ name }) => name === '.git')) return
  for (const entry of entries) {
    const path = `${folder}/${entry.name}`
    if (path.includes('\ufffd')) continue
    if (entry.isDirectory()) {
      if (!LEFT_OUT.includes(entry.name)) await addFiles(top, path, files)
    } else if (entry.isFile() || entry.isSymbolicLink()) files.push(path)
  }
}
