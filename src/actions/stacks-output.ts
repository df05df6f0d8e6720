import { MAX_OUTPUT_CHARACTERS } from '../core/action.ts'
import type { Part } from '../report/part.ts'

/** Each stack with its status and counts; names alone where that would be more than an output may hold. */
export function stacksOutput(parts: readonly Part[]): string {
  const items = parts.map(({ subject, status, counts }) => ({ name: subject.name, status, counts }))
  const whole = JSON.stringify(items)
  return whole.length <= MAX_OUTPUT_CHARACTERS ? whole : JSON.stringify(items.map(({ name }) => ({ name })))
}
