import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'

/** What came in and what is about to go out, as JSON data. */
export interface Exchange {
  readonly query: Readonly<Record<string, string>>
  readonly body: unknown
  readonly status: number
  readonly response: unknown
}

export interface Operation {
  /** GitHub's own name: `issues/create-comment`. */
  readonly id: string
  /** Path parameters, decoded. */
  readonly params: Readonly<Record<string, string>>
  /** Everything in which the exchange departs from GitHub's description. */
  check(exchange: Exchange): readonly string[]
}

export interface Contract {
  find(method: string, path: string): Operation | undefined
  /** A copy of one of the description's response examples. */
  example(name: string): unknown
}

type Json = Record<string, unknown>
interface Parameter {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly schema: Json
}
interface OperationObject {
  readonly operationId: string
  readonly parameters?: readonly Json[]
  readonly requestBody?: Json
  readonly responses: Record<string, Json>
}
interface Description {
  readonly paths: Record<string, Record<string, OperationObject>>
  readonly components: Record<string, Record<string, unknown>>
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null
const escaped = (text: string): string => text.replace(/[.*+?^$()|[\]\\]/g, '\\$&')

/** All is text in a query. */
function fromQuery(text: string, type: unknown): unknown {
  if (type === 'integer' || type === 'number') return Number(text)
  return type === 'boolean' && /^(true|false)$/.test(text) ? text === 'true' : text
}

/** OpenAPI 3.0 says `nullable`, JSON Schema says `type: [..., 'null']`; references move to the schema called gh. */
function toJsonSchema(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(toJsonSchema)
  if (!isObject(node)) return node
  const { nullable, $ref, ...rest } = node
  const schema: Json = Object.fromEntries(
    Object.entries(rest).map(([key, value]) => [key, key === 'enum' ? value : toJsonSchema(value)]),
  )
  if (typeof $ref === 'string') schema.$ref = $ref.startsWith('#/') ? `gh${$ref}` : $ref
  // A property may be called `nullable`: then its value is a schema, not a boolean.
  if (isObject(nullable)) schema.nullable = toJsonSchema(nullable)
  return nullable === true ? { anyOf: [{ type: 'null' }, schema] } : schema
}

/** The part of GitHub's OpenAPI description in contract.json (made by scripts/trim-github-contract.mjs). */
export function loadContract(file = join(import.meta.dirname, 'contract.json')): Contract {
  const description = JSON.parse(readFileSync(file, 'utf8')) as Description
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false })
  addFormats(ajv)
  ajv.addFormat('timestamp', true)
  ajv.addSchema({ $id: 'gh', components: toJsonSchema({ schemas: description.components.schemas }) })

  const compiled = new Map<string, ValidateFunction>()
  function faults(schema: unknown, value: unknown, where: string): string[] {
    const key = JSON.stringify(schema)
    let validate = compiled.get(key)
    if (validate === undefined) {
      validate = ajv.compile(toJsonSchema(schema) as Json)
      compiled.set(key, validate)
    }
    if (validate(value)) return []
    return (validate.errors ?? []).map(
      (error) => `${where}${error.instancePath} ${error.message ?? error.keyword}`,
    )
  }

  function resolved(node: unknown): Json {
    if (!isObject(node)) return {}
    if (typeof node.$ref !== 'string') return node
    const [, , kind = '', name = ''] = node.$ref.split('/')
    return resolved(description.components[kind]?.[name])
  }
  const jsonSchema = (node: unknown): unknown => {
    const content = resolved(node).content
    const json = isObject(content) ? content['application/json'] : undefined
    return isObject(json) ? json.schema : undefined
  }

  function checkQuery(operation: OperationObject, query: Exchange['query']): string[] {
    const declared = (operation.parameters ?? [])
      .map((parameter) => resolved(parameter) as unknown as Parameter)
      .filter((parameter) => parameter.in === 'query')
    const unknown = Object.keys(query).filter((key) => !declared.some(({ name }) => name === key))
    return [
      ...unknown.map((key) => `query.${key} is not documented`),
      ...declared.flatMap(({ name, required, schema }) => {
        const text = query[name]
        if (text === undefined) return required === true ? [`query.${name} is required`] : []
        return faults(schema, fromQuery(text, schema.type), `query.${name}`)
      }),
    ]
  }

  function checkBody(operation: OperationObject, body: unknown): string[] {
    const schema = jsonSchema(operation.requestBody)
    if (schema === undefined) return body === undefined ? [] : ['request has a body, none is documented']
    if (body === undefined)
      return resolved(operation.requestBody).required === true ? ['request is empty'] : []
    const properties = resolved(schema).properties
    const undocumented =
      isObject(body) && isObject(properties) ? Object.keys(body).filter((key) => !(key in properties)) : []
    return [
      ...faults(schema, body, 'request'),
      ...undocumented.map((key) => `request.${key} is not documented`),
    ]
  }

  function checkResponse(operation: OperationObject, status: number, response: unknown): string[] {
    const documented = operation.responses[String(status)]
    // GitHub leaves most error answers out of its description: those are not held against anybody.
    if (documented === undefined) return status < 400 ? [`status ${status} is not documented`] : []
    const schema = jsonSchema(documented)
    if (schema === undefined) return []
    return response === undefined ? ['response is empty'] : faults(schema, response, 'response')
  }

  const operations = Object.entries(description.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => {
      const names = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => name)
      // A path and a ref may hold slashes; without a path it is the root folder, and the slash before it is left out.
      const pattern = new RegExp(
        `^${escaped(path)
          .replace('/{path}', '(?:/(.*))?')
          .replace('{ref}', '(.+)')
          .replace(/\{[^}]+\}/g, '([^/]+)')}$`,
      )
      return { method: method.toUpperCase(), path, names, pattern, operation }
    }),
  )
  // Fixed words before parameters: /issues/comments/1 is not a path of issue number "comments".
  operations.sort((a, b) => a.names.length - b.names.length)

  return {
    find(method, path) {
      for (const { names, pattern, operation, ...candidate } of operations) {
        const match = candidate.method === method ? pattern.exec(path) : null
        if (match === null) continue
        return {
          id: operation.operationId,
          params: Object.fromEntries(
            names.map((name, at) => [name, decodeURIComponent(match[at + 1] ?? '')]),
          ),
          check: ({ query, body, status, response }) =>
            [
              // A request that was refused as invalid has been judged already.
              ...(status === 400 || status === 422
                ? []
                : [...checkQuery(operation, query), ...checkBody(operation, body)]),
              ...checkResponse(operation, status, response),
            ].map((fault) => `${operation.operationId}: ${fault}`),
        }
      }
      return undefined
    },
    example(name) {
      const example = description.components.examples?.[name]
      if (!isObject(example)) throw new Error(`the contract has no example called ${name}`)
      return structuredClone(example.value)
    },
  }
}
