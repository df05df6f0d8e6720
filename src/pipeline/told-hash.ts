import { createHash } from 'node:crypto'
import { joinPath } from '../repository/paths.ts'
import type { Snapshot } from '../repository/snapshot.ts'
import { stackKey } from '../terraform/stack-key.ts'
import { valuesOf } from '../terraform/tool-arguments.ts'
import type { ToldIdentity } from './stack-to-plan.ts'

/**
 * The hash of a stack's inputs together with what a step's own inputs add: the arguments as the stack's key has them
 * (names only, for a weak secret could be guessed from a public hash) and the contents of the files they name, in order.
 * Without any it is the hash as it is.
 *
 * @param hash of the inputs in the repository
 * @param path the stack's folder
 * @param told what the hash does not hold yet
 */
export function toldHash(
  hash: string,
  path: string,
  told: Pick<ToldIdentity, 'varFiles' | 'backendConfig' | 'planArgs'>,
  snapshot: Snapshot,
): string {
  const { varFiles, backendConfig, planArgs } = told
  if (varFiles.length + backendConfig.length + planArgs.length === 0) return hash
  const files = [...varFiles, ...valuesOf(planArgs, 'var-file'), ...backendConfig]
  const contents = files.map((file) => {
    const at = joinPath(path, file)
    const found = at === undefined ? undefined : snapshot.resolve(at)
    return found?.kind === 'file' ? (snapshot.entry(found.path)?.oid ?? '') : ''
  })
  return createHash('sha256')
    .update(JSON.stringify(['told-1', hash, stackKey({ path, ...told }), contents]))
    .digest('hex')
}
