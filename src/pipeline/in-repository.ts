import { access } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'

/** A cheap look, without starting Git: is there a repository that the folder may be a part of? */
export async function isInRepository(
  folder: string,
  env: Readonly<Record<string, string>>,
): Promise<boolean> {
  if (env['GIT_DIR'] !== undefined) return true
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (
      await access(join(at, '.git')).then(
        () => true,
        () => false,
      )
    )
      return true
    if (at === dirname(at)) return false
  }
}
