import { describe, expect, test } from '@jest/globals'
import { isTerraformText } from '../../../src/repository/modules/folders.ts'
import { factsCache, parseModule } from '../../../src/repository/modules/parsed-module.ts'
import { backend, call, changesOfTrees, names, told } from '../support/changes-of-trees.ts'
import type { Tree } from '../support/memory-snapshot.ts'

const POLICY = 'policies/a.json'

/** Code of the stack `infra/a`, beside another stack that has nothing to do with it. */
const stack = (code: string, more: Tree = {}): Tree => ({
  'infra/a/main.tf': backend('a') + code,
  'infra/dns/main.tf': backend('dns'),
  'policies/a.json': '{}',
  'policies/b.json': '{}',
  'other/a.json': '{}',
  'other/b.json': '{}',
  ...more,
})

const reported = async (tree: Tree, path = POLICY): Promise<string[]> =>
  names(await changesOfTrees(tree, { [path]: '{ "changed": true }' }))

const file = (path: string): string => `locals {\n  x = file(${path})\n}\n`

test('a path of which nothing is known, such as one from a decoded document, may be any file', async () => {
  const code =
    'locals {\n  all = yamldecode(file("../files.yaml"))\n  x = [for f in local.all : file(f)]\n}\n'
  const tree = stack(code, { 'infra/files.yaml': '- ../../policies/a.json\n' })
  expect(await reported(tree)).toEqual(['infra/a'])
  const changes = await changesOfTrees(tree, { [POLICY]: 'new' })
  expect(changes.stacks[0]?.reasons[0]?.dynamic).toBe(true)
})

describe('a path that begins with a variable', () => {
  const module = { 'modules/m/main.tf': 'variable "root" {}\n' + file('"${var.root}/policies/a.json"') }
  const given = (value: string): string =>
    `module "m" {\n  source = "../../modules/m"\n  root = ${value}\n}\n`

  test.each([
    ['"${path.root}/../.."', ''],
    ['"${path.module}/../.."', ''],
    ['abspath("${path.root}/../..")', ''],
    ['local.root', 'locals {\n  root = "../.."\n}\n'],
    ['"../.."', ''],
    ['dirname(dirname(abspath(path.root)))', ''],
  ])('is what the caller gives: %s', async (value, more) => {
    const tree = stack(given(value) + more, module)
    expect(await reported(tree)).toEqual(['infra/a'])
    expect(await reported(tree, 'policies/b.json')).toEqual([])
    // The value is known: what ends alike is another file.
    expect(await reported({ ...tree, 'else/policies/a.json': '{}' }, 'else/policies/a.json')).toEqual([])
  })

  test('is what each caller gives, to that caller alone', async () => {
    const tree = {
      ...stack(given('"../.."'), module),
      'infra/dns/main.tf': backend('dns') + given('"../../copy"'),
      'copy/policies/a.json': '{}',
    }
    expect(await reported(tree)).toEqual(['infra/a'])
    expect(await reported(tree, 'copy/policies/a.json')).toEqual(['infra/dns'])
  })

  test('is handed on by modules between', async () => {
    const tree = stack('module "n" {\n  source = "../../modules/n"\n  base = path.root\n}\n', {
      ...module,
      'modules/n/main.tf':
        'variable "base" {}\nmodule "m" {\n  source = "../m"\n  root = "${var.base}/../.."\n}\n',
    })
    expect(await reported(tree)).toEqual(['infra/a'])
    expect(await reported(tree, 'policies/b.json')).toEqual([])
  })

  test('is the default where nothing is given', async () => {
    const tree = stack(call('"../../modules/m"'), {
      'modules/m/main.tf':
        'variable "root" {\n  default = "../.."\n}\n' + file('"${var.root}/policies/a.json"'),
    })
    expect(await reported(tree)).toEqual(['infra/a'])
  })

  test('is what the variable files say: of each variant its own', async () => {
    const tree = stack('variable "p" {}\n' + file('"${path.module}/${var.p}"'), {
      'infra/a/env/dev.tfvars': 'p = "../../policies/a.json"\n',
      'infra/a/env/prod.tfvars.json': '{"p": "../../policies/b.json"}',
    })
    expect(await reported(tree)).toEqual(['infra/a@dev'])
    expect(await reported(tree, 'policies/b.json')).toEqual(['infra/a@prod'])
  })

  test.each([
    'file(var.p)',
    'file("${path.module}/${var.p}")',
    'file("${var.p}")',
    'filebase64sha256(var.p)',
  ])('in terraform.tfvars: %s', async (read) => {
    const tree = stack(`variable "p" {}\nlocals {\n  x = ${read}\n}\n`, {
      'infra/a/terraform.tfvars': 'p = "../../policies/a.json"\n',
    })
    expect(await reported(tree)).toEqual(['infra/a'])
    expect(await reported(tree, 'policies/b.json')).toEqual([])
  })

  test('in the root of the repository', async () => {
    const tree = {
      'main.tf': backend('r') + 'variable "p" {}\n' + file('var.p'),
      'terraform.tfvars': 'p = "policies/a.json"',
    }
    expect(await reported({ ...tree, [POLICY]: '{}' })).toEqual(['.'])
  })

  test('an attribute of an object', async () => {
    const tree = stack(
      'module "m" {\n  source = "../../modules/m"\n  cfg = { dir = "../../policies" }\n}\n',
      { 'modules/m/main.tf': 'variable "cfg" {}\n' + file('"${var.cfg.dir}/a.json"') },
    )
    expect(await reported(tree)).toEqual(['infra/a'])
    expect(await reported({ ...tree, 'else/a.json': '{}' }, 'else/a.json')).toEqual([])
  })

  test('a source of an archive', async () => {
    const tree = stack(given('"../.."'), {
      'modules/m/main.tf':
        'variable "root" {}\ndata "archive_file" "z" {\n  type = "zip"\n  source_dir = "${var.root}/policies"\n}\n',
    })
    expect(await reported(tree)).toEqual(['infra/a'])
    expect(await reported(tree, 'other/a.json')).toEqual([])
  })

  test('that nothing gives a value may be any file', async () => {
    const tree = stack('variable "p" {}\n' + file('var.p'))
    expect(await reported(tree)).toEqual(['infra/a'])
    const changes = await changesOfTrees(tree, { [POLICY]: '1' })
    expect(changes.stacks[0]?.reasons[0]?.dynamic).toBe(true)
  })

  test('and ends with a name: any file with that end', async () => {
    const tree = stack('variable "p" {}\n' + file('"${var.p}/policies/a.json"'), { 'x/policies/a.json': '' })
    expect(await reported(tree)).toEqual(['infra/a'])
    expect(await reported(tree, 'x/policies/a.json')).toEqual(['infra/a'])
    expect(await reported(tree, 'other/a.json')).toEqual([])
  })

  test('which is null reads nothing', async () => {
    const tree = stack(
      'variable "p" {\n  default = null\n}\nlocals {\n  x = var.p == null ? "" : file(var.p)\n}\n',
    )
    expect(await reported(tree)).toEqual([])
  })

  test('circles end', async () => {
    const tree = stack(
      given('local.root') + 'locals {\n  root = local.other\n  other = local.root\n}\n',
      module,
    )
    expect(await reported(tree)).toEqual(['infra/a'])
    const own = stack(
      'module "m" {\n  source = "./"\n  root = var.root\n}\nvariable "root" {}\n' + file('var.root'),
    )
    expect(await reported(own, 'infra/a/main.tf')).toEqual(['infra/a'])
  })
})

