import type { Log } from '../core/ports.ts'
import type { Part } from '../report/part.ts'
import { secondsText } from '../report/words.ts'
import type { StackSubject } from '../terraform/plan-stack.ts'
import type { StackProgress } from './plan-stacks.ts'

/** Progress for a job's log: a line per phase and stack. Addresses stay out of it: nothing is redacted yet. */
export function logProgress(log: Log, stacks: number): (stack: StackSubject) => StackProgress {
  return ({ name }) => {
    const prefix = stacks === 1 ? '' : `${name}: `
    let refreshed = 0
    return {
      phase: (phase) => log.info(`${prefix}${phase}`),
      event({ step }) {
        if (step === 'lock-wait') log.info(`${prefix}waiting for the state lock`)
        if (step === 'refresh-complete') {
          refreshed += 1
          if (refreshed % 100 === 0) log.info(`${prefix}${refreshed} resources refreshed`)
        }
      },
      done: (part: Part) => log.info(`${prefix}${part.status} in ${secondsText(part.seconds)}`),
    }
  }
}
