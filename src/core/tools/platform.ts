import { arch, platform } from 'node:os'
import { UserError } from '../errors.ts'

/** In the words of Go's release files. */
export interface Platform {
  readonly os: string
  readonly arch: string
}

const SYSTEMS: Readonly<Record<string, string>> = {
  linux: 'linux',
  darwin: 'darwin',
  win32: 'windows',
  freebsd: 'freebsd',
}
const ARCHITECTURES: Readonly<Record<string, string>> = {
  x64: 'amd64',
  arm64: 'arm64',
  ia32: '386',
  arm: 'arm',
}

/** The machine this runs on. @throws UserError on a system the publishers have no release for. */
export function hostPlatform(nodeOs: string = platform(), nodeArch: string = arch()): Platform {
  const os = SYSTEMS[nodeOs]
  const cpu = ARCHITECTURES[nodeArch]
  if (os === undefined || cpu === undefined) {
    throw new UserError(`no tool releases are known for ${nodeOs} on ${nodeArch}`, {
      help: 'Put the tool of the right version on PATH.',
    })
  }
  return { os, arch: cpu }
}

/** `linux-amd64`: the key of the table's sums. */
export function platformKey({ os, arch: cpu }: Platform): string {
  return `${os}-${cpu}`
}

export function fileNameOf(binary: string, { os }: Platform): string {
  return os === 'windows' ? `${binary}.exe` : binary
}
