import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { withMarker } from '../../../src/core/comment-marker.ts'
import { planArtifactName } from '../../../src/terraform/sealed/artifact-name.ts'
import { startGitHub, type GitHubLab } from '../../lab/github/server.ts'
import { judgedChart, judgedStack } from '../changes-samples.ts'
import {
  applied,
  changed,
  expected,
  failed,
  head,
  HEAD,
  makeStore,
  part,
  PULL,
  pullRequestRun,
  pushRun,
  refused,
  report,
  rowsOf,
  RUN,
  stacks,
  waiting,
  type StoreLab,
} from './support.ts'

let lab: GitHubLab
let store: StoreLab
beforeEach(async () => {
  lab = await startGitHub()
  lab.addPull({
    number: PULL,
    head: { ref: 'change', sha: HEAD },
    base: { ref: 'main', sha: 'c'.repeat(40) },
  })
  store = makeStore()
})
afterEach(async () => {
  const { problems } = lab
  await lab.close()
  expect(problems).toEqual([])
})

const comment = (): string => {
  const [only, ...others] = lab.bodies(PULL)
  if (only === undefined || others.length > 0) throw new Error(`${lab.bodies(PULL).length} comments`)
  return only.split('\n').slice(1).join('\n')
}

describe('a pull request', () => {
  test('all jobs in one comment: failed first, then what is lost, each with a link to its job', async () => {
    store.putExpected(expected({ stacks: stacks('a', 'bb', 'ccc', 'dddd') }))
    store.putParts(part('a'), part('bb', { status: 'changed', counts: { add: 1 }, headline: ['1 to add'] }))
    store.putParts(changed('ccc'))
    store.putParts(failed('dddd'))
    const made = await report(store, lab)
    expect(made.verdict).toBe('failed')
    expect(made.failure).toBe('1 stack failed: dddd (no such bucket)')
    expect(head(comment())).toBe(
      '## ✗ Terraform plans: **1 of 4 stacks failed**, **2 to change**: 1 to destroy, 3 to add',
    )
    expect(rowsOf(comment())).toEqual([
      '❌ `dddd` **plan failed**: no such bucket',
      '📝 `ccc` **1 to destroy, 2 to add**',
      '📝 `bb` 1 to add',
      '✅ `a` No changes',
    ])
    expect(comment()).toContain('| [log](https://github.com/acme/gitops/actions/runs/1000/job/3) |')
    expect(comment()).toMatch(
      /\[full report\]\(https:\/\/github\.com\/acme\/gitops\/actions\/runs\/1000\/artifacts\/\d+\)/,
    )
    expect([...store.uploaded.keys()]).toEqual(['gitops-report-1'])
    expect(made.published.comment?.id).toEqual(expect.any(Number))
  })

  test('all well is green, and the same again writes nothing', async () => {
    store.putExpected(expected({ stacks: stacks('a', 'b') }))
    store.putParts(part('a'), part('b'))
    const made = await report(store, lab)
    expect([made.verdict, made.failure]).toEqual(['ok', undefined])
    expect(head(comment())).toBe('## ✓ Terraform plans: No changes in 2 stacks')
    const calls = lab.calls.length
    await report(store, lab)
    expect(lab.calls.slice(calls).map(({ method }) => method)).toEqual(['GET', 'GET'])
    // The first report's artifact has its name for good.
    expect([...store.uploaded.keys()]).toEqual(['gitops-report-1', 'gitops-report-1-2'])
  })

  test('one stack alone is shown whole', async () => {
    store.putExpected(expected({ stacks: stacks('a') }))
    store.putParts(changed('a'))
    const made = await report(store, lab)
    expect(made.verdict).toBe('changed')
    expect(head(comment())).toBe('## ± Terraform plan · a: **1 to destroy, 2 to add**')
  })

  test('nothing touched: green, and no comment', async () => {
    store.putExpected(expected({}))
    const made = await report(store, lab)
    expect([made.verdict, made.failure]).toEqual(['ok', undefined])
    expect(lab.bodies(PULL)).toEqual([])
    expect(head(made.markdown)).toBe('## ✓ Terraform plans: This change touches none of 14 stacks')
  })

  test('nothing touched any more: the comment that is there is brought up to date', async () => {
    store.putExpected(expected({ stacks: stacks('a', 'b') }))
    store.putParts(failed('a'), part('b'))
    await report(store, lab)
    const later = makeStore()
    later.putExpected(expected({}, { runId: '1001' }))
    await report(later, lab, { run: pullRequestRun({ runId: '1001' }) })
    expect(comment()).toContain('touches none of 14 stacks')
  })

  test('what waits for another stack is neither red nor green', async () => {
    store.putExpected(expected({ stacks: stacks('app', 'net') }))
    store.putParts(waiting('app', 'net'), part('net'))
    const made = await report(store, lab)
    expect([made.verdict, made.failure]).toEqual(['waiting', undefined])
    expect(head(comment())).toBe('## ± Terraform plans: **1 of 2 stacks waiting**')
    expect(rowsOf(comment())[0]).toBe('⏳ `app` **waits for** `net`')
    const strict = await report(store, lab, { failOn: 'waiting' })
    expect(strict.failure).toContain('app')
  })

  test('charts have a table of their own', async () => {
    store.putExpected(
      expected({ stacks: stacks('a'), charts: [judgedChart('helm/shop')] }, { kinds: ['terraform', 'helm'] }),
    )
    store.putParts(part('a'))
    const without = await report(store, lab)
    expect(without.verdict).toBe('unknown')
    expect(without.failure).toBe('1 chart without a result: helm/shop (no result)')
    store.putParts(
      part('shop', { kind: 'helm-lint', subject: { key: 'helm/shop', name: 'shop', path: 'helm/shop' } }),
    )
    const made = await report(store, lab)
    expect(made.verdict).toBe('ok')
    expect(head(comment())).toBe('## ✓ GitOps pipeline: No changes in 1 stack, no errors in 1 chart')
  })
})

