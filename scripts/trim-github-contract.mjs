// Cuts GitHub's OpenAPI description down to the operations our lab answers (test/lab/github).
//
//   npm pack @octokit/openapi@23.0.2 && tar xzf octokit-openapi-23.0.2.tgz
//   node scripts/trim-github-contract.mjs package/generated/api.github.com.json [out.json]
//
// Schemas are kept whole, so that answers are checked as strictly as GitHub describes them; prose is dropped.
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

export const OPERATIONS = [
  'actions/download-artifact',
  'actions/get-reviews-for-run',
  'actions/get-workflow-run',
  'actions/list-artifacts-for-repo',
  'actions/list-jobs-for-workflow-run',
  'actions/list-jobs-for-workflow-run-attempt',
  'actions/list-workflow-run-artifacts',
  'actions/list-workflow-runs',
  'actions/list-workflow-runs-for-repo',
  'git/get-ref',
  'issues/create-comment',
  'issues/delete-comment',
  'issues/get-comment',
  'issues/list-comments',
  'issues/list-events',
  'issues/update-comment',
  'pulls/get',
  'pulls/list',
  'rate-limit/get',
  'repos/compare-commits',
  'repos/get',
  'repos/get-content',
  'repos/get-environment',
  'repos/list-pull-requests-associated-with-commit',
  'users/get-authenticated',
]
/** Examples that no kept operation refers to, but from which the lab builds its answers. */
const EXAMPLES = ['simple-user']
/**
 * Where the description is narrower than GitHub: the head of a pull request from a deleted fork has no repository,
 * and neither has a run of a workflow there.
 */
const NULLABLE = [
  ['pull-request', 'head', 'repo'],
  ['pull-request-simple', 'head', 'repo'],
  ['workflow-run', 'head_repository'],
]
const METHODS = new Set(['get', 'put', 'post', 'patch', 'delete'])

const [source, target = join(import.meta.dirname, '../test/lab/github/contract.json')] = process.argv.slice(2)
if (source === undefined) {
  console.error('usage: node scripts/trim-github-contract.mjs <api.github.com.json> [out.json]')
  process.exit(1)
}
const full = JSON.parse(readFileSync(source, 'utf8'))
const licence = readFileSync(join(dirname(source), '../LICENSE'), 'utf8').trim()

for (const [schema, ...path] of NULLABLE) {
  const property = path.pop()
  const owner = path.reduce((node, name) => node.properties[name], full.components.schemas[schema])
  owner.properties[property] = { nullable: true, allOf: [owner.properties[property]] }
}

const wanted = new Set(OPERATIONS)
const contract = {
  'x-notice': `Part of @octokit/openapi ${full.info.version}, trimmed by scripts/trim-github-contract.mjs.\n\n${licence}`,
  openapi: full.openapi,
  info: { title: full.info.title, version: full.info.version },
  paths: {},
  components: {},
}

const pending = EXAMPLES.map((name) => `#/components/examples/${name}`)
function follow(node) {
  if (typeof node !== 'object' || node === null) return
  if (typeof node.$ref === 'string') pending.push(node.$ref)
  Object.values(node).forEach(follow)
}

for (const [path, item] of Object.entries(full.paths)) {
  for (const [method, operation] of Object.entries(item)) {
    if (!METHODS.has(method) || !wanted.delete(operation.operationId)) continue
    const { operationId, parameters, requestBody, responses } = operation
    const kept = { operationId, parameters, requestBody, responses }
    ;(contract.paths[path] ??= {})[method] = kept
    follow(kept)
  }
}
if (wanted.size > 0) throw new Error(`not in the description: ${[...wanted].join(', ')}`)

const seen = new Set()
for (let reference = pending.pop(); reference !== undefined; reference = pending.pop()) {
  if (seen.has(reference)) continue
  seen.add(reference)
  const [, , kind, name] = reference.split('/')
  const value = full.components[kind][name]
  ;(contract.components[kind] ??= {})[name] = value
  follow(value)
}

/** Drops prose and schema examples; what stands inside response examples stays, for it is data. */
function withoutProse(node) {
  if (Array.isArray(node)) return node.map(withoutProse)
  if (typeof node !== 'object' || node === null) return node
  const entries = Object.entries(node).filter(
    ([key, value]) =>
      !(key === 'description' && typeof value === 'string') && !(key === 'example' && 'type' in node),
  )
  return Object.fromEntries(
    entries.map(([key, value]) => [key, key === 'examples' ? value : withoutProse(value)]),
  )
}

/** Sorted keys: the file does not depend on the order of the walk. */
function sorted(node) {
  if (Array.isArray(node)) return node.map(sorted)
  if (typeof node !== 'object' || node === null) return node
  return Object.fromEntries(
    Object.keys(node)
      .sort()
      .map((key) => [key, sorted(node[key])]),
  )
}

const { 'x-notice': notice, ...rest } = contract
const text = `${JSON.stringify({ 'x-notice': notice, ...sorted(withoutProse(rest)) })}\n`
writeFileSync(target, text)
console.log(
  `${Object.keys(contract.paths).length} paths, ${Object.keys(contract.components.schemas).length} schemas, ${Math.round(text.length / 1000)} kB`,
)
