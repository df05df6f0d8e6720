import { hash } from 'node:crypto'
import { scanHcl } from '../../hcl/scan.ts'
import type { GitopsConfig, StackConfig } from '../config/config.ts'
import { variableFileName } from '../config/paths.ts'
import type { Notice, Stack } from '../items.ts'
import type { Settings } from '../modules/facts.ts'
import { plainSettings, settingEntries } from '../modules/file-facts.ts'
import type { ModuleReader, TerraformModule } from '../modules/module-reader.ts'
import type { FactsCache } from '../modules/parsed-module.ts'
import { folderOf, joinPath } from '../paths.ts'
import type { Snapshot } from '../snapshot.ts'
import { findStackFolders } from './discover.ts'
import { environmentOf } from './environment.ts'
import { someOf, uniqueNames } from './names.ts'
import { stateKey, type BackendFacts } from './state-key.ts'
import { variantsOf, type Variant } from './variants.ts'

/** A stack with what its node is made of. */
export interface FoundStack {
  readonly stack: Stack
  /** Where the folder really is, when the path is a link. */
  readonly folder: string
  readonly config: StackConfig | undefined
  /** Undefined when what is said of it cannot be read. */
  readonly backend: BackendFacts | undefined
}

export interface FoundStacks {
  /** Sorted by name. */
  readonly stacks: readonly FoundStack[]
  readonly unclaimed: readonly string[]
  /** Of the unclaimed those that are no stack only because another folder has a backend or a lock file. */
  readonly outdone: readonly string[]
  /** Some folder has a backend or a lock file: only such folders are stacks. */
  readonly marked: boolean
  /** Variable and backend files of variants that are left out because others of their folder were told. */
  readonly claimed: ReadonlySet<string>
  readonly notices: readonly Notice[]
}

/** What tells a stack from all others, for good; the folder, then what makes it another plan. */
export type KeyOf = (identity: {
  readonly path: string
  readonly workspace?: string | undefined
  readonly varFiles: readonly string[]
  readonly backendConfig: readonly string[]
}) => string

export interface StackSearch {
  readonly snapshot: Snapshot
  readonly reader: ModuleReader
  readonly config: GitopsConfig
  /** Name of the configuration file, for messages. */
  readonly configFile: string
  readonly keyOf: KeyOf
  readonly facts: FactsCache
  /** Folders that are stacks although another one has a backend or a lock file, and they have none. */
  readonly kept?: ReadonlySet<string>
}

export function findStacks(search: StackSearch): FoundStacks {
  const { snapshot, reader } = search
  const notices: Notice[] = []
  const found = findStackFolders(snapshot, reader, search.kept)
  const entries = entriesByPath(search, notices)
  const paths = new Set([...found.folders, ...entries.keys()])
  const claimed = new Set<string>()
  const variants = [...paths].sort().flatMap((path) => {
    const folder = snapshot.resolve(path)
    if (folder.kind !== 'folder') return []
    const of = entries.get(path) ?? []
    const told = of.filter((entry) => entry.told === true)
    if (told.length > 0) {
      const usual = of.filter((entry) => entry.told !== true)
      for (const { varFiles, backendConfig } of variantsOf(snapshot, reader.index, path, usual))
        for (const file of [...varFiles, ...backendConfig]) claimed.add(file)
    }
    return variantsOf(snapshot, reader.index, path, told.length > 0 ? told : of).map((variant) => ({
      path,
      folder: folder.path,
      variant,
    }))
  })
  const distinct = new Map<string, (typeof variants)[number]>()
  for (const each of variants) {
    const { key } = identityOf(search, each.path, each.variant)
    if (distinct.has(key)) notices.push(twiceNotice(search.configFile, each.path, each.variant))
    else distinct.set(key, each)
  }
  const names = uniqueNames(
    [...distinct.values()].map(({ path, variant }) => ({
      base: variant.config?.name ?? path,
      labels: variant.labels,
      given: variant.config?.name !== undefined,
    })),
  )
  notices.push(...takenNames(search, [...distinct.values()], names))
  const stacks: FoundStack[] = []
  for (const [index, { path, folder, variant }] of [...distinct.values()].entries()) {
    const module = reader.module(folder)
    const name = names[index]
    if (module === undefined || name === undefined) continue
    stacks.push(stackOf(search, { path, folder, variant, module, name }))
    if (variant.config !== undefined) notices.push(...missingVarFiles(search, variant, variant.config))
  }
  const sorted = stacks.sort((a, b) => (a.stack.name < b.stack.name ? -1 : 1))
  notices.push(...sharedStates(sorted, search.configFile))
  const unclaimed = found.unclaimed.filter((path) => !paths.has(path))
  return { stacks: sorted, unclaimed, outdone: found.outdone, marked: found.marked, claimed, notices }
}

