import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isModuleFile, type ModuleFolder } from './stacks.ts'

/** Made by tools, never by people: nothing in them is a stack. */
const SKIPPED = new Set(['.git', '.terraform', '.terragrunt-cache', 'node_modules'])

/**
 * All folders below `root` that hold Terraform or OpenTofu files. Links to folders are not followed: they may loop
 * or leave the repository, and what they point to is found where it really is.
 */
export async function readModules(root: string): Promise<ModuleFolder[]> {
  const found: ModuleFolder[] = []
  const visit = async (path: string): Promise<void> => {
    const entries = await readdir(join(root, path), { withFileTypes: true })
    const names = entries
      .filter((entry) => !entry.isDirectory() && isModuleFile(entry.name))
      .map(({ name }) => name)
    if (names.length > 0) {
      const files = await Promise.all(
        names.sort().map(async (name) => ({ name, text: await readText(join(root, path, name)) })),
      )
      const hasLockFile = entries.some((entry) => entry.name === '.terraform.lock.hcl')
      found.push({ path: path === '' ? '.' : path, hasLockFile, files })
    }
    for (const entry of entries) {
      if (entry.isDirectory() && !SKIPPED.has(entry.name)) {
        await visit(path === '' ? entry.name : `${path}/${entry.name}`)
      }
    }
  }
  await visit('')
  return found
}

/** A dangling link reads as empty: terraform will name it. */
async function readText(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '')
}
