import { errorMessage } from '../../core/errors.ts'
import { compilePatterns } from '../../core/redact-patterns.ts'
import { parseRange } from '../../core/tools/constraint.ts'
import { OWNER, patternFault } from '../owners-pattern.ts'

/** One form of text. The reader and the JSON Schema use the same pattern and length. */
export interface Format {
  /** Completes "… must be". */
  readonly rule: string
  /** A regular expression (flag `u`) that JavaScript, Python and JSON Schema read alike: no `[^]`, no `\p`. */
  readonly pattern: string
  /** In characters. */
  readonly maxLength: number
  /** For a text that the pattern refuses: what of it is wrong, said more exactly than `rule` does. */
  readonly explain?: (text: string) => string | undefined
  /** What a pattern cannot say: a fault, or undefined. */
  readonly beyond?: (text: string) => string | undefined
}

const RELATIVE = '(?!(?:[A-Za-z]:)?/)(?!(?:[\\s\\S]*/)?\\.\\.(?:/|$))(?=[\\s\\S]*\\S)[^\\\\\\u0000]+'
const PART =
  '(?:!=|>=|<=|~>|=|>|<)?\\s*v?[0-9]+(?:\\.[0-9]+)*(?:-?[A-Za-z~-][0-9A-Za-z~.-]*|-[0-9][0-9A-Za-z~.-]*)?(?:\\+[0-9A-Za-z~.-]+)?'

