import { createHash } from 'node:crypto'

/** What all artifacts with plans begin with. */
const PLAN_ARTIFACT = 'plan-'

/** 16 hexadecimal digits that stand for a stack: its key is no file name. */
export function stackId(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 16)
}

/** What the artifacts with plans of a stack begin with. */
export function planArtifactPrefix(key: string): string {
  return `${PLAN_ARTIFACT}${stackId(key)}-`
}

/** `plan-<stack>-<inputs>-<attempt>`: unique in a run, whose attempts share their artifacts. */
export function planArtifactName(key: string, inputsHash: string, attempt: number): string {
  return `${planArtifactPrefix(key)}${inputsHash.slice(0, 16)}-${attempt}`
}

/** The parts of such a name; undefined for any other. */
export function readPlanArtifactName(
  name: string,
): { readonly stack: string; readonly inputs: string; readonly attempt: number } | undefined {
  const [, stack, inputs, attempt] = /^plan-([0-9a-f]{16})-([0-9a-f]{16})-(\d{1,6})$/.exec(name) ?? []
  if (stack === undefined || inputs === undefined || attempt === undefined) return undefined
  return { stack, inputs, attempt: Number(attempt) }
}
