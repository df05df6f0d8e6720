import { posix } from 'node:path'
import { ownInputs } from '../../repository/graph/item-hash.ts'
import type { RepositoryModel } from '../../repository/model.ts'
import { isWithin, nameOf } from '../../repository/paths.ts'
import { isLeftByTools } from '../../terraform/sealed/sealed-path.ts'

/** Code, and the values that it is given. */
const CODE = /\.(?:tf|tofu|tfvars)(?:\.json)?$/
/** Of a name as code writes it, what is no word of it: quotes, slashes, braces of `${…}`. */
const BETWEEN = /[^\p{L}\p{N}_.-]+/u

/**
 * Of files that are in no commit, those that a stack's code names: `filename = "${path.module}/lambda.zip"` is read when
 * the plan is applied, and the plan holds nothing of it. Counted is what lies below the folder of the stack or of a local
 * module and whose name stands in the code, or what is elsewhere and whose way from such a folder stands there. What tools
 * leave behind (state, saved plans, logs) is none.
 *
 * @param node of the stack
 */
export function namedFiles(
  files: readonly string[],
  node: string,
  { read, snapshot }: Pick<RepositoryModel, 'read' | 'snapshot'>,
): string[] {
  if (files.length === 0) return []
  const { nodes } = ownInputs(node, read)
  const folders = [...nodes].flatMap((id) => (id.startsWith('module:') ? [id.slice('module:'.length)] : []))
  const code = new Set([...nodes].flatMap((id) => read(id)?.files ?? []).filter((file) => CODE.test(file)))
  const text = [...code].map((file) => snapshot.text(file) ?? '').join('\n')
  const words = new Set(text.split(BETWEEN))
  const isNamed = (name: string): boolean => (BETWEEN.test(name) ? text.includes(name) : words.has(name))
  return files.filter((file) => {
    const name = nameOf(file)
    if (isLeftBehind(file) || !isNamed(name)) return false
    return folders.some((folder) => isWithin(file, folder) || text.includes(posix.relative(folder, file)))
  })
}

/** Never a part of a stack, whatever its code calls it. */
export function isLeftBehind(file: string): boolean {
  const names = file.toLowerCase().split('/')
  return (
    isLeftByTools(names) || names.includes('.terraform') || /\.tfplan(?:\.json)?$/.test(names.at(-1) ?? '')
  )
}
