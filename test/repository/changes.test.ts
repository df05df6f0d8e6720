import { describe, expect, test } from '@jest/globals'
import { changesOf } from '../../src/repository/changes.ts'
import { factsCache } from '../../src/repository/modules/parsed-module.ts'
import { backend, call, modelOfTree, names, stackConfig, told } from './support/changes-of-trees.ts'
import { changesInGit } from './support/git-trees.ts'
import type { Tree } from './support/memory-snapshot.ts'

describe('12: modules', () => {
  const base: Tree = {
    'live/a/main.tf': backend('a') + call('"../../modules/top"'),
    'live/b/main.tf': backend('b') + call('"../../modules/leaf"'),
    'live/c/main.tf': backend('c'),
    'modules/top/main.tf': call('"../middle"'),
    'modules/middle/main.tf': call('"../leaf"'),
    'modules/middle/files/deep/policy.json': '{}',
    'modules/leaf/main.tf': 'locals {}',
  }

  test('three levels deep, through a middle module that nobody else names', async () => {
    const changes = await changesInGit(base, { 'modules/leaf/main.tf': 'locals { a = 1 }' })
    expect(told(changes)).toEqual([
      'live/a: affected: modules/leaf/main.tf → modules/leaf → modules/middle → modules/top → live/a',
      'live/b: affected: modules/leaf/main.tf → modules/leaf → live/b',
    ])
    const [a] = changes.stacks
    expect(a?.reasons[0]).toEqual({
      file: 'modules/leaf/main.tf',
      change: 'modified',
      via: ['modules/leaf', 'modules/middle', 'modules/top', 'live/a'],
      kinds: ['files', 'module', 'module', 'module'],
      dynamic: false,
      text: 'modules/leaf/main.tf → modules/leaf → modules/middle → modules/top → live/a',
    })
  })

  test('a file in a sub-folder of a module (Atlantis sees only the folder itself)', async () => {
    const edit = { 'modules/middle/files/deep/policy.json': '{"a":1}' }
    expect(names(await changesInGit(base, edit))).toEqual(['live/a'])
  })

  test('a module that is renamed, with its calls', async () => {
    const changes = await changesInGit(base, {
      'modules/leaf/main.tf': undefined,
      'modules/twig/main.tf': 'locals {}',
      'modules/middle/main.tf': call('"../twig"'),
      'live/b/main.tf': backend('b') + call('"../../modules/twig"'),
    })
    expect(changes.stacks.map(({ item, status }) => [item.name, status])).toEqual([
      ['live/a', 'affected'],
      ['live/b', 'changed'],
    ])
    expect(changes.stacks[0]?.reasons.map(({ file, change }) => [file, change])).toEqual([
      ['modules/middle/main.tf', 'modified'],
      ['modules/leaf/main.tf', 'deleted'],
      ['modules/twig/main.tf', 'added'],
    ])
  })

  test('a module that is deleted although it is called', async () => {
    const changes = await changesInGit(base, { 'modules/leaf/main.tf': undefined })
    expect(names(changes)).toEqual(['live/a', 'live/b'])
    expect(changes.stacks[1]?.reasons[0]?.change).toBe('deleted')
    expect(changes.deletedStacks).toEqual([])
  })

  test('two modules with equal relative sources are two (Terramate keys them by the text)', async () => {
    const tree: Tree = {
      'a/stack/main.tf': backend('a') + call('"../module"'),
      'a/module/main.tf': call('"./inner"'),
      'a/module/inner/main.tf': '',
      'b/stack/main.tf': backend('b') + call('"../module"'),
      'b/module/main.tf': call('"./inner"'),
      'b/module/inner/main.tf': '',
    }
    expect(names(await changesInGit(tree, { 'b/module/inner/main.tf': '# new' }))).toEqual(['b/stack'])
    expect(names(await changesInGit(tree, { 'a/module/inner/main.tf': '# new' }))).toEqual(['a/stack'])
  })

  test('modules that call each other in a circle', async () => {
    const tree: Tree = {
      'live/main.tf': backend('live') + call('"../m/a"'),
      'other/main.tf': backend('other'),
      'm/a/main.tf': call('"../b"'),
      'm/b/main.tf': call('"../a"'),
    }
    expect(names(await changesInGit(tree, { 'm/b/main.tf': call('"../a"') + '# new' }))).toEqual(['live'])
  })

  test('calls in JSON, in .tofu and in override files', async () => {
    const tree: Tree = {
      'live/main.tf': backend('live') + call('"../m/one"', 'a') + call('"../m/never"', 'd'),
      'live/more.tf.json': JSON.stringify({ module: { b: { source: '../m/two' } } }),
      'live/extra.tofu': call('"../m/three"', 'c'),
      'live/x_override.tf': call('"../m/four"', 'd'),
      'm/one/main.tf': '',
      'm/two/main.tf': '',
      'm/three/main.tf': '',
      'm/four/main.tf': '',
      'm/never/main.tf': '',
    }
    for (const module of ['one', 'two', 'three', 'four']) {
      expect(names(await changesInGit(tree, { [`m/${module}/main.tf`]: '# new' }))).toEqual(['live'])
    }
    expect(names(await changesInGit(tree, { 'm/never/main.tf': '# new' }))).toEqual([])
  })

  test('main.tofu hides main.tf for OpenTofu; without knowing the tool both count', async () => {
    const tree: Tree = {
      'live/backend.tf': backend('live'),
      'live/main.tf': call('"../m/terraform"'),
      'live/main.tofu': call('"../m/tofu"'),
      'm/terraform/main.tf': '',
      'm/tofu/main.tf': '',
    }
    const touched = async (module: string, tools: { terraform?: string; opentofu?: string }) =>
      names(await changesInGit(tree, { [`m/${module}/main.tf`]: '# new' }, { tools }))
    expect(await touched('terraform', {})).toEqual(['live'])
    expect(await touched('tofu', {})).toEqual(['live'])
    expect(await touched('terraform', { opentofu: '1.12.6' })).toEqual([])
    expect(await touched('tofu', { opentofu: '1.12.6' })).toEqual(['live'])
    expect(await touched('terraform', { terraform: '1.11.4' })).toEqual(['live'])
    expect(await touched('tofu', { terraform: '1.11.4' })).toEqual([])
  })
})

