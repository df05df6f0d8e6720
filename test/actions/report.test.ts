import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import fc from 'fast-check'
import { partArtifactName } from '../../src/report/part-artifacts.ts'
import { partsFile } from '../../src/report/part-file.ts'
import type { Part } from '../../src/report/part.ts'
import {
  pullRequestEvent,
  runActionProcess,
  type ActionRun,
  type ActionRunRequest,
} from '../lab/action-run.ts'
import { startGitHub, type GitHubLab } from '../lab/github/server.ts'
import { startResults, type ResultsLab } from '../lab/results-server.ts'
import { attacks } from '../report/support/hostile.ts'
import { html } from '../report/support/gfm.ts'
import {
  changed,
  expected,
  failed,
  HEAD,
  part,
  PULL,
  refused,
  rowsOf,
  RUN,
  stacks,
} from '../pipeline/report/support.ts'
import { detect, makeRepository, MODULE, onPullRequest, SMALL } from './detect-support.ts'

/** The built action, started as the runner starts it, with artifacts in a results service and a GitHub of the tests. */
jest.setTimeout(60_000)

let folder: string
let lab: GitHubLab
let results: ResultsLab
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'report-'))
  await mkdir(join(folder, 'workspace'))
  lab = await startGitHub()
  lab.addPull({
    number: PULL,
    head: { ref: 'change', sha: HEAD },
    base: { ref: 'main', sha: 'c'.repeat(40) },
  })
  results = await startResults({ runId: Number(RUN) })
})
afterEach(async () => {
  const problems = [...lab.problems, ...results.problems]
  await lab.close()
  await results.close()
  await rm(folder, { recursive: true, force: true })
  expect(problems).toEqual([])
})

const report = (
  inputs: Readonly<Record<string, string>> = {},
  more: Partial<ActionRunRequest> = {},
): Promise<ActionRun> =>
  runActionProcess({
    action: 'report',
    workspace: join(folder, 'workspace'),
    temp: join(folder, 'temp'),
    event: pullRequestEvent(),
    ...more,
    inputs: { 'github-token': 'ghs_lab', ...inputs },
    env: { ...results.env, GITHUB_API_URL: lab.url, ...more.env },
  })

const put = (name: string, file: string, content: unknown): void => {
  const text = typeof content === 'string' ? content : JSON.stringify(content)
  results.records.add({ runId: Number(RUN), name, files: { [file]: text } })
}
const putExpected = (content: unknown, attempt = 1): void =>
  put(`gitops-expected-${attempt}`, 'changes.json', content)
const putParts = (...parts: readonly Part[]): void =>
  put(partArtifactName(parts, parts[0]?.run.attempt ?? 1), 'part.json', partsFile(parts))

const comment = (): string => {
  const [only, ...others] = lab.bodies(PULL)
  if (only === undefined || others.length > 0) throw new Error(`${lab.bodies(PULL).length} comments`)
  return only
}
const outputFile = (run: ActionRun, name: string): Promise<string> =>
  readFile(run.outputs[name] ?? '', 'utf8')