describe('a path that begins with something else that is not known', () => {
  test.each([
    'locals {\n  m = { p = "../../policies" }\n  x = file("${local.m.p}/a.json")\n}\n',
    'resource "x" "y" {\n  for_each = yamldecode("")\n  p = templatefile("${each.value}/policies/a.json", {})\n}\n',
    'locals {\n  b = ["..", "..", "policies"]\n  x = file(join("/", concat(local.b, ["a.json"])))\n}\n',
    'resource "x" "y" {\n  p = file("${each.value.dir}/${each.key}/../policies/a.json")\n}\n',
  ])('ends with a known name: %s', async (code) => {
    expect(await reported(stack(code))).toEqual(['infra/a'])
    expect(await reported(stack(code), 'other/b.json')).toEqual([])
  })

  test('what stands between two that are not known has to be there, too', async () => {
    const tree = stack(file('"${each.value}/policies/${each.key}.json"'))
    expect(await reported(tree)).toEqual(['infra/a'])
    expect(await reported(tree, 'other/a.json')).toEqual([])
  })

  test('in the middle of a path it stays in its folder', async () => {
    const tree = stack(file('"${path.module}/files/${each.key}/a.json"'), { 'infra/a/files/x/a.json': '' })
    expect(await reported(tree)).toEqual([])
  })

  test('in the middle a variable without a value may climb out of it', async () => {
    const tree = stack('variable "v" {}\n' + file('"${path.module}/${var.v}/a.json"'))
    expect(await reported(tree)).toEqual(['infra/a'])
    expect(await reported(tree, 'policies/b.json')).toEqual([])
    const ending = stack('variable "v" {}\n' + file('"${path.module}/${var.v}.json"'))
    expect(await reported(ending)).toEqual([])
  })
})

