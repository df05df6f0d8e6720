import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { detectChangesAction } from '../../src/actions/detect-changes.ts'
import { pipeline } from '../../src/actions/pipeline.ts'
import { report } from '../../src/actions/report.ts'
import { terraformApply } from '../../src/actions/terraform-apply.ts'
import { terraformPlanComment } from '../../src/actions/terraform-plan-comment.ts'
import type { InputSpec } from '../../src/core/inputs.ts'
import { ROOT } from '../lab/action-run.ts'

interface ActionFile {
  readonly name?: string
  readonly description?: string
  readonly author?: string
  readonly branding?: { readonly icon?: string; readonly color?: string }
  readonly inputs?: Readonly<
    Record<string, { readonly description?: string; readonly default?: string; readonly required?: boolean }>
  >
  readonly outputs?: Readonly<Record<string, { readonly description?: string }>>
  readonly runs?: { readonly using?: string; readonly main?: string; readonly post?: string }
}

const ACTIONS: readonly {
  file: string
  spec: { name: string; inputs: InputSpec; outputs: readonly string[] }
}[] = [
  { file: 'action.yml', spec: pipeline },
  { file: 'actions/detect-changes/action.yml', spec: detectChangesAction },
  { file: 'actions/report/action.yml', spec: report },
  { file: 'actions/terraform-apply/action.yml', spec: terraformApply },
  { file: 'actions/terraform-plan-comment/action.yml', spec: terraformPlanComment },
]

/** Defaults that only the runner can fill in. */
const FROM_THE_RUNNER: Readonly<Record<string, string>> = {
  'github-token': '${{ github.token }}',
  'job-id': '${{ job.check_run_id }}',
}

describe.each(ACTIONS)('$file', ({ file, spec }) => {
  const found = parse(readFileSync(join(ROOT, file), 'utf8')) as ActionFile

  test('has what the marketplace and the runner ask for', () => {
    expect(found).toMatchObject({
      name: expect.any(String),
      description: expect.any(String),
      author: expect.any(String),
      branding: { icon: expect.any(String), color: expect.any(String) },
      runs: { using: 'node24', main: 'main.js', post: 'main.js' },
    })
  })

  test('declares the inputs that the code reads, with the same defaults', () => {
    const declared = Object.entries(found.inputs ?? {}).map(([name, field]) => [
      name,
      field.default ?? '',
      field.required ?? false,
    ])
    const read = Object.entries(spec.inputs).map(([name, field]) => [
      name,
      FROM_THE_RUNNER[name] ?? field.default,
      field.required,
    ])
    expect(declared.sort()).toEqual(read.sort())
  })

  test('declares the outputs that the code may set', () => {
    expect(Object.keys(found.outputs ?? {}).sort()).toEqual([...spec.outputs].sort())
  })

  test('describes everything', () => {
    const fields = [...Object.entries(found.inputs ?? {}), ...Object.entries(found.outputs ?? {})]
    expect(
      fields.filter(([, field]) => (field.description ?? '').trim() === '').map(([name]) => name),
    ).toEqual([])
  })
})

test('every action folder is in the list above', () => {
  const folders = readdirSync(join(ROOT, 'actions')).map((name) => `actions/${name}/action.yml`)
  expect(ACTIONS.map(({ file }) => file).filter((file) => file !== 'action.yml')).toEqual(folders)
})

describe('every `with:` of the examples is an input of its action', () => {
  const folder = join(ROOT, 'workflows-examples')
  test.each(readdirSync(folder))('%s', (name) => {
    const uses: { uses?: string; with?: Record<string, unknown> }[] = []
    JSON.stringify(parse(readFileSync(join(folder, name), 'utf8')), (_, value: unknown) => {
      if (typeof value === 'object' && value !== null && 'uses' in value)
        uses.push(value as (typeof uses)[number])
      return value
    })
    const ours = uses.filter((step) => step.uses?.startsWith('OWNER/gitops-pipeline'))
    expect(ours.length).toBeGreaterThan(0)
    for (const step of ours) {
      const path = /^OWNER\/gitops-pipeline(?:\/(.+?))?@/.exec(step.uses ?? '')?.[1]
      const known = inputsOf(path)
      expect(known).not.toEqual([])
      expect(Object.keys(step.with ?? {}).filter((key) => !known.includes(key))).toEqual([])
    }
  })
})

/** Of an action, by its folder, or of a reusable workflow, by its file. */
function inputsOf(path: string | undefined): readonly string[] {
  if (path?.endsWith('.yml') === true) {
    const workflow = parse(readFileSync(join(ROOT, path), 'utf8')) as {
      on?: { workflow_call?: { inputs?: Record<string, unknown> } }
    }
    return Object.keys(workflow.on?.workflow_call?.inputs ?? {})
  }
  const file = path === undefined ? 'action.yml' : `${path}/action.yml`
  return Object.keys(ACTIONS.find((action) => action.file === file)?.spec.inputs ?? {})
}