describe('artifacts of the run', () => {
  test('250 parts in one comment, in few calls', async () => {
    const names = Array.from({ length: 250 }, (_, index) => `infra/stack-${String(index).padStart(3, '0')}`)
    putExpected(expected({ stacks: stacks(...names) }))
    names.forEach((name, index) => {
      const run = {
        id: RUN,
        attempt: 1,
        sha: HEAD,
        url: `https://github.com/acme/gitops/actions/runs/1000/job/${index}`,
      }
      putParts(
        index % 50 === 7
          ? failed(name, { run })
          : index % 3 === 0
            ? changed(name, { run })
            : part(name, { run }),
      )
    })
    const run = await report()
    expect(run.log).toContain('5 stacks failed')
    expect(run.code).toBe(1)
    expect(run.outputs).toMatchObject({
      verdict: 'failed',
      refused: '[]',
      'has-refused-matrix': 'false',
      'comment-url': expect.stringContaining('#issuecomment-'),
    })
    expect(comment().length).toBeLessThanOrEqual(65_536)
    expect(comment()).toMatch(/^## ✗ Terraform plans: \*\*5 of 250 stacks failed\*\*/m)
    const rows = rowsOf(comment())
    expect(rows.slice(0, 5).map((row) => row.slice(0, 18))).toEqual([
      '❌ `infra/stack-007',
      '❌ `infra/stack-057',
      '❌ `infra/stack-107',
      '❌ `infra/stack-157',
      '❌ `infra/stack-207',
    ])
    // All that destroy are there; of the quiet ones at least their number.
    expect(rows.filter((row) => row.startsWith('📝'))).toHaveLength(82)
    expect(lab.calls.length).toBeLessThanOrEqual(6)
    expect(await outputFile(run, 'html-file')).toContain('infra/stack-249')
    expect(results.artifacts().map(({ name }) => name)).toContain('gitops-report-1')
    expect(run.masks).toContain('ghs_lab')
  })

  test('a part of 2 MB among small ones', async () => {
    putExpected(expected({ stacks: stacks('big', 'small') }))
    const text = Array.from(
      { length: 40_000 },
      (_, index) => `line ${index} of a very long plan, which goes on`,
    ).join('\n')
    putParts(changed('big', { sections: [{ kind: 'code', rank: 3, language: 'text', text }] }))
    putParts(changed('small'))
    const run = await report()
    expect([run.code, run.outputs['verdict']]).toEqual([0, 'changed'])
    expect(comment().length).toBeLessThanOrEqual(65_536)
    expect(comment()).toContain('details of small')
    expect(comment()).toContain(
      '[the full report](https://github.com/acme/gitops/actions/runs/1000/artifacts/',
    )
    expect(await outputFile(run, 'html-file')).toContain('line 39999 of a very long plan')
    expect(Buffer.byteLength(run.summary)).toBeLessThan(1024 * 1024)
  })

  test('a part that never came: red, with the job that died', async () => {
    lab.addRun({
      id: Number(RUN),
      headSha: HEAD,
      jobs: [{ name: 'plan (infra/app)', status: 'completed', conclusion: 'cancelled' }],
    })
    putExpected(expected({ stacks: stacks('infra/app', 'infra/net') }))
    putParts(part('infra/net'))
    const run = await report({ needs: '{"plan":{"result":"cancelled"}}' })
    expect(run.code).toBe(1)
    expect(run.outputs['verdict']).toBe('failed')
    expect(run.log).toContain('infra/app (no result: job "plan (infra/app)" was cancelled)')
    expect(comment()).toMatch(/❓ \| `infra\/app`/)
    expect(run.summary).toContain('no result')
  })

  test('parts that cannot be read, of another run and another commit are named and count for nothing', async () => {
    putExpected(expected({ stacks: stacks('a', 'b', 'c', 'd') }))
    put('gitops-part-1111111111111111-1', 'part.json', '{"version":1,"parts":[{"version":1,')
    putParts(part('b', { run: { id: '999', attempt: 1, sha: HEAD } }))
    putParts(part('c', { run: { id: RUN, attempt: 1, sha: 'd'.repeat(40) } }))
    putParts(part('d'))
    const run = await report()
    expect(run.code).toBe(1)
    expect(run.outputs['verdict']).toBe('unknown')
    expect(comment()).toContain('**3 of 4 stacks without a result**')
    for (const words of ['is no JSON', 'run 999', 'dddddddddddd']) {
      expect(run.log).toContain(words)
      expect(comment()).toContain(words)
    }
  })

  test('without a results service and without files there is nothing to go by: red, and no crash', async () => {
    const run = await report({}, { env: { ACTIONS_RESULTS_URL: '', ACTIONS_RUNTIME_TOKEN: '' } })
    expect(run.code).toBe(1)
    expect(run.outputs['verdict']).toBe('unknown')
    expect(run.log).toContain('There is no artifact service here')
    expect(run.log).not.toContain('This is a bug')
  })
})

describe('files in a folder', () => {
  const write = async (name: string, content: unknown): Promise<void> => {
    await mkdir(join(folder, 'workspace/parts'), { recursive: true })
    await writeFile(join(folder, 'workspace/parts', name), JSON.stringify(content))
  }
  const inputs = { parts: 'parts', expected: 'parts/changes.json' }

  test('parts and expectation by path; a service that is not there is no fault', async () => {
    await write('changes.json', expected({ stacks: stacks('a') }))
    await write('a.json', partsFile([part('a')]))
    const run = await report(
      { ...inputs, 'sarif-file': 'out/report.sarif' },
      { env: { ACTIONS_RESULTS_URL: '', ACTIONS_RUNTIME_TOKEN: '' } },
    )
    expect(run.log).not.toContain('::error')
    expect([run.code, run.outputs['verdict']]).toEqual([0, 'ok'])
    expect(run.log).toContain('not a file with parts, left aside: changes.json')
    expect(run.log).toContain('::notice::The full report could not be uploaded')
    expect(run.outputs['sarif-file']).toBe(join(folder, 'workspace/out/report.sarif'))
    expect(JSON.parse(await outputFile(run, 'sarif-file'))).toMatchObject({ version: '2.1.0' })
  })

  test('an expectation that is not there is red', async () => {
    await write('a.json', partsFile([part('a')]))
    const run = await report(inputs)
    expect([run.code, run.outputs['verdict']]).toEqual([1, 'unknown'])
    expect(run.log).toContain('input `expected` cannot be read')
  })

  test('`never`: green, with the verdict as it is', async () => {
    await write('changes.json', expected({ stacks: stacks('a') }))
    const run = await report({ ...inputs, 'fail-on': 'never', comment: 'off' })
    expect([run.code, run.outputs['verdict']]).toEqual([0, 'unknown'])
    expect(lab.bodies(PULL)).toEqual([])
    expect(run.summary).toContain('no result')
  })
})

test('all faults of inputs at once', async () => {
  const run = await report({ 'fail-on': 'always', comment: 'new', 'pull-requests': 'x' })
  expect(run.code).toBe(1)
  for (const name of ['fail-on', 'comment', 'pull-requests']) expect(run.log).toContain(`input \`${name}\``)
})

test('a push: what was refused, for the jobs that approve it', async () => {
  putExpected(expected({ stacks: stacks('a', 'b') }))
  putParts(refused('a'), refused('b', 'stale'))
  const run = await report(
    { 'pull-requests': '#7' },
    {
      event: { name: 'push', payload: { before: 'c'.repeat(40), repository: { full_name: 'acme/gitops' } } },
      env: { GITHUB_SHA: HEAD, GITHUB_REF: 'refs/heads/main' },
    },
  )
  expect(run.code).toBe(1)
  expect(JSON.parse(run.outputs['refused'] ?? '')).toEqual(['a', 'b'])
  expect(JSON.parse(run.outputs['refused-matrix'] ?? '')).toEqual({
    include: [
      { id: expect.any(String), name: 'a', stacks: 'a', environment: '' },
      { id: expect.any(String), name: 'b', stacks: 'b', environment: '' },
    ],
  })
  expect(comment()).toContain('key=apply')
})

test('hostile text in every field does nothing in any of the forms', async () => {
  const text = attacks.filter((attack) => attack.trim() !== '').join(' ')
  const evil: Part = {
    ...changed('x'),
    subject: { key: text, name: text, path: text, workspace: text },
    headline: [text, { code: text }, { link: [text], href: 'javascript:alert(1)' }, { strong: [text] }],
    sections: [
      { kind: 'heading', rank: 0, level: 1, text: [text] },
      { kind: 'text', rank: 1, tone: 'caution', text: [{ link: [text], href: 'https://evil.example/' }] },
      { kind: 'code', rank: 1, language: text, text },
      { kind: 'graph', rank: 1, title: text, nodes: [{ id: text, label: text, look: 'cause' }], edges: [] },
      {
        kind: 'table',
        rank: 1,
        noun: text,
        columns: [{ title: text }],
        rows: [{ rank: 1, cells: [[text]] }],
      },
    ],
    findings: [
      {
        rule: text,
        severity: 'error',
        message: text,
        help: text,
        subject: text,
        fingerprint: text,
        location: { file: text },
      },
    ],
    facts: { tool: text, version: text, 'plan-digest': text },
    run: { id: RUN, attempt: 1, sha: HEAD, url: 'https://evil.example/' },
  }
  putExpected(expected({ stacks: stacks('a') }, { failures: [text] }))
  putParts(evil)
  putParts(failed('a', { verdict: { kind: 'failed', cause: 'config', reason: text } }))
  const run = await report({
    needs: JSON.stringify({ [text]: { result: 'failure' } }),
    title: text.replaceAll('\u0000', ''),
  })
  expect(run.code).toBe(1)
  expect(run.log).not.toContain('This is a bug')
  expect(run.log).not.toMatch(/^\s*::(?!error|notice|group|endgroup|add-mask|debug)/m)
  for (const markdown of [comment(), run.summary]) {
    const page = html(markdown)
    expect(page).not.toMatch(/<(?:script|img|iframe|svg)/i)
    expect(page).not.toMatch(/href="(?!https:\/\/github\.com\/acme\/gitops\/)/)
    expect(markdown).not.toMatch(/(?<!^)<!--\s*gitops-pipeline/)
  }
  const page = await outputFile(run, 'html-file')
  expect(page).not.toMatch(/<(?:script|img|iframe)|href="(?!https:\/\/github\.com\/acme\/gitops\/|#)/i)
  JSON.parse(await outputFile(run, 'sarif-file'))
})

test('detect-changes with `collect` leaves what the report expects', async () => {
  await using repo = await makeRepository()
  const base = await repo.commit(SMALL)
  const head = await repo.commit({ 'modules/vpc/main.tf': `${MODULE}# more\n` }, base)
  const merge = await repo.merge(base, head)
  const pull = onPullRequest({ base, head, merge })
  const checkout = await repo.checkout(merge, 2)
  const run = { ...pull, env: { ...pull.env, ...results.env, GITHUB_RUN_ID: RUN } }
  const detected = await detect(checkout, run, { inputs: { collect: 'true', kinds: 'terraform' } })
  expect([detected.run.code, detected.run.log.includes('::error')]).toEqual([0, false])
  expect(results.artifacts().map(({ name }) => name)).toEqual(['gitops-expected-1'])
  putParts(changed('infra/network', { run: { id: RUN, attempt: 1, sha: head } }))
  const done = await report({ comment: 'off' }, { event: pull.event, env: { GITHUB_RUN_ID: RUN } })
  expect(done.log).not.toContain('::error')
  expect([done.code, done.outputs['verdict']]).toEqual([0, 'changed'])
  // Twice in one attempt is a fault of the workflow, and red.
  const again = await detect(checkout, run, { inputs: { collect: 'true', kinds: 'terraform' } })
  expect(again.run.code).toBe(1)
  expect(again.run.log).toContain('could not be left for report (collect)')
  expect(again.run.outputs['has-stacks']).toBe('true')
})

test('any part, as it may come: no body over the limit, and never a crash', async () => {
  const wild = fc.sample(
    fc.record({ version: fc.constant(1), parts: fc.array(fc.jsonValue(), { maxLength: 3 }) }),
    40,
  )
  putExpected(expected({ stacks: stacks('a') }))
  wild.forEach((content, index) => put(`gitops-part-${index}-1`, 'part.json', content))
  const run = await report()
  expect(run.code).toBe(1)
  expect(run.log).not.toContain('This is a bug')
  expect(comment().length).toBeLessThanOrEqual(65_536)
})