describe('functions that make paths', () => {
  const module = (code: string): Tree =>
    stack(call('"../../modules/v"'), { 'modules/v/main.tf': code, 'modules/shared.json': '{}' })

  test.each([
    'locals {\n  x = file("${dirname(path.module)}/shared.json")\n}\n',
    'locals {\n  d = dirname(abspath(path.module))\n  x = file("${local.d}/shared.json")\n}\n',
    'locals {\n  x = file("${abspath(dirname(path.module))}/shared.json")\n}\n',
    'locals {\n  x = file(pathexpand("${path.module}/../shared.json"))\n}\n',
    'locals {\n  x = file("${format("%s/..", path.module)}/shared.json")\n}\n',
    'locals {\n  x = file("${join("/", [path.module, ".."])}/shared.json")\n}\n',
  ])('are known: %s', async (code) => {
    expect(await reported(module(code), 'modules/shared.json')).toEqual(['infra/a'])
    expect(await reported(module(code), 'policies/b.json')).toEqual([])
  })

  test.each([
    'format("%v/../../policies/%v.json", path.module, f)',
    'format("${path.module}/../../policies/%02d.json", f)',
    'format("../../policies/%02d.json", f)',
    'format("%s/../../%s/%q.json", path.module, "policies", f)',
    'format("%[1]s/policies/%s.json", "../..", f)',
    'format("../../policies/%%s%d.json", f...)',
    'join("/", concat(["..", ".."], ["policies", f]))',
  ])('in part: %s', async (path) => {
    const tree = stack(`locals {\n  x = [for f in local.list : file(${path})]\n}\n`, {
      'policies/%s1.json': '',
    })
    const at = path.includes('%%') ? 'policies/%s1.json' : POLICY
    expect(await reported(tree, at)).toEqual(['infra/a'])
    expect(await reported(tree, 'other/a.json')).toEqual([])
  })
})

describe('what a template reads', () => {
  const output = (path: string): string => `output "o" {\n  value = templatefile("${path}", {})\n}\n`
  const READS = '${file("../../policies/a.json")}\n'

  test.each(['${path.module}/t.tftpl', 't.tftpl', '${path.root}/t.tftpl', './t.tftpl'])(
    'is an input: %s',
    async (path) => {
      const tree = stack(output(path), { 'infra/a/t.tftpl': READS })
      expect(await reported(tree)).toEqual(['infra/a'])
      expect(await reported(tree, 'policies/b.json')).toEqual([])
    },
  )

  test('starts in the folder that is planned, wherever the template is', async () => {
    const tree = {
      ...stack(call('"../../modules/m"'), {
        'modules/m/main.tf': output('${path.module}/t.sh'),
        'modules/m/t.sh': 'cat <<X\n${file("own.json")}\nX\n',
      }),
      'infra/a/sub/main.tf': '',
      'infra/dns/main.tf': backend('dns') + call('"../../modules/m"'),
      'infra/a/own.json': '',
    }
    const found = told(await changesOfTrees(tree, { 'infra/a/own.json': '1' }))
    expect(found).toEqual(['infra/a: changed: infra/a/own.json → infra/a'])
  })

  test('through a template in a template, and in a circle', async () => {
    const tree = stack(output('${path.module}/t.tftpl'), {
      'infra/a/t.tftpl': '%{ if true }${templatefile("../../shared/u.tftpl", {})}%{ endif }',
      'shared/u.tftpl': '${templatefile("t.tftpl", {})}' + READS,
    })
    expect(await reported(tree)).toEqual(['infra/a'])
    expect(await reported(tree, 'shared/u.tftpl')).toEqual(['infra/a'])
    expect(await reported(tree, 'policies/b.json')).toEqual([])
  })

  test('by a path that is not known: whatever ends like it', async () => {
    const tree = stack(output('${path.module}/t.tftpl'), {
      'infra/a/t.tftpl': '${file("${dir}/policies/a.json")}',
    })
    expect(await reported(tree)).toEqual(['infra/a'])
    expect(await reported(tree, 'other/a.json')).toEqual([])
  })

  test('text that only looks like it does not count', async () => {
    const tree = stack(output('${path.module}/t.tftpl'), {
      'infra/a/t.tftpl': 'file("../../policies/a.json")\n$${file("../../policies/b.json")}\n',
    })
    expect(await reported(tree)).toEqual([])
    expect(await reported(tree, 'policies/b.json')).toEqual([])
  })
})

describe('what variable files name', () => {
  test('is an input, from the folder that is planned', async () => {
    const tree = stack('variable "files" {}\n', {
      'infra/a/terraform.tfvars': 'files = [\n  "../../policies/a.json",\n]\n',
      'infra/a/x.auto.tfvars.json': '{"map": {"deep": ["../../other/a.json"]}}',
    })
    expect(await reported(tree)).toEqual(['infra/a'])
    expect(await reported(tree, 'other/a.json')).toEqual(['infra/a'])
    expect(await reported(tree, 'policies/b.json')).toEqual([])
  })

  test('their texts are read', () => {
    expect(['a/terraform.tfvars', 'env/x.tfvars.json', 'a.json'].map(isTerraformText)).toEqual([
      true,
      true,
      false,
    ])
  })
})

test.each(['"${', '"a${', 'file("${', 'file("a${', 'dirname(', 'format("%s/a", '])(
  'what nests without end is read in time that grows with its length: %s',
  (opening) => {
    const time = (count: number): number => {
      const text = `locals {\n  x = ${opening.repeat(count)}\n}\n`
      const start = performance.now()
      parseModule([{ name: 'main.tf', oid: 'x', text }], factsCache(), 'any')
      return performance.now() - start
    }
    time(2_000)
    // 3 MB of it took minutes, for each level was read with all those in it.
    expect(time(50_000)).toBeLessThan(4_000)
  },
)
