import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { declaredSensitive, envSecrets, tfvarsValues } from './variable-secrets.ts'
import type { StackSubject } from './plan-stack.ts'
import { valuesOf } from './tool-arguments.ts'

export interface KnownSecretsSource {
  /** Absolute path of the repository. */
  readonly root: string
  readonly env: Readonly<Record<string, string>>
  /** More arguments of `plan`: `-var` and `-var-file` among them count. */
  readonly planArgs: readonly string[]
}

export interface StackWithVariables extends StackSubject {
  /** Relative to the stack's folder, or absolute. */
  readonly varFiles: readonly string[]
  /** Of this stack, where it is not the source's. */
  readonly root?: string
}

/**
 * What is secret before there is a plan, and stays the only knowledge when there will be none: the environment's
 * credentials, and the values given to variables that are declared sensitive.
 */
export async function knownSecrets(
  stacks: readonly StackWithVariables[],
  source: KnownSecretsSource,
): Promise<{ readonly secrets: readonly string[]; readonly publicNames: readonly string[] }> {
  const ofStacks = await Promise.all(stacks.map((stack) => stackSecrets(stack, source)))
  const regions = ['AWS_REGION', 'AWS_DEFAULT_REGION', 'GOOGLE_REGION', 'ARM_LOCATION']
  return {
    secrets: [...new Set([...envSecrets(source.env), ...ofStacks.flat()])],
    publicNames: [
      ...stacks.flatMap(({ name, path, workspace }) => [
        name,
        path,
        ...(workspace === undefined ? [] : [workspace]),
      ]),
      ...regions.flatMap((name) => source.env[name] ?? []),
    ],
  }
}

/** Values of sensitive variables, from the files and variables that Terraform reads by itself and from `var-files`. */
async function stackSecrets(
  { path, varFiles, root }: StackWithVariables,
  { root: common, env, planArgs }: KnownSecretsSource,
): Promise<string[]> {
  const directory = join(root ?? common, path)
  const entries = await readdir(directory).catch(() => [] as string[]) // a missing folder is told by the run itself
  const texts = await readAll(
    directory,
    entries.filter((name) => /\.(tf|tofu)(\.json)?$/.test(name)),
  )
  const names = [...new Set(texts.flatMap(({ text }) => declaredSensitive(text)))]
  if (names.length === 0) return []
  const automatic = entries.filter((name) =>
    /^terraform\.tfvars(\.json)?$|\.auto\.tfvars(\.json)?$/.test(name),
  )
  const files = await readAll(directory, [...automatic, ...varFiles, ...valuesOf(planArgs, 'var-file')])
  // Outside of a file a string stands without quotes; lists and maps are expressions as in a file.
  const outside = (name: string, value: string): string[] => [
    value,
    ...(/^\s*["[{]/.test(value) ? tfvarsValues(`${name} = ${value}`, names) : []),
  ]
  return [
    ...names.flatMap((name) => {
      const value = env[`TF_VAR_${name}`]
      return value === undefined ? [] : outside(name, value)
    }),
    ...valuesOf(planArgs, 'var').flatMap((pair) => {
      const [, name = '', value = ''] = /^([^=]*)=(.*)$/s.exec(pair) ?? []
      return names.includes(name) ? outside(name, value) : []
    }),
    ...files.flatMap(({ text }) => tfvarsValues(text, names)),
  ]
}

async function readAll(
  directory: string,
  names: readonly string[],
): Promise<{ name: string; text: string }[]> {
  return Promise.all(
    names.map(async (name) => {
      const path = name.startsWith('/') ? name : join(directory, name)
      return { name, text: await readFile(path, 'utf8').catch(() => '') }
    }),
  )
}
