import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { readModules } from '../../src/repository/read-modules.ts'
import { findStacks, type ModuleFolder } from '../../src/repository/stacks.ts'

const folder = (path: string, text: string, hasLockFile = false): ModuleFolder => ({
  path,
  hasLockFile,
  files: [{ name: 'main.tf', text }],
})
const backend = 'terraform {\n  backend "s3" {}\n}\n'

describe('findStacks', () => {
  test('backend, cloud or lock file makes a stack; a called module is none', () => {
    const found = findStacks([
      folder('infra/a', backend + 'module "m" {\n source = "../modules/m"\n}\n'),
      folder('infra/b', 'terraform {\n cloud {}\n}\n'),
      folder('infra/c', '', true),
      folder('infra/modules/m', '', true),
      folder('scratch', 'locals {}'),
    ])
    expect(found.stacks.map((s) => s.path)).toEqual(['infra/a', 'infra/b', 'infra/c'])
    expect(found.unclaimed).toEqual(['infra/modules/m', 'scratch'])
  })

  test('a commented-out call does not hide a stack', () => {
    const found = findStacks([
      folder('a', backend + '# module "b" { source = "../b" }'),
      folder('b', backend),
    ])
    expect(found.stacks.map((s) => s.path)).toEqual(['a', 'b'])
  })

  test('without any backend every uncalled folder counts, except modules and examples', () => {
    const found = findStacks([
      folder('.', 'module "m" {\n source = "./modules/m"\n}'),
      folder('modules/m', ''),
      folder('modules/unused', ''),
      folder('examples/simple', ''),
    ])
    expect(found.stacks.map((s) => s.path)).toEqual(['.'])
    expect(found.unclaimed).toEqual(['examples/simple', 'modules/unused'])
  })

  test('a module call in JSON counts', () => {
    const json: ModuleFolder = {
      path: 'a',
      hasLockFile: true,
      files: [{ name: 'main.tf.json', text: '{"module":{"b":{"source":"../b"}}}' }],
    }
    expect(findStacks([json, folder('b', '', true)]).stacks.map((s) => s.path)).toEqual(['a'])
  })
})

describe('readModules', () => {
  test('finds folders, skips what tools made, does not follow links that loop', async () => {
    const root = await mkdtemp(join(tmpdir(), 'stacks-'))
    const write = async (path: string, text: string): Promise<void> => {
      await mkdir(dirname(join(root, path)), { recursive: true })
      await writeFile(join(root, path), text)
    }
    try {
      await write('infra/näme with space/main.tofu', backend)
      await write('infra/näme with space/.terraform/modules/x/main.tf', backend)
      await write('infra/näme with space/.terraform.lock.hcl', '')
      await symlink('..', join(root, 'infra/loop'))
      await symlink('nowhere.tf', join(root, 'infra/dangling.tf'))
      const modules = await readModules(root)
      expect(modules.map((m) => [m.path, m.hasLockFile, m.files.map((f) => f.name)])).toEqual([
        ['infra', false, ['dangling.tf']],
        ['infra/näme with space', true, ['main.tofu']],
      ])
    } finally {
      await rm(root, { recursive: true })
    }
  })
})

describe('what would vanish without a word', () => {
  test('a root with a backend is a stack although examples or tests call it', () => {
    const call = 'module "m" {\n source = "../.."\n}\n'
    const found = findStacks([
      folder('.', backend),
      folder('examples/basic', call),
      folder('tests/setup', call),
    ])
    expect(found.stacks.map((s) => s.path)).toEqual(['.'])
    expect(found.unclaimed).toEqual(['examples/basic', 'tests/setup'])
  })

  test('two stacks that call each other are both stacks', () => {
    const found = findStacks([
      folder('a', `${backend}module "b" {\n source = "../b"\n}\n`),
      folder('b', `${backend}module "a" {\n source = "../a"\n}\n`),
    ])
    expect(found.stacks.map((s) => s.path)).toEqual(['a', 'b'])
  })

  test('a folder with a lock file that is called is named', () => {
    const found = findStacks([
      folder('a', `${backend}module "b" {\n source = "../b"\n}\n`),
      folder('b', '', true),
    ])
    expect(found).toEqual({ stacks: [{ name: 'a', path: 'a' }], unclaimed: ['b'] })
  })

  test('a `source` that is no module’s is no call', () => {
    const json: ModuleFolder = {
      path: 'cdk',
      hasLockFile: true,
      files: [
        {
          name: 'cdk.tf.json',
          text: '{"resource":{"aws_s3_object":{"o":{"source":"../app"}}},"module":[{"x":[{"source":"../m"}]}]}',
        },
      ],
    }
    const found = findStacks([json, folder('app', '', true), folder('m', '', true)])
    expect(found.stacks.map((s) => s.path)).toEqual(['app', 'cdk'])
    expect(found.unclaimed).toEqual(['m'])
  })
})
