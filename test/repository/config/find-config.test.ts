import { describe, expect, test } from '@jest/globals'
import { UserError } from '../../../src/core/errors.ts'
import { EMPTY_CONFIG } from '../../../src/repository/config/config.ts'
import { toUserError, type ConfigFault } from '../../../src/repository/config/fault.ts'
import { findConfig } from '../../../src/repository/config/find-config.ts'
import { snapshotOf } from '../support/memory-snapshot.ts'

const HEAD = { missing: 'error' } as const
const RIGHT = 'stacks: [{path: a}]\n'

describe('findConfig', () => {
  test.each(['.github/gitops.yml', '.github/gitops.yaml'])('%s is found by itself', async (path) => {
    const snapshot = snapshotOf({ [path]: RIGHT })
    expect(await findConfig(snapshot, HEAD)).toMatchObject({
      file: path,
      config: { stacks: [{ path: 'a' }] },
      faults: [],
    })
  })

  test('none is an empty configuration', async () => {
    const snapshot = snapshotOf({ 'gitops.yml': RIGHT })
    expect(await findConfig(snapshot, { ...HEAD, given: '' })).toEqual({ config: EMPTY_CONFIG, faults: [] })
  })

  test('both are a fault, and neither is used', async () => {
    const snapshot = snapshotOf({ '.github/gitops.yml': RIGHT, '.github/gitops.yaml': RIGHT })
    const { config, faults } = await findConfig(snapshot, HEAD)
    expect(config).toBe(EMPTY_CONFIG)
    expect(faults).toEqual([
      {
        file: '.github/gitops.yaml',
        line: 1,
        column: 1,
        message: '.github/gitops.yml is there too: only one of the two can be the configuration',
      },
    ])
  })

  test('a given file is the only one that counts', async () => {
    const snapshot = snapshotOf({ 'ci/pipeline.yml': RIGHT, '.github/gitops.yml': 'broken: [' })
    const found = await findConfig(snapshot, { ...HEAD, given: 'ci/pipeline.yml' })
    expect(found).toMatchObject({ file: 'ci/pipeline.yml', faults: [] })
  })

  test('a given file that is missing is an error at head, and nothing at base', async () => {
    const snapshot = snapshotOf({ '.github/gitops.yml': RIGHT })
    const error = await findConfig(snapshot, { given: 'no.yml', missing: 'error' }).catch(
      (thrown: unknown) => thrown,
    )
    expect(error).toBeInstanceOf(UserError)
    expect(error).toMatchObject({ message: 'there is no file no.yml', where: 'input config' })
    expect(await findConfig(snapshot, { given: 'no.yml', missing: 'empty' })).toEqual({
      config: EMPTY_CONFIG,
      faults: [],
    })
  })

  test('a link is followed, and named as the file', async () => {
    const snapshot = snapshotOf({
      'shared/gitops.yml': 'x: 1\n',
      '.github/gitops.yml': { link: '../shared/gitops.yml' },
    })
    const { faults } = await findConfig(snapshot, HEAD)
    expect(faults).toMatchObject([{ file: '.github/gitops.yml', line: 1, column: 1 }])
  })

  test.each([
    ['../nothing', 'it is a link to nothing'],
    ['../../outside', 'it is a link that leads out of the repository'],
    ['gitops.yml', 'it is a link that leads back to itself'],
    ['../folder', 'it is a folder'],
  ])('a link to %s is a fault', async (link, why) => {
    const snapshot = snapshotOf({ 'folder/x': '', '.github/gitops.yml': { link } })
    const { config, faults } = await findConfig(snapshot, HEAD)
    expect(config).toBe(EMPTY_CONFIG)
    expect(faults).toMatchObject([{ message: `the configuration cannot be read: ${why}` }])
  })

  test('a link to a file that was not read is a fault too', async () => {
    const snapshot = snapshotOf({ 'x.bin': { binary: 'x' }, '.github/gitops.yml': { link: '../x.bin' } })
    const { faults } = await findConfig(snapshot, HEAD)
    expect(faults).toMatchObject([
      {
        message: 'the configuration cannot be read: what it links to is not UTF-8 text, or larger than 1 MiB',
      },
    ])
  })

  test('a file without text is a fault, never an empty configuration', async () => {
    const snapshot = snapshotOf({ '.github/gitops.yml': { binary: 'x' } })
    const { faults } = await findConfig(snapshot, HEAD)
    expect(faults).toMatchObject([
      { message: 'the configuration cannot be read: it is not UTF-8 text, or larger than 1 MiB' },
    ])
  })
})

describe('toUserError', () => {
  const fault = (line: number, help?: string): ConfigFault => ({
    file: 'f.yml',
    line,
    column: 2,
    message: `wrong ${line}`,
    ...(help === undefined ? {} : { help }),
  })

  test('one fault is the message', () => {
    expect(toUserError([fault(3, 'Do this.')])).toMatchObject({
      message: 'f.yml:3:2: wrong 3',
      help: 'Do this.',
      where: 'f.yml:3:2',
      causeClass: 'config',
    })
  })

  test('several are all named', () => {
    const error = toUserError([fault(3), fault(5, 'Do this.')])
    expect(error.message).toBe('2 faults in f.yml:\n- f.yml:3:2: wrong 3\n- f.yml:5:2: wrong 5 (Do this.)')
  })

  test('of very many, the first are', () => {
    const { message } = toUserError(Array.from({ length: 70 }, (_, index) => fault(index)))
    expect(message.split('\n')).toHaveLength(52)
    expect(message).toMatch(/^70 faults in f\.yml:\n[^]*\n- and 20 more$/)
  })
})
