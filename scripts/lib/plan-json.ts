import { parseExact, printJson, sortByJson } from './exact-json.ts'

/** The time of every golden plan: terraform writes its own. */
const TIME = '2025-01-01T00:00:00Z'

interface Plan {
  timestamp?: string
  relevant_attributes?: unknown[]
  checks?: unknown[]
}

/**
 * `show -json` as a text that is the same each time: a fixed time, and what comes in the order of a Go map sorted.
 * Numbers stay as written.
 */
export function stablePlan(text: string): string {
  const plan = parseExact(text) as Plan
  if (plan.timestamp !== undefined) plan.timestamp = TIME
  sortByJson(plan.relevant_attributes ?? [])
  sortByJson(plan.checks ?? [])
  return printJson(plan)
}
