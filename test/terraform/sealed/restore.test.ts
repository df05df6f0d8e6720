import { expect, test } from '@jest/globals'
import { chmod, mkdir, readFile, readdir, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256Hex } from '../../../src/terraform/sealed/payload.ts'
import { restoreFiles } from '../../../src/terraform/sealed/restore.ts'
import type { SealedFile } from '../../../src/terraform/sealed/sealed-plan.ts'
import { scratch, write } from '../support.ts'

const fileOf = (path: string, text = 'zip', more: Partial<SealedFile> = {}): SealedFile => ({
  ...{ path, executable: false, content: Buffer.from(text) },
  ...more,
})
const place = (root: string) => ({ root, stackPath: 'infra/a' })
const refusal = (code: string, reason: string) => ({
  kind: 'refused',
  refusal: { code, reason: expect.stringContaining(reason), help: expect.any(String) },
})

async function checkout(files: Record<string, string> = {}) {
  const folder = await scratch()
  const root = join(folder.path, 'repo')
  await write(folder.path, { 'repo/infra/a/main.tf': 'a', 'outside/keep': 'kept' })
  await write(root, files)
  return {
    root,
    outside: join(folder.path, 'outside'),
    /** All files of the checkout with their text. */
    async all(): Promise<Record<string, string>> {
      const entries = await readdir(root, { recursive: true, withFileTypes: true })
      const found = entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
      const texts = await Promise.all(
        found.map(async (path) => [path.slice(root.length + 1), await readFile(path, 'utf8')]),
      )
      return Object.fromEntries(texts.sort()) as Record<string, string>
    },
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  }
}

test('the lock file and all files, with their modes; and back again', async () => {
  await using repo = await checkout()
  const files = [
    fileOf('infra/a/build/x.zip'),
    fileOf('modules/m/run.sh', '#!/bin/sh', { executable: true }),
    fileOf('infra/a/.terraform/modules/vpc/v.zip', 'later'),
  ]
  const before = await repo.all()
  const restored = await restoreFiles({ lockFile: Buffer.from('# lock'), files }, place(repo.root))
  expect(restored).toMatchObject({
    kind: 'restored',
    written: ['infra/a/.terraform.lock.hcl', 'infra/a/build/x.zip', 'modules/m/run.sh'],
  })
  expect(await repo.all()).toEqual({
    'infra/a/.terraform.lock.hcl': '# lock',
    'infra/a/build/x.zip': 'zip',
    'infra/a/main.tf': 'a',
    'modules/m/run.sh': '#!/bin/sh',
  })
  expect((await stat(join(repo.root, 'modules/m/run.sh'))).mode & 0o777).toBe(0o755)
  expect((await stat(join(repo.root, 'infra/a/build/x.zip'))).mode & 0o777).toBe(0o644)
  if (restored.kind === 'restored') await restored.undo()
  expect(await repo.all()).toEqual(before)
  expect(await readdir(repo.root)).toEqual(['infra'])
})

test('what belongs into fetched modules comes after init, and nothing else', async () => {
  await using repo = await checkout()
  const files = [fileOf('infra/a/x.zip'), fileOf('infra/a/.terraform/modules/vpc/v.zip', 'later')]
  const content = { lockFile: Buffer.from('# lock'), files }
  expect(await restoreFiles(content, { ...place(repo.root), when: 'after-init' })).toMatchObject({
    kind: 'restored',
    written: ['infra/a/.terraform/modules/vpc/v.zip'],
  })
})

test('the same content is fine and is not touched', async () => {
  await using repo = await checkout({ 'infra/a/x.zip': 'zip', 'infra/a/.terraform.lock.hcl': '# lock' })
  await chmod(join(repo.root, 'infra/a/x.zip'), 0o600)
  const { mtimeMs, ino } = await stat(join(repo.root, 'infra/a/x.zip'))
  const restored = await restoreFiles(
    { lockFile: Buffer.from('# lock'), files: [fileOf('infra/a/x.zip')] },
    place(repo.root),
  )
  expect(restored).toMatchObject({ kind: 'restored', written: [] })
  expect(await stat(join(repo.root, 'infra/a/x.zip'))).toMatchObject({ mtimeMs, ino })
  if (restored.kind === 'restored') await restored.undo()
  expect(await repo.all()).toMatchObject({ 'infra/a/x.zip': 'zip' })
})

