import { joinRanges, parseRange, type Range } from '../core/tools/constraint.ts'
import { literalString, scanHcl, type HclBody } from '../hcl/scan.ts'
import type { TerraformTool } from './tool.ts'

export interface SourceFile {
  /** File name without folder. */
  readonly name: string
  readonly text: string
}

export interface RequiredVersion {
  readonly range: Range
  /** Files the range comes from. */
  readonly files: readonly string[]
}

/**
 * What the root module's own files ask of the tool's version, read as the tool reads them: all constraints together;
 * an override file's replace the others'.
 *
 * Terraform: `terraform { required_version }` in `.tf` and `.tf.json`. OpenTofu 1.12: the same in `.tofu` files only
 * (in `.tf` files it counts as meant for Terraform), and `language { compatible_with { opentofu } }` in all; a
 * `.tofu` file hides the `.tf` file of the same name.
 * Sources: hashicorp/terraform internal/configs/module.go (mergeFile), opentofu/opentofu internal/configs
 * (diagnostics.go, parser_config_dir.go).
 * @throws UserError when a constraint cannot be read.
 */
export function requiredVersion(
  files: readonly SourceFile[],
  tool: TerraformTool,
): RequiredVersion | undefined {
  const read = moduleFiles(files, tool)
  let found = read.filter((file) => !isOverride(file.name)).flatMap((file) => constraintsIn(file, tool))
  for (const file of read.filter(({ name }) => isOverride(name))) {
    const own = constraintsIn(file, tool)
    if (own.length > 0) found = own
  }
  if (found.length === 0) return undefined
  const ranges = found.map(({ file, text }) => parseRange(text, `required_version in ${file}`))
  return { range: joinRanges(ranges), files: [...new Set(found.map(({ file }) => file))] }
}

/** File names of a root module's configuration, for one tool. */
function isConfigFile(name: string): boolean {
  if (name.startsWith('.') || name.endsWith('~') || /^#.*#$/.test(name)) return false
  return /\.(?:tf|tofu)(?:\.json)?$/.test(name)
}

export function isTofuFile(name: string): boolean {
  return isConfigFile(name) && /\.tofu(?:\.json)?$/.test(name)
}

function moduleFiles(files: readonly SourceFile[], tool: TerraformTool): SourceFile[] {
  const names = new Set(files.map(({ name }) => name))
  const counts = ({ name }: SourceFile): boolean => {
    if (!isConfigFile(name)) return false
    if (tool === 'terraform') return !isTofuFile(name)
    return isTofuFile(name) || !names.has(name.replace(/\.tf(\.json)?$/, '.tofu$1'))
  }
  return files.filter(counts).sort((a, b) => (a.name < b.name ? -1 : 1))
}

function isOverride(name: string): boolean {
  return /^(?:.*_)?override\.(?:tf|tofu)(?:\.json)?$/.test(name)
}

interface Found {
  readonly file: string
  readonly text: string
}

function constraintsIn(file: SourceFile, tool: TerraformTool): Found[] {
  const texts = file.name.endsWith('.json')
    ? fromJson(file, tool)
    : fromHcl(scanHcl(file.text), file.name, tool)
  return texts.map((text) => ({ file: file.name, text }))
}

function fromHcl(body: HclBody, name: string, tool: TerraformTool): string[] {
  const texts: (string | undefined)[] = []
  for (const block of body.blocks) {
    if (block.type === 'terraform' && (tool === 'terraform' || isTofuFile(name))) {
      texts.push(attribute(block.body, 'required_version'))
    }
    if (block.type === 'language' && tool === 'tofu') {
      const inner = block.body.blocks.filter(({ type }) => type === 'compatible_with')
      texts.push(...inner.map((each) => attribute(each.body, 'opentofu')))
    }
  }
  return texts.filter((text) => text !== undefined)
}

function attribute(body: HclBody, name: string): string | undefined {
  return literalString(body.attributes.find((each) => each.name === name)?.expression)
}

/** The JSON syntax: a block is an object, or a list of objects. */
function fromJson(file: SourceFile, tool: TerraformTool): string[] {
  let data: unknown
  try {
    data = JSON.parse(file.text)
  } catch {
    return []
  }
  const required = blocks(data, 'terraform').map((block) => block['required_version'])
  if (tool === 'terraform') return required.filter((text) => typeof text === 'string')
  const compatible = blocks(data, 'language').flatMap((block) => blocks(block, 'compatible_with'))
  const ranges = compatible.map((block) => block['opentofu'])
  return [...(isTofuFile(file.name) ? required : []), ...ranges].filter((text) => typeof text === 'string')
}

function blocks(data: unknown, type: string): Record<string, unknown>[] {
  const value = isObject(data) ? data[type] : undefined
  return (Array.isArray(value) ? value : [value]).filter(isObject)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
