import { describe, expect, test } from '@jest/globals'
import { wantedTool, type VersionQuestion } from '../../src/terraform/version.ts'

type Files = Readonly<Record<string, string>>

/** A repository at /repo whose stack is infra/app. */
function question(files: Files, more: Partial<VersionQuestion> = {}): VersionQuestion {
  return {
    stackDir: '/repo/infra/app',
    rootDir: '/repo',
    input: { tool: 'auto', version: 'auto' },
    read: (path) => Promise.resolve(files[path.replace('/repo/', '')]),
    list: (folder) =>
      Promise.resolve(
        Object.keys(files)
          .filter((path) => `/repo/${path}`.replace(/\/[^/]*$/, '') === folder)
          .map((path) => path.replace(/.*\//, '')),
      ),
    onPath: () => Promise.resolve(false),
    ...more,
  }
}

const wanted = (files: Files, more?: Partial<VersionQuestion>) => wantedTool(question(files, more))
const tf = (required: string): string => `terraform {\n  required_version = "${required}"\n}\n`

describe('where the version comes from', () => {
  const all = {
    'infra/app/main.tf': tf('~> 1.5'),
    'infra/app/.terraform-version': '1.9.8\n',
    'infra/app/.tool-versions': 'terraform 1.8.5\n',
    'infra/.terraform-version': '1.7.5',
  }

  test('the input before all files', async () => {
    const input = { tool: 'auto', version: '1.6.6' } as const
    expect(await wanted(all, { input })).toEqual({
      tool: 'terraform',
      version: '1.6.6',
      reason: 'input tool-version',
    })
  })

  test('the nearest file, .terraform-version before .tool-versions; then required_version; then any', async () => {
    const left: Record<string, string> = { ...all }
    const steps = []
    for (const file of [
      'infra/app/.terraform-version',
      'infra/app/.tool-versions',
      'infra/.terraform-version',
      'infra/app/main.tf',
    ]) {
      steps.push(await wanted(left))
      Reflect.deleteProperty(left, file)
    }
    steps.push(await wanted(left))
    expect(steps).toEqual([
      { tool: 'terraform', version: '1.9.8', reason: 'infra/app/.terraform-version' },
      { tool: 'terraform', version: '1.8.5', reason: 'infra/app/.tool-versions' },
      { tool: 'terraform', version: '1.7.5', reason: 'infra/.terraform-version' },
      { tool: 'terraform', version: '~> 1.5', reason: 'required_version in main.tf' },
      { tool: 'terraform', version: 'any', reason: 'no version is asked for' },
    ])
  })

  test('nothing above the root is read', async () => {
    const read: string[] = []
    await wanted({}, { read: (path) => Promise.resolve(void read.push(path)) })
    expect(read.filter((path) => !path.startsWith('/repo/'))).toEqual([])
    expect(read).toContain('/repo/.terraform-version')
  })
})

describe('forms of a version', () => {
  test.each([
    ['1.9.8', '1.9.8'],
    ['v1.9.8', '1.9.8'],
    ['# pinned\n\n1.9.8 # reason\r\n', '1.9.8'],
    ['1.9.0-beta1', '1.9.0-beta1'],
    ['1.8', '~> 1.8.0'],
    ['1.8.x', '~> 1.8.0'],
    ['1', '~> 1.0'],
    ['~> 1.9.0', '~> 1.9.0'],
    ['>= 1.5, < 2', '>= 1.5, < 2'],
    ['latest', '>= 1.16.4'],
    ['latest:^1.5', '1.5.7'],
    ['latest:1.1', undefined],
    ['latest:^1\\.9\\.', '1.9.8'],
    ['system', 'any'],
    ['min-required', undefined],
    ['^1.5', undefined],
    ['~1.5', undefined],
    ['1.5 || 1.6', undefined],
    ['ref:main', undefined],
    ['latest:(a+)+$', undefined],
  ])('%j', async (text, version) => {
    const answer = wanted({ 'infra/app/.terraform-version': text })
    if (version === undefined)
      await expect(answer).rejects.toMatchObject({ where: 'infra/app/.terraform-version' })
    else expect((await answer).version).toBe(version)
  })

  test('latest-allowed and an empty file leave it to required_version', async () => {
    for (const text of ['latest-allowed', '', '# nothing\n']) {
      const files = { 'infra/app/.terraform-version': text, 'infra/app/main.tf': tf('>= 1.5') }
      expect((await wanted(files)).version).toBe('>= 1.5')
    }
  })

  test('.tool-versions: comments, fallbacks, both names of OpenTofu', async () => {
    const file = '# tools\nnodejs 24.1.0\nterraform 1.9.8 1.8.5 # first counts\n'
    expect(await wanted({ '.tool-versions': file })).toMatchObject({ tool: 'terraform', version: '1.9.8' })
    expect(await wanted({ '.tool-versions': 'opentofu 1.8\n' })).toEqual({
      tool: 'tofu',
      version: '~> 1.8.0',
      reason: '.tool-versions',
    })
  })
})

describe('which tool', () => {
  test.each<[string, Files, 'terraform' | 'tofu', string]>([
    ['.opentofu-version', { 'infra/app/.opentofu-version': '1.12.6' }, 'tofu', 'infra/app/.opentofu-version'],
    ['a .tofu file', { 'infra/app/main.tofu': '' }, 'tofu', 'main.tofu'],
    [
      'the lock file',
      { 'infra/app/.terraform.lock.hcl': 'provider "registry.opentofu.org/hashicorp/aws" {\n}\n' },
      'tofu',
      '.terraform.lock.hcl',
    ],
    [
      'the nearer of two version files',
      { 'infra/app/.terraform-version': '1.9.8', '.opentofu-version': '1.12.6' },
      'terraform',
      'infra/app/.terraform-version',
    ],
    [
      'the lock file when .tool-versions names both',
      {
        'infra/app/.tool-versions': 'terraform 1.9.8\nopentofu 1.12.6\n',
        'infra/app/.terraform.lock.hcl': 'provider "registry.terraform.io/hashicorp/aws" {\n}\n',
      },
      'terraform',
      'infra/app/.tool-versions',
    ],
    [
      'Terraform when nothing says otherwise',
      { 'infra/app/main.tf': '' },
      'terraform',
      'no version is asked for',
    ],
  ])('%s', async (_name, files, tool, reason) => {
    expect(await wanted(files)).toMatchObject({ tool, reason })
  })

  test('only tofu on PATH; both on PATH is Terraform', async () => {
    expect(await wanted({}, { onPath: (tool) => Promise.resolve(tool === 'tofu') })).toEqual({
      tool: 'tofu',
      version: 'any',
      reason: 'only tofu is on PATH',
    })
    expect((await wanted({}, { onPath: () => Promise.resolve(true) })).tool).toBe('terraform')
  })

  test("the input decides, and the other tool's files are not read for the version", async () => {
    const files = { 'infra/app/.opentofu-version': '1.12.6', 'infra/app/main.tf': tf('~> 1.5') }
    const input = { tool: 'terraform', version: 'auto' } as const
    expect(await wanted(files, { input })).toMatchObject({ tool: 'terraform', version: '~> 1.5' })
  })
})
