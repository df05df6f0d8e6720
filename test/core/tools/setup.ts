import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Clock, Log } from '../../../src/core/ports.ts'
import type { ResolveRequest } from '../../../src/core/tools/resolve.ts'
import { TOOLS, type Tool } from '../../../src/core/tools/table.ts'
import { makeExec } from '../../../src/core/exec.ts'

export const LINUX = { os: 'linux', arch: 'amd64' } as const

export interface Place extends AsyncDisposable {
  readonly root: string
  /** Waits asked for, in milliseconds; nobody waits really. */
  readonly pauses: number[]
  readonly logged: string[]
  readonly clock: Clock
  readonly ports: ResolveRequest['ports']
  /** An executable file below the root; returns its path. */
  program(path: string, text: string): Promise<string>
  /** PATH holds the system's folders and those given (below the root), so that `sh` is found. */
  env(folders?: readonly string[], more?: Record<string, string>): Record<string, string>
}

export async function makePlace(): Promise<Place> {
  const root = await mkdtemp(join(tmpdir(), 'tools-test-'))
  const pauses: number[] = []
  const logged: string[] = []
  const clock: Clock = {
    now: () => Date.now(),
    sleep: (milliseconds) => {
      pauses.push(milliseconds)
      return Promise.resolve()
    },
  }
  return {
    root,
    pauses,
    logged,
    clock,
    ports: { exec: makeExec(), log: logTo(logged), clock },
    async program(path, text) {
      const file = join(root, path)
      await mkdir(dirname(file), { recursive: true })
      await writeFile(file, text)
      await chmod(file, 0o755)
      return file
    },
    env: (folders = [], more = {}) => ({
      PATH: [...folders.map((folder) => join(root, folder)), '/usr/bin', '/bin'].join(':'),
      HOME: join(root, 'home'),
      XDG_CACHE_HOME: join(root, 'cache'),
      ...more,
    }),
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }),
  }
}

/** A tool of the table under a name that no machine has on its PATH. */
export function fakeTool(versions: Tool['versions'], builds: Tool['builds'] = {}): Tool {
  const file = 'faketool_{version}_{os}_{arch}.zip'
  return {
    ...TOOLS.terraform,
    name: 'faketool',
    binary: 'faketool',
    wrapper: { binary: 'faketool-bin', folderVariable: 'FAKETOOL_CLI_PATH' },
    versions,
    release: {
      base: 'https://publisher.invalid/{version}',
      file,
      checksums: 'faketool_{version}_SHA256SUMS',
    },
    builds,
  }
}

function logTo(lines: string[]): Log {
  const add = (message: string): void => void lines.push(message)
  return {
    info: add,
    debug: add,
    notice: add,
    warning: add,
    error: add,
    group: (_title, body) => body(),
    mask: () => undefined,
  }
}
