import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Stack } from '../../src/repository/items.ts'
import { wavesOf } from '../../src/repository/waves.ts'
import { backend, changesOfTrees, stackConfig } from './support/changes-of-trees.ts'
import type { Tree } from './support/memory-snapshot.ts'

const stack = (name: string): Stack => ({
  key: name,
  id: name,
  name,
  path: name,
  varFiles: [],
  backendConfig: [],
  dependsOn: [],
  previousNames: [],
  node: `stack:${name}`,
})

/** `edges` name for each stack what it needs. */
function waves(changed: readonly string[], edges: Readonly<Record<string, readonly string[]>>) {
  const all = new Map(
    [...changed, ...Object.keys(edges), ...Object.values(edges).flat()].map((name) => [name, stack(name)]),
  )
  const needs = ({ name }: Stack) => (edges[name] ?? []).flatMap((each) => all.get(each) ?? [])
  const { of, notices } = wavesOf(
    changed.flatMap((name) => all.get(name) ?? []),
    needs,
  )
  return {
    of: Object.fromEntries(
      [...of].map(([node, { wave, upstream }]) => [node.slice('stack:'.length), [wave, ...upstream]]),
    ),
    notices: notices.map(({ message }) => message),
  }
}

describe('waves', () => {
  test('each after what it needs, also behind stacks that are not touched', () => {
    const edges = { app: ['cluster'], cluster: ['middle'], middle: ['network'], dns: ['network'] }
    expect(waves(['app', 'cluster', 'network', 'dns', 'alone'], edges).of).toEqual({
      network: [1],
      cluster: [2, 'network'],
      app: [3, 'cluster'],
      dns: [2, 'network'],
      alone: [1],
    })
    expect(waves(['app', 'network'], edges).of).toEqual({ network: [1], app: [2, 'network'] })
    expect(waves(['app'], edges).of).toEqual({ app: [1] })
  })

  test('a circle is told, and is one wave; what needs it comes after', () => {
    const result = waves(['a', 'b', 'c', 'd'], { a: ['b'], b: ['a', 'd'], c: ['a'] })
    expect(result.of).toEqual({ d: [1], a: [2, 'd'], b: [2, 'd'], c: [3, 'a', 'b'] })
    expect(result.notices).toEqual(['these stacks need each other, so that no order is right: a, b'])
    expect(waves(['c'], { a: ['b'], b: ['a'], c: ['a'] }).notices).toEqual([])
  })

  test('a chain of 20,000 stacks', () => {
    const names = Array.from({ length: 20_000 }, (_, index) => `s${index}`)
    const edges = Object.fromEntries(names.slice(1).map((name, index) => [name, [`s${index}`]]))
    expect(waves(names.toReversed(), edges).of['s19999']).toEqual([20_000, 's19998'])
  })

  test('for any graph: what has to go before is in an earlier wave, and no wave is empty', () => {
    const node = fc.nat({ max: 8 }).map(String)
    fc.assert(
      fc.property(
        fc.uniqueArray(node, { minLength: 1 }),
        fc.array(fc.tuple(node, node)),
        (changed, pairs) => {
          const edges: Record<string, string[]> = {}
          for (const [from, to] of pairs) (edges[from] ??= []).push(to)
          const { of } = waves(changed, edges)
          expect(Object.keys(of).sort()).toEqual([...changed].sort())
          const reach = (from: string): Set<string> => {
            const seen = new Set(edges[from] ?? [])
            for (const each of seen) for (const next of edges[each] ?? []) seen.add(next)
            return seen
          }
          for (const [name, [wave, ...upstream]] of Object.entries(of)) {
            for (const other of changed) {
              const needed = reach(name).has(other)
              const circle = needed && reach(other).has(name)
              if (needed && !circle) expect(of[other]?.[0]).toBeLessThan(Number(wave))
              if (circle) expect(of[other]?.[0]).toBe(wave)
            }
            for (const other of upstream) expect(of[String(other)]?.[0]).toBeLessThan(Number(wave))
          }
          const used = new Set(Object.values(of).map(([wave]) => wave))
          expect([...used].sort()).toEqual(Array.from(used, (_, index) => index + 1))
        },
      ),
    )
  })
})

