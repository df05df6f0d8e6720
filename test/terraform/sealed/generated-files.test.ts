import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { generatedFiles, withGenerated } from '../../../src/terraform/sealed/generated-files.ts'
import { MOST_FILES } from '../../../src/terraform/sealed/payload.ts'
import { restoreFiles } from '../../../src/terraform/sealed/restore.ts'
import type { SealedFile } from '../../../src/terraform/sealed/sealed-plan.ts'

let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'generated-'))
  await mkdir(join(root, 'a'))
})
afterEach(() => rm(root, { recursive: true, force: true }))

const file = (path: string, text: string, executable = false): SealedFile => ({
  ...{ path, executable },
  content: Buffer.from(text),
})
const write = (path: string, text: string, mode = 0o644): Promise<void> =>
  writeFile(join(root, path), text, { mode })

test('files as they are; what is gone meanwhile is left out; what cannot be sealed says why', async () => {
  await write('a/x.tfvars', 'x = 1')
  await write('a/run.sh', 'run', 0o755)
  expect(await generatedFiles(root, ['a/gone', 'a/run.sh', 'a/x.tfvars'])).toEqual({
    kind: 'files',
    files: [file('a/run.sh', 'run', true), file('a/x.tfvars', 'x = 1')],
  })
  await symlink('x.tfvars', join(root, 'a/link'))
  expect(await generatedFiles(root, ['a/link', 'a/x.tfvars'])).toEqual({
    kind: 'refused',
    reasons: ['The generated file "a/link" is a symbolic link: links are not sealed.'],
  })
  expect(await generatedFiles(root, ['.github/workflows/x.yml'])).toEqual({
    kind: 'refused',
    reasons: [expect.stringContaining('".github/workflows/x.yml" belongs to the pipeline')],
  })
  const many = Array.from({ length: MOST_FILES + 1 }, (_, index) => `a/${index}`)
  expect(await generatedFiles(root, many)).toEqual({
    kind: 'refused',
    reasons: [expect.stringContaining(`${MOST_FILES + 1} files`)],
  })
})

test('what the plan has written over one is what goes with it', () => {
  const made = { ...file('a/b', 'made'), replaces: 'a'.repeat(64) }
  const generated = [file('a/a', 'a'), file('a/b', 'before'), file('a/c', 'c')]
  expect(withGenerated({ kind: 'files', files: [made] }, { kind: 'files', files: generated })).toEqual({
    kind: 'files',
    files: [generated[0], made, generated[2]],
  })
  const refused = { kind: 'refused', reasons: ['no'] } as const
  expect(withGenerated(refused, { kind: 'files', files: generated })).toEqual(refused)
  expect(withGenerated({ kind: 'files', files: [made] }, refused)).toEqual(refused)
})

test('when it is applied, one that is missing is put back, and one with other contents is refused', async () => {
  await write('a/x.tfvars', 'x = 1')
  const sealed = await generatedFiles(root, ['a/x.tfvars'])
  if (sealed.kind !== 'files') throw new Error('refused')
  const restore = () => restoreFiles({ files: sealed.files }, { root, stackPath: 'a' })
  expect(await restore()).toMatchObject({ kind: 'restored', written: [] })
  await rm(join(root, 'a/x.tfvars'))
  expect(await restore()).toMatchObject({ kind: 'restored', written: ['a/x.tfvars'] })
  await write('a/x.tfvars', 'x = 2')
  expect(await restore()).toMatchObject({
    kind: 'refused',
    refusal: { code: 'inputs', reason: 'The plan\'s file "a/x.tfvars" is here with other contents.' },
  })
})
