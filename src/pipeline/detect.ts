import { shortCommit } from '../core/short-commit.ts'
import { changesOf, type ChangesOptions } from '../repository/changes.ts'
import type { ConfigFault } from '../repository/config/fault.ts'
import { EMPTY_CONFIG, type GitopsConfig, type StackConfig } from '../repository/config/config.ts'
import { findConfig } from '../repository/config/find-config.ts'
import type { FetchAccess } from '../repository/git/fetch.ts'
import type { GitPlace } from '../repository/git/place.ts'
import { readSnapshots } from '../repository/git/snapshot.ts'
import type { Changes, Kind, Notice } from '../repository/items.ts'
import { findKubernetes } from '../repository/kubernetes/find-kubernetes.ts'
import { isKubernetesText, isRenderedText, namesMoreTexts } from '../repository/kubernetes/kubernetes-text.ts'
import { modelOf, type RepositoryModel } from '../repository/model.ts'
import { isTerraformText } from '../repository/modules/folders.ts'
import { isTemplateName, templateNames } from '../repository/modules/template-reads.ts'
import { factsCache, type FactsCache } from '../repository/modules/parsed-module.ts'
import { readOwners } from '../repository/owners.ts'
import { inFolder, nameOf } from '../repository/paths.ts'
import type { Snapshot } from '../repository/snapshot.ts'
import {
  applicationWords,
  chartWords,
  makeSelector,
  selectChanges,
  stackWords,
  type Selector,
} from './changes-select.ts'
import { keyOfStack } from './stack-to-plan.ts'

export interface DetectRequest {
  readonly place: GitPlace
  /** Commit or tree to look at. */
  readonly head: string
  /** Commit or tree to compare with; undefined: everything counts as changed. */
  readonly base: string | undefined
  /** Commits whose runs did not end: what differs from them counts too. */
  readonly unfinished?: readonly string[]
  /** How to get what a partial clone left out; without it that is an error. */
  readonly access?: FetchAccess
  readonly kinds: readonly Kind[]
  readonly include: readonly string[]
  readonly exclude: readonly string[]
  /** Path of the configuration from the repository root; undefined: the usual places. */
  readonly config?: string | undefined
  /** Stacks that are told rather than found: entries for their folders, instead of what is configured there. */
  readonly told?: readonly StackConfig[]
  /** `owner/name`: tells which sources of Applications are files of this repository. */
  readonly repository?: string | undefined
}

export interface Detected {
  /** What is touched and wanted. */
  readonly changes: Changes
  /** All there is at head, of the kinds that were asked for. */
  readonly model: RepositoryModel
  readonly config: GitopsConfig
  /** Undefined: there is none. */
  readonly configFile: string | undefined
  /** How many items of the kinds that were asked for there are at head or at base, wanted or not. */
  readonly known: number
  /** Patterns of `include` that match nothing, neither at head nor at base. */
  readonly unused: readonly string[]
}

/** The configuration of head is faulty: nothing was judged. */
export interface FaultyConfig {
  /** Not empty, in the order of the file. */
  readonly faults: readonly ConfigFault[]
}

/**
 * What a change touches: the trees are read from Git's objects, each with its own configuration, and compared. The same
 * for the action, the whole pipeline and the preview.
 * @throws UserError when objects are missing, a glob is none, or the configuration asked for is not there.
 */
export async function detectChanges(request: DetectRequest): Promise<Detected | FaultyConfig> {
  const selector = await makeSelector(request.include, request.exclude)
  const [head, ...past] = await snapshotsOf(request)
  const found = await findConfig(head, { given: request.config, missing: 'error' })
  if (found.faults.length > 0) return { faults: found.faults }
  const shared: Shared = { request, facts: factsCache(), parsed: new Map() }
  const model = await readModel(head, withTold(found.config, request.told ?? []), found.file, shared)
  const before: RepositoryModel[] = []
  const notices: Notice[] = []
  let isBaseKnown = true
  for (const snapshot of past) {
    const then = await configThen(snapshot, request)
    notices.push(...then.notices)
    if (then.notices.length > 0) isBaseKnown = false
    before.push(await readModel(snapshot, then.config, then.file, shared))
  }
  const [base, ...more] = before
  const owners = readOwners(head, found.config.owners)
  const options: ChangesOptions = {
    more,
    ownersOf: (path) => {
      if (head.entry(path) !== undefined) return owners.ofFile(path)
      return owners.ofFolder(
        path,
        head.entry(inFolder(path, 'Chart.yaml')) === undefined ? 'main.tf' : 'Chart.yaml',
      )
    },
    ...(found.file === undefined ? {} : { configFile: found.file }),
  }
  const all = isBaseKnown
    ? changesOf(base, model, options)
    : { ...changesOf(undefined, model, options), ...goneFrom(changesOf(base, model, options)) }
  const changes = selectChanges(all, selector)
  return {
    changes: { ...changes, notices: distinct([...changes.notices, ...notices, ...owners.notices]) },
    model,
    config: found.config,
    configFile: found.file,
    known: [model, ...before].reduce((sum, one) => sum + itemsOf(one).length, 0),
    unused: unusedPatterns(selector, [model, ...before]),
  }
}

const goneFrom = ({ deletedStacks, gone }: Changes): Pick<Changes, 'deletedStacks' | 'gone'> => ({
  deletedStacks,
  gone,
})

