import { isArray, isContainer, isObject, marksAnything, maxDepth, childMark, own } from '../plan/json.ts'
import type { Json, RawPlan } from '../plan/raw.ts'
import { runTool, succeeded } from '../run-tool.ts'
import { makeSecretCollector } from '../secret-values.ts'
import type { PlanSecrets } from '../secrets.ts'
import type { StackRun, TerraformPorts } from '../stack-run.ts'
import type { StackApply } from './stack-apply.ts'

export interface MadeSecretsRequest {
  readonly run: StackRun
  /** As `prepareApply` told it. */
  readonly workspace?: string
  readonly apply: StackApply
  readonly hidesKey: (name: string) => boolean
}

/** Bytes of a state that are read. */
const MOST_BYTES = 256 * 1024 * 1024

/**
 * Secrets that the apply itself made: a generated password, an access key. The plan marks them, and does not know them,
 * so they are read from the state where anything is told that they may stand in: an output, a diagnostic.
 * `state pull` starts no provider and takes no lock.
 *
 * @returns `unknown`: there are some, and they could not be read
 */
export async function madeSecrets(
  { run, workspace, apply, hidesKey }: MadeSecretsRequest,
  ports: TerraformPorts,
): Promise<PlanSecrets | 'none' | 'unknown'> {
  const { raw, resources, outputs = {}, diagnostics } = apply
  const isTold = diagnostics.length > 0 || Object.values(outputs).some(({ sensitive }) => !sensitive)
  const begun = resources.some(({ state }) => state !== 'not-begun')
  if (!isTold || !begun || !makesSecrets(raw, hidesKey)) return 'none'
  const pulled = await runTool(run, 'output', ['state', 'pull'], ports, {
    document: true,
    keepBytes: MOST_BYTES,
    ...(workspace === undefined ? {} : { workspace }),
    // After a signal, too: what is told of a stopped apply may hold them as well.
    signals: { evenWhenStopped: true },
    timeoutMs: 60_000,
  }).catch(() => undefined)
  if (pulled === undefined || !succeeded(pulled) || pulled.result.truncated) return 'unknown'
  try {
    return secretsOf(JSON.parse(pulled.result.stdout) as Json, raw, hidesKey)
  } catch {
    return 'unknown'
  }
}

/** Does the plan leave anything open that is secret? */
function makesSecrets(raw: RawPlan, hidesKey: (name: string) => boolean): boolean {
  return (raw.resource_changes ?? []).some(({ change }) =>
    meet(own(change as Json, 'after_unknown'), own(change as Json, 'after_sensitive'), hidesKey, 0),
  )
}

/** @param depth beyond which all is taken to be secret */
function meet(
  unknown: Json | undefined,
  sensitive: Json | undefined,
  hidesKey: (name: string) => boolean,
  depth: number,
): boolean {
  if (unknown === true) return marksAnything(sensitive)
  if (!isContainer(unknown)) return false
  if (sensitive === true || depth >= maxDepth) return marksAnything(unknown)
  return Object.entries(unknown).some(
    ([key, inner]: [string, Json | undefined]) =>
      (hidesKey(key) && marksAnything(inner)) ||
      meet(inner, childMark(sensitive, isArray(unknown) ? Number(key) : key), hidesKey, depth + 1),
  )
}

/** State format 4: attributes by resource, which the plan's marks of all its instances are laid over. */
function secretsOf(state: Json, raw: RawPlan, hidesKey: (name: string) => boolean): PlanSecrets {
  const found = makeSecretCollector(hidesKey)
  const marks = new Map<string, Json[]>()
  for (const { module_address: module, mode, type, name, change } of raw.resource_changes ?? []) {
    const key = JSON.stringify([module ?? '', mode, type, name])
    const mark = own(change as Json, 'after_sensitive')
    if (mark !== undefined) marks.set(key, [...(marks.get(key) ?? []), mark])
  }
  for (const resource of listOf(own(state, 'resources'))) {
    const [module = '', mode, type, name] = ['module', 'mode', 'type', 'name'].map((key) =>
      own(resource, key),
    )
    const key = JSON.stringify([module, mode, type, name])
    for (const instance of listOf(own(resource, 'instances'))) {
      const attributes = withoutTypes(own(instance, 'attributes'))
      found.look(attributes)
      for (const mark of distinct(marks.get(key) ?? [])) found.look(attributes, mark)
    }
  }
  for (const [name, output] of Object.entries(objectOf(own(state, 'outputs')))) {
    found.look(own(output, 'value'), own(output, 'sensitive') === true)
    if (hidesKey(name)) found.named(own(output, 'value'))
  }
  return { secrets: [...found.secrets], publicNames: [...found.names] }
}

/** What has any type is written with its type in a state: `{"value": …, "type": "string"}`, which is nobody's secret. */
function withoutTypes(attributes: Json | undefined): Json {
  return Object.fromEntries(
    Object.entries(objectOf(attributes)).map(([name, attribute]) => {
      const isTyped = isObject(attribute) && Object.keys(attribute).sort().join(' ') === 'type value'
      return [name, (isTyped ? attribute['value'] : attribute) ?? null]
    }),
  )
}

/** Instances of one resource have mostly the same marks. */
function distinct(marks: readonly Json[]): readonly Json[] {
  return [...new Map(marks.map((mark) => [JSON.stringify(mark), mark])).values()]
}

const listOf = (value: Json | undefined): readonly Json[] => (isArray(value) ? value : [])

const objectOf = (value: Json | undefined): Readonly<Record<string, Json | undefined>> =>
  isObject(value) ? value : {}

const NOT_SHOWN = 'Not shown: it may hold secrets that this apply made, and the state could not be read.'

/** Without all that may hold a secret that nobody knows. */
export function withheld(apply: StackApply): StackApply {
  const { stack, run, raw, resources, stale, seconds, failure, lockLeft } = apply
  const diagnostics = apply.diagnostics.map(({ severity, summary, address, file, line }) => ({
    ...{ severity, summary, detail: NOT_SHOWN },
    ...(address === undefined ? {} : { address }),
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { line }),
  }))
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  return {
    ...{ stack, run, raw, resources, stale, seconds, diagnostics },
    ...(failure === undefined ? {} : { failure: { ...failure, diagnostics: errors } }),
    ...(lockLeft === undefined ? {} : { lockLeft }),
  }
}
