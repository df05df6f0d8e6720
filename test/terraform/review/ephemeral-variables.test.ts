import { describe, expect, test } from '@jest/globals'
import { unzipSync } from 'fflate'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parsePlanJson } from '../../../src/terraform/plan/parse.ts'
import { ephemeralVariables } from '../../../src/terraform/review/ephemeral-variables.ts'
import { terraformTools } from '../../lab/terraform-tools.ts'
import { must, scratch, stackIn, write } from '../support.ts'
import { planOf } from './support.ts'

const source = (ephemeral: boolean): string => `
variable "needed" {
  type = string
${ephemeral ? '  ephemeral = true' : ''}
}
variable "left_alone" {
  default = "d"
${ephemeral ? '  ephemeral = true' : ''}
}
variable "overridden" {
  default = "q"
${ephemeral ? '  ephemeral = true' : ''}
}
variable "from_file" {
${ephemeral ? '  ephemeral = true' : ''}
}
variable "plain" {
  default = null
}
variable "given" {}
resource "terraform_data" "a" {
  input = var.plain
}
`

describe.each(
  terraformTools(process.env).map((binary) => [`${binary.tool} ${binary.version}`, binary] as const),
)('%s', (_, binary) => {
  const hasEphemeral = binary.version !== '1.5.7'

  test('those that were given, and no plan holds; what the tool says at apply is the same', async () => {
    await using folder = await scratch()
    const stack = stackIn(folder.path, binary, { env: { TF_VAR_needed: 'n', TF_VAR_given: 'g' } })
    await write(folder.path, { 'main.tf': source(hasEphemeral), 'some.tfvars': 'from_file = "f"\n' })
    await must(stack, 'init', '-input=false', '-no-color')
    await must(stack, 'plan', '-input=false', '-out=plan', '-var-file=some.tfvars', '-var', 'overridden=z')
    const raw = parsePlanJson(await must(stack, 'show', '-json', 'plan'))
    const tfplan = unzipSync(await readFile(join(folder.path, 'plan')))['tfplan']
    expect(tfplan).toBeDefined()
    expect(ephemeralVariables(raw, tfplan)).toEqual(hasEphemeral ? ['from_file', 'needed', 'overridden'] : [])
    // The JSON alone does not tell that another value than the default was given.
    expect(ephemeralVariables(raw)).toEqual(hasEphemeral ? ['from_file', 'needed'] : [])
    if (!hasEphemeral) return

    const bare = stackIn(folder.path, binary)
    const apply = (...args: string[]): Promise<string> =>
      must(bare, 'apply', '-input=false', '-no-color', ...args, 'plan')
    await expect(apply()).rejects.toThrow(/"from_file"[\s\S]*ephemeral|ephemeral[\s\S]*"from_file"/)
    const given = ['-var-file=some.tfvars', '-var', 'needed=n']
    // OpenTofu takes the default in place of what was planned with, and says nothing.
    if (binary.tool === 'terraform') await expect(apply(...given)).rejects.toThrow(/"overridden"/)
    else expect(await apply(...given)).toContain('Apply complete')
  })
})

describe('odd input', () => {
  const raw = planOf({
    configuration: { root_module: { variables: { a: {}, b: { default: 1 }, c: {} } } },
    variables: { c: { value: 1 } },
  })

  test('a message that is none, as of an encrypted plan: by the JSON', () => {
    for (const bytes of [[0xff], [0x0a, 0x7f, 1], [0xe2, 1, 1], [7], [0x80, 0x80], Array(20).fill(0xff)]) {
      expect(ephemeralVariables(raw, Uint8Array.from(bytes))).toEqual(['a'])
    }
  })

  test('a name that is not declared is no name', () => {
    const text = new TextEncoder().encode('zz')
    expect(ephemeralVariables(raw, Uint8Array.from([0xe2, 1, 2, ...text]))).toEqual(['a'])
    // Field 22 and 28, of one letter.
    expect(ephemeralVariables(raw, Uint8Array.from([0xe2, 1, 1, 0x62, 0xb2, 1, 1, 0x63]))).toEqual([
      'a',
      'b',
      'c',
    ])
  })

  test('no configuration, no variables', () => {
    expect(ephemeralVariables(planOf({}))).toEqual([])
    expect(ephemeralVariables(planOf({ configuration: { root_module: { variables: [] } } }))).toEqual([])
  })
})
