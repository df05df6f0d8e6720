import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, jest, test } from '@jest/globals'
import { ROOT } from '../lab/action-run.ts'
import { eventOf, makePullRequest, NUMBER, type PullRequestRepo } from '../lab/act/pull-request.ts'
import { runWorkflow, type RanWorkflow } from '../lab/act/run.ts'
import { startGitHub, type GitHubLab } from '../lab/github/server.ts'
import { describeWith } from '../lab/tools.ts'
import { parseWorkflow, union, workflowFiles, workflowText } from '../lab/workflow-file.ts'

/** The examples, byte for byte, on a pull request of the quick-start, in a workflow runner that is not ours. */
jest.setTimeout(120_000)

const STACKS = ['infra/app', 'infra/database', 'infra/dns', 'infra/network']
const TOKEN = 'ghs_lab_token_of_the_job'
const FILE = 'gitops.yml'

let lab: GitHubLab | undefined
let repo: PullRequestRepo | undefined
afterEach(async () => {
  const problems = lab?.problems
  await Promise.all([lab?.close(), repo?.[Symbol.asyncDispose]()])
  lab = repo = undefined
  expect(problems ?? []).toEqual([])
})

/** A pull request with this workflow, on a GitHub whose token has the rights that the workflow grants. */
async function open(text: string, change: Record<string, string> = {}): Promise<void> {
  const permissions = grants(text)
  lab = await startGitHub({ tokens: { [TOKEN]: { login: 'github-actions[bot]', type: 'Bot', permissions } } })
  repo = await makePullRequest({ example: 'quick-start', workflows: { [FILE]: text }, change })
  lab.addPull({
    number: NUMBER,
    head: { ref: 'change', sha: repo.headSha },
    base: { ref: 'main', sha: repo.baseSha },
  })
}

const grants = (text: string): ReturnType<typeof union> =>
  union(Object.values(parseWorkflow(text).jobs).map((job) => job.permissions ?? {}))

interface Tools {
  readonly act: string
  readonly terraform: string
}

function describeRun(title: string, body: (tools: Tools) => void): void {
  describeWith('act-0.2.89', title, (act) => {
    describeWith('terraform-1.11.4', `${title} with terraform`, (terraform) => body({ act, terraform }))
  })
}

async function run(
  { act, terraform }: Tools,
  expected: Record<string, string>,
  runId = '1001',
): Promise<RanWorkflow> {
  if (lab === undefined || repo === undefined) throw new Error('open() comes first')
  const text = readFileSync(join(repo.workTree, '.github/workflows', FILE), 'utf8')
  const result = await runWorkflow({
    act,
    repo,
    event: eventOf(repo),
    workflow: FILE,
    runId,
    github: { url: lab.url, token: TOKEN },
    contents: grants(text).contents ?? 'none',
    programs: { terraform },
    expect: expected,
  })
  expect(result.nodes).toEqual(['v24'])
  return result
}

const comments = (): readonly string[] => lab?.bodies(NUMBER) ?? []
const writes = (): string[] =>
  (lab?.calls ?? []).filter(({ method }) => method !== 'GET').map(({ operationId = '?' }) => operationId)
const keys = (): (string | undefined)[] => comments().map((body) => / key=(\S+)/.exec(body)?.[1])

/** The values that the example declares sensitive, before and after the change. */
function secrets(): string[] {
  const folder = join(ROOT, 'examples/quick-start')
  const texts = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.md'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
  return [...new Set(texts.join('\n').match(/example-only-not-a-secret-[a-z0-9-]+/g))]
}

function expectNoSecret(result: RanWorkflow): void {
  const values = secrets()
  expect(values.length).toBeGreaterThan(3)
  const seen = [result.shown, ...result.summaries, ...comments()].join('\n')
  for (const value of [...values, TOKEN]) {
    expect(seen).not.toContain(value)
    expect(seen).not.toContain(Buffer.from(value).toString('base64').replace(/=+$/, ''))
  }
}

