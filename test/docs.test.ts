import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { lexer, walkTokens, type Token, type Tokens } from 'marked'
import { parseAllDocuments } from 'yaml'
import { ROOT } from './lab/action-run.ts'

/** What the documents say is so: links lead somewhere, inputs and messages exist, Korean keeps pace with English. */

const SKIPPED = new Set(['node_modules', 'dist', 'coverage', '.git', '.gitops-pipeline', '.terraform'])
/** English only: not of the guide. */
const REFERENCE = ['architecture.md', 'one-step.md']

function filesBelow(folder: string, ending: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (SKIPPED.has(entry.name)) return []
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return filesBelow(path, ending)
    return entry.isFile() && entry.name.endsWith(ending) ? [path] : []
  })
}

interface Page {
  /** Relative to the root. */
  readonly path: string
  readonly text: string
}

const read = (path: string): Page => ({
  path: relative(ROOT, path),
  text: readFileSync(path, 'utf8').replaceAll('\r\n', '\n'),
})

function tokensOf(text: string): Token[] {
  const found: Token[] = []
  void walkTokens(lexer(text), (token) => void found.push(token))
  return found
}

const isOf =
  <T extends Token>(type: T['type']) =>
  (token: Token): token is T =>
    token.type === type

const headingsOf = (text: string): Tokens.Heading[] => tokensOf(text).filter(isOf<Tokens.Heading>('heading'))
const codesOf = (text: string): Tokens.Code[] => tokensOf(text).filter(isOf<Tokens.Code>('code'))

/** As GitHub makes them: lower case, letters, digits, `-` and `_`, a hyphen for each space, numbers for the second of a name. */
function anchorsOf(text: string): Set<string> {
  const anchors = new Set<string>()
  for (const { tokens } of headingsOf(text)) {
    const words = tokens.map((token) => ('text' in token ? String(token.text) : token.raw)).join('')
    const slug = words
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
      .replaceAll(' ', '-')
    let anchor = slug
    for (let count = 1; anchors.has(anchor); count++) anchor = `${slug}-${count}`
    anchors.add(anchor)
  }
  return anchors
}

/** Targets of links and pictures, those in HTML too. */
function linksOf(text: string): string[] {
  return tokensOf(text).flatMap((token) => {
    if (isOf<Tokens.Link>('link')(token) || isOf<Tokens.Image>('image')(token)) return [token.href]
    if (!isOf<Tokens.HTML>('html')(token)) return []
    return [...token.raw.matchAll(/\b(?:href|src|srcset)="([^"]*)"/g)].map((match) => match[1] ?? '')
  })
}

function brokenLinks({ path, text }: Page): string[] {
  return linksOf(text).filter((link) => {
    if (/^(?:https?:|mailto:)/.test(link)) return false
    const [file = '', anchor] = decodeURI(link).split('#')
    const target = file === '' ? join(ROOT, path) : join(ROOT, dirname(path), file)
    if (relative(ROOT, target).startsWith('..') || !existsSync(target)) return true
    return anchor !== undefined && !anchorsOf(readFileSync(target, 'utf8')).has(anchor)
  })
}

interface Step {
  readonly id?: string
  readonly uses: string
  readonly with?: Readonly<Record<string, unknown>>
  /** Of a job that calls a workflow. */
  readonly secrets?: Readonly<Record<string, unknown>>
}

interface ActionFile {
  readonly inputs?: Readonly<Record<string, unknown>>
  readonly outputs?: Readonly<Record<string, unknown>>
}

/** What YAML in a page asks of our actions and they do not have. */
function unknownToActions({ text }: Page): string[] {
  return codesOf(text).flatMap(({ lang, text: source }) => {
    if (lang !== 'yaml') return []
    const steps: Step[] = []
    for (const document of parseAllDocuments(source)) {
      if (document.errors.length > 0)
        return [`YAML that cannot be read: ${document.errors[0]?.message ?? ''}`]
      JSON.stringify(document.toJS(), (_, value: unknown) => {
        if (typeof value === 'object' && value !== null && 'uses' in value) steps.push(value as Step)
        return value
      })
    }
    return steps.flatMap((step) => missingIn(step, source))
  })
}

