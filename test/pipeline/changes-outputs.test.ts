import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { CHANGE_OUTPUTS, changeOutputs, OUTPUT_BYTES, sizeOf } from '../../src/pipeline/changes-outputs.ts'
import { ROOT } from '../lab/action-run.ts'
import { changes, judgedApplication, judgedChart, judgedStack, reason } from './changes-samples.ts'

const json = (text: string): unknown => JSON.parse(text) as unknown
const include = (text: string): Record<string, string>[] =>
  (json(text) as { include: Record<string, string>[] }).include

describe('what other jobs get', () => {
  test('nothing: every array and matrix is there, empty, and says so', () => {
    const { values, detail, unlisted } = changeOutputs(changes(), 250)
    expect(values).toEqual({
      stacks: '[]',
      'deleted-stacks': '[]',
      charts: '[]',
      applications: '[]',
      'terraform-matrix': '{"include":[]}',
      'wave-1': '{"include":[]}',
      'wave-2': '{"include":[]}',
      'wave-3': '{"include":[]}',
      'wave-4': '{"include":[]}',
      'helm-matrix': '{"include":[]}',
      ...Object.fromEntries(
        CHANGE_OUTPUTS.filter((name) => name.startsWith('has-')).map((name) => [name, 'false']),
      ),
    })
    expect([detail, unlisted]).toEqual(['full', []])
  })

  test('a stack, with all that is known of it', () => {
    const judged = judgedStack(
      'infra/app@prod',
      {
        status: 'moved',
        previousPath: 'infra/old',
        wave: 2,
        upstream: ['infra/network'],
        owners: ['@acme/platform'],
        moreReasons: 3,
        reasons: [
          reason('modules/vpc/main.tf', ['modules/vpc', 'infra/app@prod'], {
            kinds: ['files', 'module'],
            dynamic: true,
          }),
        ],
      },
      {
        id: '0123456789abcdef',
        path: 'infra/app',
        workspace: 'prod',
        varFiles: ['infra/app/env/prod.tfvars'],
        backendConfig: ['infra/app/env/prod.tfbackend'],
        environment: 'production',
      },
    )
    const { values } = changeOutputs(changes({ stacks: [judged] }), 250)
    expect(json(values.stacks)).toEqual([
      {
        id: '0123456789abcdef',
        name: 'infra/app@prod',
        path: 'infra/app',
        'previous-path': 'infra/old',
        workspace: 'prod',
        'var-files': ['infra/app/env/prod.tfvars'],
        'backend-config': ['infra/app/env/prod.tfbackend'],
        environment: 'production',
        wave: 2,
        upstream: ['infra/network'],
        status: 'moved',
        reasons: [
          {
            file: 'modules/vpc/main.tf',
            change: 'modified',
            via: ['modules/vpc', 'infra/app@prod'],
            kinds: ['files', 'module'],
            dynamic: true,
            text: 'modules/vpc/main.tf → modules/vpc → infra/app@prod',
          },
        ],
        'more-reasons': 3,
        'inputs-hash': 'a'.repeat(64),
        owners: ['@acme/platform'],
      },
    ])
    expect(include(values['wave-2'])).toEqual([
      { id: expect.any(String), name: 'infra/app@prod', stacks: 'infra/app@prod', environment: 'production' },
    ])
    expect([values['has-wave-1'], values['has-wave-2'], values['has-terraform-matrix']]).toEqual([
      'false',
      'true',
      'true',
    ])
  })

  test('charts, applications and deleted stacks; what is deleted is in no matrix', () => {
    const { values } = changeOutputs(
      changes({
        charts: [judgedChart('helm/shop')],
        applications: [judgedApplication('shop')],
        deletedStacks: [judgedStack('infra/gone', { status: 'deleted' })],
      }),
      250,
    )
    expect(json(values.charts)).toMatchObject([{ name: 'shop', path: 'helm/shop', version: '1.0.0' }])
    expect(json(values.applications)).toMatchObject([
      {
        kind: 'Application',
        namespace: 'argocd',
        project: 'default',
        file: 'apps/shop.yaml',
        sources: [{ repoURL: 'https://github.com/acme/gitops', targetRevision: 'HEAD', path: 'helm/shop' }],
      },
    ])
    expect(json(values['deleted-stacks'])).toMatchObject([{ name: 'infra/gone', status: 'deleted' }])
    expect(include(values['helm-matrix'])).toEqual([
      { id: expect.any(String), name: 'helm/shop', charts: 'helm/shop', environment: '' },
    ])
    expect([values['has-deleted-stacks'], values['has-terraform-matrix'], values['has-stacks']]).toEqual([
      'true',
      'false',
      'false',
    ])
  })

  test('each wave has its own stacks, the deep ones are one entry in order', () => {
    const depth = ['a', 'b', 'c', 'd', 'e', 'f']
    const stacks = depth.map((name, index) =>
      judgedStack(name, { wave: index + 1, upstream: depth.slice(0, index) }),
    )
    const { values, orderedEntries } = changeOutputs(changes({ stacks }), 250)
    const listed = ['wave-1', 'wave-2', 'wave-3', 'wave-4'] as const
    expect(listed.map((name) => include(values[name]).map((entry) => entry['stacks']))).toEqual([
      ['a'],
      ['b'],
      ['c'],
      ['d\ne\nf'],
    ])
    expect(include(values['terraform-matrix'])).toHaveLength(6)
    expect(orderedEntries).toBe(false)
  })

  test('a name with a line break is in no list of lines, and is told (a list would name two other stacks)', () => {
    const stacks = [judgedStack('infra/a\ninfra/b'), judgedStack('infra/c')]
    const charts = [judgedChart('helm/x\ny')]
    const { values, unlisted } = changeOutputs(changes({ stacks, charts }), 250)
    expect(unlisted).toEqual(['infra/a\ninfra/b', 'helm/x\ny'])
    expect(include(values['terraform-matrix']).map((entry) => entry['stacks'])).toEqual(['infra/c'])
    expect(json(values.stacks)).toHaveLength(2)
    expect([values['has-stacks'], values['has-helm-matrix'], values['has-charts']]).toEqual([
      'true',
      'false',
      'true',
    ])
  })
})

