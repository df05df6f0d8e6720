import { afterAll, describe, expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
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
import { UserError } from '../../../src/core/errors.ts'
import { childTracker, makeExec } from '../../../src/core/exec.ts'
import type { Exec } from '../../../src/core/ports.ts'
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

  test.each([false, true])(
    'sees a change of the same size in the second of the commit (%s)',
    async (flagged) => {
      const repo = newRepo()
      repo.commit({ 'main.tf': '1', 'other.tf': '1' })
      // The copy of the index is then written before the files are looked at.
      if (flagged) repo.git('update-index', '--assume-unchanged', 'other.tf')
      repo.write('main.tf', '2')
      const { mtime } = statSync(join(repo.root, '.git/index'))
      utimesSync(join(repo.root, 'main.tf'), mtime, mtime)
      utimesSync(join(repo.root, '.git/index'), mtime, mtime)
      await new Promise((resolve) => setTimeout(resolve, 1100))
      await using worktree = await worktreeTree(repo.place)
      expect(worktree.tree).not.toBe(repo.git('rev-parse', 'HEAD^{tree}'))
      expect(await dirtyPaths(repo.place)).toEqual(['main.tf'])
    },
  )

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

  test('in a sparse partial clone, where the rules of what Git ignores have to be fetched', async () => {
    const origin = newRepo()
    const head = origin.commit({
      '.gitignore': '*.log\n',
      'a/main.tf': '1',
      'b/.gitattributes': '',
      'b/x.tf': '1',
    })
    const clone = cloneOf(origin, '--filter=blob:none', '--no-checkout')
    clone.git('sparse-checkout', 'set', '--no-cone', '/a/')
    clone.git('checkout', '--quiet', '--detach', head)
    clone.write('a/run.log', 'ignored')
    clone.write('a/main.tf', '2')
    await expect(worktreeTree(clone.place)).rejects.toThrow('Git could not read the work tree')
    const access = { serverUrl: 'https://github.com' }
    await using worktree = await worktreeTree(clone.place, { access })
    const found = await readTree(worktree.place, worktree.tree)
    expect(found.map(({ path }) => path)).toEqual(['.gitignore', 'a/main.tf', 'b/.gitattributes', 'b/x.tf'])
  })

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

describe('what Git does not look at and Terraform reads', () => {
  test.each(['--assume-unchanged', '--skip-worktree'])('a file that was changed under %s', async (flag) => {
    const repo = newRepo()
    repo.commit({ 'a/main.tf': '1', 'a/other.tf': '1' })
    repo.git('update-index', flag, 'a/main.tf')
    const before = gitFolder(repo)
    expect(await dirtyPaths(repo.place)).toEqual([])
    repo.write('a/main.tf', 'two')
    expect(await dirtyPaths(repo.place)).toEqual(['a/main.tf'])
    expect(gitFolder(repo)).toEqual(before)
    expect(repo.git('status', '--porcelain')).toBe('')
  })

  test('a file that is gone: assumed unchanged it is not there, of a sparse checkout it is as committed', async () => {
    const repo = newRepo()
    repo.commit({ 'a.tf': '1', 'b.tf': '1', 'c.tf': '1' })
    repo.git('update-index', '--assume-unchanged', 'a.tf')
    repo.git('update-index', '--skip-worktree', 'b.tf')
    for (const name of ['a.tf', 'b.tf']) rmSync(join(repo.root, name))
    expect(await paths(repo)).toEqual(['b.tf', 'c.tf'])
  })

  const IGNORED = [
    'a/x.gen.tf',
    'a/x_override.tf.json',
    'a/y.tofu',
    'a/local.auto.tfvars',
    'a/z.auto.tfvars.json',
    'a/terraform.tfvars',
    'a/sub/terraform.tfvars.json',
    'gen/m/main.tf',
  ]
  const NOT_LOADED = [
    'a/run.log',
    'a/.hidden.tf',
    'a/prod.tfvars',
    'a/main.tf~',
    'a/.terraform.lock.hcl',
    'a/.terraform/modules/m/main.tf',
    'gen/.terragrunt-cache/main.tf',
    'gen/node_modules/p/main.tf',
    'gen/m/a.txt',
  ]
  function withIgnored(): TestRepo {
    const repo = newRepo()
    const rules = ['*.gen.tf', '*_override.tf.json', '*.tofu', '*.tfvars', '*.tfvars.json', 'gen/', '*.log']
    repo.commit({
      'a/main.tf': '',
      '.gitignore': [...rules, '.hidden.tf', '*~', '.terraform*'].join('\n'),
    })
    for (const path of [...IGNORED, ...NOT_LOADED]) repo.write(path, 'x')
    openRepo(join(repo.root, 'gen')).write('other/main.tf', '')
    openRepo(join(repo.root, 'gen/other')).git('init', '--quiet')
    return repo
  }
  test('ignored files: those that Terraform loads, when they are asked for', async () => {
    const repo = withIgnored()
    const before = gitFolder(repo)
    await using worktree = await worktreeTree(repo.place, { ignored: true })
    const found = (await readTree(worktree.place, worktree.tree)).map(({ path }) => path)
    expect(found).toEqual([...IGNORED, '.gitignore', 'a/main.tf'].sort())
    // The rest is told of, but for what is in folders of tools.
    const others = NOT_LOADED.filter(
      (path) => !/\.terraform\/|\.terragrunt-cache\/|node_modules\//.test(path),
    )
    expect([...worktree.ignored].sort()).toEqual(others.sort())
    expect(gitFolder(repo)).toEqual(before)
  })
  test('else none: compared with a commit they would differ for ever', async () => {
    const repo = withIgnored()
    expect(await dirtyPaths(repo.place)).toEqual([])
    await using worktree = await worktreeTree(repo.place)
    expect(worktree.ignored).toEqual([])
  })
  test('also by the user’s own excludes, and where the folder is not the top', async () => {
    const repo = newRepo()
    repo.commit({ 'a/main.tf': '' })
    repo.write('.git/info/exclude', '*.gen.tf\n')
    repo.write('a/x.gen.tf', '')
    await using worktree = await worktreeTree({ ...repo.place, cwd: join(repo.root, 'a') }, { ignored: true })
    const found = (await readTree(worktree.place, worktree.tree)).map(({ path }) => path)
    expect(found).toEqual(['a/main.tf', 'a/x.gen.tf'])
  })
})

describe('a filter of the repository’s own configuration, as actions/checkout leaves it', () => {
  const LARGE = 'a large file\n'
  const pointerOf = (content: string): string =>
    `version https://git-lfs.github.com/spec/v1\noid sha256:${createHash('sha256').update(content).digest('hex')}\nsize ${content.length}\n`

  /** Committed as a pointer, in the work tree as the file, and Git’s notes say that the two are the same. */
  function filteredRepo(name: string, clean: string): TestRepo {
    const repo = newRepo()
    repo.commit({ '.gitattributes': `*.bin filter=${name} -text\n`, 'main.tf': '' })
    repo.git('config', `filter.${name}.clean`, clean)
    repo.git('config', `filter.${name}.required`, 'true')
    repo.commit({ 'x.bin': LARGE })
    return repo
  }
  const lfs = (): TestRepo =>
    filteredRepo('lfs', `sh -c 'cat >/dev/null; printf %s "$0"' '${pointerOf(LARGE)}'`)
  /** Git compares what was written in the second of the index by its content. */
  const racy = (repo: TestRepo, isRacy: boolean): void => {
    const at = Math.floor(statSync(join(repo.root, 'x.bin')).mtimeMs / 1000)
    const index = join(repo.root, '.git/index')
    utimesSync(index, at + (isRacy ? 0 : 10), at + (isRacy ? 0 : 10))
  }
  const treeOf = async (repo: TestRepo): Promise<string> => {
    await using worktree = await worktreeTree(repo.place)
    return worktree.tree
  }

  test.each([true, false])('Git LFS, in the second of the index: %s', async (isRacy) => {
    const repo = lfs()
    racy(repo, isRacy)
    const before = gitFolder(repo)
    expect(repo.git('show', 'HEAD:x.bin')).toBe(pointerOf(LARGE).trimEnd())
    expect(await dirtyPaths(repo.place)).toEqual([])
    expect(gitFolder(repo)).toEqual(before)
    utimesSync(join(repo.root, 'x.bin'), 1, 1)
    expect(await dirtyPaths(repo.place)).toEqual([])
  })
  test('Git LFS: a changed file is told as it would be committed', async () => {
    const repo = lfs()
    repo.write('x.bin', 'other')
    expect(await dirtyPaths(repo.place)).toEqual(['x.bin'])
    await using worktree = await worktreeTree(repo.place)
    const [snapshot] = await readSnapshots(worktree.place, [worktree.tree], () => true)
    expect(snapshot?.text('x.bin')).toBe(pointerOf('other'))
  })
  test('Git LFS: a file that was not fetched is its pointer', async () => {
    const repo = lfs()
    repo.write('x.bin', pointerOf(LARGE))
    expect(await dirtyPaths(repo.place)).toEqual([])
    repo.write('x.bin', '')
    expect(await dirtyPaths(repo.place)).toEqual(['x.bin'])
  })
  test('another filter: unchanged by Git’s notes is unchanged, in the second of the index too', async () => {
    const repo = filteredRepo('crypt', 'rev')
    for (const isRacy of [true, false]) {
      racy(repo, isRacy)
      expect(await treeOf(repo)).toBe(repo.git('rev-parse', 'HEAD^{tree}'))
    }
    repo.write('x.bin', 'b large file\n')
    utimesSync(join(repo.root, 'x.bin'), 1, 1)
    expect(await dirtyPaths(repo.place)).toEqual(['x.bin'])
  })
})

describe('submodules', () => {
  test('nothing of their own configuration is run, and their commits are those checked out', async () => {
    const repo = newRepo()
    const library = newRepo()
    library.commit({ '.gitattributes': '*.txt filter=evil\n', 'x.txt': 'a\n' })
    repo.commit({ 'main.tf': '' })
    const url = `file://${library.root}`
    for (const path of ['lib', 'gone', 'empty', 'file'])
      repo.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', url, path)
    repo.commit()
    const mark = join(tempFolder(), 'ran')
    const sub = openRepo(join(repo.root, 'lib'))
    sub.git('config', 'filter.evil.clean', `sh -c 'echo x >> ${mark}; cat'`)
    sub.git('config', 'core.fsmonitor', `sh -c 'echo x >> ${mark}'`)
    utimesSync(join(sub.root, 'x.txt'), 1, 1)
    const before = gitFolder(repo)
    expect(await dirtyPaths(repo.place)).toEqual([])
    expect(existsSync(mark)).toBe(false)
    expect(gitFolder(repo)).toEqual(before)
    for (const path of ['gone', 'empty', 'file']) rmSync(join(repo.root, path), { recursive: true })
    mkdirSync(join(repo.root, 'empty'))
    repo.write('file', 'x')
    expect(await dirtyPaths(repo.place)).toEqual(['file', 'gone'])
    // The test of the test: Git by itself runs it.
    repo.git('add', '--all')
    expect(existsSync(mark)).toBe(true)
  })
})

describe('the folder for what is new', () => {
  const foldersIn = (folder: string): string[] =>
    readdirSync(folder).filter((name) => name.startsWith('gitops-tree-'))

  test('is the runner’s, which is emptied after each job, and ours alone', async () => {
    const repo = edited()
    const temp = tempFolder()
    const place = { ...repo.place, env: { ...repo.place.env, RUNNER_TEMP: temp } }
    {
      await using worktree = await worktreeTree(place)
      expect(worktree.tree).not.toBe('')
      const [own = ''] = foldersIn(temp)
      expect((statSync(join(temp, own)).mode & 0o777).toString(8)).toBe('700')
    }
    expect(foldersIn(temp)).toEqual([])
    await using other = await worktreeTree({
      ...place,
      env: { ...place.env, RUNNER_TEMP: join(temp, 'none') },
    })
    expect(other.tree).not.toBe('')
  })
  test('gets no credentials', async () => {
    const repo = edited()
    repo.write('gha-creds-0123456789abcdef.json', '{}')
    repo.write('a/gha-creds-x.json', '{}')
    expect((await paths(repo)).filter((path) => path.includes('gha-creds'))).toEqual([])
  })
})

test.each(['SIGTERM', 'SIGINT'] as const)('stopped by %s at work: that is the cause', async (signal) => {
  const repo = edited()
  const children = childTracker()
  const exec = makeExec(children)
  const bin = tempFolder()
  const real = execFileSync('sh', ['-c', 'command -v git']).toString().trim()
  writeFileSync(join(bin, 'git'), `#!/bin/sh\n[ "$1" = add ] && exec sleep 20\nexec ${real} "$@"\n`)
  chmodSync(join(bin, 'git'), 0o755)
  const env = { ...repo.place.env, PATH: `${bin}:${repo.place.env['PATH'] ?? ''}` }
  const stopping: Exec = (command, args, options) => {
    const result = exec(command, args, options)
    if (args[0] === 'add') setTimeout(() => children.signal(signal), 50)
    return result
  }
  const thrown: unknown = await worktreeTree({ ...repo.place, env, exec: stopping }).catch(
    (error: unknown) => error,
  )
  expect(thrown).toBeInstanceOf(UserError)
  expect(thrown).toMatchObject({ causeClass: 'cancelled', message: `git was stopped (${signal})` })
})
