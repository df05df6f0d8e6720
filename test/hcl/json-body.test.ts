import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { scanJson } from '../../src/hcl/json-body.ts'
import { scanHcl, type HclBody } from '../../src/hcl/scan.ts'
import { stringsIn } from './found-strings.ts'

/** Without lines, which differ by nature. */
const shape = ({ attributes, blocks, clean }: HclBody): unknown => ({
  attributes: attributes.map(({ name, expression }) => [name, expression]),
  blocks: blocks.map(({ type, labels, body }) => [type, labels, shape(body)]),
  clean,
})

describe('scanJson', () => {
  test('says the same as HCL', () => {
    const json = {
      '//': 'a comment',
      terraform: [
        { required_version: '>= 1.5', backend: { s3: { bucket: 'b', '//': 'no setting' } } },
        { cloud: { organization: 'o', workspaces: { name: 'w' } } },
      ],
      module: { a: { source: './a', count: 2, on: true, none: null }, b: [{ source: './b' }] },
      locals: { base: '${path.module}/x', list: ['a', { 'b ${c}': 'd' }] },
      resource: {
        aws_x: {
          y: {
            tags: { a: 'b' },
            lifecycle: { ignore_changes: ['tags'] },
            provisioner: [{ 'local-exec': { command: 'c' } }],
          },
        },
      },
      data: { terraform_remote_state: { net: { backend: 's3', config: { key: 'k' } } } },
    }
    const hcl = `
      terraform {
        required_version = ">= 1.5"
        backend "s3" {
          bucket = "b"
        }
      }
      terraform {
        cloud {
          organization = "o"
          workspaces {
            name = "w"
          }
        }
      }
      module "a" {
        source = "./a"
        count  = 2
        on     = true
        none   = null
      }
      module "b" {
        source = "./b"
      }
      locals {
        base = "\${path.module}/x"
        list = ["a", {"b \${c}" = "d"}]
      }
      resource "aws_x" "y" {
        tags = {"a" = "b"}
        lifecycle {
          ignore_changes = ["tags"]
        }
        provisioner "local-exec" {
          command = "c"
        }
      }
      data "terraform_remote_state" "net" {
        backend = "s3"
        config = {"key" = "k"}
      }`
    expect(shape(scanJson(JSON.stringify(json)))).toEqual(shape(scanHcl(hcl)))
  })

  test('a name that stands twice is two blocks, as HCL has it: JSON.parse would lose the first', () => {
    const body = scanJson('{"module": {"a": {"source": "./a"}},\n "module": {"a": {"source": "./b"}}}')
    expect(
      body.blocks.map(({ type, labels, line, body: { attributes } }) => [
        type,
        labels,
        line,
        attributes[0]?.expression,
      ]),
    ).toEqual([
      ['module', ['a'], 1, '"./a"'],
      ['module', ['a'], 2, '"./b"'],
    ])
  })

  test('lines of blocks and attributes', () => {
    const [block] = scanJson('{\n "module": {\n  "a": {\n   "source": "./a"\n}}}').blocks
    expect([block?.line, block?.body.attributes[0]?.line]).toEqual([3, 4])
  })

  test('a backslash means nothing in a JSON template, what stands in braces stays', () => {
    const text = 'a"b\\n ${f("x\\n")}\t$${no} %%{no}'
    const [attribute] = scanJson(JSON.stringify({ locals: { a: text } })).blocks[0]?.body.attributes ?? []
    expect(stringsIn(attribute?.expression ?? '').map(({ parts }) => parts)).toEqual([
      [{ text: 'a"b\\n ' }, { expression: 'f("x\\n")' }, { text: '\t${no} %{no}' }],
      [{ text: 'x\n' }],
    ])
  })

  test('the default of a variable is no template', () => {
    const [block] = scanJson('{"variable": {"a": {"default": "${x} $${y}"}}}').blocks
    expect(stringsIn(block?.body.attributes[0]?.expression ?? '')[0]?.parts).toEqual([{ text: '${x} $${y}' }])
  })

  test('a byte order mark, a list of bodies, an empty text', () => {
    expect(scanJson('\uFEFF{"locals": {}}').blocks.length).toBe(1)
    expect(scanJson('[{"locals": {}}, {"locals": {}}]')).toMatchObject({ clean: true, blocks: [{}, {}] })
    expect(scanJson('').clean).toBe(false)
  })

  test.each([
    '{"a": 1,}',
    '{"a" 1}',
    "{'a': 1}",
    '{"a": 01}',
    '{"a": "b\nc"}',
    '{}}',
    '[1',
    '"a',
    '{"module": {"a": "./a"}}',
    '{"module": 5}',
    '1',
    '['.repeat(9_000),
  ])('broken or no body: %j is not clean', (text) => {
    expect(scanJson(text).clean).toBe(false)
  })

  test('any JSON value, and any text, is read without a throw; any string comes back whole', () => {
    fc.assert(fc.property(fc.json(), (text) => void scanJson(text)))
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void scanJson(text)))
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }).filter((text) => !/[$%]\{/.test(text) && text !== ''),
        (text) => {
          const [block] = scanJson(JSON.stringify({ locals: { a: { k: [text] } } })).blocks
          const found = stringsIn(block?.body.attributes[0]?.expression ?? '')
          expect(found.map(({ parts, key }) => [parts, key])).toEqual([
            [[{ text: 'k' }], undefined],
            [[{ text }], 'k'],
          ])
        },
      ),
    )
  })
})
