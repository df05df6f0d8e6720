import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { stringify } from 'yaml'
import { checkTree } from '../../../src/repository/config/check-tree.ts'
import { FORMATS, fits } from '../../../src/repository/config/formats.ts'
import { configSchema } from '../../../src/repository/config/json-schema.ts'
import { readConfig } from '../../../src/repository/config/read-config.ts'
import { STRUCTURE, type ObjectShape, type Shape } from '../../../src/repository/config/structure.ts'
import { readYamlTree } from '../../../src/repository/config/yaml-tree.ts'
import { parseRange } from '../../../src/core/tools/constraint.ts'
import { ROOT } from '../../lab/action-run.ts'

const ajv = new Ajv({ strict: true, strictTypes: false })
ajv.addVocabulary(['patternErrorMessage'])
const bySchema = ajv.compile(configSchema())

/** The reader's opinion, as far as a schema can have one too. */
async function byReader(document: unknown): Promise<boolean> {
  const { tree, faults } = await readYamlTree(stringify(document))
  expect(faults).toEqual([])
  return tree !== undefined && checkTree(tree).faults.length === 0
}

/** Right values, and wrong ones of the kinds that people write. */
const SAMPLES: Readonly<Record<keyof typeof FORMATS, readonly string[]>> = {
  path: [
    '.',
    'a',
    'a/b.tfvars',
    './a/',
    'a b',
    '한글/x',
    '/a',
    'C:/a',
    '../a',
    'a/..',
    'a/../b',
    'a\\b',
    '',
    ' ',
    '..a',
    'a\nb',
    'a\n/..',
    'C:a',
  ],
  glob: [
    '**',
    'a/*.tf',
    '!a',
    '!(a)',
    '(a)+',
    '{a,b}+',
    '!../x',
    '!/x',
    '!',
    'a+b',
    '/a',
    '../*',
    '',
    'a/**/{b,c}',
    '*/../*',
    '[ab]',
  ],
  name: [
    'a',
    'a b',
    ' a',
    'a ',
    '',
    'a\nb',
    'infra/app@prod',
    'x'.repeat(200),
    'x'.repeat(201),
    '😀'.repeat(200),
    '\u007f',
  ],
  workspace: ['default', '-a', 'a-b', 'a/b', 'a b', '', 'a.b_c~d$e&f+g:h=i@j'],
  version: [
    '1.9.8',
    'v1.9',
    '~> 1.9.0',
    '>= 1.5, < 2',
    '^1.9',
    'latest',
    '',
    '1.9.x',
    ' 1 ',
    '1.0-beta1',
    '1 2',
    '>= 1.5,',
    '1.0+build',
  ],
  'kubernetes-version': ['1.33', 'v1.33.1', '1', '1.33.1.1', ''],
  role: [
    'arn:aws:iam::111122223333:role/plan',
    'arn:aws-cn:iam::111122223333:role/a/b/plan',
    'arn:aws-us-gov:iam::111122223333:role/plan',
    'arn:aws:iam::11112222333:role/plan',
    'arn:aws:iam::111122223333:user/plan',
    'arn:aws:sts::111122223333:assumed-role/plan/x',
    'arn:aws:iam::111122223333:role/',
    'arn:aws:iam::111122223333:role/a b',
    '',
  ],
  region: ['eu-central-1', 'us-gov-west-1', 'eu-central-1a', 'EU', ''],
  redaction: ['a', '(?i)x+', '', 'a\nb'],
  owner: ['@a', '@org/team', 'a@example.com', 'a', '@', '@a b', '@a@b', '@a/', 'a@b', ''],
  'owner-pattern': ['*', '/a/', '', ' ', 'a b'],
  word: ['a', 'a.b/*', '', 'a b', '\t'],
  namespace: ['argocd', 'a-b', '-a', 'A', '', 'x'.repeat(64)],
  label: ['drift', 'a b', '', 'x'.repeat(51)],
  sentence: ['because', '', ' ', 'a\nb', 'x'.repeat(1001)],
  date: ['2027-01-31', '2027-1-31', 'soon', ''],
}

