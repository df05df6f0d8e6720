import { describe, expect, test } from '@jest/globals'
import type { GitopsConfig } from '../../src/repository/config/config.ts'
import { backend, call, modelOfTree, stackConfig } from './support/changes-of-trees.ts'
import type { Tree } from './support/memory-snapshot.ts'

const EMPTY_BACKEND = 'terraform {\n  backend "s3" {}\n}\n'

async function found(tree: Tree, config: Partial<GitopsConfig> = {}) {
  const { stacks, unclaimed, notices } = await modelOfTree(tree, config)
  return { names: stacks.map(({ name }) => name), unclaimed, stacks, notices }
}

describe('what is a stack', () => {
  test('backend, cloud or lock file makes one; a called module is none', async () => {
    const { names, unclaimed } = await found({
      'infra/a/main.tf': EMPTY_BACKEND + call('"../modules/m"'),
      'infra/b/main.tf': 'terraform {\n cloud {}\n}\n',
      'infra/c/main.tf': '',
      'infra/c/.terraform.lock.hcl': '',
      'infra/modules/m/main.tf': '',
      'infra/modules/m/.terraform.lock.hcl': '',
      'scratch/main.tf': 'locals {}',
    })
    expect(names).toEqual(['infra/a', 'infra/b', 'infra/c'])
    expect(unclaimed).toEqual(['infra/modules/m', 'scratch'])
  })

  test('a commented-out call does not hide a stack', async () => {
    const { names } = await found({
      'a/main.tf': EMPTY_BACKEND + '# module "b" { source = "../b" }',
      'b/main.tf': EMPTY_BACKEND,
    })
    expect(names).toEqual(['a', 'b'])
  })

  test('without any backend every uncalled folder counts, except modules, examples and wrappers', async () => {
    const { names, unclaimed } = await found({
      'main.tf': call('"./modules/m"'),
      'modules/m/main.tf': '',
      'modules/unused/main.tf': '',
      'examples/simple/main.tf': call('"../.."'),
      'wrappers/main.tf': call('"../"'),
    })
    expect(names).toEqual(['.'])
    expect(unclaimed).toEqual(['examples/simple', 'modules/unused', 'wrappers'])
  })

  test('a root with a backend is a stack although examples or tests call it', async () => {
    const tree: Tree = {
      'main.tf': EMPTY_BACKEND,
      'examples/basic/main.tf': call('"../.."'),
      'tests/setup/main.tf': call('"../.."'),
    }
    expect((await found(tree)).names).toEqual(['.'])
  })

  test('two stacks that call each other are both stacks', async () => {
    const { names } = await found({
      'a/main.tf': EMPTY_BACKEND + call('"../b"'),
      'b/main.tf': EMPTY_BACKEND + call('"../a"'),
    })
    expect(names).toEqual(['a', 'b'])
  })

  test('a folder with a lock file that is called is named', async () => {
    const { names, unclaimed } = await found({
      'a/main.tf': EMPTY_BACKEND + call('"../b"'),
      'b/main.tf': '',
      'b/.terraform.lock.hcl': '',
    })
    expect([names, unclaimed]).toEqual([['a'], ['b']])
  })

  test('a call in JSON counts, a `source` that is no module’s does not', async () => {
    const { names, unclaimed } = await found({
      'cdk/cdk.tf.json':
        '{"resource":{"aws_s3_object":{"o":{"source":"../app"}}},"module":[{"x":[{"source":"../m"}]}]}',
      'cdk/.terraform.lock.hcl': '',
      'app/main.tf': '',
      'app/.terraform.lock.hcl': '',
      'm/main.tf': '',
      'm/.terraform.lock.hcl': '',
    })
    expect([names, unclaimed]).toEqual([['app', 'cdk'], ['m']])
  })

  test('what tools left, and what a link leads to, is found once or not at all', async () => {
    const { names } = await found({
      'infra/näme with space/main.tofu': EMPTY_BACKEND,
      'infra/näme with space/.terraform/modules/x/main.tf': EMPTY_BACKEND,
      'node_modules/x/main.tf': EMPTY_BACKEND,
      'infra/loop': { link: '..' },
      'infra/again': { link: 'näme with space' },
    })
    expect(names).toEqual(['infra/näme with space'])
  })

  test('a file that cannot be read does not make a stack of a module, nor of what is called', async () => {
    const { names } = await found({
      'a/main.tf': EMPTY_BACKEND + call('"../shared/b"'),
      'shared/b/main.tf': 'resource {{{',
      'modules/c/main.tf': 'resource {{{',
      'live/d/main.tf': 'terraform {\n  backend "s3" {',
    })
    expect(names).toEqual(['a', 'live/d'])
  })
})