/** What a workflow of ours takes from its caller. */
function callOf(path: string): {
  inputs: Record<string, { default?: unknown }>
  secrets: Record<string, unknown>
} {
  const workflow = parseAllDocuments(readFileSync(join(ROOT, path), 'utf8'))[0]?.toJS() as {
    on: { workflow_call: ReturnType<typeof callOf> }
  }
  return workflow.on.workflow_call
}

function missingIn({ id, uses, with: given = {}, secrets = {} }: Step, source: string): string[] {
  const found = /^OWNER\/gitops-pipeline(?:\/([^@]+))?@v\d+$/.exec(uses)
  if (found === null) return uses.includes('gitops-pipeline') ? [uses] : []
  if (found[1]?.startsWith('.github/workflows/') === true) {
    if (!existsSync(join(ROOT, found[1]))) return [uses]
    const call = callOf(found[1])
    return [
      ...Object.keys(given).filter((name) => !Object.hasOwn(call.inputs, name)),
      ...Object.keys(secrets).filter((name) => !Object.hasOwn(call.secrets, name)),
    ]
  }
  const file = join(ROOT, found[1] ?? '', 'action.yml')
  if (!existsSync(file)) return [uses]
  const action = parseAllDocuments(readFileSync(file, 'utf8'))[0]?.toJS() as ActionFile
  const asked =
    id === undefined ? [] : [...source.matchAll(new RegExp(`steps\\.${id}\\.outputs\\.([\\w-]+)`, 'g'))]
  return [
    ...Object.keys(given).filter((name) => !Object.hasOwn(action.inputs ?? {}, name)),
    ...asked.map((match) => match[1] ?? '').filter((name) => !Object.hasOwn(action.outputs ?? {}, name)),
  ]
}

/** Places of somebody's machine, and hosts that packages come from: no reader has or needs them. */
function machineWords({ text }: Page): string[] {
  const patterns = [
    /(?<![\w.<>*-])\/(?:work|root|tmp|home|Users)\/[^\s`"')]*/g,
    // Hosts of package registries; Terraform's is a subject of ours.
    /\b(?:registry|files|proxy|sum)\.(?!terraform|opentofu|lantern)[a-z]+\.(?:org|com)\b/g,
    /\b(?:localhost|127\.0\.0\.1):\d+/g,
  ]
  return patterns.flatMap((pattern) => text.match(pattern) ?? [])
}

/** Messages that a page of troubleshooting quotes: the code in the first column of its tables of messages. */
function quotedMessages({ text }: Page): string[] {
  const tables = tokensOf(text).filter(isOf<Tokens.Table>('table'))
  return tables
    .filter(({ header }) => ['Message', '메시지'].includes(header[0]?.text ?? ''))
    .flatMap(({ rows }) => rows.flatMap((row) => row[0]?.tokens ?? []))
    .filter(isOf<Tokens.Codespan>('codespan'))
    .map((token) => token.text)
}

/** Messages that the code puts together from parts, or knows by a pattern. */
const COMPOSED: Readonly<Record<string, readonly string[]>> = {
  'plan-file does not exist': ['plan-file ${why}', "'does not exist'"],
  'plan-file is empty': ['plan-file ${seems}', "'is empty'"],
  'Error acquiring the state lock': ['Error (acquiring|locking) the state( lock)?'],
  'TERRAFORM CRASH': ['(TERRAFORM|OPENTOFU) CRASH'],
  'Unsupported Terraform Core version': ['Unsupported (Terraform Core|OpenTofu Core) version'],
  'the working directory does not exist': ['the working directory ${why}', "'does not exist'"],
}

const bare = (text: string): string => text.replace(/[\\`]/g, '')

/** True when one source file has the words of the message near each other; `…` stands for what differs. */
function isSaid(message: string, sources: readonly string[]): boolean {
  const parts = COMPOSED[message]
  if (parts !== undefined) return sources.some((source) => parts.every((part) => source.includes(bare(part))))
  const words = message
    .split('…')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const pattern = new RegExp(words.join('[\\s\\S]{0,160}?'))
  return words.length > 0 && sources.some((source) => pattern.test(source))
}

/** Comments as the action writes them are no documents. */
const isWritten = ({ path }: Page): boolean => !path.startsWith('test/fixtures/comments/')

const pages = filesBelow(ROOT, '.md').map(read).filter(isWritten)
const guide = readdirSync(join(ROOT, 'docs')).filter(
  (name) => name.endsWith('.md') && !REFERENCE.includes(name),
)

test('there are pages to look at', () => {
  expect(pages.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['README.md', 'CONTRIBUTING.md', 'docs/README.md', 'docs/decisions/README.md']),
  )
})

