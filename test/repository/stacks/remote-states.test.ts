import { describe, expect, test } from '@jest/globals'
import { stackOrder } from '../../../src/repository/stack-order.ts'
import { backend, changesOfTrees, modelOfTree, names, stackConfig } from '../support/changes-of-trees.ts'
import type { Tree } from '../support/memory-snapshot.ts'

const state = (config: string, more = ''): string =>
  `data "terraform_remote_state" "r" {\n  backend = "s3"\n  ${more}\n  config = ${config}\n}\n`
const net = { 'infra/net/main.tf': backend('net') }
const EMPTY = 'terraform {\n  backend "s3" {}\n}\n'

/** What a change of infra/net touches, and the waves that follow. */
async function touched(tree: Tree, edit: Tree = { 'infra/net/new.tf': '#' }) {
  const changes = await changesOfTrees(tree, edit)
  return {
    waves: Object.fromEntries(changes.stacks.map(({ item, wave }) => [item.name, wave])),
    dynamic: changes.stacks
      .filter(({ reasons }) => reasons.some(({ dynamic }) => dynamic))
      .map(({ item }) => item.name),
    notices: changes.notices.map(({ message }) => message),
  }
}

describe('settings that are no literals', () => {
  test.each<[string, string]>([
    ['a local', 'locals {\n  b = "state"\n}\n' + state('{\n bucket = local.b\n key = "net"\n}')],
    [
      'a local in a template',
      'locals {\n  n = "n"\n}\n' + state('{\n bucket = "state"\n key = "${local.n}et"\n}'),
    ],
    [
      'a variable, whatever its default',
      'variable "b" {\n  default = "x"\n}\n' + state('{\n bucket = var.b\n key = "net"\n}'),
    ],
    ['merge()', 'locals {\n  c = { bucket = "state" }\n}\n' + state('merge(local.c, { key = "net" })')],
    ['a key made of an unknown', state('{\n bucket = "state"\n key = "${var.x}et"\n}')],
  ])('%s: the one stack that fits is read', async (_, code) => {
    const tree = { ...net, 'infra/app/main.tf': backend('app') + code, 'infra/dns/main.tf': backend('dns') }
    expect(await touched(tree)).toEqual({
      waves: { 'infra/net': 1, 'infra/app': 2 },
      dynamic: [],
      notices: [],
    })
  })

  test('several that fit are all read, which is told as a guess; those that do not are not', async () => {
    const tree = {
      ...net,
      'infra/dns/main.tf': backend('dns'),
      'eu/net/main.tf': backend('eu/net'),
      'us/net/main.tf': backend('us/net'),
      'infra/app/main.tf': backend('app') + state('{\n bucket = "state"\n key = "${var.region}/net"\n}'),
    }
    const found = await touched(tree, { 'eu/net/x.tf': '#', 'infra/dns/x.tf': '#', 'us/net/x.tf': '#' })
    expect(found.waves).toEqual({ 'eu/net': 1, 'infra/dns': 1, 'us/net': 1, 'infra/app': 2 })
    expect(found.dynamic).toEqual(['infra/app'])
    expect((await touched(tree)).waves).toEqual({ 'infra/net': 1 })
    expect((await touched(tree, { 'infra/dns/x.tf': '#' })).waves).toEqual({ 'infra/dns': 1 })
  })

  test('each.key: any state of the bucket, but what is certain keeps its order', async () => {
    const all = state('{\n bucket = "state"\n key = each.key\n}', 'for_each = toset(["net"])')
    const tree = {
      // It may read app and dns, too: that is no reason to forget that app reads net.
      'infra/net/main.tf': backend('net') + all,
      'infra/app/main.tf': backend('app') + state('{\n bucket = "state"\n key = "net"\n}'),
      'infra/dns/main.tf': backend('dns'),
      'infra/far/main.tf': backend('far').replace('"state"', '"other"'),
    }
    const edit = {
      'infra/net/x.tf': '#',
      'infra/app/x.tf': '#',
      'infra/dns/x.tf': '#',
      'infra/far/x.tf': '#',
    }
    const found = await touched(tree, edit)
    expect(found.waves).toEqual({ 'infra/dns': 1, 'infra/far': 1, 'infra/net': 2, 'infra/app': 3 })
    expect(found.notices).toEqual([])
    expect((await touched(tree, { 'infra/far/x.tf': '#' })).waves).toEqual({ 'infra/far': 1 })
    expect(Object.keys((await touched(tree, { 'infra/dns/x.tf': '#' })).waves)).toEqual([
      'infra/dns',
      'infra/net',
      'infra/app',
    ])
  })

  test('nothing known at all: no stack is read, which is told with who reads', async () => {
    const tree = { ...net, 'infra/app/main.tf': backend('app') + state('var.config') }
    const found = await touched(tree)
    expect(found.waves).toEqual({ 'infra/net': 1 })
    expect(found.notices).toEqual([
      'whose the remote state r is cannot be told from the code: changes of that stack do not reach infra/app, and which goes first is not known',
    ])
  })

  test('a state of another repository is no cause for a word', async () => {
    const tree = {
      ...net,
      'infra/app/main.tf': backend('app') + state('{\n bucket = "theirs"\n key = "net"\n}'),
    }
    expect(await touched(tree)).toEqual({ waves: { 'infra/net': 1 }, dynamic: [], notices: [] })
  })
})

