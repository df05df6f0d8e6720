import { describe, expect, test } from '@jest/globals'
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fitsRange } from '../../src/core/tools/constraint.ts'
import { requiredVersion, type SourceFile } from '../../src/terraform/required-version.ts'
import type { TerraformTool } from '../../src/terraform/tool.ts'
import { describeWith } from '../lab/tools.ts'

type Files = Readonly<Record<string, string>>

const sources = (files: Files): SourceFile[] => Object.entries(files).map(([name, text]) => ({ name, text }))
const range = (files: Files, tool: TerraformTool = 'terraform') => requiredVersion(sources(files), tool)
const tf = (required: string): string => `terraform {\n  required_version = "${required}"\n}\n`

describe('requiredVersion', () => {
  test('joins all files, in the order of their names', () => {
    const found = range({ 'versions.tf': tf('>= 1.5'), 'main.tf': tf('< 1.9'), 'x.tf': 'locals {\n}\n' })
    expect(found).toMatchObject({ range: { text: '< 1.9, >= 1.5' }, files: ['main.tf', 'versions.tf'] })
  })

  test('comments, strings, heredocs and other blocks are not taken for it', () => {
    const text = [
      '# terraform { required_version = "= 0.1" }',
      '/* terraform {\n  required_version = "= 0.2"\n} */',
      'locals {\n  a = "terraform { required_version = \\"= 0.3\\" }"\n  b = <<-EOT\n    terraform {\n      required_version = "= 0.4"\n    }\n  EOT\n}',
      'module "x" {\n  terraform = { required_version = "= 0.5" }\n}',
      'terraform {\n  backend "s3" {}\n  required_version = ">= 1.5" // why\n}',
    ].join('\n')
    expect(range({ 'main.tf': text })?.range.text).toBe('>= 1.5')
  })

  test("an override file's constraints replace the others'; the last one counts", () => {
    const files = { 'main.tf': tf('~> 1.5'), 'a_override.tf': tf('~> 1.6'), 'override.tf': tf('~> 1.7') }
    expect(range(files)?.range.text).toBe('~> 1.7')
    expect(range({ 'main.tf': tf('~> 1.5'), 'override.tf': '' })?.range.text).toBe('~> 1.5')
  })

  test('JSON files, a block as an object or a list', () => {
    expect(range({ 'a.tf.json': '{"terraform": {"required_version": ">= 1.5"}}' })?.range.text).toBe('>= 1.5')
    expect(range({ 'a.tf.json': '{"terraform": [{"required_version": ">= 1.6"}]}' })?.range.text).toBe(
      '>= 1.6',
    )
    expect(range({ 'a.tf.json': '{"terraform": ' })).toBeUndefined()
    expect(range({ 'a.tf.json': '[]' })).toBeUndefined()
  })

  test('editor files and hidden files do not count', () => {
    expect(range({ '.a.tf': tf('= 1'), 'a.tf~': tf('= 1'), '#a.tf#': tf('= 1') })).toBeUndefined()
  })

  test('a constraint that cannot be read names its file', () => {
    expect(() => range({ 'main.tf': tf('^1.5') })).toThrow('"^1.5" is not a version constraint')
    try {
      range({ 'main.tf': tf('^1.5') })
    } catch (thrown) {
      expect(thrown).toMatchObject({ where: 'required_version in main.tf' })
    }
  })

  test('OpenTofu reads required_version in .tofu files only, and compatible_with everywhere', () => {
    const compatible = 'language {\n  compatible_with {\n    opentofu = ">= 1.12"\n  }\n}\n'
    expect(range({ 'main.tf': tf('= 1.5.7') }, 'tofu')).toBeUndefined()
    expect(range({ 'main.tf': tf('= 1.5.7'), 'a.tofu': tf('>= 1.8') }, 'tofu')?.range.text).toBe('>= 1.8')
    expect(range({ 'main.tf': compatible + tf('= 1.5.7') }, 'tofu')?.range.text).toBe('>= 1.12')
    expect(range({ 'main.tf': compatible }, 'terraform')).toBeUndefined()
    expect(range({ 'main.tf': compatible, 'main.tofu': '' }, 'tofu')).toBeUndefined()
    expect(range({ 'main.tofu': tf('>= 1.8') }, 'terraform')).toBeUndefined()
    const json = '{"language": {"compatible_with": {"opentofu": ">= 1.12"}}}'
    expect(range({ 'main.tf.json': json }, 'tofu')?.range.text).toBe('>= 1.12')
  })
})

