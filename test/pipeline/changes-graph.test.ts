import { describe, expect, test } from '@jest/globals'
import { drawing, DRAWN_NODES } from '../../src/pipeline/changes-drawing.ts'
import { changeGraph } from '../../src/pipeline/changes-graph.ts'
import type { Changes } from '../../src/repository/items.ts'
import type { Graph } from '../../src/report/section.ts'
import { changes, judgedApplication, judgedChart, judgedStack, reason } from './changes-samples.ts'

const vpc = changes({
  stacks: [
    judgedStack('infra/network', {
      status: 'affected',
      reasons: [
        reason('modules/vpc/main.tf', ['modules/vpc', 'infra/network'], { kinds: ['files', 'module'] }),
      ],
    }),
    judgedStack('infra/app', {
      status: 'affected',
      wave: 2,
      upstream: ['infra/network'],
      reasons: [
        reason('modules/vpc/main.tf', ['modules/vpc', 'infra/network', 'infra/app'], {
          kinds: ['files', 'module', 'remote state'],
        }),
      ],
    }),
  ],
})

describe('the graph of a change', () => {
  test('is the reasons laid over each other; a stack on the way is the stack itself', () => {
    expect(changeGraph(vpc)).toEqual({
      version: 1,
      nodes: [
        { id: 'file:modules/vpc/main.tf', kind: 'file', name: 'modules/vpc/main.tf', change: 'modified' },
        { id: 'input:modules/vpc', kind: 'input', name: 'modules/vpc' },
        { id: 'stack:infra/app', kind: 'stack', name: 'infra/app', status: 'affected', wave: 2 },
        { id: 'stack:infra/network', kind: 'stack', name: 'infra/network', status: 'affected', wave: 1 },
      ],
      edges: [
        { from: 'file:modules/vpc/main.tf', to: 'input:modules/vpc', kind: 'files', dynamic: false },
        { from: 'input:modules/vpc', to: 'stack:infra/network', kind: 'module', dynamic: false },
        { from: 'stack:infra/network', to: 'stack:infra/app', kind: 'before', dynamic: false },
        { from: 'stack:infra/network', to: 'stack:infra/app', kind: 'remote state', dynamic: false },
      ],
    })
  })

  test('is the same whatever the order of the items', () => {
    const turned: Changes = { ...vpc, stacks: [...vpc.stacks].reverse() }
    expect(changeGraph(turned)).toEqual(changeGraph(vpc))
  })

  test('an edge that one reason knows for certain is certain', () => {
    const [one, other] = vpc.stacks
    const dynamic = reason('modules/vpc/main.tf', ['modules/vpc', 'infra/app'], {
      kinds: ['files', 'module'],
      dynamic: true,
    })
    if (one === undefined || other === undefined) throw new Error('two stacks are wanted')
    const graph = changeGraph({ ...vpc, stacks: [one, { ...other, reasons: [dynamic] }] })
    expect(graph.edges.filter((edge) => edge.dynamic).map(({ from, to }) => [from, to])).toEqual([
      ['input:modules/vpc', 'stack:infra/app'],
    ])
  })

  test('everything counts as changed: items without a file stand alone', () => {
    const all = changes({
      stacks: [judgedStack('a', { reasons: [reason('', ['a'], { change: 'none', kinds: [] })] })],
    })
    expect(changeGraph(all)).toMatchObject({ nodes: [{ id: 'stack:a' }], edges: [] })
    expect(drawing(changeGraph(all))).toBeUndefined()
  })

  test('charts, applications and what is gone are in it', () => {
    const graph = changeGraph(
      changes({
        charts: [judgedChart('helm/shop')],
        applications: [
          judgedApplication('shop', {
            reasons: [reason('helm/shop/values.yaml', ['helm/shop', 'shop'], { kinds: ['files', 'chart'] })],
          }),
        ],
        deletedStacks: [judgedStack('infra/gone', { status: 'deleted' })],
      }),
    )
    expect(graph.nodes.map(({ id }) => id)).toEqual([
      'application:apps/shop.yaml#argocd/shop',
      'chart:helm/shop',
      'file:helm/shop/values.yaml',
      'file:infra/gone/main.tf',
      'stack:infra/gone',
    ])
    expect(graph.edges).toContainEqual({
      from: 'chart:helm/shop',
      to: 'application:apps/shop.yaml#argocd/shop',
      kind: 'chart',
      dynamic: false,
    })
  })
})

describe('the drawing', () => {
  const labels = (graph: Graph | undefined): string[] => (graph?.nodes ?? []).map(({ label }) => label)

  test('has what leads to what, not the order of applying', () => {
    const graph = drawing(changeGraph(vpc))
    expect(labels(graph).sort()).toEqual(['infra/app', 'infra/network', 'modules/vpc', 'modules/vpc/main.tf'])
    expect(graph?.edges.map(({ label }) => label)).toEqual([undefined, 'module', 'remote state'])
  })

  test('takes files together that lead to the same', () => {
    const files = Array.from({ length: 5000 }, (_, index) =>
      reason(`modules/vpc/sub/f${index}.tf`, ['modules/vpc', 'a'], { kinds: ['files', 'module'] }),
    )
    const graph = drawing(changeGraph(changes({ stacks: [judgedStack('a', { reasons: files })] })))
    expect(labels(graph).sort()).toEqual(['5000 files in modules/vpc/sub', 'a', 'modules/vpc'])
  })

  test('of too much, shows what leads to most, says how much more there is, and no item without its reason', () => {
    const stacks = Array.from({ length: 500 }, (_, index) =>
      judgedStack(`infra/s${index}`, {
        status: 'affected',
        reasons: [
          reason(`modules/m${index % 10}/main.tf`, [`modules/m${index % 10}`, `infra/s${index}`], {
            kinds: ['files', 'module'],
          }),
        ],
      }),
    )
    const graph = drawing(changeGraph(changes({ stacks })))
    expect(graph?.nodes).toHaveLength(DRAWN_NODES)
    expect(labels(graph)).toContain(`… and ${500 + 10 + 10 - DRAWN_NODES + 1} more`)
    for (let index = 0; index < 10; index++) expect(labels(graph)).toContain(`modules/m${index}`)
    const reached = new Set(graph?.edges.map(({ to }) => to))
    const items = (graph?.nodes ?? []).filter(({ look }) => look === 'affected')
    expect(items.length).toBeGreaterThan(30)
    expect(items.filter(({ id }) => !reached.has(id))).toEqual([])
  })

  test('what is not certain is dashed', () => {
    const dynamic = judgedStack('a', {
      reasons: [reason('x/y.json', ['x', 'a'], { kinds: ['files', 'file function'], dynamic: true })],
    })
    expect(
      drawing(changeGraph(changes({ stacks: [dynamic] })))?.edges.every(({ dashed }) => dashed === true),
    ).toBe(true)
  })
})