describeRun('one-step.yml', (tools) => {
  const example = workflowText('workflows-examples/one-step.yml')

  test('one comment with all stacks; the same again writes nothing', async () => {
    await open(example)
    const result = await run(tools, { plan: 'success' })
    expect(result.log).toContain(`checked out ${repo?.mergeSha ?? ''}`)
    expect(comments()).toHaveLength(1)
    const [body = ''] = comments()
    for (const stack of STACKS) expect(body).toContain(`\`${stack}\``)
    expect(body).toContain('3 of 3 stacks to change')
    expect(body).toContain('Not touched by this change, so not planned: `infra/dns`.')
    expect(body).toContain('1 to destroy, 2 to replace, 4 to add, 9 to change, 3 to move')
    expect(body).toContain('`terraform_data.bastion`')
    expect(body).toContain(`sha=${repo?.headSha ?? ''}`)
    expect(result.summaries.join('\n')).toContain('`terraform_data.bastion`')
    const outputs = result.outputs['plan'] ?? {}
    expect(outputs).toMatchObject({ '1.changed': 'true', '1.exit-code': '2' })
    const told = JSON.parse(outputs['1.stacks'] ?? '') as { name: string; status: string }[]
    expect(told.map(({ name, status }) => `${name} ${status}`)).toEqual(
      ['infra/network', 'infra/database', 'infra/app'].map((stack) => `${stack} changed`),
    )
    expectNoSecret(result)
    expect(result.shown).toContain('Success - Post OWNER/gitops-pipeline@v1')
    expect(writes()).toEqual(['issues/create-comment'])

    const again = await run(tools, { plan: 'success' }, '1002')
    expect(again.outputs['plan']?.['1.comment-id']).toBe(outputs['1.comment-id'])
    expect(writes()).toEqual(['issues/create-comment'])
    expect(comments()).toEqual([body])
  })

  test('a broken stack: red, told with file and line, the others planned all the same', async () => {
    await open(example, { 'infra/dns/broken.tf': '# one\n# two\nresource "terraform_data" {\n' })
    const result = await run(tools, { plan: 'failure' })
    expect(comments()).toHaveLength(1)
    const [body = ''] = comments()
    expect(body).toContain('infra/dns/broken.tf:3')
    for (const stack of STACKS) expect(body).toContain(`\`${stack}\``)
    expect(body).toContain('`terraform_data.bastion`')
    expect(body).not.toMatch(/^.*`infra\/dns`.*No changes/m)
    expect(result.annotations).toContainEqual(
      expect.objectContaining({ level: 'error', file: 'infra/dns/broken.tf', line: 3 }),
    )
    expect(result.outputs['plan']).toMatchObject({ '1.exit-code': '1' })
    expectNoSecret(result)
  })

  test('without the right to write the comment: red, and the missing right is named', async () => {
    await open(example.replace('pull-requests: write', 'pull-requests: read'))
    const result = await run(tools, { plan: 'failure' })
    expect(comments()).toEqual([])
    expect(result.log + JSON.stringify(result.annotations)).toContain('pull-requests: write')
  })

  test('without the right to read files: red before anything is planned', async () => {
    await open(example.replace('      contents: read', '      # contents: read'))
    const result = await run(tools, { plan: 'failure' })
    expect(comments()).toEqual([])
    expect(result.log).not.toContain('gitops-pipeline:')
  })
})

describeRun('matrix-of-stacks.yml', (tools) => {
  test('a job and a comment for each stack', async () => {
    await open(workflowText('workflows-examples/matrix-of-stacks.yml'))
    const both = { 'plan (infra/network)': 'success', 'plan (infra/database)': 'success' }
    const result = await run(tools, both)
    expect(comments()).toHaveLength(2)
    expect(new Set(keys()).size).toBe(2)
    const of = (stack: string): string[] =>
      comments().filter((body) => body.includes(`Terraform plan · ${stack}:`))
    expect(of('infra/network')).toHaveLength(1)
    expect(of('infra/database')).toHaveLength(1)
    expect(of('infra/network')[0]).toContain('`terraform_data.bastion`')
    expect(of('infra/database')[0]).not.toContain('`terraform_data.bastion`')
    expect(result.outputs['plan (infra/network)']).toMatchObject({ '1.destroy': '1', '1.replace': '0' })
    expect(result.outputs['plan (infra/database)']).toMatchObject({ '1.destroy': '0', '1.replace': '1' })
    expectNoSecret(result)
    await run(tools, both, '1002')
    expect(writes()).toEqual(['issues/create-comment', 'issues/create-comment'])
  })
})

test('every example is run by a test of this folder', () => {
  const tests = readdirSync(import.meta.dirname).map((name) =>
    readFileSync(join(import.meta.dirname, name), 'utf8'),
  )
  const notRun = workflowFiles('workflows-examples').filter(
    (file) => !tests.some((text) => text.includes(`workflowText('${file}')`)),
  )
  expect(notRun).toEqual([])
})
