import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { marked } from 'marked'
import { makeHidesKey } from '../../../../src/core/key-names.ts'
import { makeRedactor } from '../../../../src/core/redact.ts'
import type { Redactor } from '../../../../src/core/redactor.ts'
import { toMarkdown } from '../../../../src/report/markdown.ts'
import { documentOf } from '../../../../src/report/overview.ts'
import type { Part } from '../../../../src/report/part.ts'
import { redactPart } from '../../../../src/report/redact-document.ts'
import { followApply } from '../../../../src/terraform/apply/follow.ts'
import { outputsFile } from '../../../../src/terraform/apply/outputs.ts'
import { applyPart } from '../../../../src/terraform/apply/report/apply-part.ts'
import { lastWords } from '../../../../src/terraform/apply/report/last-words.ts'
import type { ResourceResult, StackApply } from '../../../../src/terraform/apply/stack-apply.ts'
import type { RawPlan } from '../../../../src/terraform/plan/raw.ts'
import { planSecrets } from '../../../../src/terraform/secrets.ts'
import { stackIn } from '../../support.ts'

const SECRET = 'example-only-not-a-secret-1'
const run = stackIn('/nowhere', {
  tool: 'terraform',
  path: '/bin/terraform',
  version: '1.11.4',
  reason: 'test',
})
const stack = { key: 'k', name: 'infra/app', path: 'infra/app' }
const none = makeRedactor({ secrets: [], publicNames: [], patterns: [] })

const change = (address: string, actions: string[], more: object = {}) => ({
  address,
  mode: 'managed',
  type: 'aws_instance',
  name: 'x',
  change: { actions, before: null, after: {} },
  ...more,
})

const raw: RawPlan = {
  format_version: '1.2',
  resource_changes: [
    change('aws_instance.new', ['create']),
    change('aws_instance.old', ['delete']),
    change('aws_instance.swap', ['delete', 'create']),
    change('aws_instance.renamed', ['no-op'], { previous_address: 'aws_instance.was' }),
    change('aws_instance.edit', ['update']),
  ],
}

const result = (
  address: string,
  action: string,
  state: ResourceResult['state'],
  more: Partial<ResourceResult> = {},
): ResourceResult => ({ address, action, state, ...(state === 'not-begun' ? {} : { seconds: 2 }), ...more })

const good: StackApply = {
  stack,
  run,
  raw,
  resources: [
    result('aws_instance.new', 'create', 'done'),
    result('aws_instance.old', 'delete', 'done'),
    result('aws_instance.swap', 'replace', 'done'),
    { address: 'aws_instance.renamed', action: 'move', state: 'done' },
    result('aws_instance.edit', 'update', 'done'),
  ],
  stale: false,
  diagnostics: [],
  seconds: 42,
}

const error = {
  severity: 'error' as const,
  summary: `creating EC2 Instance: bad request for ${SECRET}`,
  detail: 'api error',
  address: 'aws_instance.new',
  file: 'main.tf',
  line: 12,
}

const bad: StackApply = {
  ...good,
  resources: [
    result('aws_instance.new', 'create', 'failed'),
    result('aws_instance.old', 'delete', 'done'),
    result('aws_instance.swap', 'replace', 'in-flight', { half: 'deleted' }),
    { address: 'aws_instance.renamed', action: 'move', state: 'in-flight' },
    result('aws_instance.edit', 'update', 'not-begun'),
  ],
  diagnostics: [error],
  failure: { kind: 'failed', phase: 'apply', cause: 'provider', diagnostics: [error], seconds: 42 },
}

const partOf = (apply: StackApply, redactor: Redactor = none): Part =>
  applyPart(apply, {
    run: { id: '1', attempt: 1, sha: 'a' },
    redactor,
  })

const textOf = (part: Part): string =>
  toMarkdown(documentOf([part], { title: 'Terraform apply' }), { limit: 65_000 }).text

test('all is done: what was done, in how long, and each resource with its time', () => {
  const part = partOf(good)
  expect(part).toMatchObject({
    kind: 'terraform-apply',
    status: 'changed',
    verdict: { kind: 'ok' },
    counts: { add: 1, change: 1, destroy: 1, replace: 1, move: 1, drift: 0 },
    facts: { tool: 'terraform', version: '1.11.4' },
    seconds: 42,
  })
  expect(part.headline).toEqual([
    { strong: ['1 destroyed, 1 replaced, 1 added, 1 changed, 1 moved'] },
    ' in 42 s',
  ])
  expect(textOf(part)).toContain('| 🟢\u00a0create | `aws_instance.new` | ✅\u00a0done | 2.0 s |')
})