describe('13: sources that are expressions', () => {
  const base: Tree = {
    'live/a/main.tf':
      backend('a') + 'locals {\n  base = "../../modules"\n}\n' + call('"${local.base}/known"'),
    'live/b/main.tf': backend('b') + call('"../../modules/${var.kind}/x"'),
    'live/c/main.tf': backend('c') + call('var.source'),
    'live/d/main.tf': backend('d') + call('"git::https://example.com/${var.name}.git"'),
    'modules/known/main.tf': '',
    'modules/one/x/main.tf': call('"../../../other/y"'),
    'other/y/main.tf': '',
    'other/z/main.tf': '',
  }

  test('a source made of constant locals is exact', async () => {
    const changes = await changesInGit(base, { 'modules/known/main.tf': '# new' })
    expect(changes.stacks.map(({ item, reasons }) => [item.name, reasons[0]?.dynamic])).toEqual([
      ['live/a', false],
      ['live/b', true],
      ['live/c', true],
    ])
  })

  test('an unknown part widens to the folder before it, and to what the modules in there call', async () => {
    const changes = await changesInGit(base, { 'other/y/main.tf': '# new' })
    expect(told(changes)).toEqual([
      'live/b: affected: other/y/main.tf → other/y → modules/one/x → live/b',
      'live/c: affected: other/y/main.tf → live/c',
    ])
    expect(changes.stacks.every(({ reasons }) => reasons[0]?.dynamic)).toBe(true)
  })

  test('a source that is a variable may be anything: only of that stack', async () => {
    expect(names(await changesInGit(base, { 'other/z/main.tf': '# new' }))).toEqual(['live/c'])
  })
})

