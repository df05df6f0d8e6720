import { plainInlines } from '../report/inlines.ts'
import { countOf, secondsText } from '../report/words.ts'
import type { StackSubject } from '../terraform/plan-stack.ts'
import type { StackProgress } from './plan-stacks.ts'
import { progressView, wantsLiveProgress, type StackLine } from './preview-terminal.ts'

/** The part of a stream that progress needs. */
export interface ProgressStream {
  readonly isTTY?: boolean
  readonly columns?: number
  write(text: string): unknown
}

export interface PreviewProgress {
  readonly say: (line: string) => void
  readonly stack: (stack: StackSubject) => StackProgress
  readonly finish: () => void
}

/** Follows the stacks of a preview: phase, resources looked at, changes found, and how each ended. */
export function previewProgress(
  stream: ProgressStream,
  env: Readonly<Record<string, string | undefined>>,
): PreviewProgress {
  const view = progressView({
    tty: wantsLiveProgress(env, stream.isTTY === true),
    write: (text) => void stream.write(text),
    columns: () => stream.columns ?? 80,
  })
  return {
    say: (line) => view.say(line),
    stack: ({ name, workspace }) =>
      followed(
        view.stack(
          workspace === undefined || name.endsWith(`@${workspace}`) ? name : `${name} (${workspace})`,
        ),
      ),
    finish: () => view.finish(),
  }
}

function followed(line: StackLine): StackProgress {
  const seen = { started: 0, refreshed: 0, changes: 0 }
  return {
    phase: (phase) => line.update(phase),
    event({ step }) {
      if (step === 'lock-wait') line.update('plan, waiting for the state lock')
      if (step === 'refresh-start') seen.started += 1
      if (step === 'refresh-complete') seen.refreshed += 1
      if (step === 'planned') seen.changes += 1
      const found = seen.changes === 0 ? '' : `, ${countOf(seen.changes, 'change')} found`
      if (seen.started > 0)
        line.update(`plan, ${seen.refreshed} of ${countOf(seen.started, 'resource')} refreshed${found}`)
    },
    done(part) {
      const ended = `${plainInlines(part.headline)}, ${secondsText(part.seconds)}`
      if (part.verdict.kind === 'ok' || part.verdict.kind === 'waiting') line.done(ended)
      else line.failed(ended)
    },
  }
}