describe('variants by convention', () => {
  test('one per variable file, in the folders people use; what is loaded by itself is none', async () => {
    const { stacks } = await found({
      'app/main.tf': EMPTY_BACKEND,
      'app/terraform.tfvars': '',
      'app/common.auto.tfvars': '',
      'app/env/prod.tfvars': '',
      'app/env/dev.tfvars.json': '{}',
      'app/env/notes.txt': '',
      'app/stage.tfvars': '',
    })
    expect(stacks.map(({ name, varFiles }) => [name, varFiles])).toEqual([
      ['app@dev', ['app/env/dev.tfvars.json']],
      ['app@prod', ['app/env/prod.tfvars']],
      ['app@stage', ['app/stage.tfvars']],
    ])
    expect(new Set(stacks.map(({ id }) => id)).size).toBe(3)
  })

  test('two variants of one name take the folder into it', async () => {
    const { names } = await found({
      'app/main.tf': EMPTY_BACKEND,
      'app/env/prod.tfvars': '',
      'app/vars/prod.tfvars': '',
      'app/vars/dev.tfvars': '',
      'app/tfvars/x.tfvars': '',
      'app/tfvars/x.tfvars.json': '{}',
    })
    expect(names).toEqual([
      'app@dev',
      'app@env/prod',
      'app@tfvars/x.tfvars',
      'app@tfvars/x.tfvars.json',
      'app@vars/prod',
    ])
  })

  test('a .tfbackend goes with the variable file of its name, and says where the state is', async () => {
    const { stacks, notices } = await found({
      'app/main.tf': 'terraform {\n  backend "s3" {\n    bucket = "b"\n  }\n}\n',
      'app/env/prod.tfvars': '',
      'app/env/prod.tfbackend': 'key = "prod"\n',
      'app/env/prod-eu.tfbackend': 'key = "other"\n',
      'app/env/dev.tfvars': '',
      'app/dev.s3.tfbackend': 'key = "dev"\nbucket = "c"\n',
    })
    expect(stacks.map(({ name, backendConfig }) => [name, backendConfig])).toEqual([
      ['app@dev', ['app/dev.s3.tfbackend']],
      ['app@prod', ['app/env/prod.tfbackend']],
    ])
    expect(stacks.map(({ stateKey }) => JSON.parse(stateKey ?? '{}') as unknown)).toEqual([
      { bucket: 'c', endpoint: '', key: 'dev', type: 's3', workspace: 'default' },
      { bucket: 'b', endpoint: '', key: 'prod', type: 's3', workspace: 'default' },
    ])
    expect(notices).toEqual([])
  })

  test('variants that share one state are told, with what to write', async () => {
    const { names, notices } = await found({
      'app/main.tf': backend('app'),
      'app/env/prod.tfvars': '',
      'app/env/dev.tfvars': '',
    })
    expect(names).toEqual(['app@dev', 'app@prod'])
    expect(notices.map(({ message }) => message)).toEqual([
      'app@dev and app@prod share one state, by their backend settings',
    ])
    expect(notices[0]?.help).toContain('.github/gitops.yml')
    expect(notices[0]?.help).toContain('app/env/{workspace}.tfvars')
  })

  test('a configured environment is found by workspace, variable file and path', async () => {
    const { stacks } = await found(
      {
        'live/prod/net/main.tf': EMPTY_BACKEND,
        'app/main.tf': EMPTY_BACKEND,
        'app/env/dev.tfvars': '',
        'app/env/prod.tfvars': '',
        'app/env/qa.tfvars': '',
      },
      { environments: { prod: {}, dev: {} } },
    )
    expect(stacks.map(({ name, environment }) => [name, environment])).toEqual([
      ['app@dev', 'dev'],
      ['app@prod', 'prod'],
      ['app@qa', undefined],
      ['live/prod/net', 'prod'],
    ])
  })
})

