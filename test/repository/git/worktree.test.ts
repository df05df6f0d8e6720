import { afterAll, describe, expect, test } from '@jest/globals'
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { resolveCommit } from '../../../src/repository/git/commits.ts'
import type { GitPlace } from '../../../src/repository/git/place.ts'
import { readSnapshots } from '../../../src/repository/git/snapshot.ts'
import { readTree } from '../../../src/repository/git/tree.ts'
import { worktreeTree } from '../../../src/repository/git/worktree.ts'
import type { TreeEntry } from '../../../src/repository/snapshot.ts'
import {
  checkoutOf,
  cloneOf,
  listing,
  newRepo,
  openRepo,
  removeTempFolders,
  tempFolder,
  type TestRepo,
} from './support.ts'

afterAll(removeTempFolders)

const gitFolder = (repo: TestRepo): Readonly<Record<string, string>> => listing(join(repo.root, '.git'))

async function paths(repo: TestRepo): Promise<string[]> {
  await using worktree = await worktreeTree(repo.place)
  return (await readTree(worktree.place, worktree.tree)).map(({ path }) => path)
}

/** Paths by which the tree of the work tree differs from the last commit. */
async function dirtyPaths(place: GitPlace): Promise<string[]> {
  await using worktree = await worktreeTree(place)
  const line = ({ path, mode, oid }: TreeEntry): string => `${mode} ${oid} ${path}`
  const committed = (await resolveCommit(place, 'HEAD')) === undefined ? [] : await readTree(place, 'HEAD')
  const now = await readTree(worktree.place, worktree.tree)
  const [before, after] = [new Set(committed.map(line)), new Set(now.map(line))]
  const changed = [
    ...committed.filter((entry) => !after.has(line(entry))),
    ...now.filter((entry) => !before.has(line(entry))),
  ]
  return [...new Set(changed.map(({ path }) => path))].sort()
}

function edited(): TestRepo {
  const repo = newRepo()
  repo.commit({ 'a/main.tf': 'one', 'a/old name.tf': 'renamed', 'gone.tf': 'x', '.gitignore': '*.log\n' })
  repo.write('a/main.tf', 'two')
  repo.write('new/main.tf', 'new')
  repo.write('staged.tf', 'staged')
  repo.git('add', 'staged.tf')
  repo.write('staged.tf', 'staged and changed')
  rmSync(join(repo.root, 'gone.tf'))
  renameSync(join(repo.root, 'a/old name.tf'), join(repo.root, 'a/new\nname.tf'))
  for (const folder of [
    '.terraform',
    'a/.terraform/x',
    'a/.terragrunt-cache',
    'b/node_modules/p',
    'node_modules/q',
  ])
    repo.write(`${folder}/main.tf`, 'left behind by a tool')
  repo.write('a/run.log', 'ignored')
  return repo
}

