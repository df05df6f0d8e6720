import { readdir, readFile } from 'node:fs/promises'
import { errorCode } from '../core/errors.ts'
import type { Env } from '../core/tools/cache.ts'
import { programsOnPath } from '../core/tools/path-search.ts'
import { hostPlatform } from '../core/tools/platform.ts'
import { resolveTool, type ResolveRequest } from '../core/tools/resolve.ts'
import { TOOLS } from '../core/tools/table.ts'
import type { TerraformBinary } from './tool.ts'
import { wantedTool, type VersionQuestion } from './version.ts'

export interface BinaryRequest {
  readonly stackDir: string
  readonly rootDir: string
  readonly input: VersionQuestion['input']
  readonly env: Env
  readonly ports: ResolveRequest['ports']
  readonly mirror?: string
  readonly build?: ResolveRequest['build']
}

/**
 * The Terraform or OpenTofu that a stack wants, found or installed.
 * @throws UserError when no such version can be had, or a version file cannot be read.
 */
export async function resolveBinary(request: BinaryRequest): Promise<TerraformBinary> {
  const { stackDir, rootDir, input, env, ports, mirror, build } = request
  const wanted = await wantedTool({
    stackDir,
    rootDir,
    input,
    read: readIfThere,
    list: (folder) => readdir(folder),
    onPath: async (tool) => (await programsOnPath(TOOLS[tool], env, hostPlatform())).length > 0,
  })
  const { path, version } = await resolveTool({
    tool: TOOLS[wanted.tool],
    want: wanted.version,
    where: wanted.reason,
    env,
    ports,
    cwd: stackDir,
    ...(mirror === undefined ? {} : { mirror }),
    ...(build === undefined ? {} : { build }),
  })
  return { tool: wanted.tool, path, version, reason: wanted.reason }
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (thrown) {
    if (errorCode(thrown) === 'ENOENT' || errorCode(thrown) === 'EISDIR') return undefined
    throw thrown
  }
}
