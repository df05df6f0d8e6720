import fc from 'fast-check'
import type { Content, Tree } from './memory-snapshot.ts'

/**
 * A repository as a plan of what uses what, from which both its files and, by rules written apart from the code under
 * test, the inputs of each stack follow.
 */
export interface AbstractRepository {
  /** By an index that never changes; undefined: there is none (any more). */
  readonly modules: readonly (AbstractModule | undefined)[]
  /** Files of nobody, by path. */
  readonly shared: Readonly<Record<string, string>>
}

export interface AbstractModule {
  readonly path: string
  readonly isStack: boolean
  readonly text: number
  /** Indexes of modules. */
  readonly calls: readonly number[]
  readonly reads: readonly Read[]
  /** Indexes of modules; those that are no stacks have no state. */
  readonly remoteStates: readonly number[]
  /** Paths below its folder. */
  readonly files: Readonly<Record<string, Content>>
}

/** `module`, `root`: by `path.…`; `bare`: a literal, which may start in either folder; `set`: all below a folder. */
export interface Read {
  readonly how: 'module' | 'root' | 'bare' | 'set'
  /** From where it starts. */
  readonly path: string
}

const stateKey = (index: number): string => `state/${index}`

export function treeOf({ modules, shared }: AbstractRepository): Tree {
  const tree: Record<string, Content> = { ...shared }
  for (const [index, module] of modules.entries()) {
    if (module === undefined) continue
    tree[`${module.path}/main.tf`] = codeOf(module, index, modules)
    for (const [name, content] of Object.entries(module.files)) tree[`${module.path}/${name}`] = content
  }
  return tree
}

function codeOf(module: AbstractModule, index: number, modules: AbstractRepository['modules']): string {
  const lines = [`# ${module.text}`]
  if (module.isStack) {
    lines.push(
      'terraform {',
      '  backend "s3" {',
      '    bucket = "b"',
      `    key = "${stateKey(index)}"`,
      '  }',
      '}',
    )
  }
  for (const callee of module.calls) {
    const path = modules[callee]?.path ?? `modules/gone${callee}`
    lines.push(`module "m${callee}" {`, `  source = "${relative(module.path, path)}"`, '}')
  }
  for (const [at, { how, path }] of module.reads.entries()) {
    lines.push(`resource "x" "r${at}" {`)
    if (how === 'module') lines.push(`  content = file("\${path.module}/${path}")`)
    if (how === 'root') lines.push(`  content = templatefile("\${path.root}/${path}", {})`)
    if (how === 'bare') lines.push(`  filename = "${path}"`)
    if (how === 'set') lines.push(`  for_each = fileset("\${path.module}/${path}", "**")`)
    lines.push('}')
  }
  for (const other of module.remoteStates) {
    lines.push(`data "terraform_remote_state" "s${other}" {`, '  backend = "s3"', '  config = {')
    lines.push('    bucket = "b"', `    key = "${stateKey(other)}"`, '  }', '}')
  }
  return `${lines.join('\n')}\n`
}

function relative(from: string, to: string): string {
  return `${from
    .split('/')
    .map(() => '..')
    .join('/')}/${to}`
}

/** Inputs of each stack by name: path → content. */
export function expectedInputs(repository: AbstractRepository): Map<string, ReadonlyMap<string, string>> {
  const tree = treeOf(repository)
  const { modules } = repository
  const found = new Map<string, ReadonlyMap<string, string>>()
  for (const [index, module] of modules.entries()) {
    if (module?.isStack !== true) continue
    for (const variant of variantsOf(module)) {
      const paths = new Set<string>()
      addStack(index, variant, { modules, tree, paths, done: new Set() })
      const name = variant === undefined ? module.path : `${module.path}@${variant}`
      found.set(name, new Map([...paths].map((path) => [path, JSON.stringify(tree[path])])))
    }
  }
  return found
}

function variantsOf({ files }: AbstractModule): (string | undefined)[] {
  const names = Object.keys(files).flatMap((name) => /^env\/(\w+)\.tfvars$/.exec(name)?.[1] ?? [])
  return names.length === 0 ? [undefined] : names
}

interface Collecting {
  readonly modules: AbstractRepository['modules']
  readonly tree: Tree
  readonly paths: Set<string>
  readonly done: Set<string>
}

function addStack(index: number, variant: string | undefined, to: Collecting): void {
  const stack = to.modules[index]
  if (stack?.isStack !== true || to.done.has(`${index}@${variant ?? ''}`)) return
  to.done.add(`${index}@${variant ?? ''}`)
  addFile(`${stack.path}/.terraform.lock.hcl`, to)
  addFile(`${stack.path}/terraform.tfvars`, to)
  if (variant !== undefined) addFile(`${stack.path}/env/${variant}.tfvars`, to)
  for (const module of planned(index, to.modules)) {
    addFile(`${module.path}/main.tf`, to)
    for (const name of Object.keys(module.files)) {
      if (!/README\.md$|\.tfvars$|^\.terraform\.lock\.hcl$/.test(name)) addFile(`${module.path}/${name}`, to)
    }
    for (const { how, path } of module.reads) {
      if (how === 'module' || how === 'bare') addFile(join(module.path, path), to)
      if (how === 'root' || how === 'bare') addFile(join(stack.path, path), to)
      if (how === 'set') addBelow(join(module.path, path), to)
      if (how === 'set') addFile(join(module.path, path), to)
      // A literal with a slash may name a folder.
      if (how === 'bare' && path.includes('/')) addBelow(join(module.path, path), to)
      if (how === 'bare' && path.includes('/')) addBelow(join(stack.path, path), to)
    }
    for (const other of module.remoteStates) {
      const source = to.modules[other]
      if (source !== undefined) for (const each of variantsOf(source)) addStack(other, each, to)
    }
  }
}