test('other content is refused, and named; nothing is written', async () => {
  await using repo = await checkout({ 'infra/a/y.zip': 'other' })
  const before = await repo.all()
  const files = [fileOf('infra/a/x.zip'), fileOf('infra/a/y.zip')]
  expect(await restoreFiles({ files }, place(repo.root))).toEqual(
    refusal('inputs', '"infra/a/y.zip" is here with other contents'),
  )
  expect(await repo.all()).toEqual(before)
})

test('just what the plan has overwritten may be overwritten, and comes back', async () => {
  await using repo = await checkout({ 'infra/a/x.zip': 'committed' })
  const before = await repo.all()
  const replaces = sha256Hex(Buffer.from('committed'))
  const restored = await restoreFiles(
    { files: [fileOf('infra/a/x.zip', 'new', { replaces })] },
    place(repo.root),
  )
  expect(await repo.all()).toMatchObject({ 'infra/a/x.zip': 'new' })
  if (restored.kind === 'restored') await restored.undo()
  expect(await repo.all()).toEqual(before)
  const other = fileOf('infra/a/x.zip', 'new', { replaces: sha256Hex(Buffer.from('something else')) })
  expect(await restoreFiles({ files: [other] }, place(repo.root))).toMatchObject({ kind: 'refused' })
})

test('what was changed since is not taken back', async () => {
  await using repo = await checkout()
  const restored = await restoreFiles({ files: [fileOf('infra/a/b/x.zip')] }, place(repo.root))
  await write(repo.root, { 'infra/a/b/x.zip': 'by somebody else' })
  if (restored.kind === 'restored') await restored.undo()
  expect(await repo.all()).toMatchObject({ 'infra/a/b/x.zip': 'by somebody else' })
})

test.each([
  ['../outside/x'],
  ['infra/../../outside/x'],
  ['/tmp/x'],
  ['.git/hooks/post-checkout'],
  ['infra/a/.terraform/providers/x'],
  ['.github/workflows/x.yml'],
])('%s is refused although the seal should not have let it through', async (path) => {
  await using repo = await checkout()
  const before = await repo.all()
  expect(await restoreFiles({ files: [fileOf('infra/a/ok.zip'), fileOf(path)] }, place(repo.root))).toEqual(
    refusal('inputs', JSON.stringify(path)),
  )
  expect(await repo.all()).toEqual(before)
})

test('links: of a folder, a parent, the file itself, also a dangling one', async () => {
  for (const [link, target, path] of [
    ['infra/a/build', '../../../outside', 'infra/a/build/x.zip'],
    ['infra/deep', '../../outside', 'infra/deep/er/x.zip'],
    ['infra/a/inside', '../../infra', 'infra/a/inside/x.zip'],
    ['infra/a/keep', '../../../outside/keep', 'infra/a/keep'],
    ['infra/a/dangling', '../../../outside/new', 'infra/a/dangling'],
  ] as const) {
    await using repo = await checkout()
    await symlink(target, join(repo.root, link))
    expect(await restoreFiles({ files: [fileOf('infra/a/ok.zip'), fileOf(path)] }, place(repo.root))).toEqual(
      refusal('inputs', 'symbolic link'),
    )
    expect(await readdir(repo.outside)).toEqual(['keep'])
    expect(await readFile(join(repo.outside, 'keep'), 'utf8')).toBe('kept')
    expect(Object.keys(await repo.all())).toEqual(['infra/a/main.tf'])
  }
})

test('a folder where a file should be, and a file where a folder should be', async () => {
  await using repo = await checkout({ 'infra/a/x/y': '', 'infra/a/f': '' })
  expect(await restoreFiles({ files: [fileOf('infra/a/x')] }, place(repo.root))).toEqual(
    refusal('inputs', 'is no file'),
  )
  expect(await restoreFiles({ files: [fileOf('infra/a/f/x')] }, place(repo.root))).toEqual(
    refusal('inputs', 'infra/a/f, which is no folder'),
  )
})

