import { readFile, writeFile } from 'node:fs/promises'
import { UserError, errorMessage } from '../errors.ts'
import type { ZipArchive } from './table.ts'

/**
 * Takes one member, by its exact name, out of an archive whose digest was checked, into a new file (mode 0600).
 * No other name of the archive is ever used as a path, so none can lead outside.
 * @throws UserError when the archive cannot be read, has no such member, or the member is larger than allowed.
 */
export async function unpackMember(
  file: string,
  archive: ZipArchive,
  member: string,
  target: string,
): Promise<void> {
  const { unzipSync } = await import('fflate')
  let content: Uint8Array | undefined
  const sizes: number[] = []
  try {
    const members = unzipSync(await readFile(file), {
      filter: ({ name, originalSize }) => {
        if (name !== member) return false
        sizes.push(originalSize)
        return originalSize <= archive.maxBytes
      },
    })
    content = members[member]
  } catch (cause) {
    throw new UserError(`the archive cannot be unpacked: ${errorMessage(cause)}`, { cause })
  }
  if (sizes.some((size) => size > archive.maxBytes)) {
    throw new UserError(`${member} in the archive is larger than ${archive.maxBytes} bytes`)
  }
  if (content === undefined || content.length === 0) throw new UserError(`the archive holds no ${member}`)
  await writeFile(target, content, { mode: 0o600, flag: 'wx' })
}
