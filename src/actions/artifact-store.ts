import type { ActionContext } from '../core/action.ts'
import type { ArtifactStore } from '../core/artifact-port.ts'
import { UserError, messageAndHelp } from '../core/errors.ts'
import { once } from '../core/once.ts'
import type { Part } from '../report/part.ts'
import { PART_FILE, partArtifactName } from '../report/part-artifacts.ts'
import { partsFile } from '../report/part-file.ts'
import { begun } from './github-client.ts'

/** Artifacts of this run; loaded when they are asked for. Where there is no such service, each use says so. */
export function artifactsOf({
  env,
  log,
  clock,
}: Pick<ActionContext, 'env' | 'log' | 'clock'>): () => Promise<ArtifactStore> {
  const store = once(() =>
    begun(
      import('../core/artifacts/client.ts').then(({ makeArtifacts }) => makeArtifacts({ env, log, clock })),
    ),
  )
  return () => store()()
}

/**
 * Leaves parts for `report`, as an artifact of the run.
 * @returns why it could not be done, in a sentence; undefined: it is done, or there are none
 */
export async function handOnParts(
  parts: readonly Part[],
  artifacts: () => Promise<ArtifactStore>,
): Promise<string | undefined> {
  const [first] = parts
  if (first === undefined) return undefined
  const content = new TextEncoder().encode(JSON.stringify(partsFile(parts)))
  const name = partArtifactName(parts, first.run.attempt)
  try {
    await (await artifacts()).upload(name, [{ name: PART_FILE, content }], { compress: true })
    return undefined
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown
    return `the part could not be handed to the report: ${messageAndHelp(thrown)}`
  }
}
