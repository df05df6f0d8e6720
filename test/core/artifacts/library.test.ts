import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeArtifacts } from '../../../src/core/artifacts/client.ts'
import { makeExec } from '../../../src/core/exec.ts'
import { connect } from '../../lab/github/client.ts'
import { type GitHubLab, startGitHub } from '../../lab/github/server.ts'
import { artifactLibrary, type ArtifactLibrary } from '../../lab/artifact-library.ts'
import { type ResultsLab, startResults } from '../../lab/results-server.ts'
import { describeWith } from '../../lab/tools.ts'

const LIMIT = 10_000_000
const nothing = (): void => undefined
const log = {
  info: nothing,
  debug: nothing,
  notice: nothing,
  warning: nothing,
  error: nothing,
  mask: nothing,
  group: <T>(_: string, body: () => Promise<T>) => body(),
}
const clock = { now: () => Date.now(), sleep: () => Promise.resolve() }

describeWith('artifact-library-6.2.1', "GitHub's own library and ours, against the same service", (path) => {
  let github: GitHubLab
  let lab: ResultsLab
  let folder: string
  let library: ArtifactLibrary
  beforeEach(async () => {
    github = await startGitHub()
    github.addRun({ id: 7, headSha: 'a'.repeat(40) })
    lab = await startResults({ runId: 7, github })
    folder = mkdtempSync(join(tmpdir(), 'artifacts-'))
    const PATH = process.env['PATH'] ?? ''
    library = artifactLibrary(path, makeExec(), {
      PATH,
      RUNNER_TEMP: folder,
      GITHUB_WORKSPACE: folder,
      ...lab.env,
    })
  })
  afterEach(async () => {
    await lab.close()
    await github.close()
    rmSync(folder, { recursive: true, force: true })
    expect(lab.problems).toEqual([])
  })

  test('what we upload it lists and downloads', async () => {
    const ours = makeArtifacts({ env: lab.env, log, clock })
    const content = new Uint8Array(Buffer.from('hello ✓'))
    const large = new Uint8Array(300_000).map((_, at) => (at * 7919) % 251)
    const files = [
      { name: 'deep/part.json', content },
      { name: 'plan.sealed', content: large },
    ]
    for (const compress of [true, false]) {
      const { id, size, digest } = await ours.upload(`by us ${compress}`, files, {
        compress,
        retentionDays: 3,
      })
      const found = (await library.list()).find((artifact) => artifact.id === id)
      expect(found).toMatchObject({ id, size, digest, name: `by us ${compress}` })
      const target = join(folder, `down-${compress}`)
      expect(await library.download(id, target, digest)).toMatchObject({ digestMismatch: false })
      expect(readFileSync(join(target, 'deep/part.json'), 'utf8')).toBe('hello ✓')
      expect(new Uint8Array(readFileSync(join(target, 'plan.sealed')))).toEqual(large)
    }
  })

  test('what it uploads we list and download, also through the API', async () => {
    const ours = makeArtifacts({ env: lab.env, log, clock })
    const root = join(folder, 'up')
    mkdirSync(join(root, 'deep'), { recursive: true })
    writeFileSync(join(root, 'deep/ü.txt'), 'hello ✓')
    writeFileSync(join(root, 'zeros'), Buffer.alloc(300_000))
    const { id, size } = await library.upload('by them', root, 3)
    const [found] = await ours.list()
    expect(found).toMatchObject({ id, size, name: 'by them', digest: expect.stringMatching(/^sha256:/) })
    if (found === undefined) return
    const api = (await connect(github)).github
    const [same] = await api.artifactsOfRun(7)
    expect(same).toEqual(found)
    for (const files of [await ours.download(found, LIMIT), await api.downloadArtifact(found, LIMIT)]) {
      const byName = new Map(files.map(({ name, content }) => [name, Buffer.from(content)]))
      expect([...byName.keys()].sort()).toEqual(['deep/ü.txt', 'zeros'])
      expect(byName.get('deep/ü.txt')?.toString()).toBe('hello ✓')
      expect(byName.get('zeros')?.equals(Buffer.alloc(300_000))).toBe(true)
    }
  })

  test('a name that the other has taken', async () => {
    const ours = makeArtifacts({ env: lab.env, log, clock })
    const files = [{ name: 'a', content: new Uint8Array(1) }]
    await ours.upload('taken', files, { compress: true })
    const root = join(folder, 'up')
    mkdirSync(root)
    writeFileSync(join(root, 'a'), 'x')
    await expect(library.upload('taken', root)).rejects.toThrow(/already exists/)
    await library.upload('theirs', root)
    await expect(ours.upload('theirs', files, { compress: true })).rejects.toThrow('already has an artifact')
  })
})