describe('14: files that code reads', () => {
  const base: Tree = {
    'live/a/main.tf':
      backend('a') +
      'locals {\n  t = templatefile("${path.module}/../t/x.tpl", {})\n' +
      '  s = fileset("${path.module}/../sets", "*.json")\n' +
      '  y = yamldecode(file("../t/y.yaml"))\n}\n',
    'live/b/main.tf': backend('b') + 'locals {\n  j = jsondecode(file(var.f))\n}\n' + call('"../../m"'),
    'live/c/main.tf': backend('c') + call('"../../m"') + 'locals {\n x = "${path.root}/../t/z.txt"\n}\n',
    'm/main.tf':
      'resource "aws_s3_object" "o" {\n  source = "files/o.bin"\n}\n' +
      'resource "null_resource" "x" {\n  provisioner "local-exec" {\n' +
      '    command = "bash ${path.module}/../scripts/run.sh --to ${var.x}"\n  }\n}\n',
    'live/b/terraform.tfvars': 'f = "data/deep/f.json"\n',
    'live/t/x.tpl': '',
    'live/t/y.yaml': '',
    'live/t/z.txt': '',
    'live/t/none.txt': '',
    'live/sets/one.json': '',
    'live/b/data/deep/f.json': '',
    'live/c/files/o.bin': '',
    'scripts/run.sh': '',
    'scripts/other.sh': '',
  }
  const touched = async (path: string) => names(await changesInGit(base, { [path]: 'new' }))

  test.each([
    ['live/t/x.tpl', ['live/a']],
    ['live/t/y.yaml', ['live/a']],
    ['live/t/z.txt', ['live/c']],
    ['live/t/none.txt', []],
    ['live/sets/one.json', ['live/a']],
    ['live/sets/added.json', ['live/a']],
    ['live/b/data/deep/f.json', ['live/b']],
    ['live/c/files/o.bin', ['live/c']],
    ['live/b/files/o.bin', ['live/b']],
    ['m/files/o.bin', ['live/b', 'live/c']],
    ['scripts/run.sh', ['live/b', 'live/c']],
    ['scripts/other.sh', []],
  ])('%s', async (path, expected) => {
    expect(await touched(path)).toEqual(expected)
  })

  test('a path that is not known is flagged', async () => {
    const tree: Tree = {
      'live/a/main.tf': backend('a') + 'locals {\n j = jsondecode(file("../conf/${var.f}.json"))\n}\n',
      'live/conf/sub/x.json': '',
      'live/other/x.json': '',
    }
    const changes = await changesInGit(tree, { 'live/conf/sub/x.json': 'new', 'live/other/x.json': 'new' })
    expect(changes.stacks.map(({ reasons }) => reasons)).toEqual([
      [
        {
          file: 'live/conf/sub/x.json',
          change: 'modified',
          via: ['live/a'],
          kinds: ['file function'],
          dynamic: true,
          text: 'live/conf/sub/x.json → live/a',
        },
      ],
    ])
  })

  test('path.module handed on as it is means the whole folder, with the modules in there', async () => {
    const tree: Tree = {
      'live/main.tf': backend('live') + call('"../m"'),
      'm/main.tf': 'locals {\n  d = basename(path.module)\n}\n',
      'm/sub/main.tf': '',
      'm/README.md': '',
    }
    const changes = await changesInGit(tree, { 'm/sub/main.tf': '# new' })
    expect(changes.stacks.map(({ item, reasons }) => [item.name, reasons[0]?.dynamic])).toEqual([
      ['live', true],
    ])
  })
})

