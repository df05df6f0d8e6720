import { dirname, join, relative } from 'node:path'
import { isTofuFile, requiredVersion, type SourceFile } from './required-version.ts'
import type { TerraformTool } from './tool.ts'
import { readToolVersions, versionWish } from './version-file.ts'

export interface VersionQuestion {
  /** Absolute. */
  readonly stackDir: string
  /** Absolute; the repository's root: nothing above it is read. */
  readonly rootDir: string
  readonly input: {
    readonly tool: 'auto' | TerraformTool
    /** `auto`, an exact version, part of one (`1.9`), or a constraint. */
    readonly version: string
    /** What the repository's configuration asks for, by tool; stronger than what is found, weaker than the inputs. */
    readonly configured?: ConfiguredVersions
  }
  /** Undefined when there is no such file. */
  readonly read: (path: string) => Promise<string | undefined>
  /** Names in a folder. */
  readonly list: (folder: string) => Promise<readonly string[]>
  /** Which of the two PATH holds; asked only when nothing else decides. */
  readonly onPath: (tool: TerraformTool) => Promise<boolean>
}

export interface ConfiguredVersions {
  readonly terraform?: string
  readonly tofu?: string
  /** Where they stand, for messages. */
  readonly file: string
}

export interface WantedTool {
  readonly tool: TerraformTool
  /** Exact, a constraint, or `any`. */
  readonly version: string
  /** Where the version (else the tool) comes from: `input tool-version`, `infra/.terraform-version`, … */
  readonly reason: string
}

/**
 * Which tool and version a stack wants. Version: the input; the configuration; the nearest version file (`.terraform-version` or
 * `.opentofu-version`, then `.tool-versions`, in the stack's folder, then in each folder above it up to the root);
 * `required_version`; else any. Tool: the input; the one that the configuration names; the nearest of those files that names one (in the stack's folder
 * `*.tofu` files and the lock file's registry too); what PATH holds; Terraform.
 * @throws UserError when a version cannot be read, with the file it stands in.
 */
export async function wantedTool(question: VersionQuestion): Promise<WantedTool> {
  const chosen = await chooseTool(question)
  const { tool } = chosen
  const { version } = question.input
  if (version !== 'auto') {
    return {
      tool,
      version: versionWish(version, tool, 'input tool-version') ?? 'any',
      reason: 'input tool-version',
    }
  }
  const configured = configuredVersion(question, tool)
  if (configured !== undefined) return { tool, ...configured }
  const file = await versionFromFiles(question, tool)
  if (file !== undefined) return { tool, ...file }
  const required = requiredVersion(await sourceFiles(question), tool)
  if (required === undefined) return { tool, version: 'any', reason: chosen.reason }
  return { tool, version: required.range.text, reason: `required_version in ${required.files.join(', ')}` }
}

interface Choice {
  readonly tool: TerraformTool
  readonly reason: string
}

function configuredVersion(
  { input: { configured } }: VersionQuestion,
  tool: TerraformTool,
): { version: string; reason: string } | undefined {
  const wish = configured?.[tool]
  if (configured === undefined || wish === undefined) return undefined
  const version = versionWish(wish, tool, configured.file)
  return version === undefined ? undefined : { version, reason: configured.file }
}

const VERSION_FILES: Readonly<Record<TerraformTool, string>> = {
  tofu: '.opentofu-version',
  terraform: '.terraform-version',
}

const TOOL_NAMES = ['tofu', 'terraform'] as const

async function chooseTool(question: VersionQuestion): Promise<Choice> {
  const { tool, configured } = question.input
  if (tool !== 'auto') return { tool, reason: 'input tool' }
  const [only, other] = TOOL_NAMES.filter((name) => configured?.[name] !== undefined)
  if (configured !== undefined && only !== undefined && other === undefined) {
    return { tool: only, reason: configured.file }
  }
  for (const folder of foldersUpward(question)) {
    const found = await toolNamedIn(folder, question)
    if (found !== undefined) return found
  }
  if ((await question.onPath('tofu')) && !(await question.onPath('terraform'))) {
    return { tool: 'tofu', reason: 'only tofu is on PATH' }
  }
  return { tool: 'terraform', reason: 'no version is asked for' }
}

async function toolNamedIn(folder: string, question: VersionQuestion): Promise<Choice | undefined> {
  const names = await question.list(folder)
  for (const tool of TOOL_NAMES) {
    const name = VERSION_FILES[tool]
    if (names.includes(name)) return { tool, reason: shown(folder, name, question) }
  }
  const inStack = folder === question.stackDir
  const tofuFile = inStack ? names.find(isTofuFile) : undefined
  if (tofuFile !== undefined) return { tool: 'tofu', reason: tofuFile }
  const lines = readToolVersions(await question.read(join(folder, '.tool-versions')))
  const [only, other] = TOOL_NAMES.filter((tool) => lines[tool] !== undefined)
  if (only !== undefined && other === undefined) {
    return { tool: only, reason: shown(folder, '.tool-versions', question) }
  }
  const registry = inStack ? await lockedRegistry(question) : undefined
  if (registry !== undefined) return registry
  return undefined
}

/** The lock file names the registry that the last `init` used: each tool has its own. */
async function lockedRegistry({ stackDir, read }: VersionQuestion): Promise<Choice | undefined> {
  const name = '.terraform.lock.hcl'
  const text = (await read(join(stackDir, name))) ?? ''
  const tofu = /^provider "registry\.opentofu\.org\//m.test(text)
  const terraform = /^provider "registry\.terraform\.io\//m.test(text)
  if (tofu === terraform) return undefined
  return { tool: tofu ? 'tofu' : 'terraform', reason: name }
}

async function versionFromFiles(
  question: VersionQuestion,
  tool: TerraformTool,
): Promise<{ version: string; reason: string } | undefined> {
  for (const folder of foldersUpward(question)) {
    const own = await question.read(join(folder, VERSION_FILES[tool]))
    const reason = shown(folder, VERSION_FILES[tool], question)
    const version = own === undefined ? undefined : versionWish(firstLine(own), tool, reason)
    if (version !== undefined) return { version, reason }
    const line = readToolVersions(await question.read(join(folder, '.tool-versions')))[tool]
    const shared = shown(folder, '.tool-versions', question)
    const asked = line === undefined ? undefined : versionWish(line, tool, shared)
    if (asked !== undefined) return { version: asked, reason: shared }
  }
  return undefined
}

function firstLine(text: string): string {
  const lines = text.split('\n').map((line) => line.replace(/#.*/, '').trim())
  return lines.find((line) => line !== '') ?? ''
}

async function sourceFiles({ stackDir, read, list }: VersionQuestion): Promise<SourceFile[]> {
  const names = (await list(stackDir)).filter((name) => /\.(?:tf|tofu)(?:\.json)?$/.test(name))
  return Promise.all(names.map(async (name) => ({ name, text: (await read(join(stackDir, name))) ?? '' })))
}

/** The stack's folder, then each one above it, ending with the root. */
function foldersUpward({ stackDir, rootDir }: VersionQuestion): string[] {
  const folders = [stackDir]
  for (let folder = stackDir; folder !== rootDir && folder !== dirname(folder);) {
    folder = dirname(folder)
    folders.push(folder)
  }
  return folders.at(-1) === rootDir ? folders : [stackDir]
}

function shown(folder: string, name: string, { rootDir }: VersionQuestion): string {
  return join(relative(rootDir, folder), name).replaceAll('\\', '/')
}
