import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { lexer, type Tokens } from 'marked'
import { SCHEMA_URL } from '../../../src/repository/config/json-schema.ts'
import { readConfig } from '../../../src/repository/config/read-config.ts'
import { STRUCTURE, type ObjectShape, type Shape } from '../../../src/repository/config/structure.ts'
import { ROOT } from '../../lab/action-run.ts'

/** Every key that a reader can write, below environments and stacks too. */
function keysOf(shape: Shape): string[] {
  if (shape.kind === 'list' || shape.kind === 'map' || shape.kind === 'off-or') return keysOf(shape.of)
  if (shape.kind !== 'object') return []
  return fieldsOf(shape)
}
const fieldsOf = ({ fields }: ObjectShape): string[] =>
  Object.entries(fields).flatMap(([name, { shape }]) => [name, ...keysOf(shape)])

describe.each(['docs/configuration.md', 'docs/ko/configuration.md'])('%s', (path) => {
  const tokens = lexer(readFileSync(join(ROOT, path), 'utf8'))
  const rows = tokens
    .filter((token): token is Tokens.Table => token.type === 'table')
    .flatMap((table) => table.rows.map((row) => row.map(({ text }) => text).join(' | ')))

  test('has every key in one of its tables', () => {
    const codes = new Set(
      rows.flatMap((row) => [...row.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '')),
    )
    const last = new Set([...codes].flatMap((code) => code.split('.')))
    expect(keysOf(STRUCTURE).filter((key) => !last.has(key))).toEqual([])
  })

  test('its example is right, and begins with the schema', async () => {
    const example = tokens.find((token): token is Tokens.Code => token.type === 'code')?.text ?? ''
    expect(example.split('\n')[0]).toBe(`# yaml-language-server: $schema=${SCHEMA_URL}`)
    const { config, faults } = await readConfig(example, 'gitops.yml')
    expect(faults).toEqual([])
    expect(config.stacks).toHaveLength(2)
  })
})