test('nothing but outputs, and nothing at all', () => {
  const only = {
    ...good,
    resources: [],
    raw: { format_version: '1.2', output_changes: { a: { actions: ['create'] } } },
  }
  expect(partOf(only)).toMatchObject({
    status: 'changed',
    headline: [{ strong: ['outputs only'] }, ' in 42 s'],
  })
  expect(partOf({ ...only, raw: { format_version: '1.2' } })).toMatchObject({ status: 'ok' })
})

test('half way: failures first, what is done counts alone, place of the error, what was destroyed for nothing', () => {
  const part = partOf(bad)
  expect(part).toMatchObject({ status: 'failed', verdict: { kind: 'failed', cause: 'provider' } })
  // The replacement that broke off has destroyed.
  expect(part.counts).toMatchObject({ add: 0, change: 0, destroy: 2, replace: 0, move: 0 })
  expect(part.headline[0]).toEqual({ strong: ['failed: 1 of 5 resources done'] })
  expect(part.findings).toMatchObject([
    { severity: 'error', location: { file: 'infra/app/main.tf', line: 12 } },
  ])
  const text = textOf(part)
  expect(text).toContain('the old one is destroyed, the new one not there')
  expect(text).toContain('**1 of 5 resources done**, 1 failed, 2 in flight, 1 not begun')
  expect(text).toContain('This saved plan is of no use any more')
  const rows = text.split('\n').filter((line) => line.includes('`aws_instance.') && line.startsWith('|'))
  expect(rows.map((row) => /`(aws_instance\.\w+)`/.exec(row)?.[1])).toEqual([
    'aws_instance.new',
    'aws_instance.swap',
    'aws_instance.renamed',
    'aws_instance.edit',
    'aws_instance.old',
  ])
})

test('somebody else holds the lock: nothing was applied, who it is, and the command for a person', () => {
  const lock = { id: '5f1c7b1e', who: 'somebody@laptop', operation: 'OperationTypeApply', path: 'b/k' }
  const diagnostics = [{ severity: 'error' as const, summary: 'Error acquiring the state lock', detail: '' }]
  const failure = {
    kind: 'failed' as const,
    phase: 'apply' as const,
    cause: 'lock' as const,
    diagnostics,
    lock,
    seconds: 1,
  }
  const resources = good.resources.map(({ address, action }) => result(address, action, 'not-begun'))
  const text = textOf(
    partOf({
      ...good,
      stack: { ...stack, path: "infra/it's", workspace: 'prod' },
      failure,
      diagnostics,
      resources,
    }),
  )
  expect(text).toContain('somebody@laptop')
  expect(text).toContain('**Nothing was applied**. Run this job again when the lock is free')
  expect(text).toContain(
    "cd 'infra/it'\\''s'\nterraform init\nterraform workspace select prod\nterraform force-unlock 5f1c7b1e",
  )
})

test('a lock that this apply has left is said with what to do, and no shell word comes out of it', () => {
  const text = textOf(partOf({ ...bad, lockLeft: { id: '$(touch x); -force `id`', who: 'runner@host' } }))
  expect(text).toContain('**The state is still locked by this apply**')
  expect(text).toContain("terraform force-unlock '$(touch x); -force `id`'")
})

test('drift that was seen before the apply is kept', () => {
  const drifted = change('aws_instance.edit', ['update'])
  const drift = {
    ...drifted,
    change: { actions: ['update'], before: { size: 'small' }, after: { size: 'by hand' } },
  }
  const part = partOf({ ...good, raw: { ...raw, resource_drift: [drift] } })
  expect(part.counts['drift']).toBe(1)
  expect(textOf(part)).toContain('Before this apply 1 resource had been changed outside.')
  expect(textOf(part)).toContain('by hand')
})

