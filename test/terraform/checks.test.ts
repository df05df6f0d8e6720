import { describe, expect, test } from '@jest/globals'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fmtFindings, validateFindings } from '../../src/terraform/checks.ts'
import { parseFmtOutput } from '../../src/terraform/fmt-diff.ts'
import type { StackRun } from '../../src/terraform/stack-run.ts'
import type { TerraformBinary } from '../../src/terraform/tool.ts'
import { terraformTools } from '../lab/terraform-tools.ts'
import { must, program, scratch, stackIn, testPorts, write } from './support.ts'

const tools = terraformTools(process.env)
const redactor = {
  redact: (text: string) => text.replaceAll('hunter22', '***'),
  leaks: () => 0,
  hidesKey: () => false,
  notSearched: { short: 0, plain: 0, names: 0 },
  byLine: true,
}
const options = { subject: 'web', stackPath: 'infra/web', redactor }
const ugly = 'variable "x" {\n  default = "1"\n}\n\nlocals {\n  a   = 1\n  bbb = 2\n  z = 3\n}\n'

const fmt = (stack: StackRun) => fmtFindings(stack, testPorts(), options)
const validate = (stack: StackRun) =>
  validateFindings(stack, testPorts(), { ...options, dataDir: join(stack.directory, '../data') })