describe('a tree of the work tree', () => {
  test('has what is there now, and the repository is as it was', async () => {
    const repo = edited()
    const before = gitFolder(repo)
    {
      await using worktree = await worktreeTree(repo.place)
      const [snapshot] = await readSnapshots(worktree.place, [worktree.tree], (path) => path.endsWith('.tf'))
      expect(
        Object.fromEntries((snapshot?.entries ?? []).map(({ path }) => [path, snapshot?.text(path)])),
      ).toEqual({
        '.gitignore': undefined,
        'a/main.tf': 'two',
        'a/new\nname.tf': 'renamed',
        'new/main.tf': 'new',
        'staged.tf': 'staged and changed',
      })
    }
    expect(gitFolder(repo)).toEqual(before)
    expect(repo.git('status', '--porcelain', 'staged.tf')).toBe('AM staged.tf')
  })

  test('leaves nothing behind', async () => {
    const repo = edited()
    const mine = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith('gitops-tree-'))
    const before = mine()
    const worktree = await worktreeTree(repo.place)
    expect(mine().length).toBeGreaterThan(0)
    await worktree[Symbol.asyncDispose]()
    expect(mine().filter((name) => !before.includes(name))).toEqual([])
    await expect(readTree(worktree.place, worktree.tree)).rejects.toThrow('Git could not read')
  })

  test('is the commit’s own tree when nothing was touched', async () => {
    const repo = newRepo()
    repo.commit({ 'a/main.tf': '1' })
    utimesSync(join(repo.root, 'a/main.tf'), 1, 1)
    await using worktree = await worktreeTree(repo.place)
    expect(worktree.tree).toBe(repo.git('rev-parse', 'HEAD^{tree}'))
    expect(await dirtyPaths(repo.place)).toEqual([])
  })

  test('sees a change of the same size in the second of the commit', async () => {
    const repo = newRepo()
    repo.commit({ 'main.tf': '1' })
    repo.write('main.tf', '2')
    const { mtime } = statSync(join(repo.root, '.git/index'))
    utimesSync(join(repo.root, 'main.tf'), mtime, mtime)
    utimesSync(join(repo.root, '.git/index'), mtime, mtime)
    await new Promise((resolve) => setTimeout(resolve, 1100))
    await using worktree = await worktreeTree(repo.place)
    expect(worktree.tree).not.toBe(repo.git('rev-parse', 'HEAD^{tree}'))
    expect(await dirtyPaths(repo.place)).toEqual(['main.tf'])
  })

  test('before the first commit', async () => {
    const repo = newRepo()
    repo.write('main.tf', 'x')
    expect(await paths(repo)).toEqual(['main.tf'])
    expect(await dirtyPaths(repo.place)).toEqual(['main.tf'])
  })

  test('of an empty repository', async () => {
    expect(await paths(newRepo())).toEqual([])
  })

  test('in a linked work tree, and in a clone that borrows its objects', async () => {
    const repo = edited()
    const linked = join(tempFolder(), 'linked')
    repo.git('worktree', 'add', '--quiet', '--detach', linked)
    const other = openRepo(linked)
    other.write('only here.tf', 'x')
    const before = gitFolder(repo)
    expect(await paths(other)).toEqual([
      '.gitignore',
      'a/main.tf',
      'a/old name.tf',
      'gone.tf',
      'only here.tf',
    ])
    expect(await dirtyPaths(other.place)).toEqual(['only here.tf'])
    expect(gitFolder(repo)).toEqual(before)

    const borrowed = cloneOf(repo, '--shared')
    borrowed.write('a/main.tf', 'three')
    expect(await paths(borrowed)).toEqual(['.gitignore', 'a/main.tf', 'a/old name.tf', 'gone.tf'])
  })

  test('in a shallow checkout', async () => {
    const repo = newRepo()
    repo.commit({ 'x.tf': '1' })
    const head = repo.commit({ 'main.tf': '1' })
    const checkout = checkoutOf(repo, head, '--depth=1')
    checkout.write('main.tf', '2')
    expect(await dirtyPaths(checkout.place)).toEqual(['main.tf'])
    expect(await paths(checkout)).toEqual(['main.tf', 'x.tf'])
  })

  test('in a folder whose name has the path separator in it', async () => {
    const repo = newRepo()
    repo.commit({ 'main.tf': '1' })
    const odd = join(tempFolder(), 'a:b "c"')
    renameSync(repo.root, odd)
    const moved = openRepo(odd)
    moved.write('other.tf', '2')
    expect(await paths(moved)).toEqual(['main.tf', 'other.tf'])
  })

  test('with a split index and an untracked cache', async () => {
    const repo = edited()
    repo.git('config', 'core.splitIndex', 'true')
    repo.git('config', 'core.untrackedCache', 'true')
    repo.git('update-index', '--split-index')
    repo.git('status')
    const before = gitFolder(repo)
    expect(await paths(repo)).toContain('new/main.tf')
    expect(await dirtyPaths(repo.place)).toContain('new/main.tf')
    expect(gitFolder(repo)).toEqual(before)
  })

  test('links, executables, submodules and folders that are repositories themselves', async () => {
    const repo = newRepo()
    const library = newRepo()
    const first = library.commit({ 'main.tf': 'library' })
    repo.commit({ 'run.sh': '', 'main.tf': '' })
    repo.git(
      '-c',
      'protocol.file.allow=always',
      'submodule',
      '--quiet',
      'add',
      `file://${library.root}`,
      'vendor/library',
    )
    repo.commit()
    const sub = openRepo(join(repo.root, 'vendor/library'))
    chmodSync(join(repo.root, 'run.sh'), 0o755)
    symlinkSync('main.tf', join(repo.root, 'link'))
    mkdirSync(join(repo.root, 'nested'))
    openRepo(join(repo.root, 'nested')).git('init', '--quiet')
    const before = gitFolder(repo)
    const kinds = async (): Promise<string[]> => {
      await using worktree = await worktreeTree(repo.place)
      return (await readTree(worktree.place, worktree.tree)).map(
        ({ mode, path, oid }) => `${mode} ${path} ${mode === '160000' ? oid : ''}`,
      )
    }
    expect(await kinds()).toEqual([
      '100644 .gitmodules ',
      '120000 link ',
      '100644 main.tf ',
      '100755 run.sh ',
      `160000 vendor/library ${first}`,
    ])
    expect(await dirtyPaths(repo.place)).toEqual(['link', 'run.sh'])
    expect(gitFolder(repo)).toEqual(before)
    const second = sub.commit({ 'main.tf': 'other' })
    expect(await kinds()).toContain(`160000 vendor/library ${second}`)
    expect(await dirtyPaths(repo.place)).toContain('vendor/library')
  })

  test.each([[[]], [['--sparse-index']]])(
    'in a sparse checkout %j: what is left out is there as committed',
    async (options) => {
      const repo = newRepo()
      repo.commit({ 'a/main.tf': '1', 'b/c/main.tf': '1', 'd/main.tf': '1' })
      repo.git('sparse-checkout', 'set', '--cone', ...options, 'a')
      expect(existsSync(join(repo.root, 'b'))).toBe(false)
      repo.write('a/main.tf', '2')
      const before = gitFolder(repo)
      expect(await paths(repo)).toEqual(['a/main.tf', 'b/c/main.tf', 'd/main.tf'])
      expect(await dirtyPaths(repo.place)).toEqual(['a/main.tf'])
      expect(gitFolder(repo)).toEqual(before)
      // And a file that is there although its folder is left out.
      repo.write('d/other.tf', 'x')
      expect(await dirtyPaths(repo.place)).toEqual(['a/main.tf', 'd/other.tf'])
      expect(await paths(repo)).toContain('d/other.tf')
    },
  )

  test('with a file that cannot be read: an error, not the file as it was', async () => {
    if (process.getuid?.() === 0) return void process.stderr.write('skipped: root can read every file\n')
    const repo = edited()
    chmodSync(join(repo.root, 'new/main.tf'), 0)
    await expect(worktreeTree(repo.place)).rejects.toThrow('Git could not read the work tree')
  })

  test('two at once', async () => {
    const repo = edited()
    const before = gitFolder(repo)
    const [one, two] = await Promise.all([paths(repo), paths(repo), dirtyPaths(repo.place)])
    expect(one).toEqual(two)
    expect(gitFolder(repo)).toEqual(before)
  })

  test('while somebody holds the index lock', async () => {
    const repo = edited()
    writeFileSync(join(repo.root, '.git/index.lock'), '')
    expect(await paths(repo)).toContain('new/main.tf')
    expect(await dirtyPaths(repo.place)).toContain('new/main.tf')
  })
})

