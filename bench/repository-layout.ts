export interface RepositorySize {
  readonly stacks: number
  readonly modules: number
  /** All files; what stacks and modules leave over is source of applications. */
  readonly files: number
  /** Terraform files of about 1.7 KB each, as in public repositories, or of a few lines (0.5 KB). */
  readonly texts: 'usual' | 'short'
}

export interface StackPlan {
  readonly index: number
  /** `live/ACCOUNT/REGION/SERVICE`. */
  readonly path: string
  readonly account: string
  readonly region: string
  readonly service: string
  /** Modules it calls. */
  readonly calls: readonly ModulePlan[]
  /** The stack whose remote state it reads. */
  readonly reads?: StackPlan
  /** Stacks that read its remote state. */
  readonly readers: StackPlan[]
  /** Path of a template it renders. */
  readonly template?: string
  /** Path of a JSON document it reads, in its own folder. */
  readonly policy?: string
  /** Path of a JSON document that several stacks read. */
  readonly shared?: string
}

export interface ModulePlan {
  readonly index: number
  readonly path: string
  readonly calls: readonly ModulePlan[]
  /** Stacks that reach it, over other modules too. */
  readonly users: StackPlan[]
  readonly template?: string
}

export interface Layout {
  readonly texts: RepositorySize['texts']
  readonly stacks: readonly StackPlan[]
  readonly modules: readonly ModulePlan[]
  /** Documents that many stacks read. */
  readonly shared: readonly string[]
  /** Files that no stack reads: the root's README first. */
  readonly others: readonly string[]
  /** Paths of a stack, of those that read its state, of those that read theirs, and so on. */
  withReaders(stack: StackPlan): readonly string[]
}

const ACCOUNTS = ['dev', 'staging', 'prod', 'shared']
const REGIONS = ['eu-west-1', 'eu-central-1', 'us-east-1', 'us-west-2', 'ap-northeast-2']
const WORDS = [
  'orders',
  'payments',
  'search',
  'mail',
  'ledger',
  'images',
  'events',
  'catalog',
  'login',
  'audit',
]
const AREAS = ['network', 'compute', 'data', 'identity', 'observe']

/** Which stacks and modules there are and what they use: all by index, so that the same size is the same layout. */
export function planLayout(size: RepositorySize): Layout {
  const modules = planModules(size.modules)
  const stacks = planStacks(size.stacks, modules)
  const shared = Array.from({ length: 20 }, (_, index) => `shared/policies/boundary-${index}.json`)
  for (const stack of stacks) {
    const reached = new Set<ModulePlan>()
    for (const called of stack.calls) reach(called, reached)
    for (const module of reached) module.users.push(stack)
    stack.reads?.readers.push(stack)
  }
  const taken =
    stacks.reduce((sum, { template, policy }) => sum + 7 + Number(!!template) + Number(!!policy), 0) +
    modules.reduce((sum, { template }) => sum + 5 + Number(!!template), 0) +
    shared.length
  const others = ['README.md', ...Array.from({ length: Math.max(0, size.files - taken - 1) }, otherPath)]
  return { texts: size.texts, stacks, modules, shared, others, withReaders }
}

/** Three layers: 60 % call none, 30 % one or two of those, 10 % one or two of the second; each seventh is nested. */
function planModules(count: number): ModulePlan[] {
  const modules: ModulePlan[] = []
  const [first, second] = [Math.ceil(count * 0.6), Math.ceil(count * 0.9)]
  for (let index = 0; index < count; index += 1) {
    const below = index < first ? [] : index < second ? modules.slice(0, first) : modules.slice(first, second)
    const calls = [below[(index * 7) % below.length], below[(index * 13 + 5) % below.length]].slice(
      0,
      1 + (index % 2),
    )
    const area = AREAS[index % AREAS.length] ?? ''
    const name = `${area}-${WORDS[index % WORDS.length] ?? ''}-${index}`
    const parent = index % 7 === 6 ? modules[index - 3] : undefined
    const path = parent === undefined ? `modules/${area}/${name}` : `${parent.path}/modules/${name}`
    modules.push({
      index,
      path,
      calls: [...new Set(calls.filter((one) => one !== undefined))],
      users: [],
      ...(index % 5 === 0 ? { template: `${path}/templates/init.sh.tftpl` } : {}),
    })
  }
  return modules
}

function planStacks(count: number, modules: readonly ModulePlan[]): StackPlan[] {
  const stacks: StackPlan[] = []
  const places = ACCOUNTS.length * REGIONS.length
  for (let index = 0; index < count; index += 1) {
    const group = Math.floor(index / places)
    const account = ACCOUNTS[index % ACCOUNTS.length] ?? ''
    const region = REGIONS[Math.floor(index / ACCOUNTS.length) % REGIONS.length] ?? ''
    const service =
      group === 0 ? 'network' : group === 1 ? 'cluster' : `${WORDS[group % WORDS.length] ?? ''}-${group}`
    const path = `live/${account}/${region}/${service}`
    const calls = [index * 3, index * 7 + 1, index * 11 + 5]
      .slice(0, 1 + (index % 3))
      .map((number) => modules[number % modules.length])
    // Each sixth service reads the cluster of its place, and each cluster the network of its place.
    const reads =
      group === 1 ? stacks[index - places] : group % 6 === 5 ? stacks[places + (index % places)] : undefined
    stacks.push({
      index,
      ...{ path, account, region, service },
      calls: [...new Set(calls.filter((one) => one !== undefined))],
      ...(reads === undefined ? {} : { reads }),
      readers: [],
      ...(index % 4 === 0 ? { template: `${path}/templates/user-data.sh.tftpl` } : {}),
      ...(index % 6 === 1 ? { policy: `${path}/files/policy.json` } : {}),
      ...(index % 10 === 3 ? { shared: `shared/policies/boundary-${index % 20}.json` } : {}),
    })
  }
  return stacks
}

function reach(module: ModulePlan, reached: Set<ModulePlan>): void {
  if (reached.has(module)) return
  reached.add(module)
  for (const called of module.calls) reach(called, reached)
}

function withReaders(stack: StackPlan): readonly string[] {
  return [stack.path, ...stack.readers.flatMap(withReaders)]
}

const EXTENSIONS = ['ts', 'ts', 'test.ts', 'go', 'py', 'json', 'yaml', 'md']

function otherPath(_: unknown, index: number): string {
  const app = `${WORDS[index % WORDS.length] ?? ''}-${index % 40}`
  return `apps/${app}/src/part-${Math.floor(index / 400)}/file-${index}.${EXTENSIONS[index % EXTENSIONS.length] ?? 'ts'}`
}