describe.each(pages.map((page) => [page.path, page] as const))('%s', (_, page) => {
  test('every link within the repository leads to a file and a heading', () => {
    expect(brokenLinks(page)).toEqual([])
  })

  test('its YAML uses inputs and outputs that the actions have', () => {
    expect(unknownToActions(page)).toEqual([])
  })

  test('names no place of a machine', () => {
    expect(machineWords(page)).toEqual([])
  })
})

describe.each([
  ['docs/pull-request-and-merge.md', 'Input'],
  ['docs/ko/pull-request-and-merge.md', '입력'],
])('%s lists the inputs of the workflows', (page, title) => {
  const tables = tokensOf(read(join(ROOT, page)).text)
    .filter(isOf<Tokens.Table>('table'))
    .filter(({ header }) => header[0]?.text === title)

  test.each([
    ['pull-request.yml', 0],
    ['merge.yml', 1],
  ])('%s', (name, at) => {
    const rows = (tables[at]?.rows ?? []).flatMap(([first, , last]) =>
      [...(first?.text ?? '').matchAll(/`([^`]+)`/g)].map(([, input]) => [
        input,
        last?.text.replaceAll('`', '') ?? '',
      ]),
    )
    const inputs = Object.entries(callOf(`.github/workflows/${name}`).inputs)
    expect(Object.fromEntries(rows)).toEqual(
      Object.fromEntries(inputs.map(([input, field]) => [input, String(field.default)])),
    )
  })
})

