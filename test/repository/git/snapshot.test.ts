import { afterAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { existsSync, mkdirSync, realpathSync, statSync, symlinkSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { makeSnapshot, readSnapshots } from '../../../src/repository/git/snapshot.ts'
import type { Snapshot, TreeEntry } from '../../../src/repository/snapshot.ts'
import { checkoutOf, cloneOf, newRepo, removeTempFolders, type TestRepo } from './support.ts'

afterAll(removeTempFolders)

/** Files by path; a value that begins with `->` is a link, `@` a submodule. */
function snapshotOf(files: Readonly<Record<string, string>>): Snapshot {
  const entries = Object.entries(files)
    .map(([path, content]): TreeEntry => {
      const mode = content.startsWith('->') ? '120000' : content === '@' ? '160000' : '100644'
      return { path, mode, oid: content.replace(/^->/, '') }
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1))
  return makeSnapshot('test', entries, (oid) => oid)
}

describe('look-ups', () => {
  const snapshot = snapshotOf({
    'main.tf': '1',
    'a/main.tf': '2',
    'a/b/c/deep.tf': '3',
    'a-b/main.tf': '4',
    'a.tf': '5',
    'a/link': '->../main.tf',
    'a0/main.tf': '6',
  })
  test('entries and folders', () => {
    expect(snapshot.entry('a/main.tf')?.oid).toBe('2')
    expect(snapshot.entry('a')).toBeUndefined()
    expect(
      ['.', 'a', 'a/b', 'a/b/c', 'a-b', 'a.tf', 'a/link', 'none', ''].map((path) => snapshot.isFolder(path)),
    ).toEqual([true, true, true, true, true, false, false, false, false])
  })
  test('a folder’s names, sorted, each once', () => {
    expect(snapshot.list('.')).toEqual([
      { name: 'a', folder: true },
      { name: 'a-b', folder: true },
      { name: 'a.tf', folder: false },
      { name: 'a0', folder: true },
      { name: 'main.tf', folder: false },
    ])
    expect(snapshot.list('a')).toEqual([
      { name: 'b', folder: true },
      { name: 'link', folder: false },
      { name: 'main.tf', folder: false },
    ])
    expect(snapshot.list('a/b')).toEqual([{ name: 'c', folder: true }])
    expect(snapshot.list('main.tf')).toEqual([])
    expect(snapshot.list('none')).toEqual([])
  })
  test('all below a folder, and nothing beside it', () => {
    expect(snapshot.under('a').map(({ path }) => path)).toEqual(['a/b/c/deep.tf', 'a/link', 'a/main.tf'])
    expect(snapshot.under('.')).toBe(snapshot.entries)
    expect(snapshot.under('none')).toEqual([])
    expect(snapshot.under('a.tf')).toEqual([])
  })
  test('texts and names', () => {
    expect([
      snapshot.text('a/main.tf'),
      snapshot.text('a/link'),
      snapshot.text('a'),
      snapshot.text('no'),
    ]).toEqual(['2', '../main.tf', undefined, undefined])
    expect([snapshot.hasName('deep.tf'), snapshot.hasName('c'), snapshot.hasName('a/main.tf')]).toEqual([
      true,
      false,
      false,
    ])
  })
  test('agree with a plain walk over random trees', () => {
    const part = fc.constantFrom('a', 'b', 'a-b', 'a.b', 'a0', 'é', '.x', '\u{1f680}', '\uff5e')
    const path = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'))
    fc.assert(
      fc.property(fc.array(path, { maxLength: 15 }), path, (all, asked) => {
        const files = all.filter((one, at) =>
          all.every((other, k) => (k >= at || one !== other) && !other.startsWith(`${one}/`)),
        )
        const snapshot = snapshotOf(Object.fromEntries(files.map((one) => [one, one])))
        for (const folder of [asked, '.', ...files.map((one) => dirname(one))]) {
          const prefix = folder === '.' ? '' : `${folder}/`
          const below = files.filter((one) => one.startsWith(prefix)).sort()
          const names = new Map(
            below.map((one) => {
              const [name = '', ...rest] = one.slice(prefix.length).split('/')
              return [name, rest.length > 0]
            }),
          )
          expect(snapshot.under(folder).map((entry) => entry.path)).toEqual(below)
          expect(snapshot.isFolder(folder)).toBe(below.length > 0 || folder === '.')
          expect(snapshot.list(folder)).toEqual(
            [...names.keys()].sort().map((name) => ({ name, folder: names.get(name) })),
          )
        }
      }),
    )
  })
  test('the empty repository', () => {
    const empty = snapshotOf({})
    expect([empty.list('.'), empty.isFolder('.'), empty.under('.'), empty.resolve('x').kind]).toEqual([
      [],
      true,
      [],
      'missing',
    ])
  })
})

describe('resolve', () => {
  const snapshot = snapshotOf({
    'infra/app/main.tf': '1',
    'infra/app/shared.tf': '->../../common/shared.tf',
    'infra/app/mod': '->../../modules/vpc',
    'infra/linked': '->app',
    'common/shared.tf': '->real.tf',
    'common/real.tf': '2',
    'modules/vpc/main.tf': '3',
    'modules/vpc/up': '->..',
    self: '->self',
    ping: '->pong',
    pong: '->./ping',
    absolute: '->/etc/passwd',
    leaves: '->../outside',
    'infra/leaves-and-returns': '->../../repo/common',
    broken: '->nowhere/x',
    empty: '->',
    rootlink: '->.',
    'vendor/sub': '@',
    'to-sub': '->vendor/sub/modules/x',
    'through-file': '->common/real.tf/x',
    'slash-file': '->common/real.tf/',
    'slash-folder': '->common/',
  })
  test.each([
    ['infra/app/main.tf', 'file infra/app/main.tf', []],
    ['infra/app', 'folder infra/app', []],
    ['.', 'folder .', []],
    ['infra/app/shared.tf', 'file common/real.tf', ['infra/app/shared.tf', 'common/shared.tf']],
    ['infra/app/mod/main.tf', 'file modules/vpc/main.tf', ['infra/app/mod']],
    ['infra/app/mod', 'folder modules/vpc', ['infra/app/mod']],
    [
      'infra/linked/mod/up/vpc/main.tf',
      'file modules/vpc/main.tf',
      ['infra/linked', 'infra/app/mod', 'modules/vpc/up'],
    ],
    // `..` is the parent of where the link led, not of the link.
    ['infra/app/mod/../vpc/main.tf', 'file modules/vpc/main.tf', ['infra/app/mod']],
    ['infra/../infra/app/./main.tf', 'file infra/app/main.tf', []],
    ['rootlink/rootlink/common/real.tf', 'file common/real.tf', ['rootlink']],
    ['self', 'loop', ['self']],
    ['ping/x', 'loop', ['ping', 'pong']],
    ['absolute', 'outside', ['absolute']],
    ['/etc/passwd', 'outside', []],
    ['..', 'outside', []],
    ['infra/../../x', 'outside', []],
    ['leaves', 'outside', ['leaves']],
    ['infra/leaves-and-returns/real.tf', 'outside', ['infra/leaves-and-returns']],
    ['broken', 'missing', ['broken']],
    ['empty', 'missing', ['empty']],
    ['infra/none/x', 'missing', []],
    ['common/real.tf/x', 'missing', []],
    ['through-file', 'missing', ['through-file']],
    ['slash-file', 'missing', ['slash-file']],
    ['slash-folder', 'folder common', ['slash-folder']],
    ['vendor/sub', 'file vendor/sub', []],
    ['vendor/sub/modules/vpc', 'file vendor/sub', []],
    ['to-sub', 'file vendor/sub', ['to-sub']],
  ])('%s', (path, expected, links) => {
    const found = snapshot.resolve(path)
    expect(`${found.kind}${'path' in found ? ` ${found.path}` : ''}`).toBe(expected)
    expect(found.links).toEqual(links)
  })

  test('without any link, odd paths are walked all the same', () => {
    const plain = snapshotOf({ 'a/main.tf': '1' })
    expect(
      ['a/../a/main.tf', './a', 'a//main.tf', 'a/', '../a', 'a/x', 'b/main.tf'].map(
        (path) => plain.resolve(path).kind,
      ),
    ).toEqual(['file', 'folder', 'file', 'folder', 'outside', 'missing', 'missing'])
  })

  test('agrees with the system on random links', () => {
    const repo = newRepo()
    const names = fc.constantFrom('a', 'b', 'c')
    const path = fc.array(names, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'))
    const target = fc
      .array(fc.constantFrom('a', 'b', 'c', '..', '.'), { minLength: 1, maxLength: 4 })
      .map((parts) => parts.join('/'))
    const content = fc.oneof(
      fc.constant('file'),
      target.map((to) => `->${to}`),
    )
    let round = 0
    fc.assert(
      fc.property(
        fc.array(fc.tuple(path, content), { maxLength: 8 }),
        fc.array(target, { maxLength: 6 }),
        (all, asked) => {
          const root = join(repo.root, `r${round++}`)
          mkdirSync(root)
          const files: Record<string, string> = {}
          for (const [at, what] of all) {
            const taken = Object.keys(files).some(
              (have) => have === at || have.startsWith(`${at}/`) || at.startsWith(`${have}/`),
            )
            if (taken) continue
            files[at] = what
            mkdirSync(dirname(join(root, at)), { recursive: true })
            if (what === 'file') repo.write(join(relative(repo.root, root), at), '')
            else symlinkSync(what.slice(2), join(root, at))
          }
          const snapshot = snapshotOf(files)
          for (const one of [...asked, ...Object.keys(files)]) {
            const found = snapshot.resolve(one)
            const there = join(root, '.', '/') + one
            if (found.kind === 'outside') continue
            // What is beside the tree is not ours to judge.
            if (!existsSync(there)) expect(['missing', 'loop']).toContain(found.kind)
            else {
              const real = relative(root, realpathSync.native(there)) || '.'
              if (real.startsWith('..')) continue
              expect(found).toMatchObject({ kind: statSync(there).isFile() ? 'file' : 'folder', path: real })
            }
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('readSnapshots', () => {
  const isTf = (path: string): boolean => path.endsWith('.tf')
  test('base and head, each blob once, by three processes and a question', async () => {
    const repo = newRepo()
    const base = repo.commit({ 'a/main.tf': 'one', 'b/main.tf': 'same', 'b/data.bin': 'not wanted' })
    const head = repo.commit({ 'a/main.tf': 'two' })
    const [before, after] = await readSnapshots(repo.place, [base, head], isTf)
    expect([before?.revision, after?.revision]).toEqual([base, head])
    expect([before?.text('a/main.tf'), after?.text('a/main.tf')]).toEqual(['one', 'two'])
    expect([before?.text('b/main.tf'), after?.text('b/main.tf')]).toEqual(['same', 'same'])
    expect(after?.text('b/data.bin')).toBeUndefined()
    expect(repo.ran.map(({ args }) => args[0]).sort()).toEqual(['cat-file', 'config', 'ls-tree', 'ls-tree'])
  })

  test('no base: an empty snapshot', async () => {
    const repo = newRepo()
    const head = repo.commit({ 'main.tf': 'x' })
    const [before, after] = await readSnapshots(repo.place, [undefined, head], isTf)
    expect(before?.entries).toEqual([])
    expect(after?.text('main.tf')).toBe('x')
  })

  test('links are always read, and what a wanted one leads to as well', async () => {
    const repo = newRepo()
    repo.write('shared/backend.tpl', 'backend')
    repo.write('shared/other.tpl', 'not wanted')
    mkdirSync(join(repo.root, 'app'))
    symlinkSync('hop', join(repo.root, 'app/backend.tf'))
    symlinkSync('../shared/backend.tpl', join(repo.root, 'app/hop'))
    symlinkSync('../shared', join(repo.root, 'app/folder'))
    const head = repo.commit()
    const [snapshot] = await readSnapshots(repo.place, [head], isTf)
    expect(snapshot?.text('app/folder')).toBe('../shared')
    const target = snapshot?.resolve('app/backend.tf')
    expect(target).toEqual({ kind: 'file', path: 'shared/backend.tpl', links: ['app/backend.tf', 'app/hop'] })
    expect(snapshot?.text('shared/backend.tpl')).toBe('backend')
    expect(snapshot?.text('shared/other.tpl')).toBeUndefined()
  })

  test('two at once do not disturb each other', async () => {
    const repo = newRepo()
    const head = repo.commit({ 'main.tf': 'x' })
    const all = await Promise.all([1, 2, 3, 4].map(() => readSnapshots(repo.place, [head], isTf)))
    expect(all.map(([snapshot]) => snapshot?.text('main.tf'))).toEqual(['x', 'x', 'x', 'x'])
  })
})

describe('partial clones', () => {
  function origin(): { readonly repo: TestRepo; readonly base: string; readonly head: string } {
    const repo = newRepo()
    const files = Object.fromEntries([...Array(40).keys()].map((k) => [`m${k}/main.tf`, `base ${k}`]))
    const base = repo.commit({ ...files, 'big.bin': 'not wanted' })
    const head = repo.commit(Object.fromEntries(Object.keys(files).map((path) => [path, `head of ${path}`])))
    return { repo, base, head }
  }
  const isTf = (path: string): boolean => path.endsWith('.tf')
  const access = { serverUrl: 'https://github.com' }

  test.each(['--filter=blob:none', '--filter=tree:0'])(
    '%s: what is missing is fetched at once',
    async (filter) => {
      const { repo, base, head } = origin()
      const clone = cloneOf(repo, filter, '--no-checkout')
      const [before, after] = await readSnapshots(clone.place, [base, head], isTf, access)
      expect([before?.text('m7/main.tf'), after?.text('m7/main.tf')]).toEqual([
        'base 7',
        'head of m7/main.tf',
      ])
      const fetches = clone.ran.filter(({ args }) => args[0] === 'fetch')
      // One for the files; without trees, one for each commit's folders before.
      expect(fetches.length).toBe(filter === '--filter=tree:0' ? 3 : 1)
      const left = clone.git('rev-list', '--objects', '--missing=print', `${base}^{tree}`)
      expect(left.split('\n').filter((line) => line.startsWith('?'))).toHaveLength(1) // big.bin
    },
  )

  test('a shallow one too', async () => {
    const { repo, head } = origin()
    const clone = checkoutOf(repo, head, '--depth=1', '--filter=blob:none')
    const [snapshot] = await readSnapshots(clone.place, [head], isTf, access)
    expect(snapshot?.text('m3/main.tf')).toBe('head of m3/main.tf')
  })

  test('where nothing may be fetched it is an error, and nothing is (Git would, one by one)', async () => {
    const { repo, base } = origin()
    const clone = cloneOf(repo, '--filter=blob:none', '--no-checkout')
    await expect(readSnapshots(clone.place, [base], isTf)).rejects.toThrow('does not hold all of its files')
    const left = clone.git('rev-list', '--objects', '--missing=print', `${base}^{tree}`)
    expect(left.split('\n').filter((line) => line.startsWith('?'))).toHaveLength(41)
  })

  test('the remote is gone: said so', async () => {
    const { repo, base } = origin()
    const clone = cloneOf(repo, '--filter=blob:none', '--no-checkout')
    clone.git('remote', 'set-url', 'origin', 'file:///no/such/place')
    await expect(readSnapshots(clone.place, [base], isTf, access)).rejects.toThrow(
      '40 files that the partial clone left out could not be fetched',
    )
  })
})

describe('which texts are read', () => {
  test('code in any case, also behind a link', async () => {
    const repo = newRepo()
    repo.commit({ 'a.txt': 'x'.repeat(4 * 1024 * 1024 + 1), 'b.txt': 'y'.repeat(4 * 1024 * 1024 + 2) })
    symlinkSync('a.txt', join(repo.root, 'a.tf'))
    repo.git('add', 'a.tf')
    repo.git('commit', '-qm', 'link')
    const isWanted = (path: string): boolean | 'code' => (path.endsWith('.tf') ? 'code' : true)
    const [snapshot] = await readSnapshots(repo.place, ['HEAD'], isWanted)
    expect([snapshot?.text('a.txt')?.length, snapshot?.text('b.txt')]).toEqual([
      4 * 1024 * 1024 + 1,
      undefined,
    ])
  })

  test('what texts name, and what these name', async () => {
    const repo = newRepo()
    repo.commit({
      'a.tf': 'one two',
      'x/one': 'three',
      'y/two': '',
      three: 'four',
      'z/four': 'a.tf',
      five: '5',
    })
    const wanted = {
      path: (path: string): boolean => path === 'a.tf',
      more: (texts: Iterable<string>) => new Set([...texts].flatMap((text) => text.split(' '))),
    }
    const [snapshot] = await readSnapshots(repo.place, ['HEAD'], wanted)
    const paths = ['a.tf', 'x/one', 'y/two', 'three', 'z/four', 'five']
    expect(paths.map((path) => snapshot?.text(path))).toEqual([
      'one two',
      'three',
      '',
      'four',
      'a.tf',
      undefined,
    ])
  })
})
