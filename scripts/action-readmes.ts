// Writes the tables of inputs and outputs into the READMEs, from action.yml; with --check only compares.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

interface Field {
  readonly description?: string
  readonly default?: string
  readonly required?: boolean
}
interface ActionFile {
  readonly inputs?: Readonly<Record<string, Field>>
  readonly outputs?: Readonly<Record<string, Field>>
}

const root = join(import.meta.dirname, '..')
const check = process.argv.includes('--check')

/** Every action.yml and the README that describes it. */
const pairs = [
  { action: 'action.yml', readme: 'docs/one-step.md' },
  ...readdirSync(join(root, 'actions')).map((name) => ({
    action: `actions/${name}/action.yml`,
    readme: `actions/${name}/README.md`,
  })),
]

const stale = pairs.filter(({ action, readme }) => {
  const spec = parse(readFileSync(join(root, action), 'utf8')) as ActionFile
  const before = readFileSync(join(root, readme), 'utf8')
  const after = fill(
    fill(before, 'inputs', inputsTable(spec, action), readme),
    'outputs',
    outputsTable(spec, action),
    readme,
  )
  if (after === before) return false
  if (!check) writeFileSync(join(root, readme), after)
  return true
})
if (check && stale.length > 0) {
  console.error(
    `these tables are not what action.yml says: ${stale.map(({ readme }) => readme).join(', ')}. Run: npm run readme`,
  )
  process.exit(1)
}
console.log(
  check ? `the tables of ${pairs.length} actions equal their action.yml` : `${stale.length} files written`,
)

function inputsTable({ inputs = {} }: ActionFile, where: string): string {
  const rows = Object.entries(inputs).map(([name, field]) => [
    `\`${name}\``,
    described(field, name, where),
    field.default === undefined || field.default === '' ? '' : `\`${field.default}\``,
  ])
  return table(['Input', 'What it is', 'Default'], rows)
}

function outputsTable({ outputs = {} }: ActionFile, where: string): string {
  return table(
    ['Output', 'What it is'],
    Object.entries(outputs).map(([name, field]) => [`\`${name}\``, described(field, name, where)]),
  )
}

function described(field: Field, name: string, where: string): string {
  if (field.description === undefined) throw new Error(`${where}: ${name} has no description`)
  return field.description.trim().replaceAll('|', '\\|').replace(/\s+/g, ' ')
}

function table(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(titles), line(titles.map(() => '---')), ...rows.map(line)].join('\n')
}

function fill(text: string, name: string, content: string, where: string): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
  const [from, to] = [text.indexOf(open), text.indexOf(close)]
  if (from < 0 || to < from) throw new Error(`${where} has no ${open} … ${close}`)
  return `${text.slice(0, from + open.length)}\n\n${content}\n\n${text.slice(to)}`
}
