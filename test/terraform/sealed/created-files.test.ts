import { describe, expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { chmod, mkdir, rename, rm, symlink, truncate, utimes, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { createdFiles } from '../../../src/terraform/sealed/created-files.ts'
import { fileStates } from '../../../src/terraform/sealed/file-states.ts'
import { planFolders, type PlanPlace } from '../../../src/terraform/sealed/plan-folders.ts'
import { sha256Hex } from '../../../src/terraform/sealed/payload.ts'
import { scratch, write } from '../support.ts'

const placeIn = (root: string, env: Record<string, string> = {}, leftOut: string[] = []): PlanPlace => ({
  root,
  run: { directory: join(root, 'infra/a'), env },
  leftOut,
})

const MODULES = JSON.stringify({
  Modules: [
    { Key: '', Source: '', Dir: '.' },
    { Key: 'm', Source: '../../modules/m', Dir: '../../modules/m' },
    { Key: 'inner', Source: './inner', Dir: 'inner' },
    { Key: 'outside', Source: '../../../elsewhere', Dir: '../../../elsewhere' },
    { Key: 'vpc', Source: 'registry.terraform.io/x/vpc/aws', Dir: '.terraform/modules/vpc' },
  ],
})

async function repository() {
  const folder = await scratch()
  const root = join(folder.path, 'repo')
  await write(folder.path, {
    'elsewhere/main.tf': '',
    'repo/.git/config': '',
    'repo/infra/a/main.tf': 'a',
    'repo/infra/a/inner/main.tf': 'i',
    'repo/infra/a/lambda.zip': 'committed',
    'repo/infra/b/main.tf': 'b',
    'repo/modules/m/main.tf': 'm',
    'repo/infra/a/.terraform/modules/vpc/main.tf': 'v',
    'repo/infra/a/.terraform/modules/modules.json': MODULES,
  })
  // As after a checkout and an `init` some seconds ago.
  await new Promise((resolve) => setTimeout(resolve, 20))
  return { root, [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose]() }
}

/** As the tool writes it, last. */
async function planFileIn(root: string): Promise<string> {
  const file = join(root, '..', 'plan.tfplan')
  await writeFile(file, '')
  return file
}

/** What is found to be made by `plan`. */
async function after(
  root: string,
  plan: () => Promise<unknown>,
  place = placeIn(root),
): Promise<Record<string, string> | readonly string[]> {
  const before = await fileStates(place)
  await plan()
  const made = await createdFiles(place, before, await planFileIn(root))
  if (made.kind === 'refused') return made.reasons
  return Object.fromEntries(
    made.files.map((file) => [
      file.path,
      `${Buffer.from(file.content).toString()}${file.executable ? ' x' : ''}`,
    ]),
  )
}

test('the folders: of the stack and of local modules in the repository', async () => {
  await using repo = await repository()
  const { folders, fetched, fetchedIsUsual } = await planFolders(placeIn(repo.root))
  expect(folders.map((folder) => folder.slice(repo.root.length + 1))).toEqual(['infra/a', 'modules/m'])
  expect(fetched).toBe(join(repo.root, 'infra/a/.terraform/modules'))
  expect(fetchedIsUsual).toBe(true)
})

test('nothing made, nothing sealed', async () => {
  await using repo = await repository()
  expect(await after(repo.root, () => Promise.resolve())).toEqual({})
})

test('what is made below the stack, a local module, and a fetched one; with its mode, sorted', async () => {
  await using repo = await repository()
  const made = await after(repo.root, async () => {
    await write(repo.root, {
      'infra/a/build/deep/er/l.zip': 'zip',
      'infra/a/inner/i.zip': 'inner',
      'infra/a/run.sh': '#!/bin/sh',
      'modules/m/m.zip': 'module',
      'modules/m/é ü.zip': 'umlaut',
      'infra/a/.terraform/modules/vpc/v.zip': 'fetched',
    })
    await chmod(join(repo.root, 'infra/a/run.sh'), 0o755)
  })
  expect(made).toEqual({
    'infra/a/.terraform/modules/vpc/v.zip': 'fetched',
    'infra/a/build/deep/er/l.zip': 'zip',
    'infra/a/inner/i.zip': 'inner',
    'infra/a/run.sh': '#!/bin/sh x',
    'modules/m/m.zip': 'module',
    'modules/m/é ü.zip': 'umlaut',
  })
  expect(Object.keys(made)).toEqual(Object.keys(made).sort())
})

test('outside its folders, and what is left by tools, is not looked at', async () => {
  await using repo = await repository()
  const place = placeIn(
    repo.root,
    { TF_LOG_PATH: 'trace.log', TF_PLUGIN_CACHE_DIR: join(repo.root, 'infra/a/plugins') },
    [join(repo.root, 'infra/a/private')],
  )
  const made = await after(
    repo.root,
    () =>
      write(repo.root, {
        ...{ 'infra/b/x.zip': '', 'x.zip': '', 'modules/n/x.zip': '', '../elsewhere/x.zip': '' },
        ...{ 'infra/a/.terraform/providers/x': '', 'infra/a/.terraform/terraform.tfstate': '' },
        ...{ 'infra/a/terraform.tfstate': '', 'infra/a/terraform.tfstate.backup': '' },
        ...{
          'infra/a/.terraform.tfstate.lock.info': '',
          'infra/a/terraform.tfstate.d/dev/terraform.tfstate': '',
        },
        ...{ 'infra/a/.terraform.lock.hcl': '', 'infra/a/crash.log': '', 'infra/a/crash.20261123.log': '' },
        ...{
          'infra/a/inner/.terraform/x': '',
          'infra/a/inner/.git': '',
          'infra/a/inner/.terraform.lock.hcl': '',
        },
        ...{ 'infra/a/private/plan.tfplan': '', 'infra/a/trace.log': '', 'infra/a/plugins/x': '' },
        ...{ 'infra/a/gha-creds-0123456789abcdef.json': '{}' },
      }),
    place,
  )
  expect(made).toEqual({})
})

test('what is written again, also with the same bytes, size and time', async () => {
  await using repo = await repository()
  const zip = join(repo.root, 'infra/a/lambda.zip')
  const time = new Date('2026-01-01')
  await utimes(zip, time, time)
  const made = await after(repo.root, async () => {
    await writeFile(zip, 'committed')
    await utimes(zip, time, time)
  })
  expect(made).toEqual({ 'infra/a/lambda.zip': 'committed' })
})

test('what is moved into place, and what is deleted', async () => {
  await using repo = await repository()
  const made = await after(repo.root, async () => {
    await write(repo.root, { 'infra/a/x.tmp': 'moved' })
    await rename(join(repo.root, 'infra/a/x.tmp'), join(repo.root, 'infra/a/x.zip'))
    await rm(join(repo.root, 'infra/a/lambda.zip'))
  })
  expect(made).toEqual({ 'infra/a/x.zip': 'moved' })
})

test('what was overwritten is known by its checksum, what is new replaces nothing', async () => {
  await using repo = await repository()
  const place = placeIn(repo.root)
  const before = await fileStates(place)
  await write(repo.root, { 'infra/a/lambda.zip': 'other', 'infra/a/new.zip': 'new' })
  expect(await createdFiles(place, before, await planFileIn(repo.root))).toEqual({
    kind: 'files',
    files: [
      {
        path: 'infra/a/lambda.zip',
        executable: false,
        content: Buffer.from('other'),
        replaces: sha256Hex(Buffer.from('committed')),
      },
      { path: 'infra/a/new.zip', executable: false, content: Buffer.from('new') },
    ],
  })
})

test('looked at before init, files in local modules are found all the same', async () => {
  await using repo = await repository()
  const index = join(repo.root, 'infra/a/.terraform')
  await rename(index, join(repo.root, 'aside'))
  const made = await after(repo.root, async () => {
    await new Promise((resolve) => setTimeout(resolve, 20))
    await rename(join(repo.root, 'aside'), index)
    await write(repo.root, { 'infra/a/.terraform/modules/modules.json': MODULES })
    await new Promise((resolve) => setTimeout(resolve, 20))
    await write(repo.root, { 'modules/m/m.zip': 'module', 'infra/a/.terraform/modules/vpc/v.zip': 'fetched' })
  })
  expect(made).toEqual({ 'modules/m/m.zip': 'module', 'infra/a/.terraform/modules/vpc/v.zip': 'fetched' })
})

describe('not sealed', () => {
  test('a symbolic link, wherever it leads', async () => {
    await using repo = await repository()
    const made = await after(repo.root, async () => {
      await symlink('/etc/passwd', join(repo.root, 'infra/a/x.zip'))
      await symlink('main.tf', join(repo.root, 'infra/a/y.zip'))
    })
    expect(made).toEqual([
      'The plan made the symbolic link "infra/a/x.zip": links are not sealed, write a file instead.',
      'The plan made the symbolic link "infra/a/y.zip": links are not sealed, write a file instead.',
    ])
  })

  test('a link that was there is no fault, and is not followed', async () => {
    await using repo = await repository()
    await symlink('../../modules', join(repo.root, 'infra/a/linked'))
    await mkdir(join(repo.root, 'modules/other'))
    const made = await after(repo.root, () => write(repo.root, { 'modules/other/x.zip': '' }))
    expect(made).toEqual({})
  })

  test('too much: the largest file is named, and nothing of it is read', async () => {
    await using repo = await repository()
    const made = await after(repo.root, async () => {
      await write(repo.root, { 'infra/a/small.zip': 'x', 'infra/a/large\n.zip': '' })
      await rename(join(repo.root, 'infra/a/large\n.zip'), join(repo.root, 'infra/a/large.zip'))
      await truncate(join(repo.root, 'infra/a/large.zip'), 500_000_000)
    })
    expect(made).toEqual([
      'The plan made 501 MB of files, "infra/a/large.zip" with 500 MB the largest; at most 500 MB are sealed.',
    ])
  })

  test('too many', async () => {
    await using repo = await repository()
    const made = await after(repo.root, async () => {
      await mkdir(join(repo.root, 'infra/a/many'))
      for (let index = 0; index <= 10_000; index += 1)
        await writeFile(join(repo.root, 'infra/a/many', String(index)), '')
    })
    expect(made).toEqual(['The plan made 10001 files; at most 10000 are sealed. Let it make one archive.'])
  })

  test('names that are no text, or end a line', async () => {
    await using repo = await repository()
    const made = await after(repo.root, async () => {
      await writeFile(Buffer.concat([Buffer.from(join(repo.root, 'infra/a/')), Buffer.from([0xe9])]), '')
      await write(repo.root, { 'infra/a/x\ny': '' })
    })
    expect(made).toEqual([
      expect.stringContaining('"infra/a/x\\ny" holds a backslash or a control character'),
      expect.stringContaining('is not valid UTF-8'),
    ])
  })

  test('what another plan has written since, as the next stack in the same folder does', async () => {
    await using repo = await repository()
    const before = await fileStates(placeIn(repo.root))
    await write(repo.root, { 'infra/a/x.zip': 'of dev', 'infra/a/y.zip': 'of dev' })
    const planFile = await planFileIn(repo.root)
    await new Promise((resolve) => setTimeout(resolve, 20))
    await write(repo.root, { 'infra/a/x.zip': 'of prod' })
    expect(await createdFiles(placeIn(repo.root), before, planFile)).toEqual({
      kind: 'refused',
      reasons: [expect.stringMatching(/^"infra\/a\/x\.zip" was changed after the plan had ended/)],
    })
  })

  test('in fetched modules, where TF_DATA_DIR is elsewhere', async () => {
    await using repo = await repository()
    for (const dataDir of ['.data', join(repo.root, '..', 'data')]) {
      const folder = join(repo.root, 'infra/a', dataDir === '.data' ? '.data' : '../../../data')
      await write(folder, {
        'modules/modules.json': MODULES.replaceAll('.terraform', dataDir),
        'modules/vpc/main.tf': '',
      })
      await new Promise((resolve) => setTimeout(resolve, 20))
      const made = await after(
        repo.root,
        () => write(folder, { 'modules/vpc/v.zip': '' }),
        placeIn(repo.root, { TF_DATA_DIR: dataDir }),
      )
      expect(made).toEqual([
        expect.stringMatching(/^The plan made "\S*modules\/vpc\/v\.zip" where TF_DATA_DIR is/),
      ])
    }
  })
})

test('what a stack below makes at the same time', async () => {
  await using repo = await repository()
  await write(repo.root, { 'infra/a/nested/.terraform/x': '' })
  const before = await fileStates(placeIn(repo.root))
  await write(repo.root, { 'infra/a/nested/deep/early.zip': 'early' })
  const planFile = await planFileIn(repo.root)
  await new Promise((resolve) => setTimeout(resolve, 20))
  await write(repo.root, { 'infra/a/nested/deep/late.zip': 'late' })
  expect(await createdFiles(placeIn(repo.root), before, planFile)).toMatchObject({
    kind: 'files',
    files: [{ path: 'infra/a/nested/deep/early.zip' }],
  })
})

test('sockets, pipes and folders are no files', async () => {
  await using repo = await repository()
  const server = createServer()
  try {
    const made = await after(repo.root, async () => {
      execFileSync('mkfifo', [join(repo.root, 'infra/a/pipe')])
      await new Promise<void>((resolve) => server.listen(join(repo.root, 'infra/a/s'), resolve))
      await mkdir(join(repo.root, 'infra/a/empty'))
    })
    expect(made).toEqual({})
  } finally {
    server.close()
  }
})

test('a stack at the root of the repository', async () => {
  await using repo = await repository()
  const place = { root: repo.root, run: { directory: repo.root, env: {} } }
  const made = await after(
    repo.root,
    () => write(repo.root, { 'x.zip': 'x', 'infra/b/x.zip': 'b', '.git/x': '', 'infra/a/.terraform/x': '' }),
    place,
  )
  expect(made).toEqual({ 'x.zip': 'x', 'infra/b/x.zip': 'b' })
})
