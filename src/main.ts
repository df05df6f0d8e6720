import { runAction, type Action } from './core/action.ts'

/** The only bundle entry. Each action is a chunk of its own, loaded when it is asked for. */
const ACTIONS: Readonly<Record<string, () => Promise<Action>>> = {
  pipeline: async () => (await import('./actions/pipeline.ts')).pipeline,
  'detect-changes': async () => (await import('./actions/detect-changes.ts')).detectChangesAction,
  report: async () => (await import('./actions/report.ts')).report,
  'terraform-apply': async () => (await import('./actions/terraform-apply.ts')).terraformApply,
  'terraform-plan-comment': async () =>
    (await import('./actions/terraform-plan-comment.ts')).terraformPlanComment,
}

/** Runs an action as the runner started it, then ends the process: open keep-alive connections must not hold it. */
export async function run(name: string): Promise<never> {
  const load = ACTIONS[name]
  if (load === undefined) throw new Error(`no action is called ${name}`)
  const code = await runAction(await load())
  await new Promise((resolve) => process.stdout.write('', resolve))
  process.exit(code)
}
