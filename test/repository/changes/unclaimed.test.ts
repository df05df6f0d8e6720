import { describe, expect, test } from '@jest/globals'
import { backend, call, changesOfTrees, modelOfTree } from '../support/changes-of-trees.ts'
import type { Tree } from '../support/memory-snapshot.ts'

const messages = (changes: Awaited<ReturnType<typeof changesOfTrees>>): string[] =>
  changes.notices.map(({ message }) => message)

describe('the first lock file of a repository', () => {
  const base: Tree = { 'infra/a/main.tf': '', 'infra/b/main.tf': '', 'infra/c/main.tf': '' }
  const lock = { 'infra/a/.terraform.lock.hcl': '#' }

  test.each<[string, Tree]>([
    ['a lock file', lock],
    ['a backend', { 'infra/a/main.tf': backend('a') }],
  ])('%s does not delete the others', async (_, edit) => {
    const changes = await changesOfTrees(base, edit)
    expect(changes.deletedStacks).toEqual([])
    expect(changes.stacks.map(({ item }) => item.name)).toEqual(['infra/a'])
    expect(changes.found.stacks).toBe(3)
    expect(messages(changes)).toEqual([
      'infra/b, infra/c will be no stack any more: other folders have a backend block or a lock file now, and it has neither',
    ])
  })

  test('what changes with it is still planned', async () => {
    const changes = await changesOfTrees(base, { ...lock, 'infra/b/main.tf': '# new' })
    expect(changes.stacks.map(({ item, status }) => [item.name, status])).toEqual([
      ['infra/a', 'changed'],
      ['infra/b', 'changed'],
    ])
  })

  test('a folder that goes with it is deleted; one that is called now is a module', async () => {
    const changes = await changesOfTrees(base, {
      ...lock,
      'infra/b/main.tf': undefined,
      'infra/a/main.tf': call('"../c"'),
    })
    expect(changes.deletedStacks.map(({ item }) => item.name)).toEqual(['infra/b', 'infra/c'])
  })

  test('after it, a change in the others is named', async () => {
    const changes = await changesOfTrees({ ...base, ...lock }, { 'infra/b/main.tf': '# new' })
    expect(changes.stacks).toEqual([])
    expect(messages(changes)).toEqual(['changed, but planned by nobody: infra/b'])
  })
})

test('folders that nobody plans are named when something in them changes, and only then', async () => {
  const tree: Tree = {
    'infra/a/main.tf': backend('a'),
    'scratch/main.tf': '',
    'scratch/files/x.json': '{}',
    'other/main.tf': '',
    'docs/x.txt': '',
  }
  const told = async (path: string) => messages(await changesOfTrees(tree, { [path]: '# new' }))
  const named = ['changed, but planned by nobody: scratch']
  expect(await told('scratch/main.tf')).toEqual(named)
  expect(await told('scratch/files/x.json')).toEqual(named)
  expect(await told('scratch/prod.tfvars')).toEqual(named)
  expect(await told('scratch/README.md')).toEqual([])
  expect(await told('docs/x.txt')).toEqual([])
  expect(await told('infra/a/main.tf')).toEqual([])
})

test('what is an input of a stack after all is not named', async () => {
  const tree: Tree = {
    'infra/a/main.tf': backend('a') + 'locals {\n  x = file("../../scratch/x.json")\n}\n',
    'scratch/main.tf': '',
    'scratch/x.json': '',
  }
  const changes = await changesOfTrees(tree, { 'scratch/x.json': 'new' })
  expect(changes.stacks.map(({ item }) => item.name)).toEqual(['infra/a'])
  expect(changes.notices).toEqual([])
})

test('a stack below .github is a stack; what is below .git is none', async () => {
  const { stacks } = await modelOfTree({
    '.github/terraform/main.tf': backend('github'),
    '.git/x/main.tf': backend('no'),
    'infra/a/main.tf': backend('a'),
  })
  expect(stacks.map(({ name }) => name)).toEqual(['.github/terraform', 'infra/a'])
})
