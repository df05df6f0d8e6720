import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { makeExec } from '../../../src/core/exec.ts'
import { isNewEnough, requireGit } from '../../../src/repository/git/version.ts'

test.each([
  ['git version 2.31.0', true],
  ['git version 2.39.5 (Apple Git-154)', true],
  ['git version 3.0.1.windows.1', true],
  ['git version 2.30.2', false],
  ['git version 1.99.0', false],
  ['not git', false],
  ['', false],
])('%s', (said, enough) => expect(isNewEnough(said)).toBe(enough))

test('the Git of this machine will do; an old one is refused before it reads anything', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'git-version-'))
  try {
    const env = { PATH: process.env['PATH'] ?? '' }
    await requireGit({ exec: makeExec(), env, cwd: folder })
    await writeFile(join(folder, 'git'), '#!/bin/sh\necho git version 2.17.1\n')
    await chmod(join(folder, 'git'), 0o755)
    const old = requireGit({ exec: makeExec(), env: { PATH: `${folder}:${env.PATH}` }, cwd: folder })
    await expect(old).rejects.toThrow('Git is too old, or is not Git: git version 2.17.1')
  } finally {
    await rm(folder, { recursive: true })
  }
})
