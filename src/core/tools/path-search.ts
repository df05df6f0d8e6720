import { access, constants, stat } from 'node:fs/promises'
import { delimiter, isAbsolute, join } from 'node:path'
import type { Env } from './cache.ts'
import { fileNameOf, type Platform } from './platform.ts'
import type { Tool } from './table.ts'

/**
 * Every program of this name on PATH, in PATH's order, the real ones: where a setup action has put a wrapper script
 * (`terraform`, a script, beside `terraform-bin`), the program behind it. The wrapper turns exit code 2 into 0 and
 * copies all stdout into step outputs (hashicorp/setup-terraform#328).
 */
export async function programsOnPath(tool: Tool, env: Env, platform: Platform): Promise<string[]> {
  const names = [tool.wrapper.binary, tool.binary].map((name) => fileNameOf(name, platform))
  const found: string[] = []
  for (const folder of new Set(searchedFolders(tool, env))) {
    for (const name of names) {
      const program = join(folder, name)
      if (!(await isProgram(program))) continue
      found.push(program)
      break
    }
  }
  return found
}

/** Only absolute entries: a relative one would find programs in the repository that is being looked at. */
function searchedFolders(tool: Tool, env: Env): string[] {
  const path = env['PATH'] ?? env['Path'] ?? ''
  const folders = path.split(delimiter).filter((folder) => isAbsolute(folder))
  const behindWrapper = env[tool.wrapper.folderVariable]
  if (behindWrapper === undefined || !isAbsolute(behindWrapper) || folders.includes(behindWrapper))
    return folders
  return [behindWrapper, ...folders]
}

async function isProgram(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK)
    return (await stat(path)).isFile()
  } catch {
    return false
  }
}
