import { expect, test } from '@jest/globals'
import { inWorkspace } from '../../src/pipeline/job-workspace.ts'
import { judgedStack } from './changes-samples.ts'

const variant = (name: string, base: string) => {
  const judged = judgedStack(`${name}@${base}`)
  return { ...judged, item: { ...judged.item, path: name, varFiles: [`${name}/env/${base}.tfvars`] } }
}
const [dev, prod] = [variant('infra/a', 'dev'), variant('infra/a', 'prod')]
const plain = judgedStack('infra/b')
const all = [dev, prod, plain].map(({ item }) => item)

test('values of another variant are not planned in the workspace of the job', () => {
  const found = inWorkspace([dev, prod, plain], all, 'prod')
  expect(found.stacks.map(({ item }) => item.name)).toEqual(['infra/a@prod', 'infra/b'])
  expect(found.others).toEqual(['infra/a@dev'])
  expect(inWorkspace([dev, plain], all, 'prod').stacks.map(({ item }) => item.name)).toEqual(['infra/b'])
})

test('without a workspace, or in the default one, all are', () => {
  for (const workspace of [undefined, '', 'default'])
    expect(inWorkspace([dev, prod, plain], all, workspace)).toEqual({
      stacks: [dev, prod, plain],
      others: [],
    })
})

test('a workspace that none of the variants belongs to is an error, not a plan with the wrong values', () => {
  expect(() => inWorkspace([dev], all, 'staging')).toThrow(
    'infra/a has the variants infra/a@dev, infra/a@prod, and none of them is of the workspace staging',
  )
  expect(inWorkspace([plain], all, 'staging').stacks).toEqual([plain])
})

test('a stack that names its workspace keeps it', () => {
  const own = { ...dev, item: { ...dev.item, workspace: 'dev' } }
  expect(inWorkspace([own], [own.item], 'prod').stacks).toEqual([own])
})