describe('what is missing is red and named', () => {
  test('a part that never came, with the job that died', async () => {
    lab.addRun({
      id: Number(RUN),
      headSha: HEAD,
      jobs: [
        { name: 'Plan infra/app', status: 'completed', conclusion: 'cancelled' },
        { name: 'Plan infra/app-two', status: 'completed', conclusion: 'failure' },
        { name: 'Plan infra/net', status: 'completed', conclusion: 'success' },
      ],
    })
    store.putExpected(expected({ stacks: stacks('infra/app', 'infra/net') }))
    store.putParts(part('infra/net'))
    const made = await report(store, lab)
    expect(made.verdict).toBe('unknown')
    expect(made.failure).toBe(
      '1 stack without a result: infra/app (no result: job "Plan infra/app" was cancelled)',
    )
    expect(head(comment())).toBe('## ✗ Terraform plans: **1 of 2 stacks without a result**')
    expect(rowsOf(comment())[0]).toContain('❓ `infra/app` **no result**: job')
    expect(comment()).toMatch(/❓.*\[log\]\(https:\/\/github\.com/)
  })

  test('without the permission to ask for jobs it is said, and no less red', async () => {
    await lab.close()
    lab = await startGitHub({
      tokens: {
        ghs_lab: { login: 'github-actions[bot]', type: 'Bot', permissions: { 'pull-requests': 'write' } },
      },
    })
    lab.addPull({ number: PULL, head: { ref: 'c', sha: HEAD }, base: { ref: 'main', sha: 'c'.repeat(40) } })
    store.putExpected(expected({ stacks: stacks('a', 'b') }))
    store.putParts(part('a'))
    const made = await report(store, lab)
    expect(made.failure).toBe('1 stack without a result: b (no result)')
    expect(comment()).toContain('`actions: read`')
  })

  test('a job that died is named by `needs` though all parts are there', async () => {
    store.putExpected(expected({ stacks: stacks('a', 'b') }))
    store.putParts(part('a'), part('b'))
    const needs = { bad: [{ job: 'plan', result: 'cancelled' as const }], skipped: [] }
    const made = await report(store, lab, { needs })
    expect([made.verdict, made.failure]).toEqual(['failed', 'job plan: cancelled'])
    expect(head(comment())).toBe('## ✗ Terraform plans: **1 job did not end well**; No changes in 2 stacks')
  })

  test('a skipped job is fine where nothing is missing', async () => {
    store.putExpected(expected({}))
    const made = await report(store, lab, { needs: { bad: [], skipped: ['plan'] } })
    expect(made.failure).toBeUndefined()
    const later = makeStore()
    later.putExpected(expected({ stacks: stacks('a') }))
    const red = await report(later, lab, { needs: { bad: [], skipped: ['plan'] } })
    expect(red.verdict).toBe('unknown')
    expect(comment()).toContain('job `plan` was skipped')
  })

  test('without what is expected all that is there is shown, and the report is red', async () => {
    store.putParts(part('a'))
    const made = await report(store, lab)
    expect(made.verdict).toBe('unknown')
    expect(made.failure).toContain('what detect-changes expects is missing')
    expect(head(comment())).toContain('it is not known what should be here')
    expect(rowsOf(comment())).toEqual(['✅ `a` No changes'])
  })

  test('nothing at all is red', async () => {
    const made = await report(store, lab)
    expect(made.verdict).toBe('unknown')
    expect(made.failure).toContain('what detect-changes expects is missing')
  })

  test('what detect-changes was red for makes the report red', async () => {
    store.putExpected(expected({ stacks: stacks('a') }, { failures: ['`infra` cannot be read.'] }))
    store.putParts(part('a'))
    const made = await report(store, lab)
    expect([made.verdict, made.failure]).toEqual(['failed', '`infra` cannot be read.'])
  })

  test('artifacts that cannot be listed or downloaded', async () => {
    store.putExpected(expected({ stacks: stacks('a') }))
    store.putParts(part('a'))
    store.fail.list = 'the results service is away'
    const unlisted = await report(store, lab)
    expect(unlisted.verdict).toBe('unknown')
    expect(unlisted.failure).toContain('the results service is away')
    delete store.fail.list
    store.fail.download = 'the blob is gone'
    expect((await report(store, lab)).failure).toContain('the blob is gone')
  })

  test('`never` is green, and the verdict says what is so', async () => {
    store.putExpected(expected({ stacks: stacks('a', 'b') }))
    store.putParts(failed('a'))
    const made = await report(store, lab, { failOn: 'never' })
    expect([made.verdict, made.failure]).toEqual(['failed', undefined])
    expect(made.notices.join('\n')).toContain('fail-on: never')
    expect(rowsOf(comment())).toHaveLength(2)
  })
})

describe('whose parts count', () => {
  test('parts of another run and of another commit are refused, by name', async () => {
    store.putExpected(expected({ stacks: stacks('a', 'b', 'c') }))
    store.putParts(part('a'))
    store.putParts(part('b', { run: { id: '999', attempt: 1, sha: HEAD } }))
    store.putParts(part('c', { run: { id: RUN, attempt: 1, sha: 'd'.repeat(40) } }))
    const made = await report(store, lab)
    expect(made.verdict).toBe('unknown')
    expect(made.failure).toMatch(/^2 stacks without a result: b, c\n/)
    expect(made.failure).toMatch(/b \(gitops-part-\w+-1\) is refused: it is of run 999, and this is run 1000/)
    expect(made.failure).toMatch(/c \(gitops-part-\w+-1\) is refused: it is of commit dddddddddddd/)
    expect(rowsOf(comment()).map((row) => row.slice(0, 5))).toEqual(['❓ `b`', '❓ `c`', '✅ `a`'])
  })

  test('an expectation of another commit is none', async () => {
    store.putExpected(expected({}, { sha: 'd'.repeat(40) }))
    const made = await report(store, lab)
    expect(made.verdict).toBe('unknown')
    expect(made.failure).toContain('what detect-changes expects is refused: it is of commit dddddddddddd')
  })

  const second = { id: RUN, attempt: 2, sha: HEAD }
  const run2 = pullRequestRun({ attempt: 2 })

  test('failed jobs ran again: the others’ parts still count, the newer one wins', async () => {
    store.putExpected(expected({ stacks: stacks('a', 'b') }))
    store.putParts(part('a'))
    store.putParts(failed('b'))
    store.putParts(changed('b', { run: second }))
    const made = await report(store, lab, { run: run2 })
    expect([made.verdict, made.failure]).toEqual(['changed', undefined])
    expect(rowsOf(comment())).toEqual(['📝 `b` **1 to destroy, 2 to add**', '✅ `a` No changes'])
    expect(made.infos).toEqual(['1 parts are superseded by newer ones'])
  })

  test('a failed part that its job did not replace', async () => {
    store.putExpected(expected({ stacks: stacks('a', 'b') }))
    store.putParts(part('a'))
    store.putParts(failed('b'))
    const made = await report(store, lab, { run: run2 })
    expect(made.failure).toContain('failed in attempt 1, and attempt 2 brought no new result')
  })

  test('all jobs ran again: what an earlier attempt said does not count', async () => {
    store.putExpected(expected({ stacks: stacks('a', 'b') }))
    store.putExpected(expected({ stacks: stacks('a', 'b') }, { attempt: 2 }), 2)
    store.putParts(part('a'))
    store.putParts(part('b'))
    store.putParts(part('a', { run: second }))
    const made = await report(store, lab, { run: run2 })
    expect(made.verdict).toBe('unknown')
    expect(made.failure).toBe('1 stack without a result: b (no result)')
  })

  test('a part of a later attempt is refused', async () => {
    store.putExpected(expected({ stacks: stacks('a') }))
    store.putParts(part('a', { run: second }))
    expect((await report(store, lab)).failure).toContain('it is of attempt 2, and this is attempt 1')
  })

  test('an old run that ends last leaves the comment of the newer one', async () => {
    const newer = pullRequestRun({ runId: '1001' })
    const stores = [makeStore(), makeStore()] as const
    stores[0].putExpected(expected({ stacks: stacks('old') }))
    stores[0].putParts(failed('old'))
    stores[1].putExpected(expected({ stacks: stacks('new') }, { runId: '1001' }))
    stores[1].putParts(part('new', { run: { id: '1001', attempt: 1, sha: HEAD } }))
    await report(stores[1], lab, { run: newer })
    const before = comment()
    const late = await report(stores[0], lab)
    expect(comment()).toBe(before)
    expect(late.failure).toContain('old')
    expect(late.notices).toContain('A newer run has already written this comment: it was left as it is.')
  })
})

describe('a push', () => {
  const run = pushRun()
  beforeEach(() => {
    lab.state.pulls.delete(PULL)
    lab.addPull({
      number: PULL,
      head: { ref: 'change', sha: 'e'.repeat(40) },
      base: { ref: 'main', sha: 'c'.repeat(40) },
      state: 'closed',
      merged: true,
      mergeCommitSha: HEAD,
    })
  })

  test('what was applied is told on the merged pull request', async () => {
    store.putExpected(expected({ stacks: stacks('a', 'bb', 'ccc') }))
    store.putParts(applied('a'))
    store.putParts(applied('bb', { status: 'ok', counts: {}, headline: ['nothing to apply'] }))
    store.putParts(refused('ccc'))
    const made = await report(store, lab, { run })
    expect(made.verdict).toBe('failed')
    expect(made.failure).toBe('1 stack refused: ccc (it was made of other files)')
    expect(lab.bodies(PULL)[0]).toContain('key=apply')
    expect(head(comment())).toBe(
      '## ✗ Terraform apply: **1 of 3 stacks refused**, **1 applied**: 1 destroyed, 2 added',
    )
    expect(rowsOf(comment())).toEqual([
      '⛔ `ccc` **not applied**: it was made of other files',
      '✅ `a` **1 destroyed, 2 added**',
      '✅ `bb` nothing to apply',
    ])
  })

  test('a run that finds all applied leaves what is written of the one that did it', async () => {
    store.putExpected(expected({ stacks: stacks('a') }))
    store.putParts(applied('a'))
    await report(store, lab, { run })
    const before = lab.bodies(PULL)
    expect(before).toHaveLength(1)
    const nothing = { status: 'ok', counts: {}, headline: ['nothing to apply'] } as const
    const facts = { outcome: 'nothing' }
    store.putParts(applied('a', { ...nothing, facts, run: { id: run.runId, attempt: 2, sha: HEAD } }))
    const again = await report(store, lab, { run: { ...run, attempt: 2 } })
    expect([again.verdict, again.failure, lab.bodies(PULL)]).toEqual(['ok', undefined, before])
  })

  test('a plan alone is not enough, and a failed one says why', async () => {
    store.putExpected(expected({ stacks: stacks('a', 'b') }))
    store.putParts(changed('a'))
    store.putParts(failed('b'))
    const made = await report(store, lab, { run })
    expect(made.failure).toBe(
      '1 stack failed: b (no such bucket)\n1 stack without a result: a (planned, and not applied)',
    )
  })

  test('an apply takes the place of the plan of its stack', async () => {
    store.putExpected(expected({ stacks: stacks('a') }))
    store.putParts(changed('a'))
    store.putParts(applied('a'))
    const made = await report(store, lab, { run })
    expect([made.verdict, made.failure]).toEqual(['changed', undefined])
  })

  test('refused first, approved later in the same attempt: the approval counts, whichever is listed first', async () => {
    store.putExpected(expected({ stacks: stacks('a', 'b') }))
    store.putParts(refused('a'))
    store.putParts(refused('b'))
    const first = await report(store, lab, { run })
    expect(first.refused.names).toEqual(['a', 'b'])
    store.putParts(applied('a', { facts: { mode: 'approve' } }), applied('b', { facts: { mode: 'approve' } }))
    const made = await report(store, lab, { run })
    expect([made.verdict, made.failure]).toEqual(['changed', undefined])
    expect(made.refused.outputs).toEqual({
      refused: '[]',
      'refused-matrix': '{"include":[]}',
      'has-refused-matrix': 'false',
    })
    expect(lab.bodies(PULL)).toHaveLength(1)
  })

  test('what was refused as a matrix, one environment an entry; what is overtaken is in none', async () => {
    store.putExpected(
      expected({
        stacks: [
          judgedStack('a', {}, { environment: 'prod' }),
          judgedStack('b', {}, { environment: 'dev' }),
          judgedStack('c'),
        ],
      }),
    )
    store.putParts(refused('a'), refused('b', 'stale'), refused('c', 'superseded'))
    const { refused: out } = await report(store, lab, { run })
    expect(JSON.parse(out.outputs.refused)).toEqual(['a', 'b', 'c'])
    expect(JSON.parse(out.outputs['refused-matrix'])).toEqual({
      include: [
        { id: expect.any(String), name: 'b', stacks: 'b', environment: 'dev' },
        { id: expect.any(String), name: 'a', stacks: 'a', environment: 'prod' },
      ],
    })
    expect(out.outputs['has-refused-matrix']).toBe('true')
  })

  test('a stack that is gone: not destroyed is said, and is not red', async () => {
    store.putExpected(expected({ stacks: stacks('a'), deletedStacks: stacks('old') }))
    store.putParts(applied('a'))
    const made = await report(store, lab, { run })
    expect(made.failure).toBeUndefined()
    expect(rowsOf(comment())[1]).toContain('⚠️ `old` **gone from the repository**, no job destroyed it')
    // A job may have died in the middle of it.
    expect(comment()).not.toContain('nothing was destroyed')
  })

  test('where stacks that are gone were to be destroyed, one that no job tells of is missing', async () => {
    const names = Array.from({ length: 257 }, (_, index) => `old-${String(index).padStart(3, '0')}`)
    store.putExpected(expected({ stacks: stacks('a'), deletedStacks: stacks('dns', ...names) }))
    store.putParts(applied('a'))
    const jobs = [{ name: 'Destroy dns', status: 'completed', conclusion: 'failure' }]
    lab.addRun({ id: Number(RUN), headSha: HEAD, jobs })
    const made = await report(store, lab, { run, requireGone: true })
    expect(made.verdict).toBe('unknown')
    expect(made.failure).toContain('258 stacks without a result: dns, old-000')
    expect(rowsOf(comment())[0]).toBe('❓ `dns` **no result**: job "Destroy dns" failed')
    // An apply of a stack that is there, or a plan, is not what was asked for.
    const few = makeStore()
    few.putExpected(expected({ deletedStacks: stacks('dns', 'old', 'vpc', 'cdn') }))
    few.putParts(applied('dns'))
    few.putParts(changed('old', { facts: { gone: 'true' } }))
    few.putParts(applied('vpc', { facts: { mode: 'reviewed', gone: 'true' } }))
    few.putParts(failed('cdn', { facts: { gone: 'true' } }))
    const again = await report(few, lab, { run, requireGone: true })
    expect(again.failure).toBe('1 stack failed: cdn (no such bucket)\n2 stacks without a result: dns, old')
    // It says nothing of a pull request, where nothing is destroyed.
    const pull = makeStore()
    pull.putExpected(expected({ deletedStacks: stacks('old') }))
    pull.putParts(changed('old', { facts: { gone: 'true' } }))
    expect((await report(pull, lab, { requireGone: true })).failure).toBeUndefined()
  })

  test('a stack that is gone and was destroyed counts as applied; refused, no list for approval has it', async () => {
    store.putExpected(expected({ deletedStacks: stacks('old', 'older') }))
    store.putParts(applied('old', { counts: { destroy: 12 } }))
    store.putParts(refused('older', 'destroys'))
    const made = await report(store, lab, { run })
    expect(head(comment())).toBe(
      '## ✗ Terraform apply: **1 of 2 stacks refused**, **1 applied**: 12 destroyed',
    )
    expect(made.refused.outputs).toMatchObject({ refused: '["older"]', 'has-refused-matrix': 'false' })
  })

  test('a commit without a pull request is told in the summary only', async () => {
    lab.state.pulls.clear()
    store.putExpected(expected({ stacks: stacks('a') }))
    store.putParts(applied('a'))
    const made = await report(store, lab, { run })
    expect(made.failure).toBeUndefined()
    expect(made.published.comment).toBeUndefined()
    expect(made.rendered.summary).toContain('1 destroyed, 2 added')
  })

  test('several pull requests in one push, as they are given', async () => {
    lab.addPull({
      number: 8,
      head: { ref: 'x', sha: 'f'.repeat(40) },
      base: { ref: 'main', sha: HEAD },
      state: 'closed',
    })
    store.putExpected(expected({ stacks: stacks('a') }))
    store.putParts(applied('a'))
    await report(store, lab, { run, pulls: [7, 8] })
    expect([lab.bodies(7).length, lab.bodies(8).length]).toEqual([1, 1])
  })

  test('several pull requests in one push: those whose plans were applied, and that of the commit', async () => {
    for (const number of [8, 9])
      lab.addPull({
        number,
        head: { ref: `x-${number}`, sha: String(number).repeat(40) },
        base: { ref: 'main', sha: HEAD },
        state: 'closed',
      })
    store.putExpected(expected({ stacks: stacks('a', 'b', 'c') }))
    store.putParts(applied('a', { facts: { mode: 'reviewed', pull: '8' } }))
    store.putParts(applied('b', { facts: { mode: 'reviewed', pull: '8/../9' } }))
    store.putParts(changed('c', { facts: { pull: '9' } }))
    await report(store, lab, { run })
    expect([7, 8, 9].map((number) => lab.bodies(number).length)).toEqual([1, 1, 0])
    // That GitHub does not know of the commit keeps nobody else from being told.
    lab.fail('repos/list-pull-requests-associated-with-commit', { status: 404 })
    store.putParts(applied('d', { facts: { mode: 'reviewed', pull: '9' } }))
    const made = await report(store, lab, { run })
    expect(lab.bodies(9)).toHaveLength(1)
    expect(made.notices).toEqual([
      expect.stringMatching(/^The pull requests of the commit could not be asked for/),
    ])
  })

  describe('other open pull requests', () => {
    const [PLANNED, SINCE] = [30, 31]
    const plan = (number: number, name: string, createdAt: number): void => {
      const sha = String(number).repeat(20)
      lab.addPull({
        number,
        head: { ref: `open-${number}`, sha },
        base: { ref: 'main', sha: 'c'.repeat(40) },
      })
      const runId = 9000 + number
      lab.addRun({
        id: runId,
        headSha: sha,
        branch: `open-${number}`,
        event: 'pull_request',
        path: '.github/workflows/gitops.yml',
      })
      lab.addArtifact({
        runId,
        name: planArtifactName(JSON.stringify([name, '']), 'd'.repeat(64), 1),
        createdAt: new Date(createdAt).toISOString(),
        files: { 'plan.sealed': 'x' },
      })
      lab.addComment(
        number,
        'github-actions[bot]',
        'Bot',
        withMarker({
          key: 'pipeline',
          run: { id: String(runId), attempt: 1, sha },
          body: '## Terraform plans',
        }),
      )
    }
    const outdated = (number: number): boolean =>
      lab.bodies(number).some((body) => body.includes('out of date'))

    test('are told that their plan of what was applied is out of date, once; not of what was refused', async () => {
      store.putExpected(expected({ stacks: stacks('a', 'b', 'c') }))
      store.putParts(applied('a'))
      store.putParts(refused('b'))
      store.putParts(applied('c', { status: 'ok', counts: {}, headline: ['nothing to apply'] }))
      // The artifacts of this run are made a quarter of an hour after the epoch began.
      plan(PLANNED, 'a', 1_000)
      plan(SINCE, 'a', 2_000_000)
      plan(32, 'b', 1_000)
      plan(33, 'c', 1_000)
      await report(store, lab, { run })
      expect([PLANNED, SINCE, 32, 33].map(outdated)).toEqual([true, false, false, false])
      const before = lab.bodies(PLANNED)
      expect(before[0]).toContain('`a` was applied from')
      const again = await report(store, lab, { run })
      expect([lab.bodies(PLANNED), again.notices]).toEqual([before, []])
    })

    test('a plan that has seen its stack applied is not out of date since another was applied later', async () => {
      store.putExpected(expected({ stacks: stacks('a', 'b') }))
      store.putParts(applied('a'))
      plan(PLANNED, 'a', 1_000_103)
      store.put('between', {})
      store.put('and', {})
      store.put('more', {})
      store.putParts(applied('b'))
      await report(store, lab, { run })
      expect(outdated(PLANNED)).toBe(false)
    })

    test('that they cannot be told is said, and not red; without a comment of ours nobody is told', async () => {
      store.putExpected(expected({ stacks: stacks('a') }))
      store.putParts(applied('a'))
      plan(PLANNED, 'a', 1_000)
      expect((await report(store, lab, { run, comment: 'off' })).notices).toEqual([])
      expect(outdated(PLANNED)).toBe(false)
      lab.fail('actions/list-artifacts-for-repo', { status: 403 })
      const made = await report(store, lab, { run })
      expect([made.failure, made.notices]).toEqual([
        undefined,
        [expect.stringContaining('Open pull requests with a plan of the same stacks could not be told')],
      ])
      expect(lab.bodies(PULL)).toHaveLength(1)
    })
  })
})

describe('a stack that the pull request deletes', () => {
  const gone = (name: string): ReturnType<typeof part> =>
    changed(name, { counts: { destroy: 12 }, facts: { gone: 'true' }, headline: ['12 resources remain'] })

  test('its part says what remains, and nothing of it counts as to be destroyed', async () => {
    store.putExpected(expected({ stacks: stacks('a'), deletedStacks: stacks('old') }))
    store.putParts(part('a'))
    const without = await report(store, lab)
    expect(without.failure).toContain('1 stack without a result: old')
    store.putParts(gone('old'))
    const made = await report(store, lab)
    expect([made.verdict, made.failure]).toEqual(['changed', undefined])
    expect(head(comment())).toBe('## ± Terraform plans: **1 of 2 stacks gone**')
  })

  test('a part of a living stack of that name is not one of the gone stack', async () => {
    store.putExpected(expected({ deletedStacks: stacks('old') }))
    store.putParts(part('old'))
    expect((await report(store, lab)).verdict).toBe('unknown')
  })
})

describe('a fork', () => {
  const { pull } = pullRequestRun()
  if (pull === undefined) throw new Error('no pull request')
  const fork = pullRequestRun({ pull: { ...pull, fork: true } })
  const policy = (name: string): ReturnType<typeof part> =>
    failed(name, {
      verdict: { kind: 'failed', cause: 'policy', reason: 'a fork’s pull request has no credentials' },
    })

  test('what could not run for lack of credentials is red, or let pass when the owner says so', async () => {
    store.putExpected(expected({ stacks: stacks('a', 'b') }))
    store.putParts(part('a'), policy('b'))
    expect((await report(store, lab, { run: fork })).failure).toContain('b')
    const let_ = await report(store, lab, { run: fork, forkPolicy: 'notice' })
    expect([let_.verdict, let_.failure]).toEqual(['unknown', undefined])
    expect(let_.notices.join()).toContain('b was not planned')
  })

  test('what is wrong with its code is red all the same', async () => {
    store.putExpected(expected({ stacks: stacks('a') }))
    store.putParts(
      failed('a', {
        verdict: { kind: 'failed', cause: 'config', reason: 'not formatted' },
        findings: [
          {
            rule: 'terraform/fmt',
            severity: 'error',
            message: 'not formatted',
            subject: 'a',
            fingerprint: 'x',
          },
        ],
      }),
    )
    expect((await report(store, lab, { run: fork, forkPolicy: 'notice' })).failure).toContain('not formatted')
  })

  test('on our own pull request the cause policy is as red as any', async () => {
    store.putExpected(expected({ stacks: stacks('a') }))
    store.putParts(policy('a'))
    expect((await report(store, lab, { forkPolicy: 'notice' })).failure).toContain('1 stack failed: a')
  })
})

test('an upload that fails is a notice', async () => {
  store.putExpected(expected({ stacks: stacks('a') }))
  store.putParts(part('a'))
  store.fail.upload = 'the storage quota is used up'
  const made = await report(store, lab)
  expect(made.failure).toBeUndefined()
  expect(made.notices.join()).toContain('the storage quota is used up')
  expect(comment()).not.toContain('full report')
})

test('a comment that cannot be written is red', async () => {
  store.putExpected(expected({ stacks: stacks('a') }))
  store.putParts(part('a'))
  lab.fail('*', { status: 403, body: { message: 'Resource not accessible by integration' }, times: 9 })
  const made = await report(store, lab, { failOn: 'never' })
  expect(made.failure).toContain('the comment could not be written')
})

test('a secret that a part still holds is hidden, in every form', async () => {
  store.putExpected(expected({ stacks: stacks('a') }))
  store.putParts(
    changed('a', {
      headline: ['hunter2-secret'],
      sections: [{ kind: 'code', rank: 1, language: 'text', text: 'x = hunter2-secret' }],
      findings: [
        {
          rule: 'r',
          severity: 'error',
          message: 'hunter2-secret',
          subject: 'a',
          fingerprint: 'hunter2-secret',
        },
      ],
    }),
  )
  const { rendered, markdown } = await report(store, lab)
  for (const text of [
    rendered.html,
    rendered.plain,
    rendered.sarif,
    rendered.stable,
    rendered.summary,
    markdown,
  ]) {
    expect(text).not.toContain('hunter2')
  }
  expect(markdown).toContain('(sensitive value)')
})
