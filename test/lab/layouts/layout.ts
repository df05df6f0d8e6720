import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { runGit } from '../run-git.ts'

/** Text of a file, target of a link, or undefined for a file that goes away. */
export type FileContent = string | { readonly link: string } | undefined

export interface ExpectedStack {
  readonly name: string
  readonly path: string
  readonly workspace?: string
  readonly varFiles?: readonly string[]
  readonly backendConfig?: readonly string[]
  readonly environment?: string
}

/** One commit on top of the layout, and what it must touch: nothing that is not named here. */
export interface LayoutEdit {
  readonly what: string
  readonly files: Readonly<Record<string, FileContent>>
  /** By stack name. */
  readonly touches: Readonly<Record<string, 'changed' | 'affected' | 'moved'>>
  readonly deleted?: readonly string[]
  /** Wave of stacks where it matters. */
  readonly waves?: Readonly<Record<string, number>>
  /** A way that must be among the reasons of a stack, in words. */
  readonly reasons?: Readonly<Record<string, string>>
}

/** How people lay out a repository, with what must be found in it. */
export interface Layout {
  readonly name: string
  readonly files: Readonly<Record<string, FileContent>>
  /** All, sorted by name. */
  readonly stacks: readonly ExpectedStack[]
  readonly edits: readonly LayoutEdit[]
}

export interface LayoutRepository extends AsyncDisposable {
  readonly folder: string
  readonly base: string
  /** Commits an edit on top of the base; gives the commit. The base stays what it is. */
  commit(edit: LayoutEdit): Promise<string>
}

/** Makes a layout as a Git repository of one commit, in a folder of its own. */
export async function makeLayout(layout: Layout): Promise<LayoutRepository> {
  const folder = await mkdtemp(join(tmpdir(), 'layout-'))
  await runGit(folder, 'init', '--quiet', '--initial-branch=main')
  const write = async (files: Readonly<Record<string, FileContent>>): Promise<string> => {
    for (const [path, content] of Object.entries(files)) {
      const file = join(folder, path)
      await rm(file, { force: true })
      if (content === undefined) continue
      await mkdir(dirname(file), { recursive: true })
      if (typeof content === 'string') await writeFile(file, content)
      else await symlink(content.link, file)
    }
    await runGit(folder, 'add', '--all')
    await runGit(folder, 'commit', '--quiet', '--message', 'files')
    return runGit(folder, 'rev-parse', 'HEAD')
  }
  const base = await write(layout.files)
  return {
    folder,
    base,
    async commit(edit) {
      await runGit(folder, 'checkout', '--quiet', '--force', '--detach', base)
      return write(edit.files)
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  }
}