const anything = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.integer(),
  fc.constantFrom('', 'a', '/a', '__proto__'),
  fc.constant([]),
  fc.constant({}),
  fc.array(fc.string({ maxLength: 3 }), { maxLength: 2 }),
)

/** Mostly a value of the shape; now and then any other. */
function valueOf(shape: Shape): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 200, arbitrary: rightOf(shape) }, { weight: 1, arbitrary: anything })
}

function rightOf(shape: Shape): fc.Arbitrary<unknown> {
  switch (shape.kind) {
    case 'text': {
      const samples = SAMPLES[shape.format]
      const right = samples.filter((text) => fits(text, shape.format))
      return fc.oneof(
        { weight: 300, arbitrary: fc.constantFrom(...right) },
        { weight: 1, arbitrary: fc.constantFrom(...samples) },
        { weight: 1, arbitrary: fc.string({ maxLength: 4 }) },
      )
    }
    case 'choice':
      return fc.constantFrom(...shape.values)
    case 'constant':
      return fc.constant(shape.value)
    case 'list':
      return fc.array(valueOf(shape.of), { maxLength: 3 })
    case 'one-or-list':
      return fc.oneof(valueOf(shape.of), fc.array(valueOf(shape.of), { maxLength: 3 }))
    case 'object':
      return objectOf(shape)
    case 'map':
      return fc.dictionary(fc.constantFrom(...SAMPLES[shape.keys]), valueOf(shape.of), { maxKeys: 3 })
    case 'off-or':
      return fc.oneof(fc.constant(false), objectOf(shape.of))
    case 'open':
      return fc.dictionary(fc.constantFrom('a', 'b', '1'), anything)
  }
}

function objectOf({ fields }: ObjectShape): fc.Arbitrary<unknown> {
  const keys = Object.keys(fields)
  const required = fc.constantFrom(...keys.filter((key) => fields[key]?.required === true), undefined)
  const known = fc.record(
    Object.fromEntries(Object.entries(fields).map(([key, { shape }]) => [key, valueOf(shape)])),
    { requiredKeys: keys.filter((key) => fields[key]?.required === true) },
  )
  return fc.tuple(known, fc.integer({ min: 0, max: 300 }), required).map(([value, dice, left]) => {
    if (dice === 0) return { ...value, 'not-a-key': 1 }
    if (dice === 1 && left !== undefined) {
      return Object.fromEntries(Object.entries(value).filter(([key]) => key !== left))
    }
    return value
  })
}

