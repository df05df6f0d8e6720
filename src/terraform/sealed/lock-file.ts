import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { errorCode } from '../../core/errors.ts'

/** Both tools write this name, into the folder they run in. */
export const LOCK_FILE = '.terraform.lock.hcl'

/** The dependency lock file, committed or not; undefined: there is none (no providers but the built-in one). */
export async function readLockFile(directory: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(join(directory, LOCK_FILE))
  } catch (thrown) {
    if (errorCode(thrown) === 'ENOENT') return undefined
    throw thrown
  }
}

interface LockedProvider {
  readonly version: string
  readonly hashes: ReadonlySet<string>
}

/**
 * True when `init` has only added to a lock file: providers that were missing, checksums for another platform. The
 * versions and all checksums that were there are still there.
 * Source: https://developer.hashicorp.com/terraform/language/files/dependency-lock
 */
export function isAddedTo(before: Uint8Array, after: Uint8Array): boolean {
  const [old, now] = [providersOf(before), providersOf(after)]
  if (old === undefined || now === undefined) return false
  return [...old].every(([name, { version, hashes }]) => {
    const same = now.get(name)
    return same?.version === version && [...hashes].every((hash) => same.hashes.has(hash))
  })
}

/** Undefined for anything that the tools do not write themselves. */
function providersOf(lockFile: Uint8Array): Map<string, LockedProvider> | undefined {
  const found = new Map<string, LockedProvider>()
  const block = /^provider "(?<name>[^"]+)" \{\n(?<body>(?: .*\n)*)\}\n*/my
  let text = Buffer.from(lockFile).toString('utf8').replaceAll('\r\n', '\n')
  text = text.replace(/^(?:#.*\n|\n)*/, '')
  if (!text.endsWith('\n')) text += '\n'
  while (block.lastIndex < text.length) {
    const { name, body } = block.exec(text)?.groups ?? {}
    const version = /^ {2}version\s*= "([^"]+)"$/m.exec(body ?? '')?.[1]
    if (name === undefined || version === undefined || found.has(name)) return undefined
    const hashes = [...(body ?? '').matchAll(/^ {4}"((?:h1|zh):[^"]+)",$/gm)].map(([, hash = '']) => hash)
    found.set(name, { version, hashes: new Set(hashes) })
  }
  return found
}
