import type { AttributeChange } from '../../report/resource-change.ts'

/**
 * What of a plan a reviewer agrees to, in a form that two plans can be compared by: resource changes and output changes
 * with the values that change. Values that must not be seen are HMACs with the record's own random key, so that equal
 * ones are equal and nothing else is told. Who has the record has the key too and could try out guesses: the record
 * leaves a job sealed only.
 */
export interface ReviewedPlan {
  readonly version: 1
  /** Random, hex, 32 bytes: the key of the HMACs. */
  readonly salt: string
  /** Sorted by address, then by deposed key. Only what does something: no-ops without move or import are not in it. */
  readonly changes: readonly ReviewedChange[]
  readonly outputs: readonly ReviewedOutput[]
  /** The plan was whole: no targets, no deferrals, no error. */
  readonly complete: boolean
}

export interface ReviewedChange {
  readonly address: string
  readonly deposed?: string
  readonly previousAddress?: string
  /** As in the plan: `["delete","create"]`; `["invoke"]` for an action that the plan invokes. */
  readonly actions: readonly string[]
  readonly importing?: ReviewedValue
  /** What tells which object it is, by the provider's own word (`before_identity`, Terraform 1.12). */
  readonly identity?: ReviewedValue
  /** HMAC, hex, of the provider, its configuration and the provisioners, as written: see means.ts. */
  readonly means?: string
  readonly before: ReviewedValue
  readonly after: ReviewedValue
}

export interface ReviewedOutput {
  readonly name: string
  readonly actions: readonly string[]
  readonly before: ReviewedValue
  readonly after: ReviewedValue
}

/**
 * JSON. Of two sides, `before` and `after`, only what differs: an attribute that is equal on both is on neither (but
 * for ids), what is only before is `{"\u0000absent": true}` after, an equal element of a list is
 * `{"\u0000same": true}`. What is sensitive stands as `{"\u0000hmac": "…"}`,
 * what is unknown until apply as `{"\u0000unknown": true}`. A key of a value's own that begins with U+0000 has another
 * in front. See reviewed-value.ts.
 */
export type ReviewedValue =
  null | boolean | number | string | readonly ReviewedValue[] | { readonly [name: string]: ReviewedValue }

/** One thing in which a new plan is not what was reviewed. */
export interface ReviewDifference {
  /** Of the resource, `output.<name>` of an output, empty where it is about the plan as a whole. */
  readonly address: string
  readonly kind: 'appeared' | 'vanished' | 'actions' | 'values'
  /** Attribute paths in HCL syntax, for `values`. */
  readonly attributes: readonly string[]
  /** In words, without any value that must not be seen. */
  readonly text: string
  /** What the new plan does there destroys or replaces something, or is not known to this version. */
  readonly destroys?: boolean
  /** For `values`: as reviewed (`before`) and as planned now (`after`). What the plan itself calls secret is hidden. */
  readonly changes?: readonly AttributeChange[]
}