describe('15: links', () => {
  test('a stack that is reached by a link, when it is configured', async () => {
    const tree: Tree = {
      'base/main.tf': backend('base') + call('"../m"'),
      'm/main.tf': '',
      live: { link: 'base' },
    }
    const config = { stacks: [stackConfig('live', { workspaces: ['prod'] })] }
    expect(names(await changesInGit(tree, { 'm/main.tf': '# new' }, config))).toEqual(['base', 'live@prod'])
    expect(names(await changesInGit(tree, { 'm/main.tf': '# new' }))).toEqual(['base'])
    const moved = { live: { link: 'other' }, 'other/main.tf': backend('o') }
    expect(names(await changesInGit(tree, moved, config))).toEqual(['live@prod', 'other'])
  })

  const linked: Tree = {
    'live/main.tf': { link: '../shared/main.tf' },
    'live/prod.tfvars': { link: '../shared/prod.tfvars' },
    'live/backend.tf': backend('live'),
    'shared/main.tf': call('"./m"'),
    'shared/prod.tfvars': 'a = 1',
    'shared/dev.tfvars': 'a = 2',
    'live/m/main.tf': '',
    'shared/m/main.tf': '',
    'other/main.tf': backend('other'),
  }

  test('files and variable files that are links: what they lead to counts, and calls start where the link is', async () => {
    const touched = async (path: string) => names(await changesInGit(linked, { [path]: '# new' }))
    expect(await touched('shared/prod.tfvars')).toEqual(['live@prod'])
    expect(await touched('shared/main.tf')).toEqual(['live@prod'])
    expect(await touched('live/m/main.tf')).toEqual(['live@prod'])
    expect(await touched('shared/m/main.tf')).toEqual([])
    expect(await touched('shared/dev.tfvars')).toEqual([])
  })

  test('a link that is turned to another file, and one that becomes a file of the same text', async () => {
    expect(
      names(await changesInGit(linked, { 'live/prod.tfvars': { link: '../shared/dev.tfvars' } })),
    ).toEqual(['live@prod'])
    expect(names(await changesInGit(linked, { 'live/prod.tfvars': 'a = 1' }))).toEqual(['live@prod'])
    expect(names(await changesInGit(linked, { 'live/prod.tfvars': '../shared/prod.tfvars' }))).toEqual([
      'live@prod',
    ])
  })

  test('links that lead nowhere, out of the repository or in a circle: the link counts, and is told', async () => {
    const tree: Tree = {
      'live/main.tf': backend('live'),
      'live/a': { link: 'nothing' },
      'live/b': { link: '../../outside' },
      'live/c': { link: 'd' },
      'live/d': { link: 'c' },
    }
    const changes = await changesInGit(tree, { 'live/b': { link: '../../../outside' } })
    expect(told(changes)).toEqual(['live: changed: live/b → live'])
    expect(changes.notices.map(({ message }) => message)).toEqual([
      'the link live/a leads to nothing: only the link itself counts as an input',
      'the link live/b leads out of the repository: only the link itself counts as an input',
      'the link live/c leads in a circle: only the link itself counts as an input',
      'the link live/d leads in a circle: only the link itself counts as an input',
    ])
    expect(names(await changesInGit(tree, { 'live/nothing': 'now' }))).toEqual(['live'])
  })

  test('a call through a link to a folder, and a link to the root that would be everything', async () => {
    const tree: Tree = {
      'live/main.tf': backend('live') + call('"./vpc"'),
      'live/vpc': { link: '../modules/vpc' },
      'live/up': { link: '..' },
      'modules/vpc/main.tf': call('"../net"'),
      'modules/net/main.tf': '',
      'modules/eks/main.tf': '',
      'other.txt': '',
    }
    const touched = async (path: string) => names(await changesInGit(tree, { [path]: '# new' }))
    expect(await touched('modules/net/main.tf')).toEqual(['live'])
    expect(await touched('modules/eks/main.tf')).toEqual([])
    expect(await touched('other.txt')).toEqual([])
    const turned = { 'live/vpc': { link: '../modules/eks' } }
    expect(names(await changesInGit(tree, turned))).toEqual(['live'])
  })

  test('a submodule is one input: what calls into it is affected when its commit changes', async () => {
    const tree: Tree = {
      'live/main.tf': backend('live') + call('"../vendor/vpc"'),
      'other/main.tf': backend('other'),
      vendor: { submodule: 'one' },
    }
    expect(names(await changesInGit(tree, { vendor: { submodule: 'two' } }))).toEqual(['live'])
  })
})

