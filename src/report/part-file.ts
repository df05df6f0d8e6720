import type { Part } from './part.ts'

/** What the parts of several subjects are written as. */
export interface PartsFile {
  readonly version: 1
  readonly parts: readonly Part[]
}

export function partsFile(parts: readonly Part[]): PartsFile {
  return { version: 1, parts }
}
