import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { planResult } from '../../src/actions/plan-result.ts'
import { terraformPlanComment } from '../../src/actions/terraform-plan-comment.ts'
import type { ActionContext, ActionResult } from '../../src/core/action.ts'
import type { Log } from '../../src/core/ports.ts'
import { makeRedactor } from '../../src/core/redact.ts'
import type { Redactor } from '../../src/core/redactor.ts'
import { publish, render } from '../../src/pipeline/publish.ts'
import type { Part } from '../../src/report/part.ts'
import { redactPart } from '../../src/report/redact-document.ts'
import { canaryPlans, everyPlace, tracesOf, type CanaryPlan } from './canary-plans.ts'
import { annotations, filesBelow, makeSite, PULL } from './support.ts'

/** No secret of a plan is in anything that leaves the action: log, outputs, annotations, summary, comment, files. */

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leaks-'))
  await mkdir(join(folder, 'workspace/infra'), { recursive: true })
  await mkdir(join(folder, 'temp'))
})

afterEach(() => rm(folder, { recursive: true }))

interface InProcess {
  readonly context: ActionContext
  readonly said: string[]
}

/** What the lifecycle would hand to an action, with a log that is a list. */
function inProcess(env: Record<string, string> = {}): InProcess {
  const said: string[] = []
  const say = (message: string): void => void said.push(message)
  const log: Log = {
    info: say,
    debug: say,
    notice: say,
    warning: say,
    error: say,
    mask: say,
    group: (_, body) => body(),
  }
  const context: ActionContext = {
    env,
    run: {
      event: 'workflow_dispatch',
      repository: 'acme/gitops',
      defaultBranch: 'main',
      sha: 'a'.repeat(40),
      ref: 'refs/heads/main',
      refType: 'branch',
      actor: 'dev',
      runId: '1000',
      attempt: 1,
      workflowRef: 'acme/gitops/.github/workflows/gitops.yml@refs/heads/main',
      serverUrl: 'https://github.com',
      apiUrl: 'http://127.0.0.1:9',
      workspace: join(folder, 'workspace'),
      temp: join(folder, 'temp'),
      pull: undefined,
      push: undefined,
      mergeGroup: undefined,
    },
    exec: () => Promise.reject(new Error('nothing is to be started')),
    log,
    clock: { now: () => Date.now(), sleep: () => Promise.resolve() },
    removeAfterJob: () => undefined,
    hide: () => undefined,
    onStop: () => () => undefined,
    sayNow: () => undefined,
  }
  return { context, said }
}

/** The action itself, in this process, on plan JSON. */
async function planComment(
  json: string,
  env: Record<string, string> = {},
): Promise<{ result: ActionResult; all: string }> {
  const planFile = join(folder, 'plan-given.json')
  await writeFile(planFile, json)
  const { context, said } = inProcess(env)
  const result = await terraformPlanComment.run(
    {
      checks: 'auto',
      tool: 'auto',
      'tool-version': 'auto',
      'lock-timeout': '5m',
      comment: 'off',
      redact: [],
      'destroy-warning': 1,
      'fork-policy': 'fail',
      'github-token': '',
      'job-id': '',
      'working-directory': 'infra',
      stack: [],
      'plan-file': planFile,
      workspace: undefined,
      'var-files': [],
      'backend-config': [],
      'init-args': [],
      'plan-args': [],
      collect: false,
      gone: false,
      'base-sha': undefined,
      'save-plan': undefined,
      'plan-passphrase': '',
      'retention-days': 14,
      config: undefined,
    },
    context,
  )
  const files = Object.values(await filesBelow(join(folder, 'temp'), /^$/))
  await rm(join(folder, 'temp'), { recursive: true })
  await mkdir(join(folder, 'temp'))
  return { result, all: [JSON.stringify(result), result.summary ?? '', ...said, ...files].join('\n') }
}

function expectClean(plan: CanaryPlan, all: string): void {
  for (const canary of plan.canaries) {
    const traces = tracesOf(canary, all)
    const at = all.indexOf(canary.core.slice(0, 8))
    if (traces.length > 0) {
      throw new Error(
        `leaks as ${traces.join(', ')}: ${plan.story.join('\n')}\n…${all.slice(Math.max(0, at - 200), at + 100)}…`,
      )
    }
  }
}

