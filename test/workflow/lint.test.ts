import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { describeWith } from '../lab/tools.ts'
import { actionlint, lintCopy, zizmor, type LintCopy, type LintFinding } from '../lab/workflow-lint.ts'

/**
 * Both linters over all workflows, examples and actions. Each is also shown errors: a linter that quietly checks
 * nothing (actionlint outside of a Git repository, zizmor without --strict-collection) must not pass.
 */
let copy: LintCopy
beforeEach(async () => {
  copy = await lintCopy()
})
afterEach(async () => {
  await copy[Symbol.asyncDispose]()
})

const rulesIn = (found: readonly LintFinding[], file: string): string[] => [
  ...new Set(found.filter((finding) => finding.file === file).map(({ rule }) => rule)),
]
const files = (found: readonly LintFinding[]): string[] => [...new Set(found.map(({ file }) => file))].sort()

async function plant(file: string, what: string | RegExp, instead: string): Promise<void> {
  const text = await copy.read(file)
  const planted = text.replace(what, instead)
  if (planted === text) throw new Error(`${file} has nothing to plant the error at: ${String(what)}`)
  await copy.write(file, planted)
}

const EXAMPLE = 'workflows-examples/one-step.yml'

test('there is something to look at', () => {
  expect(copy.workflows).toEqual(expect.arrayContaining(['.github/workflows/ci.yml', EXAMPLE]))
  expect(copy.actions).toEqual(
    expect.arrayContaining(['action.yml', 'actions/terraform-plan-comment/action.yml']),
  )
})

