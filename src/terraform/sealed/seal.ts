import { closeContainer, openContainer, type SealKey } from './container.ts'
import { packPayload, unpackPayload } from './payload.ts'
import type { SealContent } from './sealed-plan.ts'

/**
 * The bytes of `SEAL_FILE`. Encrypted, nobody without the passphrase can read it, and nobody can change it unnoticed; who
 * has made it is not told by that: whoever can run a workflow of the repository can use its passphrase.
 * @throws UserError for a passphrase that is none, or more than can be sealed; SealError when content and manifest do
 *   not agree, which is a fault of the caller's.
 */
export async function sealPlan(content: SealContent, key: SealKey): Promise<Uint8Array> {
  return closeContainer(packPayload(content), key)
}

/**
 * What is in it. Nothing is handed out before the tag over all of it is right, and each part has the form, the size
 * and the checksum it must have. Where it comes from must be asked from GitHub.
 * @throws SealError that says why it does not open; UserError for a passphrase that is none.
 */
export async function openSeal(bytes: Uint8Array, key: SealKey): Promise<SealContent> {
  return unpackPayload(await openContainer(bytes, key))
}
