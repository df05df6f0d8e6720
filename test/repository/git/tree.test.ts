import { afterAll, describe, expect, test } from '@jest/globals'
import { symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseTree, nameFromBytes, readTree } from '../../../src/repository/git/tree.ts'
import { newRepo, removeTempFolders, runGit } from './support.ts'

afterAll(removeTempFolders)

describe('names', () => {
  const names = [
    '-leading-dash.tf',
    '--output=x',
    ' leading and trailing ',
    '"quoted".tf',
    "o'clock.tf",
    'a\nnewline.tf',
    'a\ttab.tf',
    'back\\slash.tf',
    '$(touch owned).tf',
    '`touch owned`.tf',
    '; touch owned;.tf',
    'é/ü 日本語 🚀.tf',
    ':(exclude)x.tf',
    '*.tf',
    'ünï/..x/main.tf',
    '\u{1f680}.tf',
    '\ufffd.tf',
  ]
  test('of all kinds come out as they are (Terragrunt, Terramate and chart-testing parse lines)', async () => {
    const repo = newRepo()
    repo.commit(Object.fromEntries(names.map((name) => [name, name])))
    const entries = await readTree(repo.place, 'HEAD')
    expect(entries.map(({ path }) => path)).toEqual([...names].sort())
    for (const { path, mode, oid } of entries) {
      expect(mode).toBe('100644')
      expect(repo.git('cat-file', 'blob', oid)).toBe(path)
    }
  })

  test('that are no UTF-8 stay apart, and are well-formed text', async () => {
    const repo = newRepo()
    const bytes = [
      Buffer.from('caf\xe9.tf', 'latin1'),
      Buffer.from('caf\xe8.tf', 'latin1'),
      Buffer.from('café.tf'),
      Buffer.from('\xff\xfe\xe2\x82', 'latin1'),
      Buffer.concat([Buffer.from('日'), Buffer.from([0xe6]), Buffer.from('x')]),
      Buffer.from('caf\ufffde9.tf'), // looks as the first is shown
    ]
    for (const name of bytes) writeFileSync(Buffer.concat([Buffer.from(`${repo.root}/`), name]), name)
    repo.commit()
    const entries = await readTree(repo.place, 'HEAD')
    const paths = entries.map(({ path }) => path)
    expect(paths).toEqual(
      [
        'caf\ufffde8.tf',
        'caf\ufffde9.tf',
        'caf\ufffde9.tf\ufffd',
        'café.tf',
        '日\ufffde6x',
        '\ufffdff\ufffdfe\ufffde2\ufffd82',
      ].sort(),
    )
    expect(new Set(entries.map(({ oid }) => oid)).size).toBe(6)
    for (const path of paths) expect(() => encodeURIComponent(path)).not.toThrow()
  })

  test('one name as text', () => {
    expect(nameFromBytes(Buffer.from('a/ü'))).toBe('a/ü')
    expect(nameFromBytes(Buffer.from([0x61, 0xc3]))).toBe('a\ufffdc3')
    expect(nameFromBytes(Buffer.from([0xc3, 0xbc, 0x80]))).toBe('ü\ufffd80')
  })
})

describe('entries', () => {
  test('are sorted by code units, not by bytes', async () => {
    const repo = newRepo()
    repo.commit({ '\uff5e.tf': '1', '\u{1f680}.tf': '2', 'a-b/x': '3', 'a/x': '4', 'a.b': '5' })
    const paths = (await readTree(repo.place, 'HEAD')).map(({ path }) => path)
    expect(paths).toEqual(['a-b/x', 'a.b', 'a/x', '\u{1f680}.tf', '\uff5e.tf'])
  })

  test('tell links, executables and submodules', async () => {
    const repo = newRepo()
    repo.commit({ 'run.sh': '#!/bin/sh\n' })
    repo.git('update-index', '--chmod=+x', 'run.sh')
    symlinkSync('run.sh', join(repo.root, 'link'))
    repo.git('add', 'link')
    const commit = 'a'.repeat(40)
    repo.git('update-index', '--add', '--cacheinfo', `160000,${commit},vendor/sub`)
    repo.git('commit', '--quiet', '--message', 'kinds')
    expect((await readTree(repo.place, 'HEAD')).map(({ path, mode }) => `${mode} ${path}`)).toEqual([
      '120000 link',
      '100755 run.sh',
      '160000 vendor/sub',
    ])
    expect((await readTree(repo.place, 'HEAD')).at(-1)?.oid).toBe(commit)
  })

  test('the same from a sub-folder, and of a tree', async () => {
    const repo = newRepo()
    repo.commit({ 'a/main.tf': '', 'b/main.tf': '' })
    const inside = { ...repo.place, cwd: join(repo.root, 'a') }
    expect(await readTree(inside, 'HEAD')).toEqual(
      await readTree(repo.place, repo.git('rev-parse', 'HEAD^{tree}')),
    )
  })

  test('a repository with SHA-256 ids', async () => {
    const repo = newRepo('--object-format=sha256')
    repo.commit({ 'main.tf': 'x' })
    const [entry] = await readTree(repo.place, 'HEAD')
    expect(entry?.oid).toBe(repo.git('rev-parse', 'HEAD:main.tf'))
    expect(entry?.oid).toHaveLength(64)
  })

  test('an empty tree has none', async () => {
    const repo = newRepo()
    repo.commit()
    expect(await readTree(repo.place, 'HEAD')).toEqual([])
  })

  test('5,000 files', async () => {
    const repo = newRepo()
    const input = Array.from(
      { length: 5000 },
      (_, k) => `M 100644 inline f${k % 50}/${k}.tf\ndata ${String(k).length}\n${k}\n`,
    ).join('')
    const commit = 'commit refs/heads/main\ncommitter A <a@b> 1767225600 +0000\ndata 1\nx\n'
    runGit(repo.root, ['fast-import', '--quiet'], `${commit}${input}`)
    const entries = await readTree(repo.place, 'refs/heads/main')
    expect(entries).toHaveLength(5000)
    const paths = entries.map(({ path }) => path)
    expect(paths).toEqual([...paths].sort())
  })
})

describe('faults', () => {
  test('no such revision, also one that looks like an option', async () => {
    const repo = newRepo()
    repo.commit({ a: '' })
    await expect(readTree(repo.place, 'none')).rejects.toThrow(
      'Git could not read the files of none: Not a valid object',
    )
    await expect(readTree(repo.place, '--output=x')).rejects.toThrow('Git could not read the files of')
  })
  test('output that breaks off is not taken for a smaller tree', () => {
    const whole = Buffer.from(`100644 blob ${'a'.repeat(40)}\tx.tf\0`)
    expect(parseTree(whole)).toEqual([{ path: 'x.tf', mode: '100644', oid: 'a'.repeat(40) }])
    expect(() => parseTree(whole.subarray(0, -2))).toThrow('unexpected output')
  })
})