const hostile = fc
  .array(
    fc.constantFrom(
      '`',
      '|',
      '<',
      '>',
      '\n',
      '::error::',
      '@octocat',
      '](javascript:x)',
      '<!-- -->',
      '\u202e',
      '**',
      '"',
      "'",
      '$(',
      ' ',
      'a',
      SECRET,
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((words) => words.join(''))

describe('hostile text in every field', () => {
  test('no secret, no live HTML, no new line in a row; redacted once and for all', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (address, words, lock) => {
        const plan: RawPlan = {
          ...raw,
          resource_changes: [
            change(address, ['create'], {
              change: { actions: ['create'], after: { password: SECRET }, before: null },
            }),
          ],
        }
        const redactor = makeRedactor({ ...planSecrets(plan, makeHidesKey()), publicNames: [], patterns: [] })
        const diagnostic = { severity: 'error' as const, summary: words, detail: words, address }
        const apply: StackApply = {
          ...bad,
          raw: plan,
          resources: [
            result(address, 'create', 'failed', { deposed: words }),
            result(words, words, 'in-flight'),
          ],
          diagnostics: [diagnostic],
          failure: {
            kind: 'failed',
            phase: 'apply',
            cause: 'lock',
            diagnostics: [diagnostic],
            lock: { id: lock, who: words },
            seconds: 1,
          },
          lockLeft: { id: lock, who: words, created: words },
        }
        const part = partOf(apply, redactor)
        expect(JSON.stringify(part)).not.toContain(SECRET)
        expect(redactPart(part, redactor)).toEqual(part)
        const left = {
          stack,
          tool: 'terraform',
          resources: apply.resources,
          lock: { kind: 'known', info: { id: lock, who: words } },
        } as const
        const last = lastWords(left, redactor)
        for (const text of [textOf(part), last.summary, last.message]) expect(redactor.leaks(text)).toBe(0)
        for (const text of [textOf(part), last.summary]) {
          const html = marked.parse(text, { async: false })
          expect(html).not.toMatch(
            /<!-- -->|href="javascript|<(?!\/?(?:h\d|p|b|em|strong|code|pre|table|thead|tbody|tr|t[hd]|ul|li|blockquote|sub|br)\b)[a-z]/i,
          )
        }
      }),
      { numRuns: 60 },
    )
  })
})

test('results never throw and account for each entry, whatever the plan holds', () => {
  const odd = fc.oneof(
    fc.constant(null),
    fc.string(),
    fc.integer(),
    fc.constantFrom({}, [], [null], { change: null }, { change: { actions: ['create'] } }),
  )
  fc.assert(
    fc.property(fc.oneof(fc.array(odd), odd), (entries) => {
      const plan = { format_version: '1.2', resource_changes: entries } as unknown as RawPlan
      const results = followApply(plan, () => 0).results({ ended: true, well: true })
      // What is not understood is never done.
      expect(results.filter(({ action, state }) => action !== 'create' && state === 'done')).toEqual([])
      expect(results).toHaveLength(Array.isArray(entries) ? entries.length : 0)
    }),
  )
})

test('two objects of one address are told apart by their ids', () => {
  const plan: RawPlan = {
    format_version: '1.2',
    resource_changes: [
      change('a.b', ['delete'], { change: { actions: ['delete'], before: { id: 'one' } } }),
      change('a.b', ['delete'], { deposed: 'd1', change: { actions: ['delete'], before: { id: 'two' } } }),
    ],
  }
  const follower = followApply(plan, () => 0)
  const progress = { address: 'a.b', action: 'delete' }
  follower.take({
    kind: 'progress',
    progress: { step: 'apply-start', ...progress },
    object: { key: 'id', value: 'two' },
  })
  follower.take({ kind: 'progress', progress: { step: 'apply-complete', ...progress } })
  expect(
    follower.results({ ended: true, well: false }).map(({ deposed, state }) => [deposed, state]),
  ).toEqual([
    [undefined, 'not-begun'],
    ['d1', 'done'],
  ])
})

describe('the outputs for later jobs', () => {
  const redactor = makeRedactor({ secrets: [SECRET], publicNames: [], patterns: [] })
  const outputs = {
    name: { value: 'main', sensitive: false },
    list: { value: [1, { deep: ['x'] }], sensitive: false },
    marked: { value: 'whatever', sensitive: true },
    db_password: { value: 'plain-word', sensitive: false },
    url: { value: { deep: [`postgres://u:${SECRET}@h/d`] }, sensitive: false },
    encoded: { value: Buffer.from(`x${SECRET}x`).toString('base64'), sensitive: false },
    token: { value: 'ghp_0123456789abcdefghijABCDEFGHIJ012345', sensitive: false },
    __proto__: { value: 1, sensitive: false },
  }
  test('none that is marked, or holds a secret, or is called like one; each left out is named', () => {
    const { file, leftOut } = outputsFile(
      [
        { ...good, outputs },
        { ...good, stack: { ...stack, name: 'none' } },
      ],
      redactor,
    )
    expect(file).toEqual({
      version: 1,
      stacks: { 'infra/app': { name: 'main', list: [1, { deep: ['x'] }] } },
    })
    expect(leftOut).toEqual([
      { stack: 'infra/app', output: 'marked', why: 'marked sensitive' },
      { stack: 'infra/app', output: 'db_password', why: 'its name is that of a secret' },
      { stack: 'infra/app', output: 'url', why: 'holds a secret' },
      { stack: 'infra/app', output: 'encoded', why: 'holds a secret' },
      { stack: 'infra/app', output: 'token', why: 'its name is that of a secret' },
    ])
  })
})
