import type { TemplatePart } from './template-text.ts'

/** A quoted string or a heredoc somewhere in an expression. */
export interface FoundString {
  /** Escapes decoded. Neighbouring texts are one part; an empty string has none. */
  readonly parts: readonly TemplatePart[]
  readonly heredoc: boolean
  /** The function that it is an argument of, directly or as a branch of a condition: the last part of its name. */
  readonly call?: string
  /** Which argument, from 0. */
  readonly argument?: number
  /** The key of the innermost object item that it is in the value of. */
  readonly key?: string
  /** Where it starts in the expression. */
  readonly offset: number
}

/** A function call somewhere in an expression. */
export interface FoundCall {
  /** The last part of the name: `file` of `core::file`. */
  readonly name: string
  /** Source of the first argument, trimmed. */
  readonly argument: string
  readonly offset: number
  /** Where the first argument ends. */
  readonly argumentEnd: number
}

/** `path.module`, `local.base`, `each.value`: a name and what follows it with dots, outside of literal text. */
export interface FoundReference {
  readonly name: string
  /** It is all that stands between `${` and `}`. */
  readonly whole: boolean
  /** The function whose first argument it is, and all of it. */
  readonly call?: string
  readonly offset: number
}

export interface ReadExpression {
  /** In the order of their starts. */
  readonly strings: readonly FoundString[]
  readonly calls: readonly FoundCall[]
  readonly references: readonly FoundReference[]
}