describe('what is not committed', () => {
  test('is named, with both names of a rename, without what tools leave behind', async () => {
    const repo = edited()
    const before = gitFolder(repo)
    expect(await dirtyPaths(repo.place)).toEqual([
      'a/main.tf',
      'a/new\nname.tf',
      'a/old name.tf',
      'gone.tf',
      'new/main.tf',
      'staged.tf',
    ])
    expect(gitFolder(repo)).toEqual(before)
  })
  test('a rename that is staged', async () => {
    const repo = newRepo()
    repo.commit({ 'one.tf': 'same content\n'.repeat(9) })
    repo.git('mv', 'one.tf', 'two words.tf')
    expect(await dirtyPaths(repo.place)).toEqual(['one.tf', 'two words.tf'])
  })
  test('a conflict', async () => {
    const repo = newRepo()
    repo.commit({ 'a.tf': '1' })
    repo.git('checkout', '--quiet', '-b', 'other')
    repo.commit({ 'a.tf': '2' })
    repo.git('checkout', '--quiet', 'main')
    repo.commit({ 'a.tf': '3' })
    expect(() => repo.git('merge', 'other')).toThrow('')
    expect(await dirtyPaths(repo.place)).toEqual(['a.tf'])
    expect(await paths(repo)).toEqual(['a.tf'])
  })
})