test('16: names with spaces, quotes, newlines, and no ASCII', async () => {
  const odd = 'live/ö "q" \n\'x\' ${HOME} $(id)'
  const tree: Tree = {
    [`${odd}/main.tf`]: backend('odd') + 'locals {\n  a = file("${path.module}/../ü b.txt")\n}\n',
    'live/ü b.txt': '',
    'live/plain/main.tf': backend('plain'),
  }
  const changes = await changesInGit(tree, { 'live/ü b.txt': 'new' })
  expect(names(changes)).toEqual([odd])
  expect(changes.stacks[0]?.item.id).toMatch(/^[0-9a-f]{16}$/)
  expect(changes.stacks[0]?.reasons[0]?.file).toBe('live/ü b.txt')
})

test('17: only the lock file, of a stack and not of a called module', async () => {
  const tree: Tree = {
    'live/main.tf': backend('live') + call('"../m"'),
    'live/.terraform.lock.hcl': 'a',
    'm/main.tf': '',
    'm/.terraform.lock.hcl': 'a',
  }
  expect(told(await changesInGit(tree, { 'live/.terraform.lock.hcl': 'b' }))).toEqual([
    'live: changed: live/.terraform.lock.hcl → live',
  ])
  expect(names(await changesInGit(tree, { 'm/.terraform.lock.hcl': 'b' }))).toEqual([])
})

