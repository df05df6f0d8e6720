import { describe, expect, test } from '@jest/globals'
import { changesOf } from '../../../src/repository/changes.ts'
import type { GitopsConfig } from '../../../src/repository/config/config.ts'
import { factsCache } from '../../../src/repository/modules/parsed-module.ts'
import { backend, changesOfTrees, modelOfTree, stackConfig } from '../support/changes-of-trees.ts'
import type { Tree } from '../support/memory-snapshot.ts'

type Config = Partial<GitopsConfig>

async function changes(base: Tree, before: Config, head: Tree, config: Config) {
  const facts = factsCache()
  return changesOf(await modelOfTree(base, before, facts), await modelOfTree(head, config, facts))
}

describe('a name that is used again', () => {
  const named = (path: string) => ({ stacks: [stackConfig(path, { name: 'dns' })] })

  test('for another state: what the old one manages is deleted, not moved', async () => {
    const found = await changes(
      { 'infra/a/main.tf': backend('a') },
      named('infra/a'),
      { 'infra/b/main.tf': backend('b') },
      named('infra/b'),
    )
    expect(found.deletedStacks.map(({ item }) => [item.name, item.path])).toEqual([['dns', 'infra/a']])
    expect(found.stacks.map(({ item, status }) => [item.path, status])).toEqual([['infra/b', 'changed']])
    expect(found.notices.map(({ message }) => message)).toEqual([
      'dns has the name of infra/a, but another state: what was in the old one is not continued',
    ])
  })

  test('as a previous name of a stack with another state', async () => {
    const found = await changes(
      { 'a/main.tf': backend('a') },
      {},
      { 'b/main.tf': backend('b') },
      {
        stacks: [stackConfig('b', { previousNames: ['a'] })],
      },
    )
    expect(found.deletedStacks.map(({ item }) => item.name)).toEqual(['a'])
    expect(found.notices.map(({ message }) => message)).toEqual([
      'b has the previous name of a, but another state: what was in the old one is not continued',
    ])
  })

  test('for the same state, or one that cannot be told, or a local one: moved', async () => {
    const empty = 'terraform {\n  backend "s3" {}\n}\n'
    for (const [was, is] of [
      [backend('a'), backend('a')],
      [backend('a'), empty],
      ['', ''],
    ] as const) {
      const found = await changes({ 'a/main.tf': was }, named('a'), { 'b/main.tf': is }, named('b'))
      expect(found.deletedStacks).toEqual([])
      expect(found.stacks.map(({ status }) => status)).toEqual(['moved'])
    }
  })
})

test('equal buckets and keys of two services are two states', async () => {
  const at = (url: string): string =>
    `terraform {\n  backend "s3" {\n    bucket = "b"\n    key = "k"\n    endpoints = { s3 = "${url}", dynamodb = "x" }\n  }\n}\n`
  const tree: Tree = { 'a/main.tf': at('https://one'), 'b/main.tf': at('https://two') }
  const two = await changesOfTrees(tree, { 'b/main.tf': undefined })
  expect(two.deletedStacks.map(({ item }) => item.name)).toEqual(['b'])
  expect(two.notices).toEqual([])
  const one = await changesOfTrees({ ...tree, 'b/main.tf': at('https://one') }, { 'b/main.tf': undefined })
  expect(one.deletedStacks).toEqual([])
})

test('a variant that goes while others keep its state: what only it described is named', async () => {
  const tree: Tree = {
    'app/main.tf': backend('app'),
    'app/env/dev.tfvars': '',
    'app/env/prod.tfvars': 'a = 1',
  }
  const found = await changesOfTrees(tree, { 'app/env/prod.tfvars': undefined })
  expect(found.deletedStacks).toEqual([])
  expect(found.notices.map(({ message }) => message)).toEqual([
    'app@prod is gone, but app@dev has the same state: it is not reported as deleted. The state may hold what only app/env/prod.tfvars described',
  ])
  expect(found.notices[0]?.help).toContain('app@dev')
})