describe.each(tools)('$tool $version', (binary) => {
  test('fmt: each file with the first line that differs', async () => {
    await using folder = await scratch()
    await write(folder.path, { 'a.tf': ugly, 'good.tf': '', 't.tfvars': 'x=1\n', 'sub/b.tf': 'a   =1\n' })
    const checked = await fmt(stackIn(folder.path, binary))
    expect(checked).toMatchObject({ kind: 'checked' })
    if (checked.kind !== 'checked') throw new Error('not checked')
    expect(checked.findings).toMatchObject([
      {
        rule: 'terraform/fmt',
        message: 'a.tf is not formatted',
        location: { file: 'infra/web/a.tf', line: 8 },
        subject: 'web',
      },
      {
        rule: 'terraform/fmt',
        message: 't.tfvars is not formatted',
        location: { file: 'infra/web/t.tfvars', line: 1 },
      },
    ])
    // The check changes nothing.
    expect(await readFile(join(folder.path, 'a.tf'), 'utf8')).toBe(ugly)
    await must(stackIn(folder.path, binary), 'fmt')
    expect(await fmt(stackIn(folder.path, binary))).toMatchObject({ kind: 'checked', findings: [] })
  })

  test('fmt: without a `diff` program the files are still found', async () => {
    await using folder = await scratch()
    await write(folder.path, { 'a.tf': ugly })
    const checked = await fmt(stackIn(folder.path, binary, { env: { PATH: folder.path } }))
    expect(checked).toMatchObject({ kind: 'checked', findings: [{ location: { file: 'infra/web/a.tf' } }] })
  })

  test('fmt: a file that cannot be parsed is no clean bill', async () => {
    await using folder = await scratch()
    await write(folder.path, { 'good.tf': '', 'broken.tf': '\nvariable "x" {\n' })
    const failed = await fmt(stackIn(folder.path, binary))
    expect(failed).toMatchObject({ kind: 'failed', phase: 'fmt', cause: 'config' })
    if (failed.kind !== 'failed') throw new Error('not failed')
    expect(failed.diagnostics).toEqual([
      expect.objectContaining({ summary: 'Unclosed configuration block', file: 'broken.tf', line: 2 }),
    ])
  })

  test('fmt: a folder without configuration is not formatted, it is a fault', async () => {
    await using folder = await scratch()
    await expect(fmt(stackIn(folder.path, binary))).rejects.toThrow('holds no .tf files')
  })

  test('validate: needs no backend, no credentials, and leaves the stack as it was', async () => {
    await using folder = await scratch()
    const directory = join(folder.path, 'infra/web')
    const backend = 'terraform {\n  backend "s3" {\n    bucket = "b"\n    key    = "k"\n  }\n}\n'
    await write(folder.path, {
      'infra/web/main.tf': `${backend}module "m" {\n  source = "../../modules/m"\n}\n`,
      'modules/m/main.tf': 'resource "terraform_data" "a" {\n  input = local.nope\n}\n',
    })
    const before = await readdir(directory)
    const checked = await validate(stackIn(directory, binary))
    expect(checked).toMatchObject({ kind: 'checked' })
    if (checked.kind !== 'checked') throw new Error('not checked')
    expect(checked.findings).toEqual([
      {
        rule: 'terraform/validate',
        severity: 'error',
        message: 'Reference to undeclared local value',
        help: expect.stringContaining('nope') as unknown as string,
        subject: 'web',
        location: { file: 'modules/m/main.tf', line: 2, column: 11, endLine: 2, endColumn: 21 },
        fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown as string,
      },
    ])
    expect(await readdir(directory)).toEqual(before)
    await write(folder.path, { 'modules/m/main.tf': 'resource "terraform_data" "a" {}\n' })
    expect(await validate(stackIn(directory, binary))).toMatchObject({ kind: 'checked', findings: [] })
  })

  test('validate: a `cloud` block needs no token', async () => {
    await using folder = await scratch()
    const cloud =
      'terraform {\n  cloud {\n    organization = "acme"\n    workspaces {\n      name = "x"\n    }\n  }\n}\n'
    await write(folder.path, { 'infra/web/main.tf': cloud })
    expect(await validate(stackIn(join(folder.path, 'infra/web'), binary))).toMatchObject({
      kind: 'checked',
      findings: [],
    })
  })

  test('validate: what init finds in the code are findings too', async () => {
    await using folder = await scratch()
    await write(folder.path, { 'infra/web/main.tf': 'variable "x" {\n  type = strin\n}\n' })
    const checked = await validate(stackIn(join(folder.path, 'infra/web'), binary))
    expect(checked).toMatchObject({
      kind: 'checked',
      findings: [
        {
          severity: 'error',
          message: 'Invalid type specification',
          location: { file: 'infra/web/main.tf', line: 2 },
        },
      ],
    })
  })

  test('validate: an init that fails for other reasons is never a clean bill', async () => {
    await using folder = await scratch()
    const source =
      'terraform {\n  required_providers {\n    nope = {\n      source = "example.invalid/nobody/nope"\n    }\n  }\n}\n'
    await write(folder.path, { 'infra/web/main.tf': `${source}provider "nope" {}\n` })
    const failed = await validate(stackIn(join(folder.path, 'infra/web'), binary))
    expect(failed).toMatchObject({ kind: 'failed', phase: 'init', cause: 'init' })
  })

  test('validate: not initialised is no clean bill either', async () => {
    await using folder = await scratch()
    await write(folder.path, {
      'infra/web/main.tf': 'module "m" {\n  source = "./m"\n}\n',
      'infra/web/m/main.tf': '',
    })
    const stack = stackIn(join(folder.path, 'infra/web'), binary)
    expect(await validateFindings(stack, testPorts(), options)).toMatchObject({
      kind: 'failed',
      cause: 'init',
    })
    await must(stack, 'init')
    expect(await validateFindings(stack, testPorts(), options)).toMatchObject({
      kind: 'checked',
      findings: [],
    })
  })
})

