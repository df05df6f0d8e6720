import type { StackOrigin } from './contracts.ts'

/** What is not as it is committed, of what a stack is made of. */
export type NotCommitted = Required<Omit<StackOrigin, 'upstream' | 'after'>>

/** By a stack's folder, for any variant of it. */
export type Uncommitted = (path: string) => NotCommitted

const NOTHING: NotCommitted = { uncommitted: [], ignored: [], generated: [] }

/** Where everything is committed, or nobody asks. */
export const allCommitted: Uncommitted = () => NOTHING
