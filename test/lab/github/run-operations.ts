import { type Answer, type Handlers, notFound, ok, page, type Request } from './answers.ts'
import type { Json, State } from './state.ts'

/** Workflow runs, their jobs, and what people said when they were asked for one. */
export function runHandlers(state: State): Handlers {
  const jobs = (request: Request, attempt?: number): Answer => {
    const runs = state.runs.filter(({ id }) => id === Number(request.params.run_id))
    const wanted = attempt ?? Math.max(...runs.map((run) => run.attempt))
    const run = runs.find((candidate) => candidate.attempt === wanted)
    if (run === undefined) return notFound
    return page(request, run.jobs, (items) => ({ total_count: run.jobs.length, jobs: items }))
  }

  /** The newest attempt of each run that is wanted, newest run first. */
  const list = (request: Request, isWanted: (json: Json) => boolean): Answer => {
    const { branch, event, head_sha: headSha, status } = request.query
    const newest = new Map<number, Json>()
    for (const { id, json } of state.runs) if (isWanted(json)) newest.set(id, json)
    const found = [...newest.values()]
      .filter(
        (json) =>
          (branch ?? json.head_branch) === json.head_branch &&
          (event ?? json.event) === json.event &&
          (headSha ?? json.head_sha) === json.head_sha &&
          (status === undefined || status === json.status || status === json.conclusion),
      )
      .sort((a, b) => (String(a.created_at) < String(b.created_at) ? 1 : -1))
    return page(request, found, (items) => ({ total_count: found.length, workflow_runs: items }))
  }

  return {
    'actions/get-workflow-run': ({ params }) => {
      const runs = state.runs.filter(({ id }) => id === Number(params.run_id))
      const latest = runs.sort((a, b) => b.attempt - a.attempt)[0]
      return latest === undefined ? notFound : ok(latest.json)
    },
    'actions/list-workflow-runs': (request) => {
      const path = `.github/workflows/${request.params.workflow_id ?? ''}`
      return list(request, (json) => String(json.path).replace(/@.*$/, '') === path)
    },
    'actions/list-workflow-runs-for-repo': (request) => list(request, () => true),
    'actions/list-jobs-for-workflow-run': (request) => jobs(request),
    'actions/list-jobs-for-workflow-run-attempt': (request) =>
      jobs(request, Number(request.params.attempt_number)),
    'actions/get-reviews-for-run': ({ params }) => {
      const runId = Number(params.run_id)
      if (!state.runs.some(({ id }) => id === runId)) return notFound
      const found = state.git.approvals.filter((approval) => approval.runId === runId)
      return ok(found.map((approval) => state.forms.approval(approval)))
    },
  }
}