describe('backends that are not in the code alone', () => {
  const reader = backend('app') + state('{\n bucket = "state"\n key = "net"\n}')

  test('one file of settings beside the code counts; of two neither', async () => {
    const tree: Tree = {
      'infra/net/main.tf': EMPTY,
      'infra/net/prod.tfbackend': 'bucket = "state"\nkey = "net"\n',
      'infra/app/main.tf': reader,
    }
    expect((await touched(tree)).waves).toEqual({ 'infra/net': 1, 'infra/app': 2 })
    const two = { ...tree, 'infra/net/dev.tfbackend': 'bucket = "state"\nkey = "dev"\n' }
    expect((await touched(two)).waves).toEqual({ 'infra/net': 1 })
    const [, stack] = (await modelOfTree(tree)).stacks
    expect(stack).toMatchObject({ name: 'infra/net', backendConfig: [] })
    expect(stack?.stateKey).toContain('"net"')
  })

  test('a key in the code with a bucket given at init fits the key', async () => {
    const key = 'terraform {\n  backend "s3" {\n    key = "net"\n  }\n}\n'
    const tree = { 'infra/net/main.tf': key, 'infra/app/main.tf': reader, 'infra/dns/main.tf': EMPTY }
    expect((await touched(tree)).waves).toEqual({ 'infra/net': 1, 'infra/app': 2 })
    expect(names(await changesOfTrees(tree, { 'infra/dns/x.tf': '#' }))).toEqual(['infra/dns'])
  })

  test('workspaces of the remote backend', async () => {
    const tree = {
      'infra/net/main.tf':
        'terraform {\n  backend "remote" {\n    organization = "o"\n    workspaces {\n      name = "net"\n    }\n  }\n}\n',
      'infra/app/main.tf':
        backend('app') +
        'data "terraform_remote_state" "r" {\n  backend = "remote"\n  config = {\n    organization = "o"\n    workspaces = { name = "net" }\n  }\n}\n',
    }
    expect(await touched(tree)).toMatchObject({ waves: { 'infra/net': 1, 'infra/app': 2 }, dynamic: [] })
    const [, stack] = (await modelOfTree(tree)).stacks
    expect(JSON.parse(stack?.stateKey ?? '{}')).toMatchObject({ organization: 'o', workspace: 'net' })
  })

  test('path.module in the path of a local state', async () => {
    const tree = {
      'infra/net/main.tf': 'terraform {\n  backend "local" {}\n}\n',
      'infra/app/main.tf':
        backend('app') +
        'data "terraform_remote_state" "r" {\n  backend = "local"\n  config = {\n    path = "${path.module}/../net/terraform.tfstate"\n  }\n}\n',
    }
    expect((await touched(tree)).waves).toEqual({ 'infra/net': 1, 'infra/app': 2 })
  })
})

test('an unknown depends-on is an error', async () => {
  const config = { stacks: [stackConfig('infra/net', { dependsOn: ['infra/nett'] })] }
  const { notices } = stackOrder(await modelOfTree(net, config))
  expect(notices.map(({ severity, message }) => [severity, message])).toEqual([
    ['error', 'infra/net depends on infra/nett, but there is no stack of that name'],
  ])
})