/** What is told of a folder goes over what is configured for it; of several entries for one with the same variant. */
function withTold(config: GitopsConfig, told: readonly StackConfig[]): GitopsConfig {
  if (told.length === 0) return config
  const over = told.map((entry): StackConfig => {
    const same = config.stacks.filter(({ path }) => path === entry.path)
    const base = same.find((one) => isVariantOf(entry, one)) ?? (same.length === 1 ? same[0] : undefined)
    return {
      ...base,
      ...entry,
      extraInputs: [...(base?.extraInputs ?? []), ...entry.extraInputs],
      told: true,
    }
  })
  return { ...config, stacks: [...config.stacks, ...over] }
}

function isVariantOf(told: StackConfig, entry: StackConfig): boolean {
  const workspaces = told.workspaces ?? []
  const files = (one: StackConfig): string => JSON.stringify(one.varFiles ?? [])
  return workspaces.length === 0
    ? files(told) === files(entry)
    : workspaces.every((workspace) => entry.workspaces?.includes(workspace))
}

type Snapshots = readonly [Snapshot, ...Snapshot[]]

/** Head, base, and the trees of runs that did not end. Only what somebody will look at is read. */
async function snapshotsOf(request: DetectRequest): Promise<Snapshots> {
  const { place, head, base, unfinished = [], kinds, config, access } = request
  const revisions = [head, ...(base === undefined ? [] : [base, ...unfinished])]
  const terraform = kinds.includes('terraform')
  const kubernetes = kinds.includes('helm') || kinds.includes('argocd')
  // By name alone: a link may lead to it.
  const named = new Set([...(config === undefined ? CONFIG_NAMES : [nameOf(config)]), 'CODEOWNERS'])
  const wanted = (path: string): boolean | 'code' => {
    if (terraform && (isTerraformText(path) || isRenderedText(path))) return 'code'
    if (terraform && isTemplateName(path)) return true
    return (kubernetes && manifestText(path)) || named.has(nameOf(path))
  }
  const texts = { path: wanted, ...(terraform && { more: templateNames }) }
  let snapshots = await readSnapshots(place, revisions, texts, access)
  // Terraform may render charts and Kustomize folders. What they are made of is seldom said elsewhere.
  if (terraform && !kubernetes && snapshots.some(namesMoreTexts)) {
    const path = (one: string): boolean | 'code' => wanted(one) || manifestText(one)
    snapshots = await readSnapshots(place, revisions, { ...texts, path }, access)
  }
  const [first, ...others] = snapshots
  if (first === undefined) throw new Error('no snapshot of the head was read')
  return [first, ...others]
}

/** JSON that is large, or no text, is data of somebody else's. */
const manifestText = (path: string): boolean | 'code' =>
  isKubernetesText(path) && (path.endsWith('.json') || 'code')

const CONFIG_NAMES = ['gitops.yml', 'gitops.yaml']

/**
 * A configuration that was broken is no reason to stop who mends it. But what it would have said is not known, so that
 * everything counts as touched.
 */
async function configThen(
  snapshot: Snapshot,
  { config: given }: DetectRequest,
): Promise<{ readonly config: GitopsConfig; readonly file?: string; readonly notices: readonly Notice[] }> {
  const { config, file, faults } = await findConfig(snapshot, { given, missing: 'empty' })
  const [fault] = faults
  if (fault === undefined) return { config, ...(file === undefined ? {} : { file }), notices: [] }
  const notice = {
    message: `at the base (${shortCommit(snapshot.revision)}) the configuration is faulty, so that everything is judged: ${fault.message}`,
    help: 'A stack that only it told of, and that is gone now, is not named as gone.',
    file: fault.file,
    line: fault.line,
    column: fault.column,
  }
  return { config: EMPTY_CONFIG, notices: [notice] }
}

interface Shared {
  readonly request: DetectRequest
  readonly facts: FactsCache
  readonly parsed: NonNullable<NonNullable<Parameters<typeof findKubernetes>[1]>['parseCache']>
}

/** What of a snapshot was asked for. */
async function readModel(
  snapshot: Snapshot,
  config: GitopsConfig,
  configFile: string | undefined,
  { request: { kinds, repository }, facts, parsed }: Shared,
): Promise<RepositoryModel> {
  const [terraform, helm, argocd] = [
    kinds.includes('terraform'),
    kinds.includes('helm'),
    kinds.includes('argocd'),
  ]
  const kubernetes =
    helm || argocd
      ? await findKubernetes(snapshot, {
          parseCache: parsed,
          config,
          ...(repository === undefined ? {} : { repository }),
        })
      : undefined
  const model = await modelOf(snapshot, config, {
    keyOf: keyOfStack,
    facts,
    parsed,
    ...(kubernetes === undefined ? {} : { kubernetes }),
    ...(configFile === undefined ? {} : { configFile }),
  })
  return {
    ...model,
    ...(helm ? {} : { charts: [] }),
    ...(argocd ? {} : { applications: [] }),
    // Terraform's files were not read: what is said of them is not so.
    ...(terraform ? {} : { stacks: [], unclaimed: [], notices: kubernetes?.notices ?? [] }),
  }
}

function itemsOf({ stacks, charts, applications }: RepositoryModel): readonly (readonly string[])[] {
  return [...stacks.map(stackWords), ...charts.map(chartWords), ...applications.map(applicationWords)]
}

function unusedPatterns(selector: Selector, models: readonly RepositoryModel[]): readonly string[] {
  if (selector.unused().length === 0) return []
  for (const words of models.flatMap(itemsOf)) selector.wants(words)
  return selector.unused()
}

/** Head and base may say the same. */
function distinct(notices: readonly Notice[]): Notice[] {
  return [...new Map(notices.map((notice) => [JSON.stringify(notice), notice])).values()]
}
