import { writeFileSync } from 'node:fs'
import { action, runAction } from '../../src/core/action.ts'
import { makeRedactor } from '../../src/core/redact.ts'
import { applySavedPlan } from '../../src/terraform/apply/apply-stack.ts'
import { lastWords } from '../../src/terraform/apply/report/last-words.ts'
import { readPlan } from '../../src/terraform/plan-stack.ts'
import type { StackRun } from '../../src/terraform/stack-run.ts'

/**
 * One apply in a process of its own, to be signalled as the runner does it. Takes what it shall do from the environment
 * (APPLY: JSON), and writes what came of it to the file RESULT.
 */
export interface ApplyProcess {
  readonly run: StackRun
  readonly planFile: string
  /** Private, for what is read of the plan. */
  readonly folder: string
}

const apply = action({
  name: 'apply-process',
  inputs: {},
  outputs: [],
  async run(_inputs, context) {
    const { run, planFile, folder } = JSON.parse(process.env['APPLY'] ?? '') as ApplyProcess
    const ports = { exec: context.exec, clock: context.clock, log: context.log, onStop: context.onStop }
    const { raw } = await readPlan(run, planFile, folder, ports)
    if (raw === undefined) throw new Error('the plan cannot be read')
    const redactor = makeRedactor({ secrets: [], publicNames: [], patterns: [] })
    const stack = { key: 'k', name: 'infra/app', path: 'infra/app' }
    const done = await applySavedPlan(
      {
        stack,
        run,
        planFile,
        raw,
        onProgress: ({ step, address }) => context.log.info(`${step} ${address ?? ''}`),
        onLastChance(left) {
          const { title, message, summary } = lastWords(left, redactor)
          context.sayNow({ severity: 'error', message, at: { title } }, summary)
        },
      },
      ports,
    )
    writeFileSync(process.env['RESULT'] ?? '', JSON.stringify(done))
    return { outputs: {}, annotations: [], ...(done.failure === undefined ? {} : { failure: 'failed' }) }
  },
})

process.exitCode = await runAction(apply)
