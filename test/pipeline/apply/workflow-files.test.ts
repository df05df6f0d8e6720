import { afterAll, expect, test } from '@jest/globals'
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import type { FolderEntry } from '../../../src/core/github-port.ts'
import { changedWorkflowFiles, workflowFiles } from '../../../src/pipeline/apply/workflow-files.ts'
import { checkoutOf, newRepo, removeTempFolders, type TestRepo } from '../../repository/git/support.ts'

afterAll(removeTempFolders)

const FILES = {
  '.github/workflows/gitops.yml': 'on: push',
  '.github/workflows/deep/x.yml': 'no workflow',
  '.github/actions/setup/action.yml': 'name: setup',
  '.github/gitops.yml': 'version: 1',
  'ops/gitops.yml': 'version: 1',
  'gitops.yml': 'version: 1',
  'main.tf': '# one',
}

/** Answers from a repository as GitHub does, and keeps what was asked. */
function gitHubOf(repo: TestRepo) {
  const asked: string[] = []
  return {
    asked,
    folder(path: string, ref: string): Promise<readonly FolderEntry[] | undefined> {
      asked.push(path)
      const text = repo.git('ls-tree', '-z', ref, ...(path === '' ? [] : [`${path}/`]))
      const entries = text
        .split('\0')
        .filter((line) => line !== '')
        .map((line): FolderEntry => {
          const [head = '', name = ''] = line.split('\t')
          const [mode = '', kind = '', sha = ''] = head.split(' ')
          const type = kind === 'tree' ? 'dir' : mode === '120000' ? 'symlink' : 'file'
          return { name: name.split('/').at(-1) ?? '', type, sha }
        })
      return Promise.resolve(entries.length === 0 ? undefined : entries)
    },
  }
}

async function changed(repo: TestRepo, from: string, to: string, config?: string) {
  const github = gitHubOf(repo)
  const files = await workflowFiles(repo.place, to, config)
  return { changed: await changedWorkflowFiles(files, from, github), asked: github.asked, files }
}

test('the same is the same, in one request; what else changes does not matter', async () => {
  const repo = newRepo()
  const one = repo.commit(FILES)
  const two = repo.commit({ 'main.tf': '# two', '.github/dependabot.yml': 'version: 2' })
  const told = await changed(repo, one, two)
  expect(told.changed).toEqual([])
  expect(told.asked).toEqual(['.github'])
  expect([...told.files.workflows]).toContain('.github/workflows/gitops.yml')
  expect(told.files.workflows.has('.github/workflows/other.yml')).toBe(false)
})

test.each([
  ['.github/workflows/gitops.yml', '.github/workflows'],
  ['.github/workflows/new.yml', '.github/workflows'],
  ['.github/actions/setup/index.js', '.github/actions'],
  ['.github/gitops.yml', '.github/gitops.yml'],
  ['.github/gitops.yaml', '.github/gitops.yaml'],
])('an edited %s is told', async (path, what) => {
  const repo = newRepo()
  const one = repo.commit(FILES)
  const two = repo.commit({ [path]: 'edited' })
  expect((await changed(repo, one, two)).changed).toEqual([what])
  expect((await changed(repo, two, one)).changed).toEqual([what])
})

test('taken back, it is the same again', async () => {
  const repo = newRepo()
  const one = repo.commit(FILES)
  repo.commit({ '.github/workflows/gitops.yml': 'evil' })
  expect((await changed(repo, one, repo.commit(FILES))).changed).toEqual([])
})

test('missing on both sides is equal, on one side it is not', async () => {
  const repo = newRepo()
  const bare = repo.commit({ 'main.tf': '1' })
  const more = repo.commit({ '.github/gitops.yml': '1' })
  expect((await changed(repo, bare, bare)).changed).toEqual([])
  expect((await changed(repo, bare, more)).changed).toEqual(['.github/gitops.yml'])
  expect((await changed(repo, more, bare)).changed).toEqual(['.github/gitops.yml'])
})

test('a configuration elsewhere, also at the root, costs one request more', async () => {
  const repo = newRepo()
  const one = repo.commit(FILES)
  const two = repo.commit({ 'ops/gitops.yml': 'version: 2' })
  expect(await changed(repo, one, two, 'ops/gitops.yml')).toMatchObject({
    changed: ['ops/gitops.yml'],
    asked: ['.github', 'ops'],
  })
  expect(await changed(repo, one, two, './gitops.yml')).toMatchObject({ changed: [], asked: ['.github', ''] })
  const three = repo.commit({ 'gitops.yml': 'version: 3' })
  expect((await changed(repo, two, three, 'gitops.yml')).changed).toEqual(['gitops.yml'])
})

test('what a link to the configuration leads to counts, and a link is no file', async () => {
  const repo = newRepo()
  repo.write('.github/workflows/gitops.yml', 'on: push')
  symlinkSync('../ops/gitops.yml', join(repo.root, '.github/gitops.yml'))
  const one = repo.commit({ 'ops/gitops.yml': '1' })
  const two = repo.commit({ 'ops/gitops.yml': '2' })
  expect((await changed(repo, one, two)).changed).toEqual(['ops/gitops.yml'])
  repo.git('rm', '-q', '.github/gitops.yml')
  // The text of the link as a file has the same id.
  const three = repo.commit({ '.github/gitops.yml': '../ops/gitops.yml' })
  expect((await changed(repo, two, three)).changed).toEqual(['.github/gitops.yml'])
})

test('a link in a circle, or out of the repository, ends', async () => {
  const repo = newRepo()
  repo.write('main.tf', '1')
  repo.write('.github/x', '1')
  symlinkSync('gitops.yaml', join(repo.root, '.github/gitops.yml'))
  symlinkSync('gitops.yml', join(repo.root, '.github/gitops.yaml'))
  const one = repo.commit()
  expect((await changed(repo, one, one)).changed).toEqual([])
  repo.git('rm', '-q', '.github/gitops.yml', '.github/gitops.yaml')
  symlinkSync('../../elsewhere', join(repo.root, '.github/gitops.yml'))
  const two = repo.commit()
  expect((await changed(repo, two, two)).asked).toEqual(['.github'])
})

test('in the checkout of a job, from any folder, with a name that Git would take for a pattern', async () => {
  const origin = newRepo()
  const one = origin.commit({ ...FILES, 'ops/[a]*.yml': '1' })
  const two = origin.commit({ 'ops/[a]*.yml': '2', 'ops/ab.yml': '3' })
  const job = checkoutOf(origin, two, '--depth=1')
  const place = { ...job.place, cwd: join(job.root, 'ops') }
  const files = await workflowFiles(place, two, 'ops/[a]*.yml')
  expect(await changedWorkflowFiles(files, one, gitHubOf(origin))).toEqual(['ops/[a]*.yml'])
  expect(files.ids.size).toBe(3)
})

test('a commit that is not here', async () => {
  const repo = newRepo()
  repo.commit(FILES)
  await expect(workflowFiles(repo.place, 'f'.repeat(40), undefined)).rejects.toThrow(/Git could not read/)
})