describe('Korean', () => {
  test('has every page of the guide, and no other', () => {
    expect(readdirSync(join(ROOT, 'docs/ko')).sort()).toEqual([...guide].sort())
  })

  test.each(guide)('%s has the same headings, tables and examples, and each links to the other', (name) => {
    const english = read(join(ROOT, 'docs', name)).text
    const korean = read(join(ROOT, 'docs/ko', name)).text
    expect(headingsOf(korean).map(({ depth }) => depth)).toEqual(
      headingsOf(english).map(({ depth }) => depth),
    )
    const rows = (text: string): number[] =>
      tokensOf(text)
        .filter(isOf<Tokens.Table>('table'))
        .map((table) => table.rows.length)
    expect(rows(korean)).toEqual(rows(english))
    // Comments are translated, all else is the same.
    const code = (text: string): string[] => codesOf(text).map((block) => block.text.replace(/ # .*/g, ''))
    expect(code(korean)).toEqual(code(english))
    expect(linksOf(english)).toContain(`ko/${name}`)
    expect(linksOf(korean)).toContain(`../${name}`)
  })
})

describe('troubleshooting', () => {
  const sources = [...filesBelow(join(ROOT, 'src'), '.ts'), join(ROOT, 'scripts/bootstrap.mjs')].map((path) =>
    bare(readFileSync(path, 'utf8')),
  )
  const english = read(join(ROOT, 'docs/troubleshooting.md'))

  test('quotes messages that the code can say', () => {
    const messages = quotedMessages(english)
    expect(messages.length).toBeGreaterThan(50)
    expect(messages.filter((message) => !isSaid(bare(message), sources))).toEqual([])
  })

  test('quotes the same ones in Korean', () => {
    expect(quotedMessages(read(join(ROOT, 'docs/ko/troubleshooting.md')))).toEqual(quotedMessages(english))
  })

  test('a message that nobody says is found out', () => {
    expect(isSaid('the flux capacitor … is empty', sources)).toBe(false)
    expect(isSaid('no stack is called …', sources)).toBe(true)
  })

  test('every cause has its heading', () => {
    const union = /type CauseClass =\s*([^\n]+)/.exec(
      readFileSync(join(ROOT, 'src/core/errors.ts'), 'utf8'),
    )?.[1]
    const causes = [...(union ?? '').matchAll(/'(\w+)'/g)].map((match) => match[1] ?? '')
    expect(causes.length).toBeGreaterThan(5)
    const headings = headingsOf(english.text).map(({ text }) => text)
    expect(causes.filter((cause) => !headings.includes(`\`${cause}\``))).toEqual([])
  })
})

describe('a fault that is planted is found', () => {
  const page = (text: string): Page => ({ path: 'docs/planted.md', text })

  test('links', () => {
    const links = ['nowhere.md', 'README.md#nowhere', '../../outside.md', '#not-here', 'README.md', '#here-1']
    const text = `# Here\n\n# Here\n\n${links.map((link) => `[x](${link})`).join('\n')}\n\n<img src="images/no.png">\n`
    const broken = brokenLinks({ path: 'docs/README.md', text })
    // Its own anchors are those of the file on disk, which has neither.
    expect(broken).toEqual([...links.slice(0, 4), '#here-1', 'images/no.png'])
    expect([...anchorsOf(text)]).toEqual(['here', 'here-1'])
    expect([...anchorsOf('## `a-b` и *c* (d)\n\n## 스택 고르기\n')]).toEqual(['a-b-и-c-d', '스택-고르기'])
    expect(brokenLinks(page('```\n[x](nowhere.md)\n```\n'))).toEqual([])
  })

  test('inputs and outputs', () => {
    const yaml = (lines: string): Page => page(`\`\`\`yaml\n${lines}\n\`\`\`\n`)
    const uses = 'OWNER/gitops-pipeline/actions/terraform-plan-comment@v1'
    expect(unknownToActions(yaml(`- uses: ${uses}\n  with: { stacks: a, stack: a }`))).toEqual(['stacks'])
    const step = `- id: p\n  uses: ${uses}\n- run: echo \${{ steps.p.outputs.plan }} \${{ steps.p.outputs.changed }}`
    expect(unknownToActions(yaml(step))).toEqual(['plan'])
    expect(unknownToActions(yaml('- uses: OWNER/gitops-pipeline/actions/helm-lint@v1'))).toHaveLength(1)
    expect(unknownToActions(yaml('- uses: [a'))).toHaveLength(1)
    const call = 'uses: OWNER/gitops-pipeline/.github/workflows/merge.yml@v1'
    expect(unknownToActions(yaml(`${call}\nwith: { modus: x, mode: y }\nsecrets: { PASS: x }`))).toEqual([
      'modus',
      'PASS',
    ])
    expect(unknownToActions(yaml(call.replace('merge', 'merges')))).toHaveLength(1)
  })

  test('places of a machine', () => {
    const registry = ['registry', 'npmjs', 'org'].join('.')
    const text = `see /home/me/x, \`/tmp/y\`, ${registry} and http://localhost:4873/z; not docs/home/x or <a>/b`
    expect(machineWords(page(text))).toEqual(['/home/me/x,', '/tmp/y', registry, 'localhost:4873'])
  })
})
