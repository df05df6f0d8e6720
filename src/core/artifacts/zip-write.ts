import type { ArtifactFile } from '../artifact-port.ts'
import { UserError } from '../errors.ts'
import { clashOf, isEntryName } from './entry-name.ts'

/** The earliest time a zip file can hold: equal files make equal archives. */
const MTIME = new Date(1980, 0, 1)

/** A key of an object that is none: the library loses it. */
const UNPACKABLE = '__proto__'

/** The files as a zip archive. @throws UserError for names that it may not hold. */
export async function writeZip(files: readonly ArtifactFile[], compress: boolean): Promise<Uint8Array> {
  if (files.length === 0) throw new UserError('There is nothing to upload: an artifact needs a file')
  const bad = files.find(({ name }) => !isEntryName(name) || name === UNPACKABLE)
  if (bad !== undefined)
    throw new UserError(`An artifact cannot hold a file called ${JSON.stringify(bad.name)}`)
  const clash = clashOf(files.map(({ name }) => name))
  if (clash !== undefined) throw new UserError(`An artifact cannot hold ${JSON.stringify(clash)} twice`)
  const { zipSync } = await import('fflate')
  const entries = files.map(({ name, content }) => [name, [content, {}]] as const)
  return zipSync(Object.fromEntries(entries) as Record<string, [Uint8Array, object]>, {
    level: compress ? 6 : 0,
    mtime: MTIME,
  })
}
