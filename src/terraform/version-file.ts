import { UserError } from '../core/errors.ts'
import { exactVersion, parseRange } from '../core/tools/constraint.ts'
import { knownVersions } from '../core/tools/resolve.ts'
import { TOOLS } from '../core/tools/table.ts'
import type { TerraformTool } from './tool.ts'

/**
 * What a version file or input asks for, as an exact version, a constraint, or `any`; undefined when it leaves the
 * choice to `required_version` (`latest-allowed`). The forms are those of tfenv, tofuenv, tenv, asdf and mise.
 * @throws UserError for what is none of them, or names no version that is known here.
 */
export function versionWish(text: string, tool: TerraformTool, where: string): string | undefined {
  const wish = text.trim()
  if (wish === '' || wish === 'latest-allowed') return undefined
  if (wish === 'any' || wish === 'system') return 'any'
  const exact = exactVersion(wish)
  if (exact !== undefined) return exact
  const part = /^v?(\d+(?:\.\d+)?)(?:\.[x*])?$/.exec(wish)?.[1]
  if (part !== undefined) return `~> ${part}.0`
  if (wish === 'latest' || wish.startsWith('latest:')) return latest(wish, tool, where)
  if (wish === 'min-required') {
    throw new UserError(`"${wish}" is not supported`, {
      help: 'Name the version, or remove the file: required_version is read anyway.',
      where,
    })
  }
  if (/^[\^~](?!>)|\|\||[*]|^(?:ref|path):|^\S+ - /.test(wish)) {
    throw new UserError(`"${wish}" is not a version of ${tool}`, {
      help: 'Write it as Terraform does: "1.9.8", "~> 1.9.0", ">= 1.5, < 2.0".',
      where,
    })
  }
  return parseRange(wish, where).text
}

/** tfenv's `latest` and `latest:<regex>`, among the versions that are known here. */
function latest(wish: string, tool: TerraformTool, where: string): string {
  const known = knownVersions(TOOLS[tool])
  const [newest] = known
  if (wish === 'latest' && newest !== undefined) return `>= ${newest}`
  const pattern = wish.slice('latest:'.length)
  const found = known.find((version) => matches(version, pattern))
  if (found !== undefined) return found
  throw new UserError(`no known version of ${tool} matches "${wish}": known are ${known.join(', ')}`, {
    help: 'Name the exact version.',
    where,
  })
}

/** The pattern comes from the repository: plain prefixes only, so that no regular expression of it is run. */
function matches(version: string, pattern: string): boolean {
  const prefix = pattern.replace(/^\^/, '').replace(/\$$/, '').replaceAll('\\.', '.').replace(/\.$/, '')
  return /^[\d.]+$/.test(prefix) && (version === prefix || version.startsWith(`${prefix}.`))
}

/** asdf's and mise's file: `<tool> <version> [fallbacks…]`, `#` begins a comment. */
export function readToolVersions(text: string | undefined): Partial<Record<TerraformTool, string>> {
  const found: Partial<Record<TerraformTool, string>> = {}
  for (const line of (text ?? '').split('\n')) {
    const [name, version] = line.replace(/#.*/, '').trim().split(/\s+/)
    if (version === undefined) continue
    if (name === 'terraform') found.terraform ??= version
    if (name === 'opentofu' || name === 'tofu') found.tofu ??= version
  }
  return found
}