/** Does the real program take this configuration? */
async function accepts(program: string, files: Files): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'required-version-'))
  try {
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
    const env = { PATH: process.env['PATH'], HOME: folder, CHECKPOINT_DISABLE: '1' }
    const text = await new Promise<string>((resolve) => {
      execFile(
        program,
        ['init', '-backend=false', '-no-color'],
        { cwd: folder, env },
        (_error, stdout, stderr) => resolve(stdout + stderr),
      )
    })
    if (
      /Unsupported Terraform Core version|not compatible with|Module incompatible|does not support OpenTofu version/i.test(
        text,
      )
    )
      return false
    if (/has been successfully initialized|initialized in an empty|successfully initialized/i.test(text))
      return true
    throw new Error(text)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const CONSTRAINTS = [
  ...['= 1.11', '1.11.4', '!= 1.11.4', '!= 1.11', '> 1.11', '< 1.12', '<= 1.11', '>= 1.11.4'],
  ...['~> 1', '~> 0', '~> 1.5', '~> 1.11', '~> 1.12', '~> 1.11.0', '~> 1.11.5', '~> 1.5.0', '~> 1.12.0'],
  ...['>= 1.5, < 2', '>= 1.5, < 1.11.4', '~> 1.11, != 1.11.4', 'v1.11.4', '>=1.5,<2'],
]

describeWith('terraform-1.11.4', 'agrees with Terraform 1.11.4', (program) => {
  test.each(CONSTRAINTS)('%s', async (constraint) => {
    const files = { 'main.tf': tf(constraint) }
    const found = range(files)
    expect(found && fitsRange('1.11.4', found.range)).toBe(await accepts(program, files))
  })

  test('overrides and several files', async () => {
    const cases: Files[] = [
      { 'main.tf': tf('= 1.0.0'), 'override.tf': tf('>= 1.11') },
      { 'main.tf': tf('>= 1.0.0'), 'b_override.tf': tf('= 1.1'), 'override.tf': 'locals {}\n' },
      { 'a.tf': tf('>= 1.0'), 'b.tf': tf('< 1.5') },
      { 'a.tf': '', 'b.tofu': tf('= 1.0.0') },
    ]
    for (const files of cases) {
      const found = range(files)
      expect(found === undefined || fitsRange('1.11.4', found.range)).toBe(await accepts(program, files))
    }
  })
})

describeWith('tofu-1.12.6', 'agrees with OpenTofu 1.12.6', (program) => {
  test.each<[string, Files]>([
    ['required_version in .tf is for Terraform', { 'main.tf': tf('= 1.5.7') }],
    ['required_version in .tofu counts', { 'main.tofu': tf('= 1.5.7') }],
    ['and is met', { 'main.tofu': tf('~> 1.12.0'), 'x.tf': '' }],
    [
      'a .tofu file hides its .tf file',
      { 'a.tf': 'language {\n  compatible_with {\n    opentofu = "< 1.0"\n  }\n}\n', 'a.tofu': '' },
    ],
    [
      'compatible_with in a .tf file',
      { 'a.tf': 'language {\n  compatible_with {\n    opentofu = "> 1.13"\n  }\n}\n' },
    ],
    [
      'compatible_with that is met',
      { 'a.tf': 'language {\n  compatible_with {\n    opentofu = "~> 1.12"\n  }\n}\n' },
    ],
  ])('%s', async (_name, files) => {
    const found = range(files, 'tofu')
    expect(found === undefined || fitsRange('1.12.6', found.range)).toBe(await accepts(program, files))
  })
})
