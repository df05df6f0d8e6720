import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { runGit } from '../test/lab/run-git.ts'
import { planLayout, type Layout, type RepositorySize } from './repository-layout.ts'
import { edited, filesOf, type TextFile } from './repository-texts.ts'

/** A pull request: its branch left main one commit ago, and GitHub's merge commit is made. */
export interface Change {
  readonly name: string
  /** Parent 2 of `merge`. */
  readonly head: string
  readonly merge: string
  /** Paths of all changed files. */
  readonly files: readonly string[]
  /** Paths of the stacks that it touches, sorted: from how the repository was made, not from reading it. */
  readonly stacks: readonly string[]
}

export interface LargeRepository {
  readonly folder: string
  /** Tip of main: parent 1 of each merge commit. */
  readonly main: string
  readonly size: RepositorySize
  readonly changes: readonly Change[]
}

/** How many files of each kind one pull request edits. */
export interface ChangeSize {
  readonly name: string
  readonly stackFiles: number
  readonly moduleFiles: number
  readonly templates: number
  readonly others: number
}

/**
 * Writes a Git repository with its full history and one pull request per change, packed and checked out at the merge
 * commit of the first. The same arguments give the same commits. One that was made before in `folder` is used again.
 */
export async function largeRepository(
  folder: string,
  size: RepositorySize,
  changes: readonly ChangeSize[],
): Promise<LargeRepository> {
  const record = `${folder}.json`
  const wish = JSON.stringify({ size, changes })
  if (existsSync(record)) {
    const made = JSON.parse(await readFile(record, 'utf8')) as { wish: string; repository: LargeRepository }
    if (made.wish === wish && existsSync(folder)) return { ...made.repository, folder }
  }
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const repository = await make(folder, size, changes)
  await writeFile(record, JSON.stringify({ wish, repository }))
  return repository
}

async function make(
  folder: string,
  size: RepositorySize,
  sizes: readonly ChangeSize[],
): Promise<LargeRepository> {
  await runGit(folder, 'init', '--quiet', '--initial-branch=main')
  await runGit(folder, 'remote', 'add', 'origin', 'https://github.com/acme/gitops')
  const layout = planLayout(size)
  const files = filesOf(layout)
  const plans = sizes.map((wanted) => planChange(layout, files, wanted))
  await fastImport(folder, files, plans)
  const commit = (name: string): Promise<string> => runGit(folder, 'rev-parse', name)
  const main = await commit('refs/heads/main')
  await runGit(folder, 'update-ref', 'refs/remotes/origin/main', main)
  // As a fetch leaves it: one pack, with deltas.
  await runGit(folder, 'repack', '-adq')
  const changes: Change[] = []
  for (const plan of plans) {
    const [head, merge] = [
      await commit(`refs/heads/${plan.name}`),
      await commit(`refs/remotes/pull/${plan.name}/merge`),
    ]
    changes.push({ name: plan.name, head, merge, files: plan.paths, stacks: plan.stacks })
  }
  const [first] = changes
  if (first !== undefined) await checkOut(folder, first)
  return { folder, main, size, changes }
}

/** The work tree at the merge commit, as actions/checkout does it. */
export async function checkOut(folder: string, change: Change): Promise<void> {
  await runGit(folder, 'checkout', '--quiet', '--force', '--detach', change.merge)
}

interface PlannedChange {
  readonly name: string
  readonly edits: readonly TextFile[]
  readonly paths: readonly string[]
  readonly stacks: readonly string[]
}

/** The edits are spread over the whole repository; a change of one module file takes one that about ten stacks use. */
function planChange(layout: Layout, files: readonly TextFile[], size: ChangeSize): PlannedChange {
  const spread = <T>(all: readonly T[], count: number, from: number): T[] =>
    Array.from(
      { length: count },
      (_, index) => all[Math.floor(((index + from) * all.length) / count)],
    ).filter((one): one is T => one !== undefined)
  const services = layout.stacks.filter(({ readers }) => readers.length === 0)
  const stacks = spread(services, size.stackFiles, 0.5)
  const tenUsers = [...layout.modules]
    .filter(({ users }) => users.length > 0)
    .sort((a, b) => Math.abs(a.users.length - 10) - Math.abs(b.users.length - 10))
  const modules = tenUsers.slice(0, size.moduleFiles)
  const templates = spread(
    layout.stacks.filter(({ template, readers }) => template !== undefined && readers.length === 0),
    size.templates,
    0.25,
  )
  const others = spread(layout.others, size.others, 0)
  const paths = [
    ...stacks.map(({ path }) => `${path}/main.tf`),
    ...modules.map(({ path }) => `${path}/main.tf`),
    ...templates.map(({ template }) => template ?? ''),
    ...others,
  ]
  const touched = new Set([
    ...stacks.map(({ path }) => path),
    ...templates.map(({ path }) => path),
    ...modules.flatMap(({ users }) => users.flatMap((user) => layout.withReaders(user))),
  ])
  const wanted = new Set(paths)
  const edits = files.filter(({ path }) => wanted.has(path)).map(edited)
  if (edits.length !== paths.length) throw new Error(`${size.name}: a file to be changed is not there`)
  return { name: size.name, edits, paths, stacks: [...touched].sort() }
}

/** Source of the format: git-fast-import(1). All texts are ASCII, so that their length is their size. */
async function fastImport(
  folder: string,
  files: readonly TextFile[],
  changes: readonly PlannedChange[],
): Promise<void> {
  const child = spawn('git', ['fast-import', '--quiet', '--date-format=raw'], {
    cwd: folder,
    stdio: ['pipe', 'ignore', 'inherit'],
  })
  const data = (text: string): string => `data ${text.length}\n${text}\n`
  let seconds = 1_750_000_000
  const commit = (
    ref: string,
    mark: number,
    parents: readonly string[],
    all: readonly TextFile[],
  ): string => {
    seconds += 60
    const by = `Dev <dev@example.com> ${seconds} +0000`
    const head = `commit ${ref}\nmark :${mark}\nauthor ${by}\ncommitter ${by}\n${data(ref)}${parents.join('')}`
    return head + all.map(({ path, text }) => `M 100644 inline ${path}\n${data(text)}`).join('') + '\n'
  }
  const last = files.at(-1)
  if (last === undefined) throw new Error('a repository without files')
  child.stdin.write(commit('refs/heads/main', 1, [], files))
  // Main went on after the branches left it.
  child.stdin.write(commit('refs/heads/main', 2, ['from :1\n'], [edited(last)]))
  for (const [index, { name, edits }] of changes.entries()) {
    const mark = 10 + index * 2
    child.stdin.write(commit(`refs/heads/${name}`, mark, ['from :1\n'], edits))
    const parents = ['from :2\n', `merge :${mark}\n`]
    child.stdin.write(commit(`refs/remotes/pull/${name}/merge`, mark + 1, parents, edits))
  }
  child.stdin.end()
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Error('git fast-import failed')
}
