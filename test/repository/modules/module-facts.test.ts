import { describe, expect, test } from '@jest/globals'
import { fileFacts } from '../../../src/repository/modules/file-facts.ts'
import {
  isModuleFile,
  moduleFacts,
  type ModuleFacts,
  type ReadingTool,
} from '../../../src/repository/modules/module-facts.ts'
import { plainText } from '../../../src/hcl/values.ts'

const facts = (files: Readonly<Record<string, string>>, tool: ReadingTool = 'any'): ModuleFacts =>
  moduleFacts(
    Object.entries(files).map(([name, text]) => ({ name, facts: fileFacts(name, text) })),
    tool,
  )

const sources = (module: ModuleFacts): Record<string, unknown> =>
  Object.fromEntries(
    module.calls.map(({ name, sources: all }) => [name, all.map((source) => plainText(source))]),
  )

const call = (name: string, source: string): string => `module "${name}" {\n  source = "${source}"\n}\n`

describe('which files count', () => {
  test.each([
    ['main.tf', true],
    ['main.tf.json', true],
    ['main.tofu', true],
    ['main.tofu.json', true],
    ['.main.tf', false],
    ['main.tf~', false],
    ['#main.tf#', false],
    ['main.tftest.hcl', false],
    ['main.tf.json.bak', false],
    ['main.json', false],
    ['.tf', false],
  ])('%s: %s', (name, counts) => {
    expect(isModuleFile(name)).toBe(counts)
  })

  test('names decide, not the order in which files are given', () => {
    const files = {
      'b.tf': 'locals {\n x = path.root\n}\n',
      'a.tf': call('a', './a'),
      '.c.tf': call('c', './c'),
    }
    expect(facts(files).files).toEqual(['a.tf', 'b.tf'])
    expect(facts(Object.fromEntries(Object.entries(files).reverse()))).toEqual(facts(files))
  })
})

describe('.tofu files', () => {
  const files = {
    'main.tf': `terraform {\n required_version = ">= 1.9"\n backend "s3" {\n key = "a"\n region = "r"\n}\n}\n${call('m', './tf')}locals {\n x = "1"\n y = "2"\n}\n`,
    'main.tofu': `terraform {\n required_version = ">= 1.10"\n backend "s3" {\n key = "b"\n region = "r"\n}\n}\n${call('m', './tofu')}locals {\n x = "3"\n y = "2"\n}\n`,
    'other.tf': call('o', './o'),
    'extra.tofu': call('e', './e'),
    'data.tf.json': JSON.stringify({ module: { j: { source: './tf' } } }),
    'data.tofu.json': JSON.stringify({ module: { j: { source: './tofu' } } }),
    // Another stem: it hides nothing.
    'other.tofu.json': JSON.stringify({ module: { oj: { source: './oj' } } }),
  }

  test('Terraform does not see them', () => {
    expect(sources(facts(files, 'terraform'))).toEqual({ m: ['./tf'], o: ['./o'], j: ['./tf'] })
    expect(facts(files, 'terraform').requiredVersions).toEqual(['>= 1.9'])
  })

  test('for OpenTofu they hide the .tf file of the same name and form', () => {
    const tofu = facts(files, 'tofu')
    expect(sources(tofu)).toEqual({ m: ['./tofu'], o: ['./o'], e: ['./e'], j: ['./tofu'], oj: ['./oj'] })
    expect(tofu.files).not.toContain('main.tf')
    expect(tofu.requiredVersions).toEqual(['>= 1.10'])
  })

  test('any: what either tool reads; where they disagree there is no one value', () => {
    const any = facts(files)
    expect(sources(any)).toEqual({
      m: ['./tf', './tofu'],
      o: ['./o'],
      e: ['./e'],
      j: ['./tf', './tofu'],
      oj: ['./oj'],
    })
    expect(any.locals).toEqual({ x: undefined, y: [{ text: '2' }] })
    expect(any.backend?.settings).toEqual({ key: undefined, region: 'r' })
    expect([...any.files].sort()).toEqual(Object.keys(files).sort())
  })

  test('a version in a .tf file is not meant for OpenTofu', () => {
    expect(facts({ 'a.tf': 'terraform {\n required_version = "> 1"\n}' }, 'tofu').requiredVersions).toEqual(
      [],
    )
  })
})

