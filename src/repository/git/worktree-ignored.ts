import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { onIndex, type IndexCopy } from './worktree-index.ts'

/** Folders that tools leave behind: never a part of a stack, and often far larger than the repository. */
export const LEFT_OUT = ['.terraform', '.terragrunt-cache', 'node_modules']

/**
 * What both tools load by itself, names of overrides included.
 * Source: https://developer.hashicorp.com/terraform/language/files,
 * https://developer.hashicorp.com/terraform/language/values/variables#variable-definitions-tfvars-files
 */
const LOADED = /^(?!\.).*\.(tf|tofu)(\.json)?$|\.auto\.tfvars(\.json)?$|^terraform\.tfvars(\.json)?$/s

/** Files that Git ignores and Terraform loads all the same: what an earlier step wrote, or a developer's own. */
export async function loadedThoughIgnored(copy: IndexCopy): Promise<string[]> {
  const args = ['ls-files', '--others', '--ignored', '--exclude-standard', '--directory', '-z']
  const loaded: string[] = []
  for (const path of await onIndex(copy, args)) {
    const parts = path.split('/')
    if (parts.some((part) => LEFT_OUT.includes(part)) || path.includes('\ufffd')) continue
    if (path.endsWith('/')) await addLoaded(copy.place.cwd, path.slice(0, -1), loaded)
    else if (LOADED.test(parts.at(-1) ?? '')) loaded.push(path)
  }
  return loaded
}

/** A folder that is ignored as a whole. One that is a repository of its own is none of ours. */
async function addLoaded(top: string, folder: string, loaded: string[]): Promise<void> {
  const entries = await readdir(join(top, folder), { withFileTypes: true }).catch(() => [])
  if (entries.some(({ name }) => name === '.git')) return
  for (const entry of entries) {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) {
      if (!LEFT_OUT.includes(entry.name)) await addLoaded(top, path, loaded)
    } else if (LOADED.test(entry.name)) loaded.push(path)
  }
}
