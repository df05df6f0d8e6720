import { setTimeout } from 'node:timers/promises'
import { UserError } from './errors.ts'
import type { Clock, Log, LogAnnotation } from './ports.ts'
import type { CommandProperties, RunnerCommands } from './runner-commands.ts'

/** Our log on the runner's: folds, annotations, masks. No line of ours can be taken for a workflow command. */
export function runnerLog(commands: RunnerCommands): Log {
  return {
    info: (message) => commands.info(withoutCommands(message)),
    debug: (message) => commands.debug(message),
    notice: (message, at) => commands.notice(message, properties(at)),
    warning: (message, at) => commands.warning(message, properties(at)),
    error: (message, at) => commands.error(message, properties(at)),
    async group(title, body) {
      commands.startGroup(withoutCommands(title))
      try {
        return await body()
      } finally {
        commands.endGroup()
      }
    },
    mask: (value) => commands.setSecret(value),
  }
}

/**
 * The machine's clock.
 *
 * @param stop ends every wait: a run that is asked to stop has seconds left, and may not spend them on sleeping. The
 *   wait then rejects with a UserError (`cancelled`).
 */
export function systemClock(stop?: AbortSignal): Clock {
  return {
    now: () => Date.now(),
    sleep: (milliseconds) =>
      setTimeout(milliseconds, undefined, stop === undefined ? {} : { signal: stop }).catch(
        (cause: unknown) => {
          throw new UserError('we were asked to stop', { causeClass: 'cancelled', cause })
        },
      ),
  }
}

/**
 * The runner obeys lines of stdout that begin with `::name`, and `##[name]` wherever it stands; a space makes them text.
 * Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions, and the older form that
 * actions/runner still parses (ActionCommand.TryParse).
 */
export function withoutCommands(text: string): string {
  return text.replace(/(^|[\r\n])([^\S\r\n]*):(?=:)/g, '$1$2: ').replace(/##(?=\[)/g, '## ')
}

function properties(at: LogAnnotation | undefined): CommandProperties {
  if (at === undefined) return {}
  return {
    ...(at.title === undefined ? {} : { title: at.title }),
    ...(at.file === undefined ? {} : { file: at.file }),
    ...(at.line === undefined ? {} : { startLine: at.line }),
    ...(at.endLine === undefined ? {} : { endLine: at.endLine }),
    // The runner takes columns only when the annotation stays on one line.
    ...(at.column === undefined || (at.endLine ?? at.line) !== at.line ? {} : { startColumn: at.column }),
    ...(at.endColumn === undefined || (at.endLine ?? at.line) !== at.line ? {} : { endColumn: at.endColumn }),
  }
}
