import { open } from 'node:fs/promises'
import { errorCode, UserError } from '../core/errors.ts'
import { recogniseJson, recogniseText } from './plan/not-a-plan.ts'

export type PlanFileKind =
  /** What `plan -out` writes: needs the tool of the same version to be read. `encrypted`: by OpenTofu. */
  | { readonly kind: 'saved-plan'; readonly encrypted: boolean }
  /** What `show -json` prints for a plan. Only looked at from the outside: it may still be truncated. */
  | { readonly kind: 'plan-json' }
  /** A saved plan of HCP Terraform: it only names a run there. */
  | { readonly kind: 'cloud-plan'; readonly hostname: string | undefined }

/** Bytes that are looked at. `format_version` is in the first ones, unless somebody has sorted the keys. */
const head = 256 * 1024

/** Says what a file given as a plan is, or throws a `UserError` that says what it seems to be instead. */
export async function classifyPlanFile(path: string): Promise<PlanFileKind> {
  const bytes = await readHead(path)
  const refuse = (seems: string, help: string) => new UserError(`plan-file ${seems}`, { where: path, help })
  const showJson = 'Give the file of `plan -out=FILE`, or the output of `show -json FILE`.'
  if (bytes.length === 0) throw refuse('is empty', showJson)
  if (bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') {
    // plans/planfile/writer.go of both tools: a zip whose first member is `tfplan`.
    const nameLength = bytes.length < 30 ? 0 : bytes.readUInt16LE(26)
    if (bytes.toString('latin1', 30, 30 + nameLength) === 'tfplan')
      return { kind: 'saved-plan', encrypted: false }
    throw refuse(
      'is a zip archive, but no saved plan',
      'Unpack it first: downloaded artifacts come as a zip.',
    )
  }
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) throw refuse('is compressed with gzip', 'Unpack it first.')
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    throw refuse(
      'is UTF-16 text',
      'PowerShell’s `>` writes it: use `| Out-File -Encoding utf8NoBOM`, or bash.',
    )
  }
  const text = bytes.toString('utf8')
  if (!/^\uFEFF?\s*\{/.test(text)) {
    const other = recogniseText(text)
    throw refuse(
      other === undefined ? 'is neither a saved plan nor JSON' : `is ${other.what}`,
      other?.help ?? showJson,
    )
  }
  return classifyJson(text, refuse, showJson)
}

/** Some of the keys that only plan JSON has, whichever stand first: the tools' order is not that of sorted keys. */
const planKeys: ReadonlySet<string> = new Set([
  'planned_values',
  'resource_changes',
  'output_changes',
  'applyable',
  'configuration',
  'variables',
])

function classifyJson(
  text: string,
  refuse: (seems: string, help: string) => UserError,
  showJson: string,
): PlanFileKind {
  const keys = topLevelKeys(text)
  // The JSON of a state has checks too, next to its values.
  if (keys === 'of a plan' || (keys.has('checks') && !keys.has('values'))) return { kind: 'plan-json' }
  if (keys.has('remote_plan_format')) {
    return { kind: 'cloud-plan', hostname: /"hostname"\s*:\s*"([\w.:-]+)"/.exec(text)?.[1] }
  }
  // OpenTofu encrypts states too; those keep their lineage in clear.
  if (keys.has('encrypted_data') && !keys.has('lineage')) return { kind: 'saved-plan', encrypted: true }
  const other = recogniseJson(Object.fromEntries([...keys].map((key) => [key, null])))
  throw refuse(other === undefined ? 'is JSON, but no plan' : `is ${other.what}`, other?.help ?? showJson)
}

/** Keys of the outermost object, as far as the text goes: it may be cut off. Stops at one that only a plan has. */
function topLevelKeys(text: string): Set<string> | 'of a plan' {
  const keys = new Set<string>()
  let depth = 0
  let mayBeKey = false
  for (let index = 0; index < text.length; index++) {
    const character = text[index]
    if (character === '"') {
      const start = index + 1
      for (index = start; index < text.length && text[index] !== '"'; index++)
        if (text[index] === '\\') index++
      if (mayBeKey && depth === 1) {
        const key = text.slice(start, index)
        if (planKeys.has(key)) return 'of a plan'
        keys.add(key)
      }
      mayBeKey = false
    } else if (character === '{' || character === '[') {
      depth++
      mayBeKey = depth === 1
    } else if (character === '}' || character === ']') depth--
    else if (character === ',') mayBeKey = depth === 1
  }
  return keys
}

async function readHead(path: string): Promise<Buffer> {
  try {
    await using file = await open(path, 'r')
    const buffer = Buffer.alloc(head)
    const { bytesRead } = await file.read(buffer, 0, head, 0)
    return buffer.subarray(0, bytesRead)
  } catch (thrown) {
    const code = errorCode(thrown)
    const why = code === 'ENOENT' ? 'does not exist' : code === 'EISDIR' ? 'is a directory' : 'cannot be read'
    throw new UserError(`plan-file ${why}`, {
      where: path,
      help: 'Check the path; it is relative to the working directory.',
      cause: thrown,
    })
  }
}
