import { makeHidesKey } from '../core/key-names.ts'
import { codesOf } from '../core/redact-decode.ts'
import { findShapes } from '../core/redact-shapes.ts'
import { literalString, scanHcl } from '../hcl/scan.ts'
import { isObject, own } from './plan/json.ts'
import type { Json } from './plan/raw.ts'
import { makeSecretCollector } from './secret-values.ts'

/**
 * Names of the variables that a `.tf` or `.tofu` file (or its `.json` form) declares sensitive or ephemeral. A value
 * of `sensitive` that is not plainly `false` counts as true. Throws on nothing.
 */
export function declaredSensitive(tfText: string): string[] {
  const json = parse(tfText)
  if (json !== undefined) {
    const names: string[] = []
    // In JSON a block may be an object or a list of them.
    for (const variables of listOf(own(json, 'variable'))) {
      for (const [name, bodies] of isObject(variables) ? Object.entries(variables) : []) {
        if (listOf(bodies).some((body) => isOn(own(body, 'sensitive')) || isOn(own(body, 'ephemeral'))))
          names.push(name)
      }
    }
    return names
  }
  return scanHcl(tfText)
    .blocks.filter(({ type, labels }) => type === 'variable' && labels.length === 1)
    .filter(({ body }) =>
      body.attributes.some(
        ({ name, expression }) => /^(?:sensitive|ephemeral)$/.test(name) && expression !== 'false',
      ),
    )
    .flatMap(({ labels }) => labels)
}

/**
 * Values that a `.tfvars` or `.tfvars.json` text gives to the named variables: every string and number in them.
 * Functions and references have no place in such files; what cannot be read as a value is taken as it is written.
 */
export function tfvarsValues(text: string, names: readonly string[]): string[] {
  const found = makeSecretCollector(() => false)
  const json = parse(text)
  const wanted = new Set(names)
  if (json !== undefined) for (const name of wanted) found.all(own(json, name))
  else {
    for (const { name, expression } of scanHcl(text).attributes) {
      if (wanted.has(name)) for (const value of literalsOf(expression)) found.all(value)
    }
  }
  return [...found.secrets]
}

/** Names that hold no secret although they end like one: the working directory. */
const HARMLESS_VARIABLES: ReadonlySet<string> = new Set(['PWD', 'OLDPWD'])
/** Secrets whose names do not say so. */
const SECRET_VARIABLE = /^(?:TF_TOKEN_.+|TF_ENCRYPTION|PG_CONN_STR|AWS_ACCESS_KEY_ID)$/
const FILE_PATH = /^(?:\.{0,2}|~|[A-Za-z]:)[/\\][^\n]{0,4096}$/

/**
 * Values of environment variables that are secret by name (`AWS_SECRET_ACCESS_KEY`, `TF_VAR_db_password`,
 * `TF_TOKEN_app_terraform_io`, `INPUT_GITHUB-TOKEN`, …), the secrets inside those that are JSON
 * (`GOOGLE_CREDENTIALS`), and tokens, private keys and passwords in URLs inside any.
 */
export function envSecrets(env: Readonly<Record<string, string | undefined>>): string[] {
  const hidesKey = makeHidesKey()
  const found = makeSecretCollector(hidesKey)
  for (const [name, value] of Object.entries(env)) {
    if (value === undefined || value.trim() === '') continue
    const secret = SECRET_VARIABLE.test(name) || (hidesKey(name) && !HARMLESS_VARIABLES.has(name))
    // `GOOGLE_APPLICATION_CREDENTIALS=/path/to/key.json` names the file, which is no secret.
    if (secret && !(FILE_PATH.test(value) && /credentials?$|kubeconfig$/i.test(name))) found.all(value)
    else found.look(value)
    // `DATABASE_URL`, and the HCL of `TF_ENCRYPTION`.
    findShapes(value, codesOf(value), hidesKey, (start, end) => found.all(value.slice(start, end)))
  }
  return [...found.secrets]
}

/** All literals of a value in HCL: strings, heredocs, numbers, also in lists and maps. */
function literalsOf(expression: string): string[] {
  const whole = literalString(expression)
  if (whole !== undefined) return [whole]
  const values: string[] = []
  const token =
    /"((?:[^"\\\n]|\\.)*)"|<<-?([A-Za-z_]\w*)[^\n]*\n([\s\S]*?)\n[ \t]*\2(?![\w-])|(-?\d[\w.]*)|\b(true|false)\b|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\//g
  for (const [, quoted, , heredoc, number, boolean] of expression.matchAll(token)) {
    if (quoted !== undefined) values.push(literalString(`"${quoted}"`) ?? quoted)
    else if (heredoc !== undefined) values.push(heredoc, withoutIndent(heredoc))
    else if (number !== undefined) values.push(number)
    else if (boolean !== undefined) values.push(boolean)
  }
  return values.length === 0 && !/^[{[]/.test(expression) ? [expression] : values
}

/** As `<<-` has it: without the blanks that all lines begin with. */
function withoutIndent(text: string): string {
  const lines = text.split('\n')
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/))
  const indent = Math.min(...indents, Number.MAX_SAFE_INTEGER)
  return lines.map((line) => line.slice(indent)).join('\n')
}

function parse(text: string): Json | undefined {
  if (!/^\s*\{/.test(text)) return undefined
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}

function listOf(value: Json | undefined): readonly (Json | undefined)[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [value]
}

function isOn(value: Json | undefined): boolean {
  return value !== undefined && value !== false && value !== null && value !== 'false'
}