describe('a repository whose own configuration runs programs', () => {
  test('gets none of them run', async () => {
    const repo = newRepo()
    const mark = join(tempFolder(), 'ran')
    repo.write('main.tf', 'one')
    repo.write('.gitattributes', '*.tf filter=evil diff=evil\n*.tpl filter=evil2\n')
    repo.write('x.tpl', 'one')
    repo.commit()
    const script = join(tempFolder(), 'evil.sh')
    writeFileSync(script, `#!/bin/sh\necho "$0 $*" >> ${mark}\ncat\n`)
    chmodSync(script, 0o755)
    for (const key of [
      'core.fsmonitor',
      'core.sshCommand',
      'core.editor',
      'core.pager',
      'core.askPass',
      'credential.helper',
      'diff.external',
      'diff.evil.textconv',
      'diff.evil.command',
      'filter.evil.clean',
      'filter.evil.smudge',
      'filter.evil2.process',
      'remote.origin.uploadpack',
      'gpg.program',
      'uploadpack.packObjectsHook',
    ])
      repo.git('config', key, script)
    repo.git('config', 'filter.evil.required', 'true')
    repo.git('config', 'filter.evil2.required', 'true')
    repo.git('config', 'remote.origin.url', 'ssh://host/x/y')
    repo.git('config', 'remote.origin.promisor', 'true')
    for (const hook of [
      'post-index-change',
      'pre-commit',
      'reference-transaction',
      'post-checkout',
      'fsmonitor-watchman',
    ]) {
      mkdirSync(join(repo.root, '.git/hooks'), { recursive: true })
      writeFileSync(join(repo.root, '.git/hooks', hook), `#!/bin/sh\necho hook >> ${mark}\n`)
      chmodSync(join(repo.root, '.git/hooks', hook), 0o755)
    }
    appendFileSync(join(repo.root, 'main.tf'), 'two')
    appendFileSync(join(repo.root, 'x.tpl'), 'two')
    const { place } = repo
    const head = 'HEAD'
    await readSnapshots(place, [head], () => true)
    await expect(readSnapshots(place, ['f'.repeat(40)], () => true)).rejects.toThrow('Git could not')
    expect(await dirtyPaths(place)).toEqual(['main.tf', 'x.tpl'])
    await using worktree = await worktreeTree(place)
    const [snapshot] = await readSnapshots(worktree.place, [worktree.tree], () => true)
    expect([snapshot?.text('main.tf'), snapshot?.text('x.tpl')]).toEqual(['onetwo', 'onetwo'])
    expect(readdirSync(join(mark, '..'))).toEqual([])
    // The test of the test: Git by itself runs them.
    repo.git('add', 'main.tf')
    expect(readdirSync(join(mark, '..'))).toEqual(['ran'])
  })
})
