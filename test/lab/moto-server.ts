import { mkdir, rename, rm } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { UserError } from '../../src/core/errors.ts'
import { cacheRoot, type Env } from '../../src/core/tools/cache.ts'
import type { ToolPorts } from '../../src/core/tools/install.ts'

const MOTO = 'moto[server]==5.2.1'

/** `moto_server`, AWS in a process: on PATH, else from pip in an environment of its own in the cache. */
export async function findMoto(env: Env, ports: ToolPorts): Promise<string> {
  const given = Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  )
  const answers = async (path: string): Promise<boolean> => {
    const result = await ports
      .exec(path, ['--help'], { env: given, timeoutMs: 60_000 })
      .catch(() => undefined)
    return result?.code === 0
  }
  for (const folder of (env['PATH'] ?? '').split(delimiter)) {
    const path = join(folder, 'moto_server')
    if (existsSync(path) && (await answers(path))) return path
  }
  const folder = join(cacheRoot(env), MOTO.replace(/[^\w.]+/g, '-'))
  const path = join(folder, 'bin', 'moto_server')
  if (existsSync(path) && (await answers(path))) return path
  return installMoto(folder, path, given, ports)
}

async function installMoto(
  folder: string,
  path: string,
  env: Record<string, string>,
  { exec, log }: ToolPorts,
): Promise<string> {
  log.info(`moto: pip install ${MOTO} (once)`)
  await mkdir(join(folder, '..'), { recursive: true })
  // Scripts of an environment name its folder, so it is made in place and taken away when it does not come whole.
  const steps = [
    ['python3', '-m', 'venv', '--clear', folder],
    [join(folder, 'bin', 'pip'), 'install', '--quiet', '--disable-pip-version-check', MOTO],
  ] as const
  for (const [command, ...args] of steps) {
    const result = await exec(command, args, { env, timeoutMs: 600_000 }).catch(() => undefined)
    if (result?.code === 0) continue
    const broken = `${folder}.broken`
    await rename(folder, broken).catch(() => undefined)
    await rm(broken, { recursive: true, force: true })
    const said =
      result === undefined ? 'is not there' : `failed: ${result.stderr.trim().split('\n').at(-1) ?? ''}`
    throw new UserError(`moto_server is not on PATH, and "${command}" ${said}`)
  }
  return path
}
