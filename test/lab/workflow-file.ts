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
  readonly permissions?: Permissions
  readonly steps?: readonly { readonly uses?: string; readonly with?: Readonly<Record<string, unknown>> }[]
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

/** What the page about one of our actions says it needs; `uses` as in a workflow. */
export function documentedPermissions(uses: string): Permissions {
  const path = new RegExp(`^${OURS}(?:/(.+?))?@`).exec(uses)?.[1]
  const page = path === undefined ? 'docs/one-step.md' : `${path}/README.md`
  return permissionsTable(readFileSync(join(ROOT, page), 'utf8'))
}

/** The table below the heading "Permissions": `| `name: access` | why |`. */
export function permissionsTable(markdown: string): Permissions {
  const section = /^## Permissions$([\s\S]*?)(?=^## |$(?![\s\S]))/m.exec(markdown)?.[1] ?? ''
  const rows = [...section.matchAll(/^\| `([\w-]+): (read|write)` \| \S.* \|$/gm)]
  if (rows.length === 0) throw new Error('no table of permissions')
  return Object.fromEntries(rows.map(([, name, access]) => [name, access])) as Permissions
}

/** Of several grants, the higher of each. */
export function union(grants: readonly Permissions[]): Permissions {
  const all: Record<string, string> = {}
  for (const [name, access] of grants.flatMap((grant) => Object.entries(grant)))
    if (all[name] !== 'write') all[name] = access
  return all
}

export const isOurs = (uses: string | undefined): uses is string =>
  uses !== undefined && new RegExp(`^${OURS}[/@]`).test(uses)