describe('canaries', () => {
  test.each(
    everyPlace().map((plan) => [plan.story[0]?.replace(/^.*?" in (?=[a-z])/, '') ?? '', plan] as const),
  )('in %s, and copied to everywhere else', async (_, plan) => {
    const { result, all } = await planComment(plan.json)
    expect(result.failure).toBeUndefined()
    expectClean(plan, all)
    // The test itself can fail: the canary is in the plan, and what is not secret is in the report.
    for (const canary of plan.canaries) expect(tracesOf(canary, plan.json)).toContain('plain')
    expect(all).toContain('(sensitive value)')
    expect(result.summary).toContain('seen')
  })

  test('wherever they are put', async () => {
    await fc.assert(
      fc.asyncProperty(canaryPlans, async (plan) => {
        const { result, all } = await planComment(plan.json)
        expect(result.failure).toBeUndefined()
        expectClean(plan, all)
      }),
      { numRuns: 150 },
    )
  }, 60_000)

  test('of the environment, in a plan that says nothing of them', async () => {
    const [plan] = everyPlace()
    const [canary] = plan?.canaries ?? []
    if (plan === undefined || canary === undefined) throw new Error('no plan')
    const unmarked = plan.json.replaceAll('"after_sensitive":{"input":true}', '"after_sensitive":{}')
    for (const name of ['AWS_SECRET_ACCESS_KEY', 'TF_VAR_db_password', 'TF_TOKEN_app_terraform_io']) {
      const { all } = await planComment(unmarked, { [name]: canary.value })
      expectClean(plan, all)
    }
    // Without it nobody can know: the search finds the canary then, so it would have found it before.
    const { all } = await planComment(unmarked)
    expect(tracesOf(canary, all)).toContain('plain')
  })
})

describe('the built action', () => {
  test('writes none of them to the pull request, the log or a file', async () => {
    await using site = await makeSite()
    await site.write({ 'infra/main.tf': '' })
    const plans = everyPlace()
    for (const plan of [plans[0], plans[4], plans[9], plans[17], plans[18]]) {
      if (plan === undefined) throw new Error('no plan')
      await site.write({ 'infra/plan.json': plan.json })
      const run = await site.run({ inputs: { 'working-directory': 'infra', 'plan-file': 'plan.json' } })
      expect(run.code).toBe(0)
      expectClean(plan, await site.published(run))
      expect(site.comment()).toContain('(sensitive value)')
    }
  }, 30_000)

  test.each([
    ['-var=pin=', ['-var=pin=VALUE'], {}],
    ['-var pin=', ['-var', 'pin=VALUE'], {}],
    ['-var-file=', ['-var-file=pin.tfvars'], {}],
    ['TF_VAR_pin', [], { TF_VAR_pin: 'VALUE' }],
  ] as const)(
    'a sensitive value given by %s is not told, although there is no plan that marks it',
    async (_, args, env) => {
      const value = 'hunter2-hunter2'
      await using site = await makeSite()
      // What the tool has to say of it, the command to reproduce the plan, and the environment.
      await site.script(
        'terraform',
        `#!/bin/sh
case "$1" in
  version) echo '{"terraform_version":"1.11.4"}' ;;
  plan) printf '\nError: Wrong pin\n\nThe pin ${value} is wrong; as base64 ${Buffer.from(`pin=${value}`).toString('base64')}.\n' >&2; exit 1 ;;
esac
`,
      )
      await site.write({
        'infra/main.tf.json': JSON.stringify({ variable: { pin: { sensitive: true } } }),
        'infra/pin.tfvars': `pin = "${value}"\n`,
      })
      const given = (text: string): string => text.replace('VALUE', value)
      const run = await site.run({
        inputs: { 'working-directory': 'infra', checks: 'none', 'plan-args': args.map(given).join('\n') },
        env: Object.fromEntries(Object.entries(env).map(([name, text]) => [name, given(text)])),
      })
      expect(run.code).toBe(1)
      expect(site.comment()).toContain('The pin (sensitive value) is wrong')
      const published = await site.published(run)
      expect(published).not.toContain(value)
      expect(published).not.toContain(Buffer.from(value).toString('base64').slice(4, 16))
    },
  )

  test('refuses to publish what its last check finds: red, no comment, no file, and the words of no secret', async () => {
    await using site = await makeSite()
    await site.write({ 'infra/main.tf': '', 'infra/plan.json': everyPlace()[0]?.json ?? '' })
    // A pattern that fits only what the renderer puts together is one that no redaction before it can catch.
    const run = await site.run({
      inputs: {
        'working-directory': 'infra',
        'plan-file': 'plan.json',
        redact: String.raw`\| Action \| Resource`,
      },
    })
    expect(run.code).toBe(1)
    expect(annotations(run.log)).toEqual([
      expect.stringMatching(/^error Refused to publish: the finished text still holds a sensitive value/),
    ])
    expect(site.lab.bodies(PULL)).toEqual([])
    expect(run.outputs).toEqual({})
    expect(run.summary).toContain('Refused to publish')
    expect(run.summary).not.toContain('test_thing')
    expect(
      Object.keys(await filesBelow(site.temp, /^$/)).filter((name) => /comment|part/.test(name)),
    ).toEqual([])
  }, 20_000)
})

describe('the last check', () => {
  const secret = 'hunter2-hunter2'
  const part = (text: string): Part => ({
    version: 1,
    kind: 'terraform-plan',
    subject: { key: 'k', name: 'infra', path: 'infra' },
    status: 'changed',
    verdict: { kind: 'ok' },
    counts: { add: 1 },
    headline: ['1 to add'],
    sections: [{ kind: 'text', rank: 0, text: [text] }],
    findings: [],
    facts: {},
    run: { id: '1000', attempt: 1, sha: '' },
    seconds: 0,
  })
  const request = (parts: readonly Part[], redactor: Redactor): Parameters<typeof planResult>[0] => ({
    // As planStacks hands them over.
    planned: {
      parts: parts.map((one) => redactPart(one, redactor)),
      outcomes: [],
      redactor,
      planFiles: [],
      saved: [],
    },
    title: 'Terraform plan',
    key: 'k',
    comment: 'off',
    forkPolicy: 'fail',
    github: () => Promise.reject(new Error('GitHub was asked')),
    folder: join(folder, 'temp'),
    outputs: {},
  })
  const real = makeRedactor({ secrets: [secret], publicNames: [], patterns: [] })

  test.each([
    ['misses everything', (text: string) => text],
    ['misses what is escaped', (text: string) => text.replaceAll(secret, '(sensitive value)')],
    ['changes the secret a little', (text: string) => text.replaceAll(secret, secret.split('').join('\\'))],
  ])('stops a redactor that %s', async (_, redact) => {
    const texts = [secret, Buffer.from(`user:${secret}`).toString('base64'), secret.replaceAll('-', '%2D')]
    for (const text of texts) {
      const broken: Redactor = { ...real, redact }
      if (real.leaks(redact(text)) === 0) continue
      const { context, said } = inProcess()
      await expect(planResult(request([part(`It is ${text}.`)], broken), context)).rejects.toThrow(
        'Refused to publish: the finished text still holds a sensitive value.',
      )
      expect(await readdir(join(folder, 'temp'))).toEqual([])
      expect(said.join('\n')).not.toContain(text)
    }
  })

  test('… before GitHub is asked for anything', async () => {
    const pull = {
      number: 7,
      headSha: 'b'.repeat(40),
      headRef: 'change',
      baseRef: 'main',
      baseSha: 'c'.repeat(40),
      fork: false,
    }
    let asked = 0
    const publishWith = async (redactor: Redactor): Promise<unknown> =>
      publish(
        {
          ...render({
            parts: [redactPart(part(`It is ${secret}.`), redactor)],
            title: 'Terraform plan',
            redactor,
            runUrl: '',
          }),
          run: { ...inProcess().context.run, pull },
          key: 'k',
          comment: 'update',
        },
        () => {
          asked += 1
          return Promise.reject(new Error('GitHub was asked'))
        },
      )
    await expect(publishWith({ ...real, redact: (text) => text })).rejects.toThrow('Refused to publish')
    expect(asked).toBe(0)
    expect(await publishWith(real)).toMatchObject({ failure: expect.stringContaining('GitHub was asked') })
    expect(asked).toBe(1)
  })

  test('lets a clean report through', async () => {
    const { context } = inProcess()
    const result = await planResult(request([part(`It is ${secret}.`)], real), context)
    expect(result.failure).toBeUndefined()
    expect(result.summary).toContain('It is (sensitive value).')
    expect((await readdir(join(folder, 'temp'))).sort()).toEqual(['comment.md', 'part.json'])
  })
})
