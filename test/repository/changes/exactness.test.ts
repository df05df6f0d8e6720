import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { changesOf } from '../../../src/repository/changes.ts'
import type { RepositoryModel } from '../../../src/repository/model.ts'
import { factsCache } from '../../../src/repository/modules/parsed-module.ts'
import { edit, expectedInputs, repository, treeOf } from '../support/abstract-repository.ts'
import { modelOfTree } from '../support/changes-of-trees.ts'

const equal = (a: ReadonlyMap<string, string> | undefined, b: ReadonlyMap<string, string>): boolean =>
  a !== undefined && a.size === b.size && [...b].every(([path, content]) => a.get(path) === content)

test('a stack is reported exactly if a byte of its inputs changed', async () => {
  const seen = { reported: 0, untouched: 0, deleted: 0, moved: 0 }
  await fc.assert(
    fc.asyncProperty(repository, fc.array(edit, { minLength: 1, maxLength: 3 }), async (before, edits) => {
      const after = edits.reduce((at, apply) => apply(at), before)
      const facts = factsCache()
      const base = await modelOfTree(treeOf(before), {}, facts)
      const head = await modelOfTree(treeOf(after), {}, facts)
      const changes = changesOf(base, head)

      const then = expectedInputs(before)
      const now = expectedInputs(after)
      expect(head.stacks.map(({ name }) => name)).toEqual([...now.keys()].sort())
      const touched = [...now]
        .filter(([name, inputs]) => !equal(then.get(name), inputs))
        .map(([name]) => name)
      expect(changes.stacks.map(({ item }) => item.name).sort()).toEqual(touched.sort())

      // Every listed cause is a file that changed, and one of the inputs of one side.
      for (const { item, reasons } of changes.stacks) {
        for (const { file } of reasons) {
          if (file === '') continue
          expect(
            then.get(item.name)?.has(file) === true ||
              now.get(item.name)?.has(file) === true ||
              isMove(changes, item.name),
          ).toBe(true)
          expect(base.snapshot.entry(file)).not.toEqual(head.snapshot.entry(file))
        }
      }

      // The folder is gone, and its state with it.
      const alive = new Set(
        after.modules.flatMap((module, index) => (module?.isStack === true ? [index] : [])),
      )
      const gone = before.modules.flatMap((module, index) =>
        module?.isStack === true && !alive.has(index) ? [module.path] : [],
      )
      const deleted = [...new Set(changes.deletedStacks.map(({ item }) => item.path))]
      expect(deleted.sort()).toEqual(gone.sort())

      const hashes = new Map(base.stacks.map(({ name, node }) => [name, itemInputsHash(base, node)]))
      for (const { name, node, varFiles } of head.stacks) {
        const same = base.stacks.find((stack) => stack.name === name)
        if (same === undefined || same.varFiles.join() !== varFiles.join()) continue
        expect(itemInputsHash(head, node) === hashes.get(name)).toBe(
          equal(then.get(name), now.get(name) ?? new Map()),
        )
      }
      seen.reported += touched.length
      seen.untouched += now.size - touched.length
      seen.deleted += deleted.length
      seen.moved += changes.stacks.filter(({ status }) => status === 'moved').length
    }),
    { numRuns: 400 },
  )
  // The property must have met each case: else it proves nothing.
  expect(Object.entries(seen).filter(([, count]) => count < 20)).toEqual([])
})

const itemInputsHash = ({ hashOf }: RepositoryModel, node: string): string => hashOf(node)

const isMove = (changes: ReturnType<typeof changesOf>, name: string): boolean =>
  changes.stacks.some(({ item, status }) => item.name === name && status === 'moved')
