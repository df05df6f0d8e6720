import { UserError } from '../errors.ts'

/**
 * Version constraints as Terraform and OpenTofu write them. The rules are those of hashicorp/go-version, which both
 * use; they are not npm's: `~>` fixes all given parts but the last (`~> 1.5` allows 1.9, `~> 1.5.0` does not, and
 * `~> 1` allows 2.0), parts not given count as 0, and a list is an "and".
 * Source: https://developer.hashicorp.com/terraform/language/expressions/version-constraints
 */
export interface Range {
  readonly text: string
  readonly constraints: readonly Constraint[]
}

type Operator = '=' | '!=' | '>' | '<' | '>=' | '<=' | '~>'

interface Constraint {
  readonly operator: Operator
  readonly version: Version
}

interface Version {
  /** At least three. */
  readonly parts: readonly number[]
  /** How many were written. */
  readonly given: number
  /** `beta1`, or empty. */
  readonly prerelease: string
}

const VERSION =
  /^v?(\d+(?:\.\d+)*)(?:-?([A-Za-z~-][0-9A-Za-z~.-]*)|-([0-9][0-9A-Za-z~.-]*))?(?:\+[0-9A-Za-z~.-]+)?$/

function parseVersion(text: string): Version | undefined {
  const found = VERSION.exec(text)
  if (found === null) return undefined
  const given = (found[1] ?? '').split('.').map(Number)
  if (given.some((part) => !Number.isSafeInteger(part))) return undefined
  const parts = [...given, ...Array<number>(Math.max(0, 3 - given.length)).fill(0)]
  return { parts, given: given.length, prerelease: found[2] ?? found[3] ?? '' }
}

/** `1.9.8` or `1.9.8-beta1`, never with a `v`; undefined for what is not one whole version. */
export function exactVersion(text: string): string | undefined {
  const plain = text.trim().replace(/^v/, '')
  return /^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/.test(plain) ? plain : undefined
}

/** `>= 1.5, < 2`. @throws UserError that shows the part that cannot be read. */
export function parseRange(text: string, where?: string): Range {
  const constraints = text.split(',').map((part) => parseConstraint(part, text, where))
  return { text: text.trim(), constraints }
}

function parseConstraint(part: string, whole: string, where: string | undefined): Constraint {
  const found = /^\s*(!=|>=|<=|~>|=|>|<|)\s*(\S+)\s*$/.exec(part)
  const version = parseVersion(found?.[2] ?? '')
  if (found === null || version === undefined) {
    throw new UserError(`"${whole.trim()}" is not a version constraint: cannot read "${part.trim()}"`, {
      help: 'Write it as Terraform does: "1.9.8", "~> 1.9.0", ">= 1.5, < 2.0".',
      ...(where === undefined ? {} : { where }),
    })
  }
  return { operator: found[1] === '' ? '=' : (found[1] as Operator), version }
}

/** Both ranges at once. */
export function joinRanges(ranges: readonly Range[]): Range {
  return {
    text: ranges.map((range) => range.text).join(', '),
    constraints: ranges.flatMap((range) => range.constraints),
  }
}

/**
 * Whether a program of this version meets the range. As in Terraform and OpenTofu, a pre-release program counts as
 * its final version (1.12.0-beta1 meets `>= 1.12.0`), unless the constraint itself names a pre-release.
 */
export function fitsRange(version: string, range: Range): boolean {
  const full = parseVersion(version)
  if (full === undefined) return false
  return range.constraints.every((constraint) => {
    const checked = constraint.version.prerelease === '' ? { ...full, prerelease: '' } : full
    return meets(checked, constraint)
  })
}

function meets(version: Version, { operator, version: limit }: Constraint): boolean {
  const order = compare(version, limit)
  switch (operator) {
    case '=':
      return order === 0
    case '!=':
      return order !== 0
    case '>':
      return comparable(version, limit) && order > 0
    case '<':
      return comparable(version, limit) && order < 0
    case '>=':
      return comparable(version, limit) && order >= 0
    case '<=':
      return comparable(version, limit) && order <= 0
    case '~>':
      return pessimistic(version, limit)
  }
}

/** A pre-release is compared only with a pre-release of the same version. */
function comparable(version: Version, limit: Version): boolean {
  if (version.prerelease === '') return true
  return limit.prerelease !== '' && compareParts(version, limit) === 0
}

function pessimistic(version: Version, limit: Version): boolean {
  if (!comparable(version, limit) || (limit.prerelease !== '' && version.prerelease === '')) return false
  if (compare(version, limit) < 0 || limit.parts.length > version.parts.length) return false
  const fixed = limit.parts.slice(0, limit.given - 1)
  const last = limit.parts.length - 1
  return (
    fixed.every((part, at) => version.parts[at] === part) &&
    (version.parts[last] ?? 0) >= (limit.parts[last] ?? 0)
  )
}

/** Newest last; versions that cannot be read come first. */
export function compareVersions(left: string, right: string): number {
  const [a, b] = [parseVersion(left), parseVersion(right)]
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined)
  return compare(a, b)
}

function compare(left: Version, right: Version): number {
  return compareParts(left, right) || comparePrereleases(left.prerelease, right.prerelease)
}

function compareParts(left: Version, right: Version): number {
  for (let at = 0; at < Math.max(left.parts.length, right.parts.length); at += 1) {
    const difference = (left.parts[at] ?? 0) - (right.parts[at] ?? 0)
    if (difference !== 0) return Math.sign(difference)
  }
  return 0
}

/** SemVer's order: no pre-release is newest, numbers before words, longer after shorter. */
function comparePrereleases(left: string, right: string): number {
  if (left === right) return 0
  if (left === '' || right === '') return left === '' ? 1 : -1
  const [a, b] = [left.split('.'), right.split('.')]
  for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
    const [x, y] = [a[at], b[at]]
    if (x === y) continue
    if (x === undefined || y === undefined) return x === undefined ? -1 : 1
    const [xIsNumber, yIsNumber] = [/^\d+$/.test(x), /^\d+$/.test(y)]
    if (xIsNumber && yIsNumber) return Math.sign(Number(x) - Number(y))
    if (xIsNumber !== yIsNumber) return xIsNumber ? -1 : 1
    return x < y ? -1 : 1
  }
  return 0
}
