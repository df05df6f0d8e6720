import { expect, test } from '@jest/globals'
import { distinctEdges, edge } from '../../../src/repository/graph/edges.ts'

test('each edge once, and the certain one of two', () => {
  const edges = [
    edge('file:a', 'path', true),
    edge('file:a', 'values', false),
    edge('file:a', 'path', false),
    edge('file:b', 'path', true),
    edge('file:b', 'values', true),
  ]
  expect(distinctEdges(edges, [])).toEqual([
    { to: 'file:a', kind: 'values' },
    { to: 'file:b', kind: 'path', dynamic: true },
  ])
})

test('those that are certain come first: of two ways of one length the first counts', () => {
  const edges = [edge('folder:wide', 'path', true), edge('module:m', 'module', false)]
  expect(distinctEdges(edges, []).map(({ to }) => to)).toEqual(['module:m', 'folder:wide'])
})

test('none to a file that the node holds itself', () => {
  const edges = [edge('file:own', 'values', false), edge('folder:own', 'path', false)]
  expect(distinctEdges(edges, ['own']).map(({ to }) => to)).toEqual(['folder:own'])
})
