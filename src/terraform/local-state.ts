import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { errorCode } from '../core/errors.ts'
import { record, text } from './diagnostics.ts'
import type { StackRun } from './stack-run.ts'

/**
 * True when the state of an initialised stack is a local file. Source: `init` notes the backend in `terraform.tfstate` of
 * the data folder (internal/command/workdir/backend_state.go); without a backend block there is no such file.
 */
export async function isLocalState(run: Pick<StackRun, 'directory' | 'dataDir' | 'env'>): Promise<boolean> {
  return (await localStatePath(run)) !== undefined
}

/** Where the state of an initialised stack is (absolute), when it is a local file; undefined: it is elsewhere. */
export async function localStatePath(
  run: Pick<StackRun, 'directory' | 'dataDir' | 'env'>,
): Promise<string | undefined> {
  const given = run.dataDir ?? run.env['TF_DATA_DIR']
  const folder = resolve(run.directory, given === undefined || given === '' ? '.terraform' : given)
  try {
    const state: unknown = JSON.parse(await readFile(join(folder, 'terraform.tfstate'), 'utf8'))
    const backend = record(record(state)?.['backend'])
    if (backend !== undefined && text(backend['type']) !== 'local') return undefined
    const path = text(record(backend?.['config'])?.['path'])
    return resolve(run.directory, path === undefined || path === '' ? DEFAULT : path)
  } catch (thrown) {
    if (errorCode(thrown) === 'ENOENT') return resolve(run.directory, DEFAULT)
    throw thrown
  }
}

const DEFAULT = 'terraform.tfstate'
