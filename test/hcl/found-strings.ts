import type { FoundString } from '../../src/hcl/expression.ts'
import { readExpression } from '../../src/hcl/read-expression.ts'

/** Every quoted string and heredoc of an expression, at any depth, in the order of their starts. */
export function stringsIn(expression: string): readonly FoundString[] {
  return readExpression(expression).strings
}

/** Names with dots outside of literal text (`path.module`, `local.base`, `module.a.b`), each once. */
export function referencesIn(expression: string): string[] {
  return [...new Set(readExpression(expression).references.map(({ name }) => name))]
}
