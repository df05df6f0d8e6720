import type { LockInfo } from '../lock.ts'
import type { StackSubject } from '../plan-stack.ts'
import type { ResourceResult } from './stack-apply.ts'

/** What an apply that is about to be killed leaves behind, raw: nothing in it may be shown before it is redacted. */
export interface LeftBehind {
  readonly stack: StackSubject
  readonly tool: string
  /** As far as the tool has told it. */
  readonly resources: readonly ResourceResult[]
  readonly lock:
    | { readonly kind: 'known'; readonly info: LockInfo }
    /** The question is on its way. */
    | { readonly kind: 'asking' }
    | { readonly kind: 'not-asked' }
    | { readonly kind: 'unknown' }
}