function planned(start: number, modules: AbstractRepository['modules']): Set<AbstractModule> {
  const found = new Set<AbstractModule>()
  const visit = (index: number): void => {
    const module = modules[index]
    if (module === undefined || found.has(module)) return
    found.add(module)
    module.calls.forEach(visit)
  }
  visit(start)
  return found
}

function addFile(path: string | undefined, to: Collecting): void {
  const content = path === undefined ? undefined : to.tree[path]
  if (path === undefined || content === undefined || to.paths.has(path)) return
  to.paths.add(path)
  if (typeof content === 'object' && 'link' in content) {
    const folder = path.slice(0, path.lastIndexOf('/'))
    addFile(join(folder, content.link), to)
  }
}

function addBelow(folder: string | undefined, to: Collecting): void {
  for (const path of Object.keys(to.tree))
    if (folder !== undefined && path.startsWith(`${folder}/`)) addFile(path, to)
}

/** By the rules of a URL, which are those of a path. */
function join(folder: string, path: string): string | undefined {
  const depth = folder.split('/').length
  if ((path.match(/\.\.\//g) ?? []).length > depth) return undefined
  return new URL(path, `file:///${folder}/`).pathname.slice(1)
}

const MODULES = 7
const FOLDERS = [
  'modules/a',
  'modules/b',
  'modules/deep/er/c',
  'live/one',
  'live/two',
  'live/eu/prod/three',
  'live/one/nested',
]
const SHARED = ['shared/a.json', 'shared/b.json', 'shared/sub/c.json', 'other/d.json']
const OWN = [
  'data.json',
  'sub/deep.yaml',
  'README.md',
  '.terraform.lock.hcl',
  'terraform.tfvars',
  'env/dev.tfvars',
  'env/prod.tfvars',
  'sub/a.json',
]

const isStackAt = (at: number): boolean => at >= 3 && at < 6
/** A lock file makes a stack of a folder that nobody calls. */
const LOCK = '.terraform.lock.hcl'

const text = fc.integer({ min: 0, max: 2 })
const index = fc.nat({ max: MODULES - 1 })
const read: fc.Arbitrary<Read> = fc.record({
  how: fc.constantFrom('module', 'root', 'bare', 'set'),
  path: fc.oneof(
    fc.constantFrom('data.json', 'sub/a.json', 'README.md', 'sub', '../two/data.json'),
    fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.constantFrom(...SHARED, 'shared', 'shared/sub'))
      .map(([up, path]) => `${'../'.repeat(up)}${path}`),
  ),
})
const content: fc.Arbitrary<Content> = fc.oneof(
  { weight: 4, arbitrary: text.map((value) => `text ${value}`) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.integer({ min: 2, max: 5 }), fc.constantFrom(...SHARED))
      .map(([up, path]) => ({ link: `${'../'.repeat(up)}${path}` })),
  },
  { weight: 1, arbitrary: text.map((value) => ({ executable: `text ${value}` })) },
)
const few = { maxLength: 3 }
const module = (at: number): fc.Arbitrary<AbstractModule> =>
  fc.record({
    path: fc.constant(FOLDERS[at] ?? ''),
    isStack: fc.constant(isStackAt(at)),
    text,
    calls: fc.uniqueArray(index, few),
    reads: fc.array(read, few),
    remoteStates: fc.uniqueArray(index, { maxLength: 1 }),
    files: fc.dictionary(fc.constantFrom(...OWN.filter((name) => isStackAt(at) || name !== LOCK)), content, {
      maxKeys: 4,
      noNullPrototype: true,
    }),
  })

export const repository: fc.Arbitrary<AbstractRepository> = fc.record({
  modules: fc.tuple(...Array.from({ length: MODULES }, (_, at) => module(at))),
  shared: fc.dictionary(fc.constantFrom(...SHARED), text.map(String), { noNullPrototype: true }),
})

type Edit = (repository: AbstractRepository) => AbstractRepository

const edited =
  (at: number, change: (module: AbstractModule) => AbstractModule | undefined): Edit =>
  (repository) => ({
    ...repository,
    modules: repository.modules.map((each, index) =>
      index === at && each !== undefined ? change(each) : each,
    ),
  })

const without = <T>(record: Readonly<Record<string, T>>, name: string): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([key]) => key !== name))

/** Modified, added, deleted and renamed: files, modules, and what uses what. */
export const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(index, text).map(([at, value]) => edited(at, (each) => ({ ...each, text: value }))),
  fc
    .tuple(index, fc.uniqueArray(index, few))
    .map(([at, calls]) => edited(at, (each) => ({ ...each, calls }))),
  fc.tuple(index, fc.array(read, few)).map(([at, reads]) => edited(at, (each) => ({ ...each, reads }))),
  fc
    .tuple(index, fc.constantFrom(...OWN), content)
    .map(([at, name, value]) =>
      edited(at, (each) =>
        name === LOCK && !each.isStack ? each : { ...each, files: { ...each.files, [name]: value } },
      ),
    ),
  fc
    .tuple(index, fc.constantFrom(...OWN))
    .map(([at, name]) => edited(at, (each) => ({ ...each, files: without(each.files, name) }))),
  index.map((at) => edited(at, () => undefined)),
  index.map((at) => edited(at, (each) => ({ ...each, path: `${each.path}-renamed` }))),
  fc.tuple(fc.constantFrom(...SHARED), text).map(([path, value]): Edit => (repository) => ({
    ...repository,
    shared: { ...repository.shared, [path]: String(value) },
  })),
  fc
    .constantFrom(...SHARED)
    .map((path): Edit => (repository) => ({ ...repository, shared: without(repository.shared, path) })),
  fc.constant<Edit>((repository) => repository),
)