function path(text: string): string | undefined {
  if (text.trim() === '') return 'must not be empty'
  if (text.includes('\0')) return 'must not hold a NUL character'
  if (text.includes('\\')) return 'must have `/` between its parts, not a backslash'
  if (/^([A-Za-z]:)?\//.test(text)) return 'must be relative to the repository root, without `/` at its start'
  if (text.split('/').includes('..')) return 'must stay inside the repository: no `..`'
  return undefined
}

function glob(text: string): string | undefined {
  if (/[()]/.test(text)) return 'must have no brackets `(` `)`: `{a,b}` is one of several, `?` any character'
  if (text.includes('}+')) return 'must have no `+` after a `}`'
  return path(text.replace(/^!/, ''))
}

/** What picomatch makes of many stars takes for ever to say no. */
function starFault(text: string): string | undefined {
  const names = text.split('/')
  if (names.filter((name) => name === '**').length > 4) return 'must not have more than four `**`'
  const many = names.some((name) => (name.match(/\*+/g) ?? []).length > 4)
  return many ? 'must not have more than four `*` between two `/`' : undefined
}

export const FORMATS = {
  /** File or folder, from the repository root. */
  path: {
    rule: 'a path from the repository root, with `/`, without `..`',
    pattern: `^${RELATIVE}$`,
    maxLength: 1000,
    explain: path,
  },
  /**
   * As picomatch reads it, without groups: a repeated one could take for ever. Whether it compiles is checked by the
   * reader, which loads picomatch.
   */
  glob: {
    rule: 'a glob from the repository root, with `/`, without `..` and without brackets `(` `)`',
    pattern: `^(?:!|(?!!))(?![\\s\\S]*(?:[()]|\\}\\+))${RELATIVE}$`,
    maxLength: 500,
    explain: glob,
    beyond: starFault,
  },
  /** Of stacks and environments: they stand in lists with one name a line. */
  name: {
    rule: 'a name of 1 to 200 characters in one line, without spaces at its ends',
    pattern: '^[^\\s\\u0000-\\u001f\\u007f](?:[^\\u0000-\\u001f\\u007f]*[^\\s\\u0000-\\u001f\\u007f])?$',
    maxLength: 200,
  },
  /** Source: hashicorp/terraform internal/command/workspace_command.go: a name must equal its own URL path escape. */
  workspace: {
    rule: 'the name of a workspace: letters, digits and any of `. _ ~ - $ & + : = @`, not beginning with `-`',
    pattern: '^[A-Za-z0-9_.~$&+:=@][A-Za-z0-9_.~$&+:=@-]*$',
    maxLength: 200,
  },
  /** What `core/tools/constraint.ts` reads. */
  version: {
    rule: 'a version, or a constraint as Terraform writes it: "1.9.8", "~> 1.9.0", ">= 1.5, < 2.0"',
    pattern: `^\\s*${PART}\\s*(?:,\\s*${PART}\\s*)*$`,
    maxLength: 100,
    beyond: (text) => {
      try {
        parseRange(text)
        return undefined
      } catch (thrown) {
        return errorMessage(thrown)
      }
    },
  },
  'kubernetes-version': {
    rule: 'a version of Kubernetes such as "1.33" or "1.33.2"',
    pattern: '^v?[0-9]+\\.[0-9]+(?:\\.[0-9]+)?$',
    maxLength: 20,
  },
  /** Source: AWS IAM, quotas and name requirements: the path is printable ASCII between slashes, the name ≤ 64. */
  role: {
    rule: 'the ARN of an IAM role: "arn:aws:iam::111122223333:role/plan" (also `aws-cn`, `aws-us-gov`)',
    pattern: '^arn:aws(?:-[a-z]+)*:iam::[0-9]{12}:role/(?:[!-~]+/)?[A-Za-z0-9_+=,.@-]{1,64}$',
    maxLength: 650,
  },
  region: {
    rule: 'a region of AWS such as "eu-central-1"',
    pattern: '^[a-z]{2,}(?:-[a-z]+)+-[0-9]+$',
    maxLength: 30,
  },
  /** Never repeated in a message: it may give away what it hides. */
  redaction: {
    rule: 'a JavaScript regular expression, without slashes around it',
    pattern: '^[\\s\\S]+$',
    maxLength: 1000,
    beyond: redactionFault,
  },
  owner: {
    rule: 'a `@user`, an `@org/team` or an e-mail address',
    pattern: OWNER,
    maxLength: 320,
  },
  'owner-pattern': {
    rule: 'a pattern of paths as in CODEOWNERS',
    pattern: '^[\\s\\S]*\\S[\\s\\S]*$',
    maxLength: 1000,
    beyond: patternFault,
  },
  word: {
    rule: 'text without spaces',
    pattern: '^[^\\s\\u0000-\\u001f\\u007f]+$',
    maxLength: 500,
  },
  /** RFC 1123 label: what Kubernetes takes as the name of a namespace. */
  namespace: {
    rule: 'the name of a namespace: lower-case letters, digits and `-`, at most 63',
    pattern: '^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$',
    maxLength: 63,
  },
  label: {
    rule: 'a label of 1 to 50 characters, without spaces at its ends',
    pattern: '^[^\\s\\u0000-\\u001f\\u007f](?:[^\\u0000-\\u001f\\u007f]*[^\\s\\u0000-\\u001f\\u007f])?$',
    maxLength: 50,
  },
  sentence: {
    rule: 'text',
    pattern: '^[\\s\\S]*\\S[\\s\\S]*$',
    maxLength: 1000,
  },
  date: {
    rule: 'a date such as "2027-01-31"',
    pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$',
    maxLength: 10,
    beyond: dayFault,
  },
} as const satisfies Readonly<Record<string, Format>>

export type FormatName = keyof typeof FORMATS

function redactionFault(text: string): string | undefined {
  try {
    compilePatterns([text])
    return undefined
  } catch (thrown) {
    // It counts the patterns of a list; here line and column say which one it is.
    return errorMessage(thrown)
      .replace(/^.*?pattern 1 /, '')
      .replace(/\.$/, '')
  }
}

function dayFault(text: string): string | undefined {
  const day = new Date(`${text}T00:00:00Z`)
  // One that does not exist becomes another one, or none.
  const exists = !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
  return exists ? undefined : 'is no day of the calendar'
}

const compiled = new Map<FormatName, RegExp>()

/** Whether the pattern and the length allow it: exactly what the JSON Schema says. */
export function fits(text: string, name: FormatName): boolean {
  const { pattern, maxLength } = FORMATS[name]
  if (text.length > maxLength && Array.from(text).length > maxLength) return false
  const known = compiled.get(name) ?? new RegExp(pattern, 'u')
  compiled.set(name, known)
  return known.test(text)
}