describe('as much as GitHub takes', () => {
  const many = (count: number, more = ''): ReturnType<typeof changes> =>
    changes({
      stacks: Array.from({ length: count }, (_, index) =>
        judgedStack(
          `infra/team-${index % 7}/stack-${index}${more}`,
          {},
          { id: index.toString(16).padStart(16, '0') },
        ),
      ),
    })

  test.each([
    [300, 'full'],
    [2000, 'names'],
    [4000, 'ids'],
  ])('%i stacks are told with %s', (count, detail) => {
    const out = changeOutputs(many(count), 250)
    expect(out.detail).toBe(detail)
    expect(sizeOf(out.values)).toBeLessThanOrEqual(OUTPUT_BYTES)
    const stacks = json(out.values.stacks) as unknown[]
    expect(stacks).toHaveLength(count)
    if (detail === 'names')
      expect(stacks[1]).toEqual({
        id: '0'.repeat(15) + '1',
        name: 'infra/team-1/stack-1',
        path: 'infra/team-1/stack-1',
      })
    if (detail === 'ids') expect(stacks[1]).toBe('0'.repeat(15) + '1')
    // What jobs are made of is never shortened.
    const named = include(out.values['terraform-matrix']).flatMap(
      (entry) => entry['stacks']?.split('\n') ?? [],
    )
    expect(named).toHaveLength(count)
  })

  test('names that are not ASCII are counted as they are sent', () => {
    const out = changeOutputs(many(1500, '-네트워크-공용-서비스-구성-환경'), 250)
    expect(out.detail).not.toBe('full')
    expect(Buffer.byteLength(Object.values(out.values).join(''), 'utf8')).toBeLessThan(1_000_000)
    expect(2 * Object.values(out.values).join('').length).toBeLessThan(1_000_000)
  })

  test('more than even the matrices can name is an error, not an output that GitHub drops', () => {
    expect(() => changeOutputs(many(12_000), 250)).toThrow('touches 12000 stacks')
  })
})

test('action.yml declares just these outputs', () => {
  const file = parse(readFileSync(join(ROOT, 'actions/detect-changes/action.yml'), 'utf8')) as {
    outputs: Record<string, unknown>
  }
  expect(Object.keys(file.outputs).sort()).toEqual(
    [...CHANGE_OUTPUTS, 'base-sha', 'base-source', 'report-file', 'graph-file'].sort(),
  )
})