/** Entries by the folder they are about; those about nothing are told. */
function entriesByPath(search: StackSearch, notices: Notice[]): Map<string, StackConfig[]> {
  const entries = new Map<string, StackConfig[]>()
  for (const entry of search.config.stacks) {
    const path = joinPath('.', entry.path)
    const folder = path === undefined ? undefined : search.snapshot.resolve(path)
    const files = folder?.kind === 'folder' ? search.reader.index.folder(folder.path)?.moduleFiles : undefined
    if (path === undefined || files === undefined || files.length === 0) {
      notices.push({
        severity: 'error',
        message: `the stack ${entry.path} is configured, but that folder holds no Terraform files: it is not planned`,
        help: 'Correct the path, which starts at the root of the repository, or remove the entry.',
        file: search.configFile,
        line: entry.line,
      })
      continue
    }
    entries.set(path, [...(entries.get(path) ?? []), entry])
  }
  return entries
}

interface Place {
  readonly path: string
  readonly folder: string
  readonly variant: Variant
  readonly module: TerraformModule
  readonly name: string
}

function stackOf(search: StackSearch, { path, folder, variant, module, name }: Place): FoundStack {
  const { workspace, varFiles, backendConfig, config } = variant
  const { key, id } = identityOf(search, path, variant)
  const environment =
    config?.environment ??
    environmentOf({ path, workspace, bases: varFiles.map(variableFileName) }, search.config.environments)
  const files = backendConfig.length > 0 || varFiles.length > 0 ? backendConfig : onlyBackendFile(module)
  const backend = backendOf(search.snapshot, module, files)
  const state = backend === undefined ? undefined : stateKey(backend, folder, workspace ?? 'default')
  const stack: Stack = {
    key,
    id,
    name,
    path,
    ...(workspace === undefined ? {} : { workspace }),
    varFiles,
    backendConfig,
    ...(environment === undefined ? {} : { environment }),
    dependsOn: config?.dependsOn ?? [],
    previousNames: config?.previousNames ?? [],
    ...(state === undefined ? {} : { stateKey: state }),
    node: `stack:${key}`,
  }
  return { stack, folder, config, backend }
}

function identityOf(
  { keyOf, facts }: StackSearch,
  path: string,
  { workspace, varFiles, backendConfig }: Variant,
): { readonly key: string; readonly id: string } {
  const words = [path, workspace ?? '', varFiles.length, ...varFiles, ...backendConfig].join('\0')
  const known = facts.identities.get(words)
  if (known !== undefined) return known
  const key = keyOf({ path, ...(workspace === undefined ? {} : { workspace }), varFiles, backendConfig })
  const made = { key, id: hash('sha256', key).slice(0, 16) }
  facts.identities.set(words, made)
  return made
}

/** A stack of one plan with one file of backend settings beside it is initialised with that file. */
function onlyBackendFile({ path, own }: TerraformModule): readonly string[] {
  const files = own.variantFiles.filter(
    ({ path: file }) => folderOf(file) === path && /\.tfbackend$/.test(file),
  )
  const [only] = files
  return only !== undefined && files.length === 1 ? [only.path] : []
}

/** What the code and the files given at init say of the backend; undefined when that cannot be read. */
function backendOf(
  snapshot: Snapshot,
  { parsed: { facts } }: TerraformModule,
  backendConfig: readonly string[],
): BackendFacts | undefined {
  if (facts.cloud !== undefined) {
    const settings: Record<string, string | undefined> = { ...facts.cloud.settings }
    for (const [name, value] of Object.entries(facts.cloud.workspaces)) settings[`workspaces.${name}`] = value
    return { type: 'cloud', settings }
  }
  if (facts.backend === undefined) return facts.clean ? { type: 'local', settings: {} } : undefined
  const settings: Record<string, string | undefined> = { ...facts.backend.settings }
  for (const file of backendConfig) {
    const more = backendSettings(snapshot, file)
    if (more === undefined) return undefined
    Object.assign(settings, more)
  }
  return { type: facts.backend.type, settings }
}

