import { statSync } from 'node:fs'
import { basename } from 'node:path'
import { errorCode, UserError } from './errors.ts'

/** Why a program could not be started, and what to do. Never names the arguments: they may hold secrets. */
export function startError(command: string, cwd: string | undefined, thrown: unknown): UserError {
  const name = basename(command)
  const code = errorCode(thrown)
  const make = (message: string, help: string): UserError => new UserError(message, { help, cause: thrown })
  if ((code === 'ENOENT' || code === 'ENOTDIR' || code === 'EACCES') && cwd !== undefined && !isFolder(cwd)) {
    return new UserError(
      `${name} could not be started: its working directory does not exist or cannot be entered.`,
      {
        help: 'Check the path; it is relative to the repository.',
        where: cwd,
        cause: thrown,
      },
    )
  }
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return command === name
        ? make(`${name} was not found on PATH.`, `Install ${name} in an earlier step.`)
        : make(`${name} was not found at ${command}.`, 'Check the path, or let it be found on PATH.')
    case 'EACCES':
    case 'EPERM':
      return make(`${name} may not be executed.`, `Make the file executable: chmod +x ${command}`)
    case 'ENOEXEC':
    case 'EBADARCH':
      return make(`${name} is no program that this machine can run.`, 'Install the build for its platform.')
    case 'E2BIG':
      return make(
        `${name} was given more arguments or environment than the system allows.`,
        'Pass values by file.',
      )
    case 'ERR_INVALID_ARG_VALUE':
      return make(`${name} was given an argument or variable with a zero byte.`, 'Remove it from the input.')
    case undefined:
    default:
      return make(
        `${name} could not be started (${code ?? 'unknown reason'}).`,
        'Check the machine: memory, processes, files.',
      )
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}
