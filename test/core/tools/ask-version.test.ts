import { expect, test } from '@jest/globals'
import { UserError } from '../../../src/core/errors.ts'
import { askVersion } from '../../../src/core/tools/ask-version.ts'
import { fakeTool } from './setup.ts'

const tool = fakeTool({ '1.9.8': {} })
const ask = (thrown: Error) => askVersion(tool, '/bin/tool', { exec: () => Promise.reject(thrown), env: {} })

test('a program that cannot be started is another one that does not fit', async () => {
  expect(await ask(new UserError('no such program'))).toEqual({
    ok: false,
    detail: 'cannot be started: no such program',
  })
})

test('asked to stop: no other one is looked for, and none is fetched', async () => {
  const stopped = new UserError('tool was not started: we were asked to stop', { causeClass: 'cancelled' })
  await expect(ask(stopped)).rejects.toBe(stopped)
})
