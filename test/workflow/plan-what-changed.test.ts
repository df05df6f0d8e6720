import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, jest, test } from '@jest/globals'
import { ROOT } from '../lab/action-run.ts'
import { eventOf, makePullRequest, NUMBER, type PullRequestRepo } from '../lab/act/pull-request.ts'
import { runWorkflow, type RanWorkflow } from '../lab/act/run.ts'
import { startGitHub, type GitHubLab } from '../lab/github/server.ts'
import { describeWith } from '../lab/tools.ts'
import { parseWorkflow, union, workflowText } from '../lab/workflow-file.ts'
import { packJobs } from '../../src/pipeline/changes-matrix.ts'

/**
 * The example, byte for byte, on pull requests that touch some stacks, or none, in a workflow runner that is not ours.
 * On a busy machine that runner loses the last lines that a step prints, so nothing here goes by them: results of jobs,
 * outputs and summaries do not pass through them.
 */
jest.setTimeout(180_000)

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

const example = workflowText('workflows-examples/plan-what-changed.yml')

/** A pull request with these files changed, on a GitHub whose token has the rights that the workflow grants. */
async function open(change: Record<string, string>): Promise<void> {
  const permissions = union(Object.values(parseWorkflow(example).jobs).map((job) => job.permissions ?? {}))
  lab = await startGitHub({ tokens: { [TOKEN]: { login: 'github-actions[bot]', type: 'Bot', permissions } } })
  repo = await makePullRequest({ example: 'quick-start', workflows: { [FILE]: example }, only: true, change })
  lab.addPull({
    number: NUMBER,
    head: { ref: 'change', sha: repo.headSha },
    base: { ref: 'main', sha: repo.baseSha },
  })
}

interface Tools {
  readonly act: string
  readonly terraform: string
}

async function run({ act, terraform }: Tools, expected: Record<string, string>): Promise<RanWorkflow> {
  if (lab === undefined || repo === undefined) throw new Error('open() comes first')
  return runWorkflow({
    act,
    repo,
    event: eventOf(repo),
    workflow: FILE,
    runId: '1001',
    github: { url: lab.url, token: TOKEN },
    contents: 'read',
    programs: { terraform },
    expect: expected,
  })
}

/** A job of the matrix: the runner calls it by its values, in the order of their names. */
function jobOf(stack: string): string {
  const [entry] = packJobs([{ name: stack }], 1)
  return `plan (${['', entry?.id ?? '', stack, stack].join(', ')})`
}

describeWith('act-0.2.89', 'plan-what-changed.yml', (act) => {
  describeWith('terraform-1.11.4', 'plan-what-changed.yml with terraform', (terraform) => {
    test('a job for each stack that the change touches, and for no other', async () => {
      await open({
        'infra/modules/alarm/main.tf': changed('infra/modules/alarm/main.tf'),
        'infra/dns/notes.tf': 'locals {\n  note = "new"\n}\n',
      })
      const result = await run(
        { act, terraform },
        {
          changes: 'success',
          [jobOf('infra/app')]: 'success',
          [jobOf('infra/dns')]: 'success',
          gitops: 'success',
        },
      )
      const bodies = lab?.bodies(NUMBER) ?? []
      expect(bodies).toHaveLength(2)
      expect(bodies.filter((body) => body.includes('Terraform plan · infra/dns:'))).toHaveLength(1)
      expect(result.outputs['changes']).toMatchObject({
        'detect.has-terraform-matrix': 'true',
        'detect.base-sha': repo?.baseSha,
        'detect.base-source': 'merge-commit',
      })
      expect(result.summaries.join('\n')).toContain('```mermaid')
    })

    test('a change that touches none: no job of the matrix runs, and the required check is green', async () => {
      await open({ 'README.md': '# Other words\n' })
      const result = await run({ act, terraform }, { changes: 'success', plan: 'skipped', gitops: 'success' })
      expect(result.outputs['changes']).toMatchObject({
        'detect.terraform-matrix': '{"include":[]}',
        'detect.has-terraform-matrix': 'false',
      })
      expect(lab?.bodies(NUMBER)).toEqual([])
    })

    test('a faulty configuration: nothing is planned, and the required check is red', async () => {
      await open({ '.github/gitops.yml': 'stacks: [{ pth: infra/dns }]\n' })
      const result = await run({ act, terraform }, { changes: 'failure', plan: 'skipped', gitops: 'failure' })
      expect(lab?.bodies(NUMBER)).toEqual([])
      expect(result.summaries.join('\n')).toContain('`.github/gitops.yml:1:12` unknown key')
    })

    test('a stack that cannot be planned: the required check is red', async () => {
      await open({ 'infra/dns/broken.tf': 'resource "terraform_data" {\n' })
      await run(
        { act, terraform },
        { changes: 'success', [jobOf('infra/dns')]: 'failure', gitops: 'failure' },
      )
      expect(lab?.bodies(NUMBER)[0]).toContain('infra/dns/broken.tf:1')
    })
  })
})

/** What the example's own change makes of a file. */
function changed(path: string): string {
  return readFileSync(join(ROOT, 'examples/quick-start/change', path), 'utf8')
}
