import { parseJson, type JsonItem, type JsonNode } from './json-parse.ts'
import { isTemplate, skipBrackets } from './skip.ts'
import type { HclAttribute, HclBlock, HclBody } from './scan.ts'
import { escaped, quoted } from './template-text.ts'

/** What of an object is a block, with how many labels, and how the blocks inside of it are to be read. */
interface Schema {
  readonly [type: string]: { readonly labels: number; readonly inner?: Schema }
}

const CONDITIONS: Schema = { precondition: { labels: 0 }, postcondition: { labels: 0 } }
const RESOURCE: Schema = {
  lifecycle: { labels: 0, inner: CONDITIONS },
  connection: { labels: 0 },
  provisioner: { labels: 1, inner: { connection: { labels: 0 } } },
}

/**
 * Blocks that the language itself knows. What a provider knows (`dynamic` too) stays an attribute with an object as
 * its value: without the provider's schema the two cannot be told apart, and the strings inside are the same.
 * Sources: https://developer.hashicorp.com/terraform/language/syntax/json, opentofu internal/configs/parser_config.go.
 */
const FILE: Schema = {
  terraform: {
    labels: 0,
    inner: {
      backend: { labels: 1 },
      cloud: { labels: 0, inner: { workspaces: { labels: 0 } } },
      required_providers: { labels: 0 },
      provider_meta: { labels: 1 },
      encryption: { labels: 0 },
    },
  },
  language: { labels: 0, inner: { compatible_with: { labels: 0 } } },
  provider: { labels: 1 },
  variable: { labels: 1, inner: { validation: { labels: 0 } } },
  locals: { labels: 0 },
  output: { labels: 1, inner: CONDITIONS },
  module: { labels: 1 },
  resource: { labels: 2, inner: RESOURCE },
  data: { labels: 2, inner: RESOURCE },
  ephemeral: { labels: 2, inner: RESOURCE },
  action: { labels: 2 },
  check: { labels: 1, inner: { data: { labels: 2, inner: RESOURCE }, assert: { labels: 0 } } },
  moved: { labels: 0 },
  import: { labels: 0 },
  removed: { labels: 0, inner: RESOURCE },
}

/**
 * Reads a `.tf.json` or `.tofu.json` file as the same structure as `scanHcl` reads from HCL: expressions are HCL
 * source of the same meaning. Broken JSON is an empty body that is not clean. Throws on nothing.
 */
export function scanJson(text: string): HclBody {
  const root = parseJson(text)
  if (root === undefined) return { attributes: [], blocks: [], clean: false }
  const body = bodyOf([root], FILE, lineFinder(text))
  return body
}

/** Reads a file of values, such as `.tfvars.json`: every string is literal text. As `scanJson` else. */
export function scanJsonValues(text: string): HclBody {
  const root = parseJson(text)
  if (root === undefined) return { attributes: [], blocks: [], clean: false }
  return bodyOf([root], VALUES, lineFinder(text))
}

/** Several objects may make one body. A property named `//` is a comment. */
function bodyOf(nodes: readonly JsonNode[], schema: Schema, lineOf: (at: number) => number): HclBody {
  const attributes: HclAttribute[] = []
  const blocks: HclBlock[] = []
  let clean = true
  for (const node of nodes.flatMap((each) => (each.kind === 'list' ? each.items : [each]))) {
    if (node.kind !== 'object') {
      clean = false
      continue
    }
    for (const { name, at, value } of node.items) {
      const block = Object.hasOwn(schema, name) ? schema[name] : undefined
      if (name === '//') continue
      if (block === undefined) {
        attributes.push({
          name,
          expression: sourceOf(value, schema === FILE_VARIABLE || schema === VALUES),
          line: lineOf(at),
        })
        continue
      }
      for (const found of labelled(value, block.labels, at)) {
        const inner = bodyOf([found.node], innerOf(schema, name, block.inner), lineOf)
        clean &&= inner.clean && found.labels.length === block.labels
        blocks.push({ type: name, labels: found.labels, line: lineOf(found.at), body: inner })
      }
    }
  }
  return { attributes, blocks, clean }
}

const NONE: Schema = {}
/** Stands for a file of values. */
const VALUES: Schema = {}
/** Stands for the body of a variable: its values are literals in which `${` has no meaning. */
const FILE_VARIABLE: Schema = FILE['variable']?.inner ?? NONE

function innerOf(schema: Schema, name: string, inner: Schema | undefined): Schema {
  return schema === FILE && name === 'variable' ? FILE_VARIABLE : (inner ?? NONE)
}

interface Labelled {
  readonly labels: readonly string[]
  readonly node: JsonNode
  readonly at: number
}

/** The bodies below so many levels of labels; on each level an object or a list of objects. `null` is no block. */
function labelled(node: JsonNode, levels: number, at: number): readonly Labelled[] {
  let found: readonly Labelled[] = [{ labels: [], node, at }]
  for (let level = 0; level < levels; level += 1) {
    found = found.flatMap((each) => bodies(each.node).flatMap((body) => byName(each, body)))
  }
  return found.flatMap((each) => bodies(each.node).map((body) => ({ ...each, node: body })))
}

const bodies = (node: JsonNode): readonly JsonNode[] =>
  node.kind === 'list' ? node.items : node.kind === 'word' && node.source === 'null' ? [] : [node]

function byName(outer: Labelled, body: JsonNode): readonly Labelled[] {
  // Neither an object: one that is not clean, with what is missing.
  if (body.kind !== 'object') return [{ ...outer, node: body }]
  return body.items
    .filter(({ name }) => name !== '//')
    .map(({ name, at, value }) => ({ labels: [...outer.labels, name], node: value, at }))
}

/** HCL source of the same meaning: a string is a template, a property name too. */
function sourceOf(node: JsonNode, literal: boolean): string {
  switch (node.kind) {
    case 'string':
      return literal ? quoted(node.value) : template(node.value)
    case 'word':
      return node.source
    case 'list':
      return `[${node.items.map((item) => sourceOf(item, literal)).join(', ')}]`
    case 'object':
      return `{${node.items.map((item) => itemSource(item, literal)).join(', ')}}`
  }
}

const itemSource = ({ name, value }: JsonItem, literal: boolean): string =>
  `${literal ? quoted(name) : template(name)} = ${sourceOf(value, literal)}`

/**
 * A template in a JSON string knows no backslash escapes, one in HCL's quotes does: literal text gets them, what
 * stands in `${…}` stays as it is.
 */
function template(text: string): string {
  let source = ''
  let from = 0
  for (let at = 0; at < text.length;) {
    if (!isTemplate(text, at)) {
      at += 1
      continue
    }
    const end = skipBrackets(text, at + 1)
    source += escaped(text.slice(from, at)) + text.slice(at, end)
    at = from = end
  }
  return `"${source}${escaped(text.slice(from))}"`
}

/** Line numbers from 1, for positions in any order. */
function lineFinder(text: string): (at: number) => number {
  const ends: number[] = []
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) ends.push(at)
  return (at) => {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle] ?? 0) < at) low = middle + 1
      else high = middle
    }
    return low + 1
  }
}