describeWith('actionlint-1.7.12', 'actionlint', (program) => {
  test('finds nothing', async () => {
    expect(await actionlint(program, copy)).toEqual([])
  })

  test('looks at every workflow', async () => {
    for (const file of copy.workflows)
      await plant(file, /^permissions: \{\}$/m, 'permissions: { nope: read }')
    const found = await actionlint(program, copy)
    expect(files(found)).toEqual([...copy.workflows].sort())
    for (const file of copy.workflows) expect(rulesIn(found, file)).toEqual(['permissions'])
  })

  test('looks at every action', async () => {
    for (const file of copy.actions) await plant(file, 'using: node24', 'using: node99')
    const messages = (await actionlint(program, copy)).map(({ message }) => message)
    // One in the workflow that uses all, one in an example, perhaps: counted by the name of the action.
    const named = messages.map((message) => /node99" at runs\.using in "(.+?)" action/.exec(message)?.[1])
    expect(new Set(named).size).toBe(copy.actions.length)
    expect(named).not.toContain(undefined)
  })

  test.each([
    ['an input that the action does not have', /$/, '        with: { wokring-directory: x }\n', 'action'],
    ['a permission that is none', 'pull-requests: write', 'pull-request: write', 'permissions'],
    ['a permission’s value that is none', 'contents: read', 'contents: reed', 'permissions'],
    ['an output of a job that is not needed', 'name: Plan', 'name: ${{ needs.a.outputs.b }}', 'expression'],
    ['an event that is none', 'pull_request:', 'pull_requests:', 'events'],
    ['a key that is none', 'permissions: {}', 'permission: {}', 'syntax-check'],
  ])('sees %s', async (_, what, instead, rule) => {
    await plant(EXAMPLE, what, instead)
    const found = await actionlint(program, copy)
    expect(files(found)).toEqual([EXAMPLE])
    expect(rulesIn(found, EXAMPLE)).toContain(rule)
  })

  test.each([
    ['an input', /aws-region: .*/, 'aws-reigon: x', 'workflow-call'],
    ['a secret', /PLAN_PASSPHRASE: .*/, 'PASSPHRASE: x', 'workflow-call'],
    ['a value that is none of the type', /aws-region: .*/, 'runner: [a]', 'syntax-check'],
  ])('sees %s that the called workflow does not have', async (_, what, instead, rule) => {
    for (const file of ['workflows-examples/pull-request.yml', 'workflows-examples/merge.yml']) {
      await plant(file, what, instead)
      const found = (await actionlint(program, copy)).filter((finding) => finding.file === file)
      expect(found.map((finding) => finding.rule)).toEqual([rule])
    }
  })

  test('sees what is wrong in a step that several jobs share', async () => {
    await plant('.github/workflows/merge.yml', '          allow-destroy:', '          allow-destory:')
    const found = await actionlint(program, copy)
    expect(files(found)).toEqual(['.github/workflows/merge.yml'])
    expect(new Set(found.map(({ rule }) => rule))).toEqual(new Set(['action']))
  })

  test('sees an unknown input where the action is `$/…`, which it does not know itself', async () => {
    await plant(EXAMPLE, 'OWNER/gitops-pipeline@v1', '$/\n        with: { wrong: x }')
    expect((await actionlint(program, copy)).map(({ file, rule }) => [file, rule])).toEqual([
      [EXAMPLE, 'action'],
    ])
  })
})

describeWith('zizmor-1.32.0', 'zizmor', (program) => {
  test('finds nothing', async () => {
    expect(await zizmor(program, copy)).toEqual([])
  })

  test('looks at every workflow', async () => {
    for (const file of copy.workflows) await plant(file, 'permissions: {}', 'permissions: write-all')
    const found = await zizmor(program, copy)
    expect(files(found)).toEqual([...copy.workflows].sort())
    for (const file of copy.workflows) expect(rulesIn(found, file)).toContain('excessive-permissions')
  })

  test('looks at every action', async () => {
    const injected = 'using: composite\n  steps:\n    - { shell: bash, run: "echo ${{ github.head_ref }}" }'
    for (const file of copy.actions) await plant(file, /using: node24[\s\S]*/, injected)
    const found = await zizmor(program, copy)
    expect(files(found)).toEqual([...copy.actions].sort())
    for (const file of copy.actions) expect(rulesIn(found, file)).toContain('template-injection')
  })

  test.each([
    ['a tag of somebody else', 'OWNER/gitops-pipeline@v1', 'other/action@v1', 'unpinned-uses'],
    [
      'a name that begins like ours',
      'OWNER/gitops-pipeline@v1',
      'OWNER/gitops-pipelines@v1',
      'unpinned-uses',
    ],
    ['a token left on disk', 'persist-credentials: false', 'fetch-depth: 1', 'artipacked'],
    ['pull_request_target', 'pull_request:', 'pull_request_target:', 'dangerous-triggers'],
    ['a permission without a reason', ' # to write the comment', '', 'undocumented-permissions'],
    [
      'text of strangers in a script',
      /$/,
      '      - run: echo ${{ github.head_ref }}\n',
      'template-injection',
    ],
    ['no limit to runs side by side', /concurrency:\n.+\n/, '', 'concurrency-limits'],
  ])('sees %s', async (_, what, instead, rule) => {
    await plant(EXAMPLE, what, instead)
    const found = await zizmor(program, copy)
    expect(files(found)).toEqual([EXAMPLE])
    expect(rulesIn(found, EXAMPLE)).toContain(rule)
  })

  test('sees a wrong right of a called job, and what is wrong in a step that several jobs share', async () => {
    const file = '.github/workflows/merge.yml'
    await plant(file, ' # to find the last successful run', '')
    await plant(file, 'run: |\n', 'run: |\n          echo ${{ github.head_ref }}\n')
    const found = await zizmor(program, copy)
    expect(files(found)).toEqual([file])
    expect(rulesIn(found, file).sort()).toEqual(['template-injection', 'undocumented-permissions'])
  })

  test('a file that it cannot read is an error, not a file without findings', async () => {
    await plant(EXAMPLE, 'runs-on: ubuntu-latest', 'runs-no: ubuntu-latest')
    await expect(zizmor(program, copy)).rejects.toThrow('no audit was performed')
  })
})