describe('configured stacks', () => {
  const tree: Tree = {
    'app/main.tf': backend('app'),
    'app/env/prod.tfvars': '',
    'app/env/dev.tfvars': '',
    'modules/x/main.tf': '',
    'docs/readme.txt': '',
  }

  test('workspaces and variable files replace the convention; workspaces keep states apart', async () => {
    const entry = stackConfig('app', {
      workspaces: ['dev', 'prod'],
      varFiles: ['app/env/{workspace}.tfvars'],
    })
    const { stacks, notices } = await found(tree, { stacks: [entry] })
    expect(stacks.map(({ name, workspace, varFiles }) => [name, workspace, varFiles])).toEqual([
      ['app@dev', 'dev', ['app/env/dev.tfvars']],
      ['app@prod', 'prod', ['app/env/prod.tfvars']],
    ])
    expect(notices).toEqual([])
  })

  test('an entry without either says more about all variants; an empty list says that there are none', async () => {
    const about = stackConfig('app', { environment: 'e', name: 'shop' })
    expect(
      (await found(tree, { stacks: [about] })).stacks.map(({ name, environment }) => [name, environment]),
    ).toEqual([
      ['shop@dev', 'e'],
      ['shop@prod', 'e'],
    ])
    const none = stackConfig('app', { varFiles: [] })
    expect(
      (await found(tree, { stacks: [none] })).stacks.map(({ name, varFiles }) => [name, varFiles]),
    ).toEqual([['app', []]])
  })

  test('several entries of one folder are its variants, with the names they give', async () => {
    const entries = [
      stackConfig('app', { name: 'shop-eu', varFiles: ['app/env/prod.tfvars'] }),
      stackConfig('app', { varFiles: ['app/env/dev.tfvars'] }),
    ]
    expect((await found(tree, { stacks: entries })).names).toEqual(['app@dev', 'shop-eu'])
  })

  test('a module that is configured is a stack; a folder without Terraform files is told', async () => {
    const entries = [
      stackConfig('modules/x'),
      stackConfig('docs', { line: 7 }),
      stackConfig('../out', { line: 9 }),
    ]
    const { names, notices } = await found(tree, { stacks: entries })
    expect(names).toEqual(['app@dev', 'app@prod', 'modules/x'])
    expect(notices.map(({ message, file, line }) => [message, file, line]).slice(0, 2)).toEqual([
      [
        'the stack docs is configured, but that folder holds no Terraform files: it is not planned',
        '.github/gitops.yml',
        7,
      ],
      [
        'the stack ../out is configured, but that folder holds no Terraform files: it is not planned',
        '.github/gitops.yml',
        9,
      ],
    ])
  })

  test('two entries for one and the same plan, and a variable file that is not there, are told', async () => {
    const entries = [
      stackConfig('app', { varFiles: ['app/env/none.tfvars'], line: 3 }),
      stackConfig('app', { varFiles: ['app/env/none.tfvars'], line: 8 }),
    ]
    const { stacks, notices } = await found(tree, { stacks: entries })
    expect(stacks).toHaveLength(1)
    expect(stacks[0]?.name).toBe('app@none')
    expect(notices.map(({ message, line }) => [message, line])).toEqual([
      ['a variant of the stack app is configured twice: the first entry counts', 8],
      ['the variable file app/env/none.tfvars of the stack app is not in the repository', 3],
    ])
  })

  test('names are unique whatever is configured', async () => {
    const entries = [
      stackConfig('app', { name: 'same', varFiles: [] }),
      stackConfig('modules/x', { name: 'same', varFiles: [] }),
      stackConfig('app', { name: 'same', workspaces: ['a', 'b'] }),
    ]
    const { names } = await found(tree, { stacks: entries })
    expect(new Set(names).size).toBe(names.length)
    expect(names).toEqual(['same', 'same#2', 'same@a', 'same@b'])
  })

  test('a configured name that is another stack’s is an error, and the other keeps it', async () => {
    const two: Tree = {
      'infra/dns/main.tf': backend('dns'),
      'infra/other/main.tf': backend('other'),
      'app/main.tf': backend('app'),
      'app/env/prod.tfvars': '',
    }
    const named = async (path: string, name: string) => {
      const { stacks, notices } = await found(two, { stacks: [stackConfig(path, { name, line: 4 })] })
      return [
        stacks.map((stack) => `${stack.path} ${stack.name}`),
        notices.map(({ severity, message, line }) => [severity, message, line]),
      ]
    }
    const error = (name: string, path: string, shown: string) => [
      'error',
      `the name ${name} that is configured for ${path} is another stack’s: it is listed as ${shown}`,
      4,
    ]
    const rest = ['app app@prod', 'infra/dns infra/dns']
    expect(await named('infra/other', 'infra/dns')).toEqual([
      [...rest, 'infra/other infra/dns#2'],
      [error('infra/dns', 'infra/other', 'infra/dns#2')],
    ])
    // Sorted before the one whose name it is.
    expect(await named('app', 'infra/other')).toEqual([
      ['infra/dns infra/dns', 'infra/other infra/other', 'app infra/other@prod'],
      [error('infra/other', 'app', 'infra/other@prod')],
    ])
    // `depends-on: [app]` means all variants of app.
    expect(await named('infra/other', 'app')).toEqual([
      ['infra/other app', ...rest],
      [error('app', 'infra/other', 'app')],
    ])
    expect(await named('infra/other', 'dns')).toEqual([
      ['app app@prod', 'infra/other dns', 'infra/dns infra/dns'],
      [],
    ])
    expect(await named('infra/dns', 'infra/dns')).toEqual([[...rest, 'infra/other infra/other'], []])
  })

  test('what is configured and is not there is an error', async () => {
    const entries = [
      stackConfig('docs'),
      stackConfig('app', { varFiles: [] }),
      stackConfig('app', { varFiles: [] }),
    ]
    const { notices } = await found(tree, { stacks: entries })
    expect(notices.map(({ severity, message }) => [severity, message])).toEqual([
      ['error', 'the stack docs is configured, but that folder holds no Terraform files: it is not planned'],
      ['error', 'a variant of the stack app is configured twice: the first entry counts'],
    ])
  })

  test('a variant that is told has the hash of the one that is found', async () => {
    const more: Tree = { ...tree, 'app/config/extra.tfvars': '', 'app/env/dev.tfbackend': '' }
    const hashOf = async (config: Partial<GitopsConfig>, files: Tree = more) => {
      const model = await modelOfTree(files, config)
      const { node } = model.stacks.find(({ name }) => name === 'app@prod') ?? { node: '' }
      return model.hashOf(node)
    }
    const told = stackConfig('app', { varFiles: ['app/env/prod.tfvars'], told: true })
    const usual = await hashOf({})
    expect(await hashOf({ stacks: [told] })).toBe(usual)
    const entries = ['dev', 'prod'].map((name) =>
      stackConfig('app', { varFiles: [`app/env/${name}.tfvars`] }),
    )
    expect(await hashOf({ stacks: [...entries, told] })).toBe(await hashOf({ stacks: entries }))
    // What no variant names counts for all, and what is not named by the configuration is no variant.
    expect(await hashOf({ stacks: [told] }, { ...more, 'app/config/extra.tfvars': 'a = 1' })).not.toBe(usual)
    expect(await hashOf({ stacks: [told] }, { ...more, 'app/env/dev.tfvars': 'a = 1' })).toBe(usual)
    const only = stackConfig('app', { varFiles: ['app/env/prod.tfvars'] })
    expect(await hashOf({ stacks: [only] }, { ...more, 'app/env/dev.tfvars': 'a = 1' })).not.toBe(
      await hashOf({ stacks: [only] }),
    )
  })
})
