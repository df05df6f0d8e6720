import { FORMATS, type FormatName } from './formats.ts'
import { STRUCTURE, type Field, type ObjectShape, type Shape } from './structure.ts'

/** `OWNER` is the account that holds this project, as everywhere in the documents. */
export const SCHEMA_URL =
  'https://raw.githubusercontent.com/OWNER/gitops-pipeline/v1/schemas/gitops.schema.json'

type Json = Readonly<Record<string, unknown>>

/**
 * The JSON Schema of the configuration. Draft 7: every editor reads it, and nothing newer is needed.
 * It says all that a schema can; the reader knows more (names that are there twice, circles, patterns that compile).
 */
export function configSchema(): Json {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: SCHEMA_URL,
    title: 'gitops-pipeline configuration (.github/gitops.yml)',
    ...schemaOf(STRUCTURE),
  }
}

function schemaOf(shape: Shape): Json {
  switch (shape.kind) {
    case 'text':
      return textSchema(shape.format)
    case 'choice':
      return { enum: shape.values }
    case 'constant':
      return { const: shape.value }
    case 'list':
      return {
        type: 'array',
        items: schemaOf(shape.of),
        ...(shape.unique === true ? { uniqueItems: true } : {}),
      }
    case 'one-or-list':
      return { oneOf: [schemaOf(shape.of), { type: 'array', items: schemaOf(shape.of) }] }
    case 'object':
      return objectSchema(shape)
    case 'map':
      return {
        type: 'object',
        propertyNames: { ...textSchema(shape.keys), not: { const: '__proto__' } },
        additionalProperties: schemaOf(shape.of),
      }
    case 'off-or':
      return { oneOf: [{ const: false }, objectSchema(shape.of)] }
    case 'open':
      return { type: 'object' }
  }
}

function textSchema(name: FormatName): Json {
  const { pattern, maxLength, rule } = FORMATS[name]
  // Not of the standard: what editors that know it say instead of the pattern.
  return { type: 'string', pattern, maxLength, patternErrorMessage: `must be ${rule}` }
}

function objectSchema({ fields }: ObjectShape): Json {
  const entries = Object.entries(fields)
  const required = entries.filter(([, { required: must }]) => must === true).map(([name]) => name)
  return {
    type: 'object',
    additionalProperties: false,
    ...(required.length === 0 ? {} : { required }),
    properties: Object.fromEntries(entries.map(([name, value]) => [name, fieldSchema(value)])),
  }
}

const fieldSchema = ({ about, examples, shape }: Field): Json => ({
  description: about,
  ...(examples === undefined ? {} : { examples }),
  ...schemaOf(shape),
})