describe('20: gone and moved', () => {
  const base: Tree = {
    'live/a/main.tf': backend('a'),
    'live/b/main.tf': backend('b'),
    'live/c/main.tf': 'terraform {\n  backend "s3" {}\n}\n',
  }

  test('a deleted stack is reported from the base, with its hash there', async () => {
    const changes = await changesInGit(base, { 'live/b/main.tf': undefined })
    expect(changes.stacks).toEqual([])
    expect(
      changes.deletedStacks.map(({ item, status, reasons }) => [item.name, status, reasons[0]?.text]),
    ).toEqual([['live/b', 'deleted', 'live/b/main.tf → live/b']])
    expect(changes.deletedStacks[0]?.reasons[0]?.change).toBe('deleted')
    expect(changes.deletedStacks[0]?.inputsHash).toMatch(/^[0-9a-f]{64}$/)
    expect(changes.found.stacks).toBe(2)
  })

  test('a moved stack keeps its state: it is never deleted', async () => {
    const changes = await changesInGit(base, {
      'live/b/main.tf': undefined,
      'new/place/main.tf': backend('b') + '# edited, too',
    })
    expect(changes.deletedStacks).toEqual([])
    expect(changes.stacks.map(({ item, status, previousPath }) => [item.name, status, previousPath])).toEqual(
      [['new/place', 'moved', 'live/b']],
    )
  })

  test('without a state that can be told, a renamed folder is one deleted and one new', async () => {
    const changes = await changesInGit(base, {
      'live/c/main.tf': undefined,
      'live/d/main.tf': 'terraform {\n  backend "s3" {}\n}\n',
    })
    expect(changes.deletedStacks.map(({ item }) => item.name)).toEqual(['live/c'])
    expect(changes.stacks.map(({ item, status }) => [item.name, status])).toEqual([['live/d', 'changed']])
  })

  test('… unless its configuration names what it was', async () => {
    const facts = factsCache()
    const config = { stacks: [stackConfig('live/d', { previousNames: ['live/c'] })] }
    const head: Tree = {
      'live/a/main.tf': backend('a'),
      'live/b/main.tf': backend('b'),
      'live/d/main.tf': 'terraform {\n  backend "s3" {}\n}\n',
    }
    const changes = changesOf(await modelOfTree(base, {}, facts), await modelOfTree(head, config, facts))
    expect(changes.deletedStacks).toEqual([])
    expect(changes.stacks.map(({ item, status, previousPath }) => [item.name, status, previousPath])).toEqual(
      [['live/d', 'moved', 'live/c']],
    )
  })

  test('a stack whose state another one has is not deleted: destroying it would hit the other', async () => {
    const tree = { ...base, 'live/copy/main.tf': backend('a') }
    const changes = await changesInGit(tree, { 'live/copy/main.tf': undefined })
    expect(changes.deletedStacks).toEqual([])
    expect(changes.notices.map(({ message }) => message)).toEqual([
      'live/copy is gone, but live/a has the same state: it is not reported as deleted',
    ])
  })

  test('a folder that is no stack any more is told', async () => {
    const changes = await changesInGit(base, { 'live/b/main.tf': 'locals {}' })
    expect(changes.deletedStacks.map(({ item }) => item.name)).toEqual(['live/b'])
    expect(changes.notices.map(({ message }) => message)).toEqual([
      'live/b is reported as deleted, but its folder still holds Terraform files',
    ])
  })

  test('a stack that gets variants is not deleted', async () => {
    const changes = await changesInGit(base, { 'live/c/env/prod.tfvars': 'a = 1' })
    expect(changes.deletedStacks).toEqual([])
    expect(changes.stacks.map(({ item, status }) => [item.name, status])).toEqual([
      ['live/c@prod', 'changed'],
    ])
    expect(changes.notices[0]?.message).toContain('live/c is planned as live/c@prod now')
  })

  test('a variable file that goes elsewhere under the same name leaves the stack what it was', async () => {
    const tree = { ...base, 'live/c/env/prod.tfvars': 'a = 1' }
    const changes = await changesInGit(tree, {
      'live/c/env/prod.tfvars': undefined,
      'live/c/envs/prod.tfvars': 'a = 1',
    })
    expect(changes.deletedStacks).toEqual([])
    expect(changes.stacks.map(({ item, status }) => [item.name, status])).toEqual([
      ['live/c@prod', 'changed'],
    ])
  })

  test('deleted stacks go in the order that is the other way round', async () => {
    const reads = (key: string): string =>
      `data "terraform_remote_state" "x" {\n  backend = "s3"\n  config = {\n    bucket = "state"\n    key = "${key}"\n  }\n}\n`
    const tree = { ...base, 'live/app/main.tf': backend('app') + reads('a') }
    const changes = await changesInGit(tree, { 'live/app/main.tf': undefined, 'live/a/main.tf': undefined })
    expect(changes.deletedStacks.map(({ item, wave, upstream }) => [item.name, wave, upstream])).toEqual([
      ['live/app', 1, []],
      ['live/a', 2, ['live/app']],
    ])
  })
})

