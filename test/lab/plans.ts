import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where the golden plans are: one folder per scenario. */
export const plansFolder = fileURLToPath(new URL('../fixtures/plans', import.meta.url))

/** A plan that a real tool made: `<scenario>/<tool>-<version>.json`. */
export interface GoldenPlan {
  readonly scenario: string
  readonly tool: 'terraform' | 'tofu'
  readonly version: string
  /** Absolute path of the JSON file. */
  readonly path: string
}

/** `scenario.json`: what the plan is to show, and how it is made beyond applying base and planning head. */
export interface Scenario {
  readonly about: string
  /** Ranges of the tools that can make it; all, when absent. A tool that is not named cannot. */
  readonly versions?: { readonly terraform?: string; readonly tofu?: string }
  readonly planArgs?: readonly string[]
  /** Exit code of `plan -detailed-exitcode`, where it must be a certain one. */
  readonly exitCode?: number
  readonly taint?: readonly string[]
  readonly deposed?: readonly {
    readonly address: string
    readonly key: string
    readonly attributes?: Readonly<Record<string, unknown>>
  }[]
  readonly depose?: readonly { readonly from: string; readonly to: string; readonly key: string }[]
  /** Commands of the aws CLI, run after base is applied. `{name}` is the output of that name. */
  readonly outside?: readonly (readonly string[])[]
}

const planFile = /^(terraform|tofu)-(\d+\.\d+\.\d+)\.json$/

/** All golden plans there are, sorted by scenario, tool and version; or those of one scenario. */
export function goldenPlans(scenario?: string): GoldenPlan[] {
  const scenarios = scenario === undefined ? scenarioNames() : [scenario]
  return scenarios.flatMap((name) =>
    readdirSync(join(plansFolder, name))
      .sort()
      .flatMap((file) => {
        const [, tool, version] = planFile.exec(file) ?? []
        if ((tool !== 'terraform' && tool !== 'tofu') || version === undefined) return []
        return [{ scenario: name, tool, version, path: join(plansFolder, name, file) }]
      }),
  )
}

/** Names of the scenarios' folders, sorted. */
export function scenarioNames(): string[] {
  const entries = readdirSync(plansFolder, { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
}

export function readScenario(name: string): Scenario {
  return JSON.parse(readFileSync(join(plansFolder, name, 'scenario.json'), 'utf8')) as Scenario
}

/** The text of a golden plan. Throws when there is none of that tool and version (`terraform-1.11.4`). */
export function readPlanText(scenario: string, toolVersion = 'terraform-1.11.4'): string {
  return readFileSync(join(plansFolder, scenario, `${toolVersion}.json`), 'utf8')
}

/** A golden plan, parsed.. */
export function readPlan(scenario: string, toolVersion = 'terraform-1.11.4'): unknown {
  return JSON.parse(readPlanText(scenario, toolVersion))
}
