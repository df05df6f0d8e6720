/**
 * Brings the tools that the tests use: terraform, OpenTofu, moto, the AWS and the archive provider, act, the workflow linters,
 * Mermaid, and GitHub's own artifact library.
 * Says on stderr what it does and what is left out and why; prints the path of the file that tells the tests. With
 * --require-all it exits 1 when anything is left out.
 */
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import type { Clock, Log } from '../src/core/ports.ts'
import { UserError, errorMessage } from '../src/core/errors.ts'
import { resolveTool } from '../src/core/tools/resolve.ts'
import { TOOLS } from '../src/core/tools/table.ts'
import { findArchiveProvider } from '../test/lab/archive-provider.ts'
import { findArtifactLibrary } from '../test/lab/artifact-library.ts'
import { findAwsProvider } from '../test/lab/aws-provider.ts'
import { makeExec } from '../src/core/exec.ts'
import { ACT, ACTIONLINT, findCliTool, ZIZMOR } from '../test/lab/cli-tool.ts'
import { findMermaid } from '../test/lab/mermaid.ts'
import { findHclOracle } from '../test/lab/hcl-oracle.ts'
import { findMoto } from '../test/lab/moto-server.ts'
import { findPublicModules } from '../test/lab/public-modules.ts'
import { toolsFilePath, type TestTool, type ToolsFile } from '../test/lab/tools-file.ts'

const { values } = parseArgs({ options: { 'require-all': { type: 'boolean', default: false } } })
const say = (text: string): void => void process.stderr.write(`[tools] ${text}\n`)
const log: Log = {
  info: say,
  debug: () => undefined,
  notice: say,
  warning: say,
  error: say,
  group: (_title, body) => body(),
  mask: () => undefined,
}
const clock: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
}
const ports = { exec: makeExec(), log, clock }
const env = { ...process.env }
const found: ToolsFile = {}

async function bring(tool: TestTool, find: () => Promise<string>): Promise<void> {
  try {
    const path = await find()
    found[tool] = { path }
    say(`${tool}: ${path}`)
  } catch (thrown) {
    const missing = thrown instanceof UserError ? thrown.message : `failed: ${errorMessage(thrown)}`
    found[tool] = { missing }
    say(`LEFT OUT ${tool}: ${missing}`)
  }
}

const versioned = (name: keyof typeof TOOLS, want: string) => async (): Promise<string> =>
  (await resolveTool({ tool: TOOLS[name], want, env, ports, build: 'when-unreachable' })).path

await bring('terraform-1.11.4', versioned('terraform', '1.11.4'))
await bring('terraform-1.5.7', versioned('terraform', '1.5.7'))
await bring('tofu-1.12.6', versioned('tofu', '1.12.6'))
await bring('moto-server', () => findMoto(env, ports))
const terraform = found['terraform-1.11.4']
const terraformPath = terraform !== undefined && 'path' in terraform ? terraform.path : undefined
await bring('aws-provider', () => findAwsProvider(env, ports, terraformPath))
await bring('archive-provider', () => findArchiveProvider(env, ports, terraformPath))
await bring('act-0.2.89', () => findCliTool(ACT, env, ports))
await bring('actionlint-1.7.12', () => findCliTool(ACTIONLINT, env, ports))
await bring('zizmor-1.32.0', () => findCliTool(ZIZMOR, env, ports))
await bring('hcl-oracle', () => findHclOracle(env, ports))
await bring('public-modules', () => findPublicModules(env, ports))
await bring('mermaid-11.17.2', () => findMermaid(env, ports))
await bring('artifact-library-6.2.1', () => findArtifactLibrary(env, ports))

const file = toolsFilePath(env)
await mkdir(dirname(file), { recursive: true })
await writeFile(`${file}.${process.pid}`, `${JSON.stringify(found, undefined, 2)}\n`)
await rename(`${file}.${process.pid}`, file)
process.stdout.write(`${file}\n`)

const missing = Object.entries(found).filter(([, entry]) => 'missing' in entry)
if (values['require-all'] && missing.length > 0) {
  say(`all tools are required, ${missing.length} are not there`)
  process.exitCode = 1
}