test('half way: what was written is removed, and what was overwritten is back', async () => {
  await using repo = await checkout({ 'infra/a/x.zip': 'committed' })
  const before = await repo.all()
  const files = [
    fileOf('infra/a/x.zip', 'new', { replaces: sha256Hex(Buffer.from('committed')) }),
    fileOf('infra/a/new/y.zip'),
    fileOf(`infra/a/${'n'.repeat(250)}`), // too long once the name of the file aside is made of it
    fileOf('infra/a/z.zip'),
  ]
  await expect(restoreFiles({ files }, place(repo.root))).rejects.toThrow('cannot be restored')
  expect(await repo.all()).toEqual(before)
  expect(await readdir(join(repo.root, 'infra/a'))).toEqual(['main.tf', 'x.zip'])
})

const lock = (version: string, hashes: readonly string[], more = ''): string =>
  `# This file is maintained automatically by "terraform init".\n# Manual edits may be lost in future updates.\n\nprovider "registry.terraform.io/hashicorp/aws" {\n  version     = "${version}"\n  constraints = "~> 5.0"\n  hashes = [\n${hashes.map((hash) => `    "${hash}",\n`).join('')}  ]\n}\n${more}`
const another =
  '\nprovider "registry.terraform.io/hashicorp/random" {\n  version = "3.6.0"\n  hashes = [\n    "h1:r=",\n  ]\n}\n'

test.each([
  ['checksums added', lock('5.1.0', ['h1:a=']), lock('5.1.0', ['h1:a=', 'zh:b']), true],
  ['a provider added', lock('5.1.0', ['h1:a=']), lock('5.1.0', ['h1:a='], another), true],
  ['a checksum gone', lock('5.1.0', ['h1:a=', 'zh:b']), lock('5.1.0', ['h1:a=']), false],
  ['another checksum', lock('5.1.0', ['h1:a=']), lock('5.1.0', ['h1:b=']), false],
  ['another version', lock('5.1.0', ['h1:a=']), lock('5.1.1', ['h1:a=']), false],
  ['a provider gone', lock('5.1.0', ['h1:a='], another), lock('5.1.0', ['h1:a=']), false],
  ['something else', 'what is this', lock('5.1.0', ['h1:a=']), false],
  ['something else now', lock('5.1.0', ['h1:a=']), 'what is this', false],
])('a lock file with %s', async (_, committed, sealed, fine) => {
  await using repo = await checkout({ 'infra/a/.terraform.lock.hcl': committed })
  const restored = await restoreFiles({ lockFile: Buffer.from(sealed), files: [] }, place(repo.root))
  if (fine) expect(restored).toMatchObject({ kind: 'restored', written: ['infra/a/.terraform.lock.hcl'] })
  else expect(restored).toEqual(refusal('lock-file', 'is not the lock file that the plan was made with'))
  expect(await repo.all()).toMatchObject({ 'infra/a/.terraform.lock.hcl': fine ? sealed : committed })
  if (restored.kind === 'restored') await restored.undo()
  expect(await repo.all()).toMatchObject({ 'infra/a/.terraform.lock.hcl': committed })
})

test('a lock file that several stacks share by a link', async () => {
  await using repo = await checkout({ 'infra/shared.hcl': '# lock' })
  await symlink('../shared.hcl', join(repo.root, 'infra/a/.terraform.lock.hcl'))
  expect(await restoreFiles({ lockFile: Buffer.from('# lock'), files: [] }, place(repo.root))).toMatchObject({
    kind: 'restored',
    written: [],
  })
  expect(await restoreFiles({ lockFile: Buffer.from('# other'), files: [] }, place(repo.root))).toEqual(
    refusal('lock-file', 'symbolic link'),
  )
})

test('a stack folder that leads out of the repository', async () => {
  await using repo = await checkout()
  await mkdir(join(repo.outside, 'stack'))
  await symlink('../../outside/stack', join(repo.root, 'infra/b'))
  const content = { lockFile: Buffer.from('# lock'), files: [] }
  expect(await restoreFiles(content, { root: repo.root, stackPath: 'infra/b' })).toEqual(
    refusal('inputs', 'infra/b'),
  )
  expect(await restoreFiles(content, { root: repo.root, stackPath: 'infra/gone' })).toEqual(
    refusal('inputs', 'infra/gone'),
  )
  await writeFile(join(repo.outside, 'other'), '')
  expect(await readdir(join(repo.outside, 'stack'))).toEqual([])
})
