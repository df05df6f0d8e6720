import { describe, expect, test } from '@jest/globals'
import { chmod, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { UserError } from '../../src/core/errors.ts'
import { classifyPlanFile } from '../../src/terraform/plan-input.ts'
import { goldenPlans } from '../lab/plans.ts'
import { scratch, write } from './support.ts'

const classify = async (content: string | Uint8Array) => {
  await using folder = await scratch()
  await write(folder.path, { p: Buffer.from(content) })
  return await classifyPlanFile(join(folder.path, 'p'))
}

test.each(goldenPlans())('$scenario $tool $version is plan JSON', async ({ path }) => {
  expect(await classifyPlanFile(path)).toEqual({ kind: 'plan-json' })
})

test('plan JSON in other forms: sorted keys, indented, with a byte order mark', async () => {
  expect(await classify('{\n  "applyable": true,\n  "checks": []')).toEqual({ kind: 'plan-json' })
  expect(await classify('\uFEFF{"format_version":"1.2","resource_changes":[]}')).toEqual({
    kind: 'plan-json',
  })
})

test('saved plans: a zip with `tfplan` first, encrypted by OpenTofu, or of HCP Terraform', async () => {
  expect(await classify(zipSync({ tfplan: strToU8('x') }))).toEqual({ kind: 'saved-plan', encrypted: false })
  expect(await classify('{"meta":{"a":"b"},"encrypted_data":"AAAA"}')).toEqual({
    kind: 'saved-plan',
    encrypted: true,
  })
  expect(await classify('{"remote_plan_format":1,"run_id":"run-x","hostname":"app.terraform.io"}')).toEqual({
    kind: 'cloud-plan',
    hostname: 'app.terraform.io',
  })
})

test.each<[string, string]>([
  [
    'an attribute `encrypted_data`',
    '{"format_version":"1.2","resource_changes":[{"change":{"after":{"encrypted_data":"x"}}}]}',
  ],
  [
    'attributes `lineage` and `serial`',
    '{"format_version":"1.2","planned_values":{"a":{"lineage":"x","serial":1}}}',
  ],
  [
    'a configuration first, cut off',
    '{"configuration":{"x":{"lineage":"x","serial":"a\\"b\\\\","encrypted_data":"',
  ],
  [
    'an attribute `remote_plan_format`',
    '{"format_version":"1.2","output_changes":{"x":{"after":{"remote_plan_format":1}}}}',
  ],
])('plan JSON with %s is plan JSON', async (_, content) => {
  expect(await classify(content)).toEqual({ kind: 'plan-json' })
})

describe('everything else says what it seems to be', () => {
  test.each<[string, string | Uint8Array]>([
    ['is empty', ''],
    ['is a zip archive, but no saved plan', zipSync({ 'plan.tfplan': strToU8('x') })],
    ['is a zip archive, but no saved plan', 'PK\u0003\u0004'],
    ['is compressed with gzip', Buffer.from([0x1f, 0x8b, 8, 0])],
    ['is UTF-16 text', Buffer.from('\uFEFF{"format_version":"1.2"}', 'utf16le')],
    ['is the plan as text for people', '\nTerraform used the selected providers to generate the following\n'],
    ['is the plan as text for people', 'No changes. Your infrastructure matches the configuration.\n'],
    ['is the log of `plan -json`', '{"@level":"info","@message":"Terraform 1.11.4"}\n'],
    [
      'is output of the setup-terraform wrapper around JSON',
      '[command]/usr/bin/terraform show -json p\n{"format_version":"1.2"}\n',
    ],
    [
      'is a state file',
      '{"serial":1,"lineage":"x","meta":{},"encrypted_data":"AAAA","encryption_version":"v0"}',
    ],
    ['is the JSON of a state', '{"format_version":"1.0","values":{"resource_changes":1},"checks":[]}'],
    ['is JSON, but no plan', '{"a":{"resource_changes":[]}}'],
    ['is a state file', '{"version":4,"terraform_version":"1.11.4","serial":1,"lineage":"x"}'],
    ['is the JSON of a state', '{"format_version":"1.0","terraform_version":"1.11.4","values":{}}'],
    ['is the output of `validate -json`', '{"format_version":"1.0","valid":true,"error_count":0}'],
    ['is JSON, but no plan', '{"a":1}'],
    ['is neither a saved plan nor JSON', '[]'],
    ['is neither a saved plan nor JSON', Buffer.from([0xff, 0x00, 0x80])],
  ])('%s', async (words, content) => {
    await expect(classify(content)).rejects.toThrow(`plan-file ${words}`)
    await expect(classify(content)).rejects.toBeInstanceOf(UserError)
  })

  test('a folder, a file that is not there, one that may not be read', async () => {
    await using folder = await scratch()
    await mkdir(join(folder.path, 'd'))
    await expect(classifyPlanFile(join(folder.path, 'd'))).rejects.toThrow('plan-file is a directory')
    await expect(classifyPlanFile(join(folder.path, 'x'))).rejects.toThrow('plan-file does not exist')
    await write(folder.path, { 'd/locked': '{}' })
    await chmod(join(folder.path, 'd/locked'), 0)
    // root reads everything: there the file is only JSON that is no plan.
    await expect(classifyPlanFile(join(folder.path, 'd/locked'))).rejects.toThrow(
      process.getuid?.() === 0 ? 'is JSON, but no plan' : 'cannot be read',
    )
  })
})