describe('what stacks need', () => {
  const reads = (settings: string, more = ''): string =>
    `data "terraform_remote_state" "x" {\n  backend = "s3"\n${more}  config = {\n${settings}\n  }\n}\n`
  const network = '    bucket = "state"\n    key    = "network"'

  test('a remote state that is read: a change there touches who reads it, and goes first', async () => {
    const tree: Tree = {
      'live/network/main.tf': backend('network'),
      'live/cluster/main.tf': backend('cluster') + reads(network),
      'live/app/main.tf':
        backend('app') + reads('    bucket = "state"\n    key = "cluster"\n    region = "eu-west-1"'),
      'live/other/main.tf': backend('other') + reads('    bucket = "state"\n    key = "elsewhere"'),
    }
    const changes = await changesOfTrees(tree, { 'live/network/main.tf': backend('network') + '# new' })
    expect(
      changes.stacks.map(({ item, wave, upstream, status }) => [item.name, wave, upstream, status]),
    ).toEqual([
      ['live/network', 1, [], 'changed'],
      ['live/cluster', 2, ['live/network'], 'affected'],
      ['live/app', 3, ['live/cluster'], 'affected'],
    ])
    expect(changes.stacks[2]?.reasons[0]).toMatchObject({
      text: 'live/network/main.tf → live/network → live/cluster → live/app',
      kinds: ['files', 'remote state', 'remote state'],
    })
  })

  test('a remote state that a called module reads, and one of a workspace', async () => {
    const config = {
      stacks: ['network', 'app'].map((name) => stackConfig(`live/${name}`, { workspaces: ['dev', 'prod'] })),
    }
    const tree: Tree = {
      'live/network/main.tf': backend('network'),
      'live/app/main.tf': backend('app') + 'module "m" {\n  source = "../../m"\n}\n',
      'live/any/main.tf': backend('any') + reads(network, '  workspace = var.which\n'),
      'live/prod/main.tf': backend('prod') + reads(network, '  workspace = "prod"\n'),
      'm/main.tf': reads(network, '  workspace = terraform.workspace\n'),
    }
    const touched = { ...tree, 'live/network/main.tf': backend('network') + '# new' }
    const changes = await changesOfTrees(tree, touched, config)
    expect(changes.stacks.map(({ item, upstream }) => [item.name, upstream])).toEqual([
      ['live/network@dev', []],
      ['live/network@prod', []],
      ['live/any', ['live/network@dev', 'live/network@prod']],
      ['live/app@dev', ['live/network@dev']],
      ['live/app@prod', ['live/network@prod']],
      ['live/prod', ['live/network@prod']],
    ])
    expect(changes.stacks[2]?.reasons[0]?.dynamic).toBe(true)
    expect(changes.stacks[5]?.reasons[0]?.dynamic).toBe(false)
  })

  test('a local state that is read from the folder that is planned', async () => {
    const tree: Tree = {
      'live/a/main.tf': 'terraform {\n  backend "local" {}\n}\n',
      'live/b/main.tf':
        backend('b') +
        'data "terraform_remote_state" "a" {\n  backend = "local"\n  config = {\n    path = "${path.module}/../a/terraform.tfstate"\n  }\n}\n' +
        'data "terraform_remote_state" "c" {\n  backend = "local"\n  config = {\n    path = "../a/terraform.tfstate"\n  }\n}\n',
    }
    const changes = await changesOfTrees(tree, { 'live/a/x.txt': 'new' })
    expect(changes.stacks.map(({ item }) => item.name)).toEqual(['live/a', 'live/b'])
  })

  test('depends-on gives the order, and touches nobody', async () => {
    const tree: Tree = { 'live/a/main.tf': backend('a'), 'live/b/main.tf': backend('b') }
    const config = { stacks: [stackConfig('live/a', { dependsOn: ['live/b', 'live/none'], line: 4 })] }
    const both = { 'live/a/x': '', 'live/b/x': '' }
    const changes = await changesOfTrees(tree, both, config)
    expect(changes.stacks.map(({ item, wave, upstream }) => [item.name, wave, upstream])).toEqual([
      ['live/b', 1, []],
      ['live/a', 2, ['live/b']],
    ])
    expect(changes.notices.map(({ message }) => message)).toEqual([
      'live/a depends on live/none, but there is no stack of that name',
    ])
    expect(
      (await changesOfTrees(tree, { 'live/b/x': '' }, config)).stacks.map(({ item }) => item.name),
    ).toEqual(['live/b'])
  })

  test('depends-on with a path means the variant of the same name, where there is one', async () => {
    const tree: Tree = Object.fromEntries(
      ['net', 'app'].flatMap((name) => [
        [`${name}/main.tf`, 'terraform {\n  backend "s3" {}\n}\n'],
        [`${name}/env/dev.tfvars`, ''],
        [`${name}/env/prod.tfvars`, ''],
      ]),
    )
    const config = { stacks: [stackConfig('app', { dependsOn: ['net'] })] }
    const changes = await changesOfTrees(tree, { 'net/x': '', 'app/x': '' }, config)
    expect(changes.stacks.map(({ item, upstream }) => [item.name, upstream])).toEqual([
      ['net@dev', []],
      ['net@prod', []],
      ['app@dev', ['net@dev']],
      ['app@prod', ['net@prod']],
    ])
  })
})
