import { makeExec } from '../../src/core/exec.ts'
import type { Exec } from '../../src/core/ports.ts'

export interface Ran {
  readonly command: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

/** The real thing, that also notes down what it was asked to start. */
export function recordingExec(ran: Ran[] = []): Exec {
  const exec = makeExec()
  return (command, args, options) => {
    ran.push({ command, args, env: options.env })
    return exec(command, args, options)
  }
}
