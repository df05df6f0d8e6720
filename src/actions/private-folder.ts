import { mkdir, mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../core/errors.ts'

/**
 * A new folder of this step's own, which goes with the job (RUNNER_TEMP).
 * @returns its absolute path
 */
export async function privateFolder(temp: string): Promise<string> {
  if (temp === '') {
    throw new UserError('RUNNER_TEMP is not set', {
      help: 'The runner sets it; on a laptop use `npm start`.',
    })
  }
  await mkdir(temp, { recursive: true })
  return mkdtemp(join(temp, 'gitops-pipeline-'))
}
