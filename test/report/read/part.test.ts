import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { linksInto } from '../../../src/pipeline/report/links.ts'
import { partsFile } from '../../../src/report/part-file.ts'
import type { Part } from '../../../src/report/part.ts'
import { readPartsFile } from '../../../src/report/read/part.ts'
import type { Section } from '../../../src/report/section.ts'
import { hostile } from '../support/hostile.ts'
import { anyDocument } from '../support/documents.ts'

const isOurs = linksInto({ serverUrl: 'https://github.com', repository: 'acme/gitops' })
const read = (value: unknown): ReturnType<typeof readPartsFile> =>
  readPartsFile(JSON.stringify(value), isOurs)

const part: Part = {
  version: 1,
  kind: 'terraform-plan',
  subject: { key: '["infra",""]', name: 'infra', path: 'infra', workspace: 'prod' },
  status: 'changed',
  verdict: { kind: 'waiting', reason: 'waits', on: ['net'] },
  counts: { add: 1, 'not-known-yet': 0 },
  headline: ['1 to ', { strong: ['add'] }],
  sections: [],
  findings: [
    {
      rule: 'terraform/fmt',
      severity: 'error',
      message: 'm',
      help: 'h',
      subject: 'infra',
      location: { file: 'infra/main.tf', line: 1, column: 2, endLine: 3, endColumn: 4 },
      fingerprint: 'f',
    },
  ],
  facts: { 'inputs-hash': 'x' },
  run: { id: '1', attempt: 2, sha: 'b'.repeat(40), url: 'https://github.com/acme/gitops/actions/runs/1' },
  seconds: 1.5,
}
const having = (more: Record<string, unknown>): unknown => ({ version: 1, parts: [{ ...part, ...more }] })

test('what an action writes is read as it was', () => {
  expect(read(partsFile([part]))).toEqual({ parts: [part], faults: [] })
})

test('what nobody knows is left out', () => {
  const found = read({ ...partsFile([part]), more: 1, parts: [{ ...part, more: { deep: [] } }] })
  expect(found).toEqual({ parts: [part], faults: [] })
})

test('any document of the model is read as it was, but for links that are not ours', () => {
  const withoutLinks = (value: unknown): unknown =>
    JSON.parse(
      JSON.stringify(value, (_, item: unknown) => {
        if (typeof item !== 'object' || item === null || !('href' in item)) return item
        return isOurs(String(item.href)) ? item : 'no link'
      }),
    )
  fc.assert(
    fc.property(anyDocument, ({ sections, verdict }) => {
      // As it is after JSON: half a character becomes another one on neither way.
      const plain = JSON.parse(JSON.stringify({ sections, headline: verdict })) as {
        sections: Section[]
      }
      const { parts, faults } = read(having(plain))
      expect(faults).toEqual([])
      if (JSON.stringify(withoutLinks(plain)) === JSON.stringify(plain))
        expect(parts[0]).toEqual({ ...part, ...plain })
      expect(JSON.stringify(parts)).not.toMatch(/"href":"(?!https:\/\/github\.com\/acme\/gitops\/)/i)
    }),
    { numRuns: 300 },
  )
})

test('any JSON, and any text: parts in their shape or a fault, never an error', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.jsonValue().map((value) => JSON.stringify(value)),
        fc.string(),
      ),
      (content) => {
        const { parts, faults } = readPartsFile(content, isOurs)
        expect(parts).toEqual([])
        const isEmpty = /^\{.*"parts":\[\].*\}$/s.test(content)
        if (!isEmpty) expect(faults.length).toBeGreaterThan(0)
      },
    ),
    { numRuns: 500 },
  )
})

test('a part with any one field made into anything is read in its shape or named', () => {
  const paths = fieldsOf(part)
  fc.assert(
    fc.property(fc.constantFrom(...paths), fc.oneof(fc.jsonValue(), hostile), (path, value) => {
      const { parts, faults } = read({ version: 1, parts: [replaced(part, path, value)] })
      expect(parts.length + faults.length).toBe(1)
      for (const fault of faults) expect(fault).toMatch(/^parts\[0\]/)
    }),
    { numRuns: 600 },
  )
})

