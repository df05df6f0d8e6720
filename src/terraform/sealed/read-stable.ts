import { constants, type BigIntStats } from 'node:fs'
import { open } from 'node:fs/promises'
import { errorCode, errorMessage } from '../../core/errors.ts'
import { stateOf } from './file-states.ts'

export type Read =
  | { readonly kind: 'read'; readonly content: Uint8Array; readonly executable: boolean }
  | { readonly kind: 'gone' }
  | { readonly kind: 'failed'; readonly why: string }

const TRIES = 3

/**
 * Reads a file that was not written meanwhile: other stacks may be planned at the same time. Follows no link.
 *
 * @param path absolute
 * @param writing why it failed where the file is written again and again
 */
export async function readStable(path: string, writing: string): Promise<Read> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const read = await readOnce(path)
    if (read !== 'again') return read
  }
  return { kind: 'failed', why: writing }
}

async function readOnce(path: string): Promise<Read | 'again'> {
  try {
    await using file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
    const before: BigIntStats = await file.stat({ bigint: true })
    if (!before.isFile()) return 'again'
    const content = await file.readFile()
    const state = stateOf(before)
    const same =
      stateOf(await file.stat({ bigint: true })).stamp === state.stamp && content.length === state.size
    return same ? { kind: 'read', content, executable: state.executable } : 'again'
  } catch (thrown) {
    const code = errorCode(thrown)
    if (code === 'ENOENT') return { kind: 'gone' }
    return { kind: 'failed', why: `cannot be read (${code ?? errorMessage(thrown)})` }
  }
}
