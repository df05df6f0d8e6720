import { describe, expect, test } from '@jest/globals'
import { indexFolders, isTerraformText, ownFiles } from '../../../src/repository/modules/folders.ts'
import { backend, call, changesOfTrees, names } from '../support/changes-of-trees.ts'
import { snapshotOf, type Tree } from '../support/memory-snapshot.ts'

const tree: Tree = {
  'main.tf': '',
  'root.json': '',
  'README.md': '',
  'config/prod/app.tfvars': '',
  'other/file.txt': '',
  'm/main.tf': '',
  'm/.terraform.lock.hcl': '',
  'm/.terraform-version': '',
  'm/.gitignore': '',
  'm/LICENSE': '',
  'm/docs/guide.md': '',
  'm/prod.tfvars': '',
  'm/prod.tfbackend': '',
  'm/files/a.json': '',
  'm/files/.terraform-version': '',
  'm/.terraform/providers/x': '',
  'm/sub/main.tofu': '',
  'm/sub/data.json': '',
  'm/chart/Chart.yaml': '',
  'm/chart/values.yaml': '',
  '.terraform/modules/x/main.tf': '',
}

describe('whose files are whose', () => {
  const index = indexFolders(snapshotOf(tree))
  const own = (path: string) => {
    const { files, variantFiles } = ownFiles(index, path)
    return [files, variantFiles].map((entries) => entries.map((entry) => entry.path).sort())
  }

  test('modules are folders with Terraform files, but not what tools left', () => {
    expect(index.modules).toEqual(['.', 'm', 'm/sub'])
  })

  test('a module has its sub-folders, without other modules, charts, documentation and leftovers', () => {
    expect(own('m')).toEqual([
      ['m/files/.terraform-version', 'm/files/a.json', 'm/main.tf'],
      ['m/prod.tfbackend', 'm/prod.tfvars'],
    ])
  })

  test('the root has only what is directly in it, and variable files of nobody else', () => {
    expect(own('.')).toEqual([['main.tf', 'root.json'], ['config/prod/app.tfvars']])
  })

  test('only module files, variable files and backend settings are read as texts', () => {
    const texts = [
      'a.tf',
      'a.tf.json',
      'a.tofu',
      'a.tofu.json',
      'a.tfbackend',
      'a.tfvars',
      'a.hcl',
      'tf',
      'a.tf.md',
    ]
    expect(texts.filter(isTerraformText)).toEqual([
      'a.tf',
      'a.tf.json',
      'a.tofu',
      'a.tofu.json',
      'a.tfbackend',
      'a.tfvars',
    ])
  })
})

describe('variable files', () => {
  const base: Tree = {
    'app/main.tf': backend('app') + call('"../m"'),
    'app/env/prod.tfvars': '',
    'app/env/dev.tfvars': '',
    'app/terraform.tfvars': '',
    'app/config/deep/more.tfvars': '',
    'm/main.tf': '',
    'm/terraform.tfvars': '',
    'm/README.md': '',
  }
  const touched = async (path: string) => names(await changesOfTrees(base, { [path]: 'new' }))

  test.each([
    ['app/env/prod.tfvars', ['app@prod']],
    ['app/terraform.tfvars', ['app@dev', 'app@prod']],
    // No convention names it, and a wrapper may pass it: it counts for each.
    ['app/config/deep/more.tfvars', ['app@dev', 'app@prod']],
    // Terraform loads these in the folder that is planned only.
    ['m/terraform.tfvars', []],
    ['m/README.md', []],
  ])('%s', async (path, expected) => {
    expect(await touched(path)).toEqual(expected)
  })

  test('documentation that code reads is an input', async () => {
    const tree = { ...base, 'm/main.tf': 'locals {\n  text = file("${path.module}/README.md")\n}\n' }
    expect(names(await changesOfTrees(tree, { 'm/README.md': 'new' }))).toEqual(['app@dev', 'app@prod'])
  })
})

describe('ways to name files', () => {
  const base: Tree = {
    'live/a/main.tf': backend('a') + call('"../../m"'),
    'm/sub/main.tf': '',
    'm/sub/x.json': '',
    'lambda/src/index.js': '',
    'lambda/src/deep/more.js': '',
    'live/a/tpl/x.tpl': '',
    'live/lambda/index.js': '',
  }
  const touches = async (code: string, path: string): Promise<boolean> => {
    const tree = { ...base, 'm/main.tf': code }
    return names(await changesOfTrees(tree, { [path]: 'new' })).length > 0
  }

  test.each<[string, string, boolean]>([
    [
      'data "archive_file" "z" {\n  source_dir = "${path.module}/../lambda/src"\n}\n',
      'lambda/src/deep/more.js',
      true,
    ],
    [
      'data "archive_file" "z" {\n  source_dir = "${path.root}/../../lambda"\n}\n',
      'lambda/src/index.js',
      true,
    ],
    ['data "archive_file" "z" {\n  source_dir = "../lambda"\n}\n', 'live/lambda/index.js', true],
    [
      'data "archive_file" "z" {\n  source_dir = "${path.module}/../lambda/${var.x}"\n}\n',
      'lambda/src/index.js',
      true,
    ],
    ['data "x" "z" {\n  name = "lambda"\n}\n', 'lambda/src/index.js', false],
    ['data "x" "z" {\n  path = "/"\n}\n', 'lambda/src/index.js', false],
    ['data "x" "z" {\n  path = "./"\n}\n', 'm/sub/x.json', false],
    ['data "x" "z" {\n  working_dir = path.module\n}\n', 'm/sub/x.json', true],
    ['data "x" "z" {\n  working_dir = "${path.module}"\n}\n', 'm/sub/x.json', true],
    ['data "x" "z" {\n  command = "cd ${path.module} && make"\n}\n', 'm/sub/x.json', true],
    [
      'data "x" "z" {\n  program = ["sh", "-c", "node ../../lambda/src/index.js"]\n}\n',
      'lambda/src/index.js',
      true,
    ],
    ['locals {\n  d = "${path.module}/sub"\n  f = file("${local.d}/x.json")\n}\n', 'm/sub/x.json', true],
    ['locals {\n  f = [for f in fileset(path.module, "sub/*.json") : f]\n}\n', 'm/sub/x.json', true],
    ['locals {\n  f = file(join("/", [path.module, "sub", "x.json"]))\n}\n', 'm/sub/x.json', true],
    ['locals {\n  f = file(format("%s/sub/%s.json", path.module, var.x))\n}\n', 'm/sub/x.json', true],
    [
      'locals {\n  f = templatefile(var.x ? "${path.module}/sub/x.json" : "none", {})\n}\n',
      'm/sub/x.json',
      true,
    ],
    ['locals {\n  f = file("/etc/passwd")\n}\n', 'm/sub/x.json', false],
    ['locals {\n  f = file("../../../../../outside")\n}\n', 'm/sub/x.json', false],
    ['# file("${path.module}/sub/x.json")\n', 'm/sub/x.json', false],
  ])('%j: %s', async (code, path, expected) => {
    expect(await touches(code, path)).toBe(expected)
  })
})
