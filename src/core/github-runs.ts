import { allPages, type GitHubContext, eachOnce, PAGE, PERMISSION } from './github-context.ts'
import { approvalOf, jobOf, runOf } from './github-map.ts'
import type { GitHub } from './github-port.ts'
import { shortCommit } from './short-commit.ts'

type Runs = Pick<GitHub, 'jobsOfRun' | 'workflowRuns' | 'runsOfCommit' | 'approvalsOfRun'>

/** Workflow runs. */
export function runOperations({ octokit, where, attempt }: GitHubContext): Runs {
  return {
    jobsOfRun: (runId, attemptNumber) =>
      attempt(`read the jobs of run ${runId}`, PERMISSION.actions, () =>
        allPages(async (page) => {
          const route = 'GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}/jobs'
          const asked = { ...where, run_id: runId, attempt_number: attemptNumber, per_page: PAGE, page }
          const { data, headers } = await octokit.request(route, asked)
          return { items: data.jobs.map(jobOf), link: headers.link }
        }),
      ),
    workflowRuns: (workflow, { branch, event }) =>
      attempt(`read the runs of ${workflow}`, PERMISSION.actions, async () => {
        const route = 'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs'
        const asked = { ...where, workflow_id: workflow, branch, event, per_page: PAGE }
        const { data } = await octokit.request(route, { ...asked, exclude_pull_requests: true })
        return { total: data.total_count, runs: data.workflow_runs.map(runOf) }
      }),
    runsOfCommit: (headSha) =>
      attempt(`read the runs of commit ${shortCommit(headSha)}`, PERMISSION.actions, async () =>
        eachOnce(
          await allPages(async (page) => {
            const route = 'GET /repos/{owner}/{repo}/actions/runs'
            const asked = { ...where, head_sha: headSha, exclude_pull_requests: true, per_page: PAGE, page }
            const { data, headers } = await octokit.request(route, asked)
            return { items: data.workflow_runs.map(runOf), link: headers.link }
          }),
        ),
      ),
    approvalsOfRun: (runId) =>
      attempt(`read who approved run ${runId}`, PERMISSION.actions, async () => {
        const route = 'GET /repos/{owner}/{repo}/actions/runs/{run_id}/approvals'
        return (await octokit.request(route, { ...where, run_id: runId })).data.map(approvalOf)
      }),
  }
}
