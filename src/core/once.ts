/** The answer to a question that is asked when it is first needed, and at most once. */
export function once<T>(ask: () => T): () => T {
  let answer: { readonly value: T } | undefined
  return () => (answer ??= { value: ask() }).value
}
