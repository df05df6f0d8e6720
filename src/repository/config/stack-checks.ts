import { quoted } from './check-tree.ts'
import { nearName } from './near-name.ts'
import { cleanPath, variableFileName } from './paths.ts'
import { entriesOf, field, itemsOf, textOf, textsOf, type Tree, type TreeFault } from './tree.ts'

interface Entry {
  readonly tree: Tree
  readonly path: string
  readonly name: string | undefined
  readonly workspaces: readonly string[]
  readonly varFiles: readonly string[]
}

/**
 * What is wrong between the entries of `stacks`, and between them and `environments`. Names that are not configured
 * may still be found in the repository: they are no fault here.
 */
export function stackFaults(root: Tree): TreeFault[] {
  const entries = itemsOf(field(root, 'stacks')).map(entryOf)
  return [
    ...sameNames(entries),
    ...sameStacks(entries),
    ...entries.flatMap(placeholderFaults),
    ...unknownEnvironments(entries, root),
    ...circles(entries),
  ]
}

const entryOf = (tree: Tree): Entry => ({
  tree,
  path: cleanPath(textOf(field(tree, 'path')) ?? ''),
  name: textOf(field(tree, 'name')),
  workspaces: textsOf(field(tree, 'workspaces')),
  varFiles: textsOf(field(tree, 'var-files')).map(cleanPath),
})

function sameNames(entries: readonly Entry[]): TreeFault[] {
  const first = new Map<string, number>()
  return entries.flatMap(({ tree, name }) => {
    const at = field(tree, 'name')?.at
    if (name === undefined || at === undefined) return []
    const before = first.get(name)
    if (before === undefined) {
      first.set(name, at.line)
      return []
    }
    return [{ ...at, message: `another stack is called ${quoted(name)} in line ${before}` }]
  })
}

/** The same folder, workspace and variable files: two names for one state. */
function sameStacks(entries: readonly Entry[]): TreeFault[] {
  const first = new Map<string, number>()
  const numbers = new Map<string, number>()
  return entries.flatMap(({ tree, path, workspaces, varFiles }) => {
    const at = field(tree, 'path')?.at
    if (at === undefined) return []
    // A number for the long part of the key: many workspaces times many files would be a lot of text.
    const kind = JSON.stringify([path, varFiles])
    const number = numbers.get(kind) ?? numbers.size
    numbers.set(kind, number)
    const own = new Set(workspaces.length === 0 ? [''] : workspaces)
    for (const workspace of own) {
      const key = `${number} ${workspace}`
      const before = first.get(key)
      if (before !== undefined) {
        const message = `line ${before} has this stack already: path, workspace and variable files are the same`
        return [{ ...at, message }]
      }
      first.set(key, at.line)
    }
    return []
  })
}

function placeholderFaults({ tree, workspaces }: Entry): TreeFault[] {
  if (workspaces.length > 0) return []
  return itemsOf(field(tree, 'var-files'))
    .filter((item) => textOf(item)?.includes('{workspace}') === true)
    .map(({ at }) => ({ ...at, message: '`{workspace}` needs the names in `workspaces` of this stack' }))
}

function unknownEnvironments(entries: readonly Entry[], root: Tree): TreeFault[] {
  const known = entriesOf(field(root, 'environments')).map(({ key }) => key)
  if (known.length === 0) return []
  const names = new Set(known)
  return entries.flatMap(({ tree }) => {
    const value = field(tree, 'environment')
    const name = textOf(value)
    if (value === undefined || name === undefined || names.has(name)) return []
    const near = nearName(name, known)
    const hint = near === undefined ? '' : `; did you mean \`${near}\`?`
    return [{ ...value.at, message: `\`environments\` has no ${quoted(name)}${hint}` }]
  })
}

/** `depends-on` that leads back to where it started. Each circle is told once, where it closes. */
function circles(entries: readonly Entry[]): TreeFault[] {
  const byName = namesOf(entries)
  const edges = entries.map(({ tree }) =>
    itemsOf(field(tree, 'depends-on')).flatMap((item) => {
      const to = byName.get(textOf(item) ?? '')
      return to === undefined || to === 'several' ? [] : [{ to, at: item.at }]
    }),
  )
  const faults: TreeFault[] = []
  const done = new Set<number>()
  const titles = entries.map(({ name, path }) => name ?? path)
  // A stack of our own: ten thousand entries in a row must not end the process.
  for (let start = 0; start < entries.length; start++) {
    if (done.has(start)) continue
    const way: { entry: number; next: number }[] = [{ entry: start, next: 0 }]
    const onWay = new Set([start])
    for (let top = way.at(-1); top !== undefined; top = way.at(-1)) {
      const edge = edges[top.entry]?.[top.next++]
      if (edge === undefined) {
        done.add(top.entry)
        onWay.delete(top.entry)
        way.pop()
      } else if (onWay.has(edge.to)) {
        const from = way.findIndex(({ entry }) => entry === edge.to)
        const names = [...way.slice(from).map(({ entry }) => entry), edge.to].map(
          (entry) => titles[entry] ?? '',
        )
        faults.push({ ...edge.at, message: circleWords(names) })
      } else if (!done.has(edge.to)) {
        way.push({ entry: edge.to, next: 0 })
        onWay.add(edge.to)
      }
    }
  }
  return faults
}

function circleWords(names: readonly string[]): string {
  if (names.length === 2) return 'a stack cannot depend on itself'
  const shown = names.length > 8 ? [...names.slice(0, 4), '…', ...names.slice(-3)] : names
  return `these stacks wait for each other: ${shown.join(' → ')}`
}

/** What an entry may be called in `depends-on`. A name that fits several entries tells nothing about circles. */
function namesOf(entries: readonly Entry[]): Map<string, number | 'several'> {
  const names = new Map<string, number | 'several'>()
  entries.forEach(({ path, name, workspaces, varFiles }, index) => {
    const base = name ?? path
    const [only, second] = varFiles
    const file = only !== undefined && second === undefined ? [`${path}@${variableFileName(only)}`] : []
    const own = new Set([base, ...workspaces.map((workspace) => `${base}@${workspace}`), ...file])
    for (const each of own) names.set(each, names.has(each) ? 'several' : index)
  })
  return names
}