describe('23: a file that cannot be read', () => {
  const base: Tree = {
    'live/a/main.tf': backend('a') + call('"../../m/one"'),
    'live/b/main.tf': backend('b') + call('"../../m/two"'),
    'm/one/main.tf': '',
    'm/one/broken.tf': 'resource "x" {{{ \n ]',
    'm/one/sub/main.tf': '',
    'm/two/main.tf': '',
    'm/two/sub/main.tf': '',
  }

  test('makes only its own stack cautious, and is told', async () => {
    const changes = await changesInGit(base, { 'm/one/sub/main.tf': '# new', 'm/two/sub/main.tf': '# new' })
    expect(changes.stacks.map(({ item, reasons }) => [item.name, reasons[0]?.dynamic])).toEqual([
      ['live/a', true],
    ])
    expect(changes.notices.map(({ message, file }) => [message, file])).toEqual([
      [
        'broken.tf could not be read in full: every file of m/one counts as an input of what uses it',
        'm/one/broken.tf',
      ],
      // The other one is an input of live/a now.
      ['changed, but planned by nobody: m/two/sub', undefined],
    ])
  })

  test('a file that is no text is as bad', async () => {
    const tree: Tree = { ...base, 'm/one/broken.tf': { binary: 'x' } }
    expect(names(await changesInGit(tree, { 'm/one/sub/main.tf': '# new' }))).toEqual(['live/a'])
  })

  test('what a file that is no text may call is not known: whatever changes counts, for its stacks alone', async () => {
    const tree: Tree = { ...base, 'm/one/broken.tf': { binary: 'x' }, 'docs/x.json': '' }
    const changes = await changesInGit(tree, { 'm/two/main.tf': '# new', 'docs/x.json': '1' })
    expect(
      changes.stacks.map(({ item, reasons }) => [item.name, reasons.map(({ dynamic }) => dynamic)]),
    ).toEqual(expect.arrayContaining([['live/a', [true, true]]]))
    expect(names(await changesInGit(tree, { 'docs/x.json': '1' }))).toEqual(['live/a'])
    expect(changes.notices.map(({ message, file }) => [message, file])).toEqual([
      [
        'broken.tf is too large or no text: every file of the repository counts as an input of what uses m/one',
        'm/one/broken.tf',
      ],
    ])
  })

  test('a stack that breaks is not a stack that is deleted', async () => {
    const changes = await changesInGit(base, { 'live/b/main.tf': 'terraform {\n backend "s3 {\n' })
    expect(changes.deletedStacks).toEqual([])
    expect(changes.stacks.map(({ item, status }) => [item.name, status])).toEqual([['live/b', 'changed']])
  })
})

describe('configuration', () => {
  const base: Tree = {
    'live/a/main.tf': backend('a'),
    'live/b/main.tf': backend('b'),
    'live/.terraform-version': '1.5.0',
    'tools/ci.sh': '',
    'shared/x.json': '',
  }

  test('version files above a stack count', async () => {
    const changes = await changesInGit(base, { 'live/.terraform-version': '1.6.0' })
    expect(told(changes)).toEqual([
      'live/a: affected: live/.terraform-version → live/a',
      'live/b: affected: live/.terraform-version → live/b',
    ])
    expect(changes.stacks[0]?.reasons[0]?.kinds).toEqual(['configuration'])
  })

  test('global inputs touch all, extra inputs one', async () => {
    const config = {
      globalInputs: ['tools/**'],
      stacks: [stackConfig('live/b', { extraInputs: ['shared'] })],
    }
    expect(names(await changesInGit(base, { 'tools/ci.sh': 'new' }, config))).toEqual(['live/a', 'live/b'])
    expect(names(await changesInGit(base, { 'tools/more/added.sh': 'new' }, config))).toEqual([
      'live/a',
      'live/b',
    ])
    expect(names(await changesInGit(base, { 'shared/x.json': 'new' }, config))).toEqual(['live/b'])
  })

  test('the entry of one stack is not an input of another', async () => {
    const facts = factsCache()
    const one = await modelOfTree(base, { environments: { prod: { region: 'a' } } }, facts)
    const config = {
      environments: { prod: { region: 'b' } },
      stacks: [stackConfig('live/a', { environment: 'prod' })],
    }
    const changes = changesOf(one, await modelOfTree(base, config, facts))
    expect(told(changes)).toEqual([
      'live/a: affected: what counts as an input of live/a changed, by its configuration or its name',
    ])
    expect(changes.stacks[0]?.reasons[0]).toMatchObject({ file: '', change: 'none' })
  })

  test('names and order in the configuration change no plan', async () => {
    const facts = factsCache()
    const config = { stacks: [stackConfig('live/a', { name: 'alpha', dependsOn: ['live/b'], line: 7 })] }
    const changes = changesOf(await modelOfTree(base, {}, facts), await modelOfTree(base, config, facts))
    expect(changes.stacks).toEqual([])
    expect(changes.deletedStacks).toEqual([])
  })
})