describe('the JSON Schema', () => {
  test('is what the structure says', () => {
    const file = readFileSync(join(ROOT, 'schemas/gitops.schema.json'), 'utf8')
    expect(JSON.parse(file)).toEqual(JSON.parse(JSON.stringify(configSchema())))
  })

  test('is a right schema, and its examples are right', () => {
    expect(ajv.validateSchema(configSchema())).toBe(true)
    const walk = (shape: Shape): void => {
      if (shape.kind === 'list' || shape.kind === 'one-or-list' || shape.kind === 'map') walk(shape.of)
      if (shape.kind === 'off-or') walk(shape.of)
      if (shape.kind !== 'object') return
      for (const [name, { examples = [], shape: inner, about }] of Object.entries(shape.fields)) {
        expect(about).toMatch(/^[A-Z`].*\.$/)
        if (shape === STRUCTURE) {
          for (const example of examples) expect(bySchema({ [name]: example })).toBe(true)
        }
        walk(inner)
      }
    }
    walk(STRUCTURE)
  })

  test('agrees with the reader on random documents, right and wrong', async () => {
    const seen = { right: 0, wrong: 0 }
    await fc.assert(
      fc.asyncProperty(valueOf(STRUCTURE), async (document) => {
        fc.pre(document !== null) // an empty file is right, and no document
        const right = bySchema(document)
        seen[right ? 'right' : 'wrong']++
        expect({ document, right: await byReader(document) }).toEqual({ document, right })
      }),
      { numRuns: 600 },
    )
    // A generator that makes only one kind would prove nothing.
    expect(Math.min(seen.right, seen.wrong)).toBeGreaterThan(50)
  })

  test.each(Object.entries(SAMPLES))('agrees with the reader on the form %s', async (name, samples) => {
    const wrap = WRAPPED[name as keyof typeof FORMATS]
    const results = []
    for (const sample of samples) results.push([sample, bySchema(wrap(sample)), await byReader(wrap(sample))])
    for (const [, schema, reader] of results) expect(reader).toBe(schema)
    expect(new Set(results.map(([, schema]) => schema)).size).toBe(2)
  })

  test('what it finds, the reader finds too, whatever else there is', async () => {
    for (const document of [{ stacks: [{ path: '/a' }] }, { tools: { terraform: 1.9 } }, { x: 1 }, [], 'a']) {
      expect(bySchema(document)).toBe(false)
      expect((await readConfig(stringify(document), 'f')).faults.length).toBeGreaterThan(0)
    }
  })

  test('all patterns are plain enough for schema tools in other languages', () => {
    for (const { pattern } of Object.values(FORMATS)) expect(pattern).not.toMatch(/\[\^\]|\\p\{|\(\?<|\\d/)
  })
})

const WRAPPED: Readonly<Record<keyof typeof FORMATS, (text: string) => unknown>> = {
  path: (path) => ({ stacks: [{ path }] }),
  glob: (glob) => ({ 'global-inputs': [glob] }),
  name: (name) => ({ stacks: [{ path: 'a', name }] }),
  workspace: (workspace) => ({ stacks: [{ path: 'a', workspaces: [workspace] }] }),
  version: (terraform) => ({ tools: { terraform } }),
  'kubernetes-version': (version) => ({ helm: { 'kube-versions': [version] } }),
  role: (role) => ({ environments: { a: { 'plan-role': role } } }),
  region: (region) => ({ environments: { a: { region } } }),
  redaction: (redaction) => ({ redact: [redaction] }),
  owner: (owner) => ({ owners: { '*': owner } }),
  'owner-pattern': (pattern) => ({ owners: { [pattern]: '@a' } }),
  word: (server) => ({ argocd: { server } }),
  namespace: (namespace) => ({ argocd: { namespace } }),
  label: (label) => ({ drift: { labels: [label] } }),
  sentence: (reason) => ({ drift: { ignore: [{ resource: 'a', reason }] } }),
  date: (expiry) => ({ drift: { ignore: [{ resource: 'a', reason: 'b', expiry }] } }),
}

test('the pattern of versions is what the reader of constraints takes', () => {
  const reads = (text: string): boolean => {
    try {
      parseRange(text)
      return true
    } catch {
      return false
    }
  }
  const piece = fc.constantFrom(
    '1',
    '0',
    '.',
    '>=',
    '~>',
    '!=',
    '=',
    ' ',
    ',',
    'v',
    '-',
    '+',
    'b',
    '~',
    '1.2.3',
    '^',
    '*',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const text = pieces.join('')
      expect({ text, fits: fits(text, 'version') }).toEqual({ text, fits: reads(text) })
    }),
    { numRuns: 600 },
  )
})

test.each(['path', 'glob'] as const)('the pattern of a %s is what is said of a wrong one', (name) => {
  const piece = fc.constantFrom(
    'a',
    '/',
    '..',
    '.',
    '!',
    '\\',
    '\0',
    ' ',
    '\n',
    'C:',
    '(',
    ')',
    '}',
    '+',
    '*',
    '{',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
      const text = pieces.join('')
      const right = FORMATS[name].explain(text) === undefined
      expect({ text, right: fits(text, name) }).toEqual({ text, right })
    }),
    { numRuns: 2000 },
  )
})
