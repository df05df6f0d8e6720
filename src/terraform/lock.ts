import { diagnosticText } from './diagnostics.ts'
import type { Diagnostic } from './diagnostics.ts'

/** Who holds the state lock, as the backend tells it. Any part may be missing. */
export interface LockInfo {
  readonly id?: string
  readonly path?: string
  readonly operation?: string
  readonly who?: string
  /** Of the tool that took it. */
  readonly version?: string
  /** As the tool prints it: `2026-11-23 04:17:18.78 +0000 UTC`. */
  readonly created?: string
  readonly info?: string
}

export const lockSummary = /Error (acquiring|locking) the state( lock)?|Error locking state/

const keys: Readonly<Record<string, keyof LockInfo>> = {
  ID: 'id',
  Path: 'path',
  Operation: 'operation',
  Who: 'who',
  Version: 'version',
  Created: 'created',
  Info: 'info',
}

/** The `Lock Info:` block of the first diagnostic that has one. */
export function findLockInfo(diagnostics: readonly Diagnostic[]): LockInfo | undefined {
  for (const d of diagnostics) {
    if (!lockSummary.test(diagnosticText(d))) continue
    const block = /Lock Info:\n((?: {2}\w+:.*(?:\n|$))+)/.exec(d.detail)?.[1]
    if (block === undefined) continue
    const found: Partial<Record<keyof LockInfo, string>> = {}
    for (const line of block.split('\n')) {
      const [, name = '', value = ''] = /^ {2}(\w+):\s*(.*?)\s*$/.exec(line) ?? []
      const key = Object.hasOwn(keys, name) ? keys[name] : undefined
      if (key !== undefined && value !== '') found[key] = value
    }
    if (Object.keys(found).length > 0) return found
  }
  return undefined
}
