import type Picomatch from 'picomatch'
import { errorMessage } from '../../core/errors.ts'
import { GLOB_OPTIONS } from '../glob-inputs.ts'
import { checkTree, type Checked } from './check-tree.ts'
import { EMPTY_CONFIG, type EnvironmentConfig, type GitopsConfig, type StackConfig } from './config.ts'
import type { ConfigFault } from './fault.ts'
import { cleanGlob, cleanPath } from './paths.ts'
import { stackFaults } from './stack-checks.ts'
import { entriesOf, field, itemsOf, plainOf, textOf, textsOf, type Tree, type TreeFault } from './tree.ts'
import { byPlace, readYamlTree } from './yaml-tree.ts'

const MAX_BYTES = 1024 * 1024

export interface ReadConfig {
  /** Empty when there is any fault: nothing is used that was read by half. */
  readonly config: GitopsConfig
  /** All of them, in the order of the file. */
  readonly faults: readonly ConfigFault[]
}

/** Reads `.github/gitops.yml`. Never throws for what stands in the text. */
export async function readConfig(text: string, file: string): Promise<ReadConfig> {
  const { tree, faults } = await readFaults(text.replace(/^\ufeff/, ''))
  if (faults.length > 0) return { config: EMPTY_CONFIG, faults: inOrder(faults, file) }
  return { config: tree === undefined ? EMPTY_CONFIG : configOf(tree), faults: [] }
}

async function readFaults(text: string): Promise<{ tree: Tree | undefined; faults: TreeFault[] }> {
  if (text.length > MAX_BYTES || Buffer.byteLength(text) > MAX_BYTES) {
    return { tree: undefined, faults: [{ line: 1, column: 1, message: 'the file is larger than 1 MiB' }] }
  }
  const { tree, faults } = await readYamlTree(text)
  if (tree === undefined) return { tree, faults: [...faults] }
  const checked = checkTree(tree)
  const all = [
    ...faults,
    ...checked.faults,
    ...checked.beyond,
    ...(await globFaults(checked.globs)),
    ...(checked.endless ? [] : stackFaults(tree)),
  ]
  return { tree, faults: all }
}

async function globFaults(globs: Checked['globs']): Promise<TreeFault[]> {
  if (globs.length === 0) return []
  const { default: picomatch } = await import('picomatch')
  const judged = new Map<string, string | undefined>()
  return globs.flatMap(({ glob, line, column }) => {
    if (!judged.has(glob)) judged.set(glob, globFault(glob, picomatch))
    const why = judged.get(glob)
    return why === undefined ? [] : [{ line, column, message: `this glob cannot be read: ${why}` }]
  })
}

function globFault(glob: string, picomatch: typeof Picomatch): string | undefined {
  try {
    // `debug`: without it, what does not compile silently matches nothing.
    picomatch.makeRe(cleanGlob(glob).replace(/^!/, ''), {
      ...GLOB_OPTIONS,
      strictBrackets: true,
      debug: true,
    })
    return undefined
  } catch (thrown) {
    const missing = /^Missing (opening|closing): "(.)"/.exec(errorMessage(thrown))
    if (missing === null) return 'it is no valid pattern'
    return `its \`${missing[2] ?? ''}\` is missing`
  }
}

function inOrder(faults: readonly TreeFault[], file: string): ConfigFault[] {
  // What an alias stands for twice is wrong once.
  const known = new Set<string>()
  return [...faults]
    .sort(byPlace)
    .filter(({ line, column, message }) => {
      const key = `${line}:${column}:${message}`
      return !known.has(key) && known.add(key)
    })
    .map(({ message, help, line, column }) => ({
      message,
      ...(help === undefined ? {} : { help }),
      file,
      line,
      column,
    }))
}

/** Of a document without faults. */
function configOf(root: Tree): GitopsConfig {
  const tools = field(root, 'tools')
  return {
    stacks: itemsOf(field(root, 'stacks')).map(stackOf),
    globalInputs: textsOf(field(root, 'global-inputs')).map(cleanGlob),
    environments: environmentsOf(root),
    tools: {
      ...given('terraform', textOf(field(tools, 'terraform'))),
      ...given('opentofu', textOf(field(tools, 'opentofu'))),
      ...given('helm', textOf(field(tools, 'helm'))),
    },
    redact: textsOf(field(root, 'redact')),
    owners: entriesOf(field(root, 'owners')).map(({ key, value }) => ({
      pattern: key,
      owners: textsOf(value),
    })),
    ...kept(root, 'helm'),
    ...kept(root, 'argocd'),
    ...kept(root, 'drift'),
    ...kept(root, 'bootstrap'),
  }
}

function stackOf(tree: Tree): StackConfig {
  const list = (key: string): string[] => textsOf(field(tree, key))
  return {
    path: cleanPath(textOf(field(tree, 'path')) ?? '.'),
    ...given('name', textOf(field(tree, 'name'))),
    ...(field(tree, 'workspaces') === undefined ? {} : { workspaces: list('workspaces') }),
    ...(field(tree, 'var-files') === undefined ? {} : { varFiles: list('var-files').map(cleanPath) }),
    ...given('environment', textOf(field(tree, 'environment'))),
    dependsOn: list('depends-on'),
    previousNames: list('previous-names'),
    extraInputs: list('extra-inputs').map(cleanGlob),
    generated: list('generated').map(cleanGlob),
    ...kept(tree, 'drift'),
    line: tree.at.line,
  }
}

/** Without a prototype: an environment called `constructor` is one only where it was configured. */
function environmentsOf(root: Tree): Record<string, EnvironmentConfig> {
  const environments = Object.create(null) as Record<string, EnvironmentConfig>
  for (const { key, value } of entriesOf(field(root, 'environments'))) {
    environments[key] = {
      ...given('planRole', textOf(field(value, 'plan-role'))),
      ...given('applyRole', textOf(field(value, 'apply-role'))),
      ...given('region', textOf(field(value, 'region'))),
    }
  }
  return environments
}

function given<const Key extends string>(key: Key, value: string | undefined): { [K in Key]?: string } {
  return (value === undefined ? {} : { [key]: value }) as { [K in Key]?: string }
}

function kept<const Key extends string>(tree: Tree, key: Key): { [K in Key]?: unknown } {
  const found = field(tree, key)
  return (found === undefined ? {} : { [key]: plainOf(found) }) as { [K in Key]?: unknown }
}