/** Every way to a value in it. */
function fieldsOf(value: unknown, at: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [[...at]]
  return Object.entries(value).flatMap(([name, item]) => [[...at, name], ...fieldsOf(item, [...at, name])])
}

function replaced(value: unknown, [step, ...rest]: readonly string[], by: unknown): unknown {
  if (step === undefined) return by
  const copy: unknown = Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }
  const of = copy as Record<string, unknown>
  of[step] = replaced(of[step], rest, by)
  return copy
}

describe('what departs from the shape is named with its place', () => {
  const deep = (levels: number): unknown =>
    levels === 0
      ? []
      : [{ kind: 'fold', rank: 1, summary: [], open: true, noun: 'x', sections: deep(levels - 1) }]
  test.each<[string, unknown, string]>([
    [
      'another version',
      { version: 2, parts: [] },
      'version: is 2, and this version of report reads 1: use one release of all actions',
    ],
    ['no version', { parts: [] }, 'version: is missing'],
    ['no list', { version: 1, parts: {} }, 'parts: must be a list'],
    ['no object', [], 'must be an object'],
    ['another version of a part', having({ version: '1' }), 'parts[0].version: must be 1'],
    [
      'a kind nobody knows',
      having({ kind: 'x' }),
      'parts[0].kind: must be one of terraform-plan, terraform-apply, helm-lint',
    ],
    [
      'a count that is none',
      having({ counts: { add: -1 } }),
      'parts[0].counts.add: must be a whole number, 0 or more',
    ],
    [
      'a count that is too big',
      having({ counts: { add: 1e300 } }),
      'parts[0].counts.add: must be a whole number, 0 or more',
    ],
    [
      'a name of Object',
      having({ counts: { constructor: 1 } }),
      'parts[0].counts: has a name that is none: "constructor"',
    ],
    [
      'no verdict',
      having({ verdict: { kind: 'fine' } }),
      'parts[0].verdict.kind: must be one of ok, waiting, failed, unknown',
    ],
    [
      'a failure without a reason',
      having({ verdict: { kind: 'failed', cause: 'auth' } }),
      'parts[0].verdict.reason: is missing',
    ],
    [
      'no subject',
      having({ subject: { key: '', name: 'x', path: 'x' } }),
      'parts[0].subject.key: must not be empty',
    ],
    [
      'a section nobody knows',
      having({ sections: [{ kind: 'script', rank: 0 }] }),
      'parts[0].sections[0]: is of a kind that this version does not know: "script"',
    ],
    [
      'a rank there is not',
      having({ sections: [{ kind: 'text', rank: 10, text: [] }] }),
      'parts[0].sections[0].rank: must be one of 0, 1, 2, 3, 4, 5, 6, 7, 8, 9',
    ],
    [
      'inline text of no kind',
      having({ headline: [{ html: '<b>' }] }),
      'parts[0].headline[0].link: is missing',
    ],
    [
      'no commit',
      having({ run: { ...part.run, sha: 'main' } }),
      'parts[0].run.sha: must be the id of a commit',
    ],
    ['attempt 0', having({ run: { ...part.run, attempt: 0 } }), 'parts[0].run.attempt: counts from 1'],
    ['a time that is none', having({ seconds: null }), 'parts[0].seconds: must be a number of seconds'],
    [
      'line 0',
      having({ findings: [{ ...part.findings[0], location: { file: 'x', line: 0 } }] }),
      'parts[0].findings[0].location.line: counts from 1',
    ],
  ])('%s', (_, value, fault) => {
    expect(read(value)).toEqual({ parts: [], faults: [fault] })
  })

  test('nested without end', () => {
    const { faults } = read(having({ sections: deep(40) }))
    expect(faults[0]).toMatch(/is nested too deep$/)
    expect(read(having({ sections: deep(10) })).faults).toEqual([])
  })

  test('nested deeper than the stack', () => {
    const levels = 100_000
    const content = `{"version":1,"parts":[{"headline":${'['.repeat(levels)}${']'.repeat(levels)}}]}`
    const { parts, faults } = readPartsFile(content, isOurs)
    expect(parts).toEqual([])
    expect(faults).toHaveLength(1)
  })

  test('prototypes are data like any other', () => {
    const content = JSON.stringify(having({})).replace(
      '"counts":{',
      '"__proto__":{"x":1},"counts":{"__proto__":{"add":7},',
    )
    expect(readPartsFile(content, isOurs).faults).toEqual([
      'parts[0].counts: has a name that is none: "__proto__"',
    ])
    expect(({} as Record<string, unknown>)['x']).toBeUndefined()
    // A field is what the part itself has.
    const inherited = JSON.stringify({ version: 1, parts: [{}] }).replace(
      '[{}]',
      `[{"__proto__":${JSON.stringify(part)}}]`,
    )
    expect(readPartsFile(inherited, isOurs).parts).toEqual([])
  })

  test('one bad part of many: the others are read', () => {
    const found = read({ version: 1, parts: [part, { ...part, kind: 'x' }, part] })
    expect(found.parts).toHaveLength(2)
    expect(found.faults).toHaveLength(1)
  })

  test.each(['', '{', 'null', '"parts"', '\ufeff{}', '\u0000'])(
    'a file that was cut off or is none: %j',
    (content) => {
      const { parts, faults } = readPartsFile(content, isOurs)
      expect([parts, faults.length]).toEqual([[], 1])
    },
  )
})

