import { describe, expect, test } from '@jest/globals'
import { changeAnnotations, faultAnnotations } from '../../src/pipeline/changes-annotations.ts'
import { baseWords } from '../../src/pipeline/changes-base.ts'
import { changesFile } from '../../src/pipeline/changes-file.ts'
import { jobLimit, kindList } from '../../src/pipeline/changes-inputs.ts'
import { changeOutputs } from '../../src/pipeline/changes-outputs.ts'
import { changeFailures } from '../../src/pipeline/changes-verdict.ts'
import { changes, judgedStack } from './changes-samples.ts'

describe('green is earned', () => {
  const kinds = ['terraform'] as const

  test('what is known, used and can be listed is green', () => {
    expect(changeFailures({ known: 3, unused: [], changes: changes({}) }, { unlisted: [] }, kinds)).toEqual(
      [],
    )
  })

  test('nothing found is red, once: patterns cannot match where there is nothing', () => {
    const failures = changeFailures(
      { known: 0, unused: ['infra/**'], changes: changes({}) },
      { unlisted: [] },
      kinds,
    )
    expect(failures).toHaveLength(1)
    expect(failures[0]).toContain('no stack, chart or Application was found (looked for: terraform)')
  })

  test('a pattern without effect and a name that cannot be listed are both told', () => {
    const failures = changeFailures(
      { known: 3, unused: ['infar/**'], changes: changes({}) },
      { unlisted: ['a\nb', ' c'] },
      kinds,
    )
    expect(failures).toHaveLength(2)
    expect(failures[0]).toContain('"infar/**"')
    expect(failures[1]).toContain('2 names cannot be given to other jobs')
    expect(failures[1]).toContain('"a\\nb", " c"')
  })
})

test('what is configured and not there is red, by what is told of it; a warning is not', () => {
  const notices = [
    { severity: 'error' as const, message: 'the stack infra/x is configured, but not there' },
    { message: 'only a warning' },
  ]
  const failures = changeFailures({ known: 3, unused: [], changes: changes({ notices }) }, { unlisted: [] }, [
    'terraform',
  ])
  expect(failures).toEqual(['the stack infra/x is configured, but not there.'])
  expect(changeAnnotations(changes({ notices }), []).map(({ severity }) => severity)).toEqual([
    'error',
    'warning',
  ])
})

describe('annotations', () => {
  test('stacks that are gone and doubts about the base come before notices, ten in all', () => {
    const notices = Array.from({ length: 30 }, (_, index) => ({
      message: `notice ${index}`,
      file: 'infra/a.tf',
      line: index + 1,
    }))
    const gone = Array.from({ length: 12 }, (_, index) => judgedStack(`gone-${index}`, { status: 'deleted' }))
    const shown = changeAnnotations(changes({ notices, deletedStacks: gone }), ['the base is old'])
    expect(shown).toHaveLength(10)
    expect(shown.every(({ severity }) => severity === 'warning')).toBe(true)
    expect(shown[0]?.message).toContain('12 stacks gone from the repository: gone-0, gone-1')
    expect(shown[0]?.message).toContain(', …')
    expect(shown[1]?.message).toBe('the base is old')
    expect(shown[2]).toMatchObject({ message: 'notice 0', at: { file: 'infra/a.tf', line: 1 } })
  })

  test('faults of the configuration are errors at their place', () => {
    const fault = {
      message: 'unknown key',
      file: '.github/gitops.yml',
      line: 3,
      column: 5,
      help: 'Remove it.',
    }
    expect(faultAnnotations([fault])).toEqual([
      {
        severity: 'error',
        message: 'unknown key\n\nRemove it.',
        at: { title: 'changes/configuration', file: '.github/gitops.yml', line: 3, column: 5 },
      },
    ])
  })
})

describe('inputs', () => {
  test('kinds, in whatever way they are divided', () => {
    expect(kindList('argocd, terraform')).toEqual(['terraform', 'argocd'])
    expect(kindList('helm\nhelm')).toEqual(['helm'])
    for (const raw of ['', 'terraform, tf', 'Helm'])
      expect(() => kindList(raw)).toThrow('must be a list of terraform, helm, argocd')
  })

  test('the number of jobs that GitHub starts', () => {
    expect([jobLimit('1'), jobLimit('256')]).toEqual([1, 256])
    for (const raw of ['0', '257', '-1', '1.5', '', 'many', '1000'])
      expect(() => jobLimit(raw)).toThrow('must be a number from 1 to 256')
  })
})

test('every source of a base has words', () => {
  const sources = [
    'input',
    'merge-commit',
    'merge-base',
    'base-branch',
    'merge-group',
    'last-success',
    'before',
    'default-branch',
    'all',
  ] as const
  const words = sources.map((source) => baseWords(source, 'schedule'))
  expect(new Set(words).size).toBe(sources.length)
  expect(baseWords('all', 'schedule')).toBe('there is nothing to compare with on schedule')
})

test('the file holds everything, whatever the outputs had to leave out', () => {
  const stacks = Array.from({ length: 5 }, (_, index) => judgedStack(`infra/s${index}`))
  const all = changes({ stacks, notices: [{ message: 'm', file: 'f', line: 1 }] })
  const outputs = changeOutputs(all, 2)
  const about = {
    repository: 'acme/gitops',
    event: 'push',
    run: { id: '1', attempt: 1, sha: 'a' },
    head: 'a',
    base: { source: 'all', warnings: [], unfinished: [] },
    kinds: ['terraform'] as const,
    failures: [],
  }
  const file = changesFile(about, all, outputs)
  expect(file).toMatchObject({
    version: 1,
    kind: 'changes',
    found: { stacks: 5 },
    unlisted: [],
    notices: [{ message: 'm', file: 'f', line: 1 }],
  })
  expect(file.stacks.map(({ name }) => name)).toEqual(stacks.map(({ item }) => item.name))
  expect(file.matrices['terraform-matrix']).toEqual(JSON.parse(outputs.values['terraform-matrix']))
  expect(Object.keys(file.matrices)).toEqual(
    expect.arrayContaining(['terraform-matrix', 'wave-1', 'wave-4', 'helm-matrix']),
  )
  // It goes through JSON unchanged: nothing in it is undefined.
  expect(JSON.parse(JSON.stringify(file))).toEqual(file)
})
