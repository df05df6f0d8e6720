import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { OURS } from './act/stand-ins.ts'
import { ROOT } from './action-run.ts'
import type { Permissions } from './github/permissions.ts'

export interface WorkflowFile {
  readonly on: unknown
  readonly permissions?: unknown
  readonly jobs: Readonly<Record<string, WorkflowJob>>
}
export interface WorkflowJob {
  readonly uses?: string
  readonly needs?: string | readonly string[]
  readonly if?: unknown
  readonly permissions?: Permissions
  readonly concurrency?: Readonly<Record<string, unknown>>
  readonly environment?: string
  readonly strategy?: Readonly<Record<string, unknown>>
  readonly 'continue-on-error'?: boolean
  readonly steps?: readonly WorkflowStep[]
}
export interface WorkflowStep {
  readonly uses?: string
  readonly if?: unknown
  readonly with?: Readonly<Record<string, unknown>>
}

/** Paths of the workflows of a folder, relative to the repository. */
export function workflowFiles(folder: string): string[] {
  const names = readdirSync(join(ROOT, folder)).filter((name) => /\.ya?ml$/.test(name))
  return names.sort().map((name) => `${folder}/${name}`)
}

export const workflowText = (file: string): string => readFileSync(join(ROOT, file), 'utf8')

export const parseWorkflow = (text: string): WorkflowFile => parse(text) as WorkflowFile

/** Names of the events it runs on, in whichever of the three forms. */
export function eventsOf({ on }: WorkflowFile): string[] {
  if (typeof on === 'string') return [on]
  return Array.isArray(on) ? on.map(String) : Object.keys(on as object)
}

/** Where an action may need more than elsewhere: its page begins the reason with it. */
export interface On {
  readonly push?: boolean
  readonly queue?: boolean
}

/**
 * What one of ours needs; `uses` as in a workflow. Of an action its page says so; of a workflow its jobs do: GitHub
 * wants all of it of the caller, also what jobs ask for that are skipped.
 * @param on where an action may need more
 */
export function documentedPermissions(uses: string, on: On = {}): Permissions {
  const path = uses.startsWith('$/') ? uses.slice(2) : new RegExp(`^${OURS}(?:/(.+?))?@`).exec(uses)?.[1]
  if (path?.startsWith('.github/workflows/') === true) {
    const { jobs } = parseWorkflow(workflowText(path))
    return union(Object.values(jobs).map((job) => job.permissions ?? {}))
  }
  const page = path === undefined ? 'docs/one-step.md' : `${path}/README.md`
  return permissionsTable(readFileSync(join(ROOT, page), 'utf8'), on)
}

/** The table below the heading "Permissions": `| `name: access` | why |`. All of its rights stand in code. */
export function permissionsTable(markdown: string, on: On = {}): Permissions {
  const section = /^## Permissions$([\s\S]*?)(?=^## |$(?![\s\S]))/m.exec(markdown)?.[1] ?? ''
  const rows = [...section.matchAll(/^\| `[\w-]+: (?:read|write)` \| (\S.*) \|$/gm)]
  if (rows.length === 0) throw new Error('no table of permissions')
  return union(
    rows.map(([row, why = '']) => {
      const isOfQueue = why.startsWith('in a merge queue')
      if ((isOfQueue && on.queue !== true) || (why.startsWith('on `push`') && on.push !== true)) return {}
      // A row may name, in its reason, what goes with it.
      const rights = isOfQueue ? row.matchAll(RIGHT) : [RIGHT_FIRST.exec(row) ?? []]
      return Object.fromEntries([...rights].map(([, name, access]) => [name, access])) as Permissions
    }),
  )
}

const RIGHT = /`([\w-]+): (read|write)`/g
const RIGHT_FIRST = /`([\w-]+): (read|write)`/

/** Of several grants, the higher of each. */
export function union(grants: readonly Permissions[]): Permissions {
  const all: Record<string, string> = {}
  for (const [name, access] of grants.flatMap((grant) => Object.entries(grant)))
    if (all[name] !== 'write') all[name] = access
  return all
}

export const isOurs = (uses: string | undefined): uses is string =>
  uses !== undefined && new RegExp(`^(?:${OURS}[/@]|\\$/)`).test(uses)
