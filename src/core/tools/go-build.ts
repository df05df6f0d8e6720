import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { UserError } from '../errors.ts'
import type { ExecResult } from '../ports.ts'
import { fillSlot, type Env } from './cache.ts'
import { expectVersion, type InstallRequest } from './install.ts'

const TIMEOUT_MS = 30 * 60_000
const PASSED = /^(?:PATH|HOME|USER|TMPDIR|LANG|XDG_\w+|GO\w+|https?_proxy|no_proxy|HTTPS?_PROXY|NO_PROXY)$/

/**
 * Builds a version from its Go module into the cache: for development only, on machines that reach the Go module
 * proxy but not the publisher. Takes minutes.
 * @throws UserError when there is no Go, or the build fails (with the end of its messages).
 */
export async function buildWithGo(request: Omit<InstallRequest, 'mirror'>): Promise<string> {
  const { tool, version, slot, ports } = request
  const recipe = Object.hasOwn(tool.builds, version) ? tool.builds[version] : undefined
  if (recipe === undefined) throw new UserError(`${tool.name} ${version} cannot be built with Go`)
  ports.log.info(`${tool.name} ${version}: building with Go, this takes some minutes`)
  await fillSlot(slot, ports.clock.now(), async (program) => {
    const folder = await mkdtemp(join(tmpdir(), 'go-build-'))
    try {
      const go = goIn(folder, request)
      await go('mod', 'init', 'wrapper')
      for (const replace of recipe.replace) await go('mod', 'edit', `-replace=${replace}`)
      await go('get', `${recipe.package}@v${version}`)
      await go(
        'build',
        '-trimpath',
        '-buildvcs=false',
        '-ldflags',
        recipe.linkerFlags,
        '-o',
        program,
        recipe.package,
      )
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
    return { origin: 'build', archiveSha256: '' }
  })
  await expectVersion(tool, version, slot.program, request)
  return slot.program
}

function goIn(folder: string, { tool, version, ports, env }: Omit<InstallRequest, 'mirror'>) {
  return async (...args: readonly string[]): Promise<void> => {
    const options = { cwd: folder, env: { ...passedOn(env), CGO_ENABLED: '0' }, timeoutMs: TIMEOUT_MS }
    const result = await ports.exec('go', args, options)
    if (result.code === 0) return
    throw new UserError(
      `${tool.name} ${version}: "go ${args.slice(0, 2).join(' ')}" failed: ${lastWords(result)}`,
      {
        help: 'Builds need Go and the Go module proxy. Or put the tool on PATH.',
      },
    )
  }
}

function lastWords(result: ExecResult): string {
  if (result.timedOut) return `not ready in ${TIMEOUT_MS / 60_000} minutes`
  return result.stderr.trim().split('\n').slice(-5).join('\n')
}

function passedOn(env: Env): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) =>
      value !== undefined && PASSED.test(name) ? [[name, value]] : [],
    ),
  )
}
