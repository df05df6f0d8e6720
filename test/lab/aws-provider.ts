import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { UserError } from '../../src/core/errors.ts'
import { cacheRoot, type Env } from '../../src/core/tools/cache.ts'
import type { ToolPorts } from '../../src/core/tools/install.ts'
import { hostPlatform } from '../../src/core/tools/platform.ts'

const VERSION = '5.100.0'

/**
 * The folder of a filesystem mirror that holds the AWS provider: one of the places where Terraform's configuration
 * or custom put such mirrors, else one made by `terraform providers mirror` in the cache.
 */
export async function findAwsProvider(
  env: Env,
  ports: ToolPorts,
  terraform: string | undefined,
): Promise<string> {
  const { os, arch } = hostPlatform()
  const inside = join('registry.terraform.io', 'hashicorp', 'aws', VERSION, `${os}_${arch}`)
  const holds = (folder: string): boolean =>
    existsSync(join(folder, inside)) || existsSync(join(folder, `${inside}.zip`))
  const folders = [...(await configured(env)), ...usual(env), ...(await installed())]
  const found = folders.find(holds)
  if (found !== undefined) return found
  const cached = join(cacheRoot(env), `aws-provider-${VERSION}`)
  if (existsSync(cached)) return cached
  if (terraform === undefined)
    throw new UserError(`no mirror holds the AWS provider ${VERSION}, and there is no terraform to fetch it`)
  return mirrorInto(cached, env, ports, terraform)
}

/** `filesystem_mirror` blocks of the CLI configuration. */
async function configured(env: Env): Promise<string[]> {
  const file = env['TF_CLI_CONFIG_FILE'] ?? join(env['HOME'] ?? homedir(), '.terraformrc')
  const text = await readFile(file, 'utf8').catch(() => '')
  const paths = [...text.matchAll(/filesystem_mirror\s*\{[^}]*?path\s*=\s*"([^"]+)"/g)].map(
    (match) => match[1] ?? '',
  )
  const cache = env['TF_PLUGIN_CACHE_DIR']
  return cache === undefined ? paths : [...paths, cache]
}

/** Source: https://developer.hashicorp.com/terraform/cli/config/config-file#implied-local-mirror-directories */
function usual(env: Env): string[] {
  const home = env['HOME'] ?? homedir()
  const data = env['XDG_DATA_HOME'] ?? join(home, '.local', 'share')
  const shared = (env['XDG_DATA_DIRS'] ?? '/usr/local/share:/usr/share').split(delimiter)
  return [
    join(home, '.terraform.d', 'plugins'),
    ...[data, ...shared].map((folder) => join(folder, 'terraform', 'plugins')),
  ]
}

/** Machine images keep a mirror in a folder of its own below one of these. */
async function installed(): Promise<string[]> {
  const parents = ['/opt', '/usr/local/share', '/usr/share', '/var/lib']
  const lists = parents.map(async (parent) =>
    (await readdir(parent).catch(() => [])).map((name) => join(parent, name)),
  )
  return (await Promise.all(lists)).flat()
}

async function mirrorInto(
  target: string,
  env: Env,
  { exec, log }: ToolPorts,
  terraform: string,
): Promise<string> {
  log.info(`aws-provider: terraform providers mirror, ${VERSION} (once, 150 MB)`)
  const work = await mkdtemp(join(tmpdir(), 'aws-provider-'))
  const made = `${target}.new-${process.pid}`
  try {
    const source = `terraform {\n  required_providers {\n    aws = { source = "hashicorp/aws", version = "${VERSION}" }\n  }\n}\n`
    await writeFile(join(work, 'main.tf'), source)
    await writeFile(join(work, 'empty.tfrc'), '')
    await mkdir(made, { recursive: true })
    const { os, arch } = hostPlatform()
    const given = Object.fromEntries(
      Object.entries(env).flatMap(([name, value]) => (value ? [[name, value]] : [])),
    )
    const options = {
      cwd: work,
      env: { ...given, TF_CLI_CONFIG_FILE: join(work, 'empty.tfrc') },
      timeoutMs: 600_000,
    }
    const result = await exec(terraform, ['providers', 'mirror', `-platform=${os}_${arch}`, made], options)
    if (result.code !== 0)
      throw new UserError(`no mirror holds the AWS provider ${VERSION}, and the registry cannot be reached`)
    await rename(made, target)
    return target
  } finally {
    await rm(work, { recursive: true, force: true })
    await rm(made, { recursive: true, force: true })
  }
}
