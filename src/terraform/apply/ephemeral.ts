import { readdir, readFile } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'
import { scanHcl } from '../../hcl/scan.ts'
import { isObject } from '../plan/json.ts'
import type { StackRun } from '../stack-run.ts'
import { valuesOf } from '../tool-arguments.ts'

/**
 * Names of those variables that have no value in the places where `apply` looks for them: `TF_VAR_…`, `-var`,
 * `-var-file`, and the files that are loaded by themselves. Empty too when a file cannot be read: then the tool says
 * what is wrong.
 *
 * Measured: `apply PLAN` takes ephemeral values from all of these (Terraform 1.11, OpenTofu 1.12). Terraform wants just
 * those that were given while planning, and refuses one more or less before it begins; OpenTofu wants those without a
 * default. What the plan holds may be given again, with the same value only.
 */
export async function missingEphemeral(run: StackRun, names: readonly string[]): Promise<string[]> {
  const missing = names.filter((name) => run.env[`TF_VAR_${name}`] === undefined)
  if (missing.length === 0) return []
  const given = new Set(valuesOf(run.planArgs, 'var').map((setting) => settingName(setting)))
  try {
    for (const file of [...(await automatic(run.directory)), ...varFilesOf(run)]) {
      const path = isAbsolute(file) ? file : join(run.directory, file)
      for (const name of namesIn(await readFile(path, 'utf8'))) given.add(name)
    }
  } catch {
    return []
  }
  return missing.filter((name) => !given.has(name))
}

/**
 * Arguments that give them. Only where there are any: Terraform before 1.10 takes no variables with a saved plan, and
 * each one that is given is compared with the plan's.
 */
export function ephemeralArgs(run: StackRun, names: readonly string[]): string[] {
  if (names.length === 0) return []
  const ofThem = valuesOf(run.planArgs, 'var').filter((setting) => names.includes(settingName(setting)))
  return [
    ...varFilesOf(run).map((file) => `-var-file=${file}`),
    ...ofThem.map((setting) => `-var=${setting}`),
  ]
}

const settingName = (setting: string): string => setting.split('=', 1)[0]?.trim() ?? ''

const varFilesOf = (run: StackRun): string[] => [...run.varFiles, ...valuesOf(run.planArgs, 'var-file')]

/** https://developer.hashicorp.com/terraform/language/values/variables#variable-definitions-tfvars-files */
async function automatic(directory: string): Promise<string[]> {
  return (await readdir(directory)).filter((name) =>
    /^terraform\.tfvars(\.json)?$|\.auto\.tfvars(\.json)?$/.test(name),
  )
}

function namesIn(text: string): string[] {
  if (!/^\s*\{/.test(text)) return scanHcl(text).attributes.map(({ name }) => name)
  const parsed: unknown = JSON.parse(text)
  return isObject(parsed) ? Object.keys(parsed) : []
}
