import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { literalString, scanHcl } from '../../src/hcl/scan.ts'

describe('scanHcl', () => {
  test('reads blocks, labels and attributes with their lines', () => {
    const body = scanHcl(`
terraform {
  required_version = ">= 1.5" # why
  backend "s3" {
    key = "network/terraform.tfstate"
  }
}

module "net" {
  source = "./modules/net"
  tags   = { a = "}", b = "\${var.x["k"]}" }
}
`)
    expect(body.clean).toBe(true)
    expect(body.blocks.map((b) => [b.type, b.labels, b.line])).toEqual([
      ['terraform', [], 2],
      ['module', ['net'], 9],
    ])
    expect(body.blocks[0]?.body.attributes).toEqual([
      { name: 'required_version', expression: '">= 1.5"', line: 3 },
    ])
    expect(body.blocks[0]?.body.blocks[0]?.labels).toEqual(['s3'])
    expect(body.blocks[1]?.body.attributes.map((a) => a.name)).toEqual(['source', 'tags'])
  })

  test('what stands in a comment, a string or a heredoc is not a block', () => {
    const body = scanHcl(`
# module "a" { source = "./a" }
/* backend "s3" {} */
// cloud {}
locals {
  a = "module \\"b\\" { source = 1 }"
  b = <<-EOT
    backend "s3" {
    EOT not here
    EOT
  c = "\${join(",", [for x in ["}"] : "\${x}{"])}"
}
backend "gcs" {}
`)
    expect(body.blocks.map((b) => b.type)).toEqual(['locals', 'backend'])
    expect(body.blocks[0]?.body.attributes.map((a) => a.name)).toEqual(['a', 'b', 'c'])
    expect(body.clean).toBe(true)
  })

  test('skips what it cannot read, keeps the rest and says so', () => {
    const body = scanHcl('this is @ not hcl\nmodule "a" {\n source = "./a"\n}\n')
    expect(body.clean).toBe(false)
    expect(body.blocks.map((b) => b.type)).toEqual(['module'])
  })

  test('an unclosed block is not clean', () => {
    expect(scanHcl('module "a" {\n source = "./a"\n').clean).toBe(false)
  })

  test('never throws and never hangs, whatever the text', () => {
    const piece = fc.constantFrom(
      'a',
      ' ',
      '\n',
      '{',
      '}',
      '"',
      '${',
      '%{',
      '<<EOF\n',
      'EOF\n',
      '#',
      '/*',
      '*/',
      '//',
      '=',
      '[',
      ']',
      '(',
      ')',
      '\\',
      'é',
      'module "x" ',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => {
        scanHcl(pieces.join(''))
      }),
    )
  })

  test('templates in templates without end are no stack overflow', () => {
    expect(scanHcl('a = ' + '"${'.repeat(20_000)).attributes.map(({ name }) => name)).toEqual(['a'])
    expect(scanHcl('a = ' + '["${['.repeat(20_000)).attributes.map(({ name }) => name)).toEqual(['a'])
  })

  test('deep nesting is cut, not a stack overflow', () => {
    expect(scanHcl('a {\n'.repeat(20_000)).clean).toBe(false)
  })
})

describe('literalString', () => {
  test.each([
    ['"./a"', './a'],
    ['"a\\"b"', 'a"b'],
    ['"$5"', '$5'],
    ['"${var.x}"', undefined],
    ['var.x', undefined],
    ['"a" + "b"', undefined],
    [undefined, undefined],
  ])('%s', (expression, value) => {
    expect(literalString(expression)).toBe(value)
  })
})