function backendSettings(snapshot: Snapshot, file: string): Settings | undefined {
  const target = snapshot.resolve(file)
  const text = target.kind === 'file' ? snapshot.text(target.path) : undefined
  if (text === undefined) return undefined
  const body = scanHcl(text)
  if (!body.clean) return undefined
  return plainSettings(settingEntries(body))
}

const twiceNotice = (file: string, path: string, variant: Variant): Notice => ({
  severity: 'error',
  message: `a variant of the stack ${path} is configured twice: the first entry counts`,
  help: 'Give each entry of one path workspaces or var-files of its own.',
  file,
  ...(variant.config === undefined ? {} : { line: variant.config.line }),
})

/**
 * A configured name that means another stack: `depends-on` and the inputs of other actions would take the one for the
 * other.
 */
function takenNames(
  { configFile }: StackSearch,
  stacks: readonly { readonly path: string; readonly variant: Variant }[],
  names: readonly string[],
): Notice[] {
  const paths = new Set(stacks.map(({ path }) => path))
  return stacks.flatMap(({ path, variant: { config } }, index): Notice[] => {
    const given = config?.name
    const name = names[index] ?? ''
    if (config === undefined || given === undefined || given === path) return []
    if (!paths.has(given) && !/#\d+$/.test(name.slice(given.length))) return []
    return [
      {
        severity: 'error',
        message: `the name ${given} that is configured for ${path} is another stack’s: it is listed as ${name}`,
        help: 'Give it a name that is neither the name nor the path of another stack.',
        file: configFile,
        line: config.line,
      },
    ]
  })
}

/** A file that is made later, by the workflow, is `generated`. */
function missingVarFiles(
  { snapshot, configFile }: StackSearch,
  variant: Variant,
  entry: StackConfig,
): Notice[] {
  if (entry.generated.length > 0 || variant.config?.varFiles === undefined) return []
  const missing = variant.varFiles.filter((file) => snapshot.resolve(file).kind !== 'file')
  return missing.map((path) => ({
    message: `the variable file ${path} of the stack ${entry.name ?? entry.path} is not in the repository`,
    help: 'Correct the path, which starts at the root of the repository; name it under `generated` if a job makes it.',
    file: configFile,
    line: entry.line,
  }))
}

/** Stacks that would overwrite each other's state: each is planned, but people should know. */
function sharedStates(stacks: readonly FoundStack[], configFile: string): Notice[] {
  const known = stacks.map(({ stack }) => stack).filter((stack) => stack.stateKey !== undefined)
  return [...Map.groupBy(known, ({ stateKey: state }) => state).values()].flatMap((same) => {
    const [first] = same
    if (first === undefined || same.length < 2) return []
    const names = same.map(({ name }) => name)
    const oneFolder = same.every(({ path }) => path === first.path)
    return [
      {
        message: `${listOf(names)} share one state, by their backend settings`,
        help: oneFolder
          ? `In ${configFile} write which variants there are, such as \`- path: ${first.path}\` with \`workspaces: [dev, prod]\`` +
            ` and \`var-files: ["${variantPattern(first)}"]\`; or put a NAME.tfbackend file beside each NAME.tfvars;` +
            ' or write `var-files: []` if the files are no variants.'
          : 'Give each its own key, prefix or workspace in its backend block.',
        file: first.path,
      },
    ]
  })
}

const listOf = (names: readonly string[]): string =>
  names.length > 10 ? someOf(names, 10) : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`

/** `env/prod.tfvars` → `env/{workspace}.tfvars`. */
function variantPattern({ varFiles, path }: Stack): string {
  const [file] = varFiles
  if (file === undefined) return path === '.' ? 'env/{workspace}.tfvars' : `${path}/env/{workspace}.tfvars`
  return file.replace(/[^/]+?(\.tfvars(?:\.json)?)$/, '{workspace}$1')
}
