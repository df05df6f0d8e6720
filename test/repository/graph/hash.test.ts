import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { closureOf } from '../../../src/repository/graph/closure.ts'
import { fileNodes } from '../../../src/repository/graph/file-nodes.ts'
import { inputsHasher } from '../../../src/repository/graph/hash.ts'
import type { InputNode, NodeId } from '../../../src/repository/graph/node.ts'
import { snapshotOf, type Content, type Tree } from '../support/memory-snapshot.ts'

const hashOf = (tree: Tree, nodes: Readonly<Record<NodeId, InputNode>>, ids = Object.keys(nodes)): string =>
  inputsHasher(snapshotOf(tree), (id) => nodes[id])(ids)

describe('the hash of inputs', () => {
  const paths = ['a', 'a/b', 'a\n', 'ab', 'b', 'ö', '"']
  const content: fc.Arbitrary<Content> = fc.oneof(
    fc.constantFrom('x', 'y', ''),
    fc.constantFrom('x', 'y').map((executable) => ({ executable })),
    fc.constantFrom('x', 'y').map((link) => ({ link })),
    fc.constantFrom('x', 'y').map((submodule) => ({ submodule })),
  )
  const tree = fc.dictionary(fc.constantFrom(...paths), content, { noNullPrototype: true })
  const nodes = fc.dictionary(
    fc.constantFrom('n1', 'n2', 'n3'),
    fc.record(
      {
        files: fc.uniqueArray(fc.constantFrom(...paths)),
        edges: fc.constant([]),
        data: fc.constantFrom('1', '2'),
      },
      { requiredKeys: ['files', 'edges'] },
    ),
    { noNullPrototype: true },
  )

  test('is equal exactly if the set of files and the data are', () => {
    const setOf = (files: Tree, of: Readonly<Record<string, InputNode>>): string => {
      const held = new Set(Object.values(of).flatMap((node) => node.files))
      const kept = [...held]
        .sort()
        .flatMap((path) => (files[path] === undefined ? [] : [[path, files[path]]]))
      const data = Object.entries(of).flatMap(([id, node]) =>
        node.data === undefined ? [] : [[id, node.data]],
      )
      return JSON.stringify([kept, data.sort()])
    }
    fc.assert(
      fc.property(tree, nodes, tree, nodes, (tree1, nodes1, tree2, nodes2) => {
        const equal = setOf(tree1, nodes1) === setOf(tree2, nodes2)
        expect(hashOf(tree1, nodes1) === hashOf(tree2, nodes2)).toBe(equal)
        // The same files in one node, each once, in another order.
        const all = [...new Set(Object.values(nodes1).flatMap(({ files }) => files))]
        const data = Object.fromEntries(
          Object.entries(nodes1).map(([id, node]) => [id, { ...node, files: [] }]),
        )
        const merged = { ...data, one: { files: all.toReversed(), edges: [] } }
        expect(hashOf(tree1, merged, Object.keys(merged).toReversed())).toBe(hashOf(tree1, nodes1))
      }),
    )
  })

  test('is the one that was promised: it must not change without its version', () => {
    const one = { n: { files: ['b', 'a'], edges: [], data: '{}' } }
    expect(hashOf({ a: 'x', b: { executable: 'y' }, c: 'z' }, one)).toMatchInlineSnapshot(
      `"f7db189a02ca57e7625ffff30e22870b468ab7dd786776c4e682807b1ece2b61"`,
    )
  })

  test('names and contents cannot be taken for each other', () => {
    const of = (files: Tree) => hashOf(files, { n: { files: Object.keys(files), edges: [] } })
    expect(of({ 'a\0file': 'x' })).not.toBe(of({ a: 'x' }))
    expect(of({ a: { link: 'x' } })).not.toBe(of({ a: 'x' }))
    expect(of({ a: { executable: 'x' } })).not.toBe(of({ a: 'x' }))
  })
})

describe('closures', () => {
  test('end in circles, take the shortest way, leave out what is not there', () => {
    const edges = (...to: string[]): InputNode => ({
      files: [],
      edges: to.map((each) => ({ to: each, kind: 'module' })),
    })
    const graph: Record<string, InputNode> = {
      a: edges('b', 'c', 'gone'),
      b: edges('c', 'd'),
      c: edges('d', 'a'),
      d: edges('d'),
    }
    const found = closureOf('a', (id) => graph[id])
    expect([...found].map(([id, { from, depth }]) => [id, from, depth])).toEqual([
      ['a', undefined, 0],
      ['b', 'a', 1],
      ['c', 'a', 1],
      ['d', 'b', 2],
    ])
    expect(closureOf('gone', (id) => graph[id]).size).toBe(0)
  })

  test('a chain of 100,000 nodes', () => {
    const chain = (id: string): InputNode => ({
      files: [],
      edges: [{ to: `${Number(id) + 1}`, kind: 'module' }],
    })
    expect(closureOf('0', (id) => (Number(id) < 100_000 ? chain(id) : undefined)).size).toBe(100_000)
  })
})

describe('plain files', () => {
  const tree: Tree = {
    'd/x': '',
    'd/e/y': '',
    'd/link': { link: '../other/z' },
    'd/up': { link: '..' },
    'other/z': { link: 'w' },
    'other/w': '',
  }
  const read = fileNodes(snapshotOf(tree))

  test('a folder is all below it, with what its links lead to', () => {
    expect(read('folder:d')).toEqual({
      files: ['d/e/y', 'd/link', 'd/up', 'd/x'],
      edges: [
        { to: 'file:other/z', kind: 'link' },
        { to: 'file:other/w', kind: 'link' },
      ],
    })
    expect([...closureOf('folder:d', read).keys()]).toEqual(['folder:d', 'file:other/z', 'file:other/w'])
  })

  test('what is not there is no node', () => {
    expect(read('file:none')).toBeUndefined()
    expect(read('file:d')).toBeUndefined()
    expect(read('folder:d/x')).toBeUndefined()
    expect(read('stack:x')).toBeUndefined()
  })
})