describe('links', () => {
  const link = (href: string): unknown =>
    having({ headline: [{ link: ['text'], href }], run: { ...part.run, url: href } })
  test.each([
    'javascript:alert(1)',
    'https://evil.example/acme/gitops/',
    'https://github.com.evil.example/acme/gitops/',
    'https://github.com/mallory/gitops/actions',
    'https://github.com/acme/gitops/../../mallory/x',
    'https://github.com/acme/gitops/%2e%2e/%2e%2e/mallory/x',
    'https://github.com\\@evil.example/acme/gitops/',
    'https://acme@github.com/acme/gitops/x',
    'http://github.com/acme/gitops/x',
    '//github.com/acme/gitops/x',
    'data:text/html,x',
    '#r1',
    '',
  ])('%s is no link of ours: the text stays', (href) => {
    const [found] = read(link(href)).parts
    expect(found?.headline).toEqual(['text'])
    expect(found?.run).not.toHaveProperty('url')
  })

  test('one into the repository stays', () => {
    const href = 'https://github.com/acme/gitops/actions/runs/1/job/2'
    expect(read(link(href)).parts[0]?.headline).toEqual([{ link: ['text'], href }])
  })

  test('a server with a path of its own', () => {
    const rule = linksInto({ serverUrl: 'https://ghe.acme.example/git/', repository: 'acme/gitops' })
    expect(rule('https://ghe.acme.example/git/acme/gitops/x')).toBe(true)
    expect(rule('https://ghe.acme.example/acme/gitops/x')).toBe(false)
  })
})

test('the modules that read know every field of the model', () => {
  // A field added to a section and not read would be lost on the way to the comment.
  const source = (name: string): string =>
    readFileSync(new URL(`../../../src/report/${name}`, import.meta.url), 'utf8')
  const reading = readdirSync(new URL('../../../src/report/read', import.meta.url))
    .map((name) => source(`read/${name}`))
    .join('\n')
  for (const model of ['section.ts', 'part.ts', 'finding.ts']) {
    const fields = [...source(model).matchAll(/readonly (\w+)\??:/g)].map(([, name = '']) => name)
    expect(fields.filter((name) => !new RegExp(`'${name}'|\\b${name}:`).test(reading))).toEqual([])
  }
})