describe('bases', () => {
  const base: Tree = { 'live/a/main.tf': backend('a'), 'live/b/main.tf': backend('b') }

  test('none: everything is judged, and says why', async () => {
    const changes = changesOf(undefined, await modelOfTree(base))
    expect(told(changes)).toEqual([
      'live/a: affected: no base to compare with: everything is judged',
      'live/b: affected: no base to compare with: everything is judged',
    ])
  })

  test('equal trees: nothing', async () => {
    const changes = await changesInGit(base, {})
    expect(changes).toEqual({
      stacks: [],
      deletedStacks: [],
      charts: [],
      applications: [],
      gone: { charts: [], applications: [] },
      found: { stacks: 2, charts: 0, applications: 0 },
      notices: [],
    })
  })

  test('an earlier run that did not finish: what it had to do is still to be done', async () => {
    // a was broken in that run, and put back since: against the base it looks untouched.
    const facts = factsCache()
    const unfinished = await modelOfTree(
      { ...base, 'live/a/main.tf': backend('a') + '# x' },
      {},
      facts,
      'abcdef'.repeat(6),
    )
    const before = await modelOfTree(base, {}, facts)
    const head = await modelOfTree({ ...base, 'live/b/main.tf': backend('b') + '# y' }, {}, facts)
    const changes = changesOf(before, head, { more: [unfinished] })
    expect(told(changes)).toEqual([
      'live/a: changed: it differs from abcdefabcdef, whose run did not finish',
      'live/b: changed: live/b/main.tf → live/b',
    ])
    expect(changes.stacks[0]?.reasons[1]?.text).toBe('live/a/main.tf → live/a')
  })

  test('a stack that only an unfinished run had is deleted, too', async () => {
    const facts = factsCache()
    const unfinished = await modelOfTree({ ...base, 'live/c/main.tf': backend('c') }, {}, facts)
    const model = await modelOfTree(base, {}, facts)
    const changes = changesOf(model, model, { more: [unfinished] })
    expect(changes.deletedStacks.map(({ item, reasons }) => [item.name, reasons[0]?.text])).toEqual([
      ['live/c', 'live/c/main.tf → live/c'],
    ])
  })
})

test('at most ten reasons, the shortest first, then by name; the rest is counted', async () => {
  const files = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`m/f${index + 10}.txt`, 'new']))
  const tree: Tree = { 'live/main.tf': backend('live') + call('"../m"'), 'm/main.tf': '' }
  const changes = await changesInGit(tree, { ...files, 'live/z.txt': 'new' })
  const [stack] = changes.stacks
  expect(stack?.reasons.map(({ file }) => file)).toEqual([
    'live/z.txt',
    ...Array.from({ length: 9 }, (_, index) => `m/f${index + 10}.txt`),
  ])
  expect(stack?.moreReasons).toBe(21)
})

test('owners are asked for the folder of each item', async () => {
  const tree: Tree = { 'live/main.tf': backend('live') }
  const changes = await changesInGit(
    tree,
    { 'live/main.tf': backend('live') + '#' },
    {},
    {
      ownersOf: (path) => [`@${path}`],
    },
  )
  expect(changes.stacks[0]?.owners).toEqual(['@live'])
})

test('a stack at the root of the repository owns only what is directly there', async () => {
  const tree: Tree = {
    'main.tf': backend('root') + call('"./modules/m"'),
    'modules/m/main.tf': '',
    'other/file.txt': '',
  }
  expect(told(await changesInGit(tree, { 'modules/m/main.tf': '# new' }))).toEqual([
    '.: affected: modules/m/main.tf → modules/m → .',
  ])
  expect(told(await changesInGit(tree, { 'main.tf': backend('root') }))).toEqual(['.: changed: main.tf → .'])
  expect(told(await changesInGit(tree, { 'other/file.txt': 'new' }))).toEqual([])
})