describe('programs that are not what they seem', () => {
  const fake = async (folder: string, script: string): Promise<StackRun> => {
    await write(folder, { 'main.tf': '' })
    const binary: TerraformBinary = {
      tool: 'terraform',
      path: await program(join(folder, 'fake'), script),
      version: '1.11.4',
      reason: 'test',
    }
    return stackIn(folder, binary)
  }
  const json = (value: object) => `echo '${JSON.stringify(value)}'`
  const error = { severity: 'error', summary: 's', detail: '' }

  test.each([
    ['code 3, but no file', 'exit 3'],
    ['code 2', 'echo a.tf; exit 2'],
    ['code 1', 'exit 1'],
    ['an error with code 0 (setup-terraform issue 328)', `printf '\\nError: x\\n' >&2; exit 0`],
  ])('fmt: %s', async (_, script) => {
    await using folder = await scratch()
    expect(await fmt(await fake(folder.path, script))).toMatchObject({ kind: 'failed' })
  })

  test('fmt: files named with code 0 are found all the same', async () => {
    await using folder = await scratch()
    expect(await fmt(await fake(folder.path, 'echo a.tf'))).toMatchObject({
      kind: 'checked',
      findings: [{ message: 'a.tf is not formatted' }],
    })
  })

  test.each([
    ['nothing', 'exit 0'],
    ['text', 'echo Success! The configuration is valid.'],
    ['valid, but code 1', `${json({ valid: true, error_count: 0, diagnostics: [] })}; exit 1`],
    ['invalid, but code 0', json({ valid: false, error_count: 1, diagnostics: [error] })],
    ['invalid without an error', `${json({ valid: false, error_count: 0, diagnostics: [] })}; exit 1`],
    ['valid with an error', json({ valid: true, error_count: 1, diagnostics: [error] })],
    ['half a document', `printf '{"valid": true,'`],
  ])('validate: %s', async (_, script) => {
    await using folder = await scratch()
    const checked = await validateFindings(await fake(folder.path, script), testPorts(), options)
    expect(checked).toMatchObject({ kind: 'failed', phase: 'validate' })
  })

  test('validate: secrets are hidden in findings', async () => {
    await using folder = await scratch()
    const said = json({
      valid: false,
      error_count: 1,
      diagnostics: [{ ...error, summary: 'bad hunter22', detail: 'hunter22' }],
    })
    const stack = await fake(folder.path, `${said}; exit 1`)
    const checked = await validateFindings(stack, testPorts(), options)
    expect(checked).toMatchObject({ kind: 'checked', findings: [{ message: 'bad ***', help: '***' }] })
  })

  test('validate: the lock file is put back, or taken away', async () => {
    await using folder = await scratch()
    const valid = json({ valid: true, error_count: 0, diagnostics: [] })
    const stack = await fake(
      folder.path,
      `case $1 in init) echo new > .terraform.lock.hcl;; *) ${valid};; esac`,
    )
    const dataDir = join(folder.path, 'data')
    const lock = join(folder.path, '.terraform.lock.hcl')
    expect(await validateFindings(stack, testPorts(), { ...options, dataDir })).toMatchObject({
      kind: 'checked',
    })
    await expect(readFile(lock)).rejects.toThrow('ENOENT')
    await write(folder.path, { '.terraform.lock.hcl': 'old\n' })
    expect(await validateFindings(stack, testPorts(), { ...options, dataDir })).toMatchObject({
      kind: 'checked',
    })
    expect(await readFile(lock, 'utf8')).toBe('old\n')
  })
})

test('fmt diff: lines of a file that look like a diff do not mislead', () => {
  const diff = [
    'a b.tf',
    '--- old/a b.tf',
    '+++ new/a b.tf',
    '@@ -3,4 +3,4 @@',
    ' same',
    '--- old/x.tf',
    '+-- old/x.tf',
    ' @@ -1 +1 @@',
    ' c.tf',
    '\\ No newline at end of file',
    'z.tf',
    '--- old/z.tf',
    '+++ new/z.tf',
    '@@ -1 +1,2 @@',
    ' x',
    '+y',
    '',
  ]
  expect(parseFmtOutput(diff.join('\n'))).toEqual([
    { file: 'a b.tf', line: 4 },
    { file: 'z.tf', line: 2 },
  ])
  expect(parseFmtOutput('')).toEqual([])
})