describe('override files', () => {
  test('come last in the order of their names, in all forms', () => {
    const module = facts({
      'override.tf': call('m', './1'),
      'a_override.tf': call('m', './2'),
      'z_override.tf.json': JSON.stringify({ module: { m: { source: './3' } } }),
      'main.tf': call('m', './0'),
      // No override file: its name only holds the word.
      'overrides.tf': call('n', './n'),
    })
    expect(sources(module)).toEqual({ m: ['./3'], n: ['./n'] })
    expect(module.files).toEqual([
      'main.tf',
      'overrides.tf',
      'a_override.tf',
      'override.tf',
      'z_override.tf.json',
    ])
  })

  test('what is left out stays', () => {
    const module = facts({
      'main.tf': `${call('m', './0')}variable "v" {\n default = "d"\n}\nlocals {\n a = "1"\n b = "2"\n}\n`,
      'override.tf':
        'module "m" {\n version = "2"\n}\nvariable "v" {\n type = string\n}\nlocals {\n a = "3"\n}\n',
    })
    expect(sources(module)).toEqual({ m: ['./0'] })
    expect(module.variables).toEqual({ v: [{ text: 'd' }] })
    expect(module.locals).toEqual({ a: [{ text: '3' }], b: [{ text: '2' }] })
  })

  test('a backend replaces the whole backend, and a cloud block; and the other way round', () => {
    const backend = 'terraform {\n backend "s3" {\n key = "k"\n bucket = "b"\n}\n}\n'
    const cloud = 'terraform {\n cloud {\n organization = "o"\n}\n}\n'
    const s3 = facts({
      'main.tf': backend,
      'override.tf': 'terraform {\n backend "s3" {\n key = "x"\n}\n}\n',
    })
    expect(s3.backend).toMatchObject({ settings: { key: 'x' }, file: 'override.tf' })
    expect(s3.backend?.settings).toEqual({ key: 'x' })
    expect(facts({ 'main.tf': backend, 'override.tf': cloud })).not.toHaveProperty('backend')
    expect(facts({ 'main.tf': cloud, 'override.tf': backend })).not.toHaveProperty('cloud')
  })

  test('versions, ignore_changes and remote states', () => {
    const state = (more: string): string => `data "terraform_remote_state" "n" {\n${more}\n}\n`
    const resource = (ignored: string): string =>
      `resource "a" "b" {\n lifecycle {\n ignore_changes = ${ignored}\n}\n}\n`
    const module = facts({
      'a.tf': `terraform {\n required_version = "> 1"\n}\n${resource('[a]')}${state('backend = "s3"\nconfig = { key = "k" }')}`,
      'b.tf': 'terraform {\n required_version = "< 2"\n}\n',
      'override.tf': `terraform {\n required_version = "= 3"\n}\n${resource('[c]')}${state('workspace = "w"')}`,
    })
    expect(module.requiredVersions).toEqual(['= 3'])
    expect(module.lifecycles).toEqual([{ address: 'a.b', ignoreChanges: ['c'] }])
    expect(module.remoteStates).toMatchObject([
      { name: 'n', backend: 's3', settings: { key: 'k' }, workspace: [{ text: 'w' }] },
    ])
    const all = facts({ 'a.tf': resource('all'), 'override.tf': resource('[c]') })
    expect(all.lifecycles).toEqual([{ address: 'a.b', ignoreChanges: 'all' }])
  })
})

test('what no tool accepts: two of one name leave no single value', () => {
  const module = facts({
    'a.tf': `${call('m', './a')}locals {\n x = "1"\n}\n`,
    'b.tf': `${call('m', './b')}locals {\n x = "2"\n}\n`,
  })
  expect(sources(module)).toEqual({ m: ['./a', './b'] })
  expect(module.locals).toEqual({ x: undefined })
})

test('a broken file is named, and the others are read', () => {
  const module = facts({ 'a.tf': call('m', './m'), 'b.tf': 'module {{{', 'c.tf.json': '{' })
  expect(module).toMatchObject({ clean: false, broken: ['b.tf', 'c.tf.json'] })
  expect(sources(module)).toEqual({ m: ['./m'] })
})

test('paths and bare names of all files, with their file', () => {
  const module = facts({
    'a.tf': 'locals {\n x = "x.json"\n}\n',
    'override.tf': 'locals {\n x = path.root\n}\n',
  })
  expect(module.paths).toEqual([{ parts: [{ text: 'x.json' }], attribute: 'x', file: 'a.tf' }])
  expect(module.barePaths).toEqual(['root'])
})
