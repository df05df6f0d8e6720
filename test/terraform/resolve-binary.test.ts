import { expect, test } from '@jest/globals'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { resolveBinary } from '../../src/terraform/resolve-binary.ts'
import { makePlace, type Place } from '../core/tools/setup.ts'
import { fakeProgram } from '../lab/mirror.ts'
import { describeWith } from '../lab/tools.ts'

const AUTO = { tool: 'auto', version: 'auto' } as const

async function stack(
  place: Place,
  files: Record<string, string>,
): Promise<{ stackDir: string; rootDir: string }> {
  const stackDir = join(place.root, 'repo/infra')
  await mkdir(stackDir, { recursive: true })
  for (const [name, text] of Object.entries(files)) await writeFile(join(stackDir, name), text)
  return { stackDir, rootDir: join(place.root, 'repo') }
}

test('joins what the stack wants with what the machine has', async () => {
  await using place = await makePlace()
  await place.program('a/terraform', fakeProgram('1.5.7'))
  const path = await place.program('b/terraform', fakeProgram('1.9.8'))
  const tofu = await place.program('b/tofu', fakeProgram('1.12.6'))
  const dirs = await stack(place, { 'main.tf': 'terraform {\n  required_version = "~> 1.9.0"\n}\n' })
  const request = { ...dirs, input: AUTO, env: place.env(['a', 'b']), ports: place.ports }
  const reason = 'required_version in main.tf'
  expect(await resolveBinary(request)).toEqual({ tool: 'terraform', path, version: '1.9.8', reason })
  await writeFile(join(place.root, 'repo/.opentofu-version'), '1.12.6\n')
  expect(await resolveBinary(request)).toEqual({
    tool: 'tofu',
    path: tofu,
    version: '1.12.6',
    reason: '.opentofu-version',
  })
})

test('only tofu on PATH: tofu', async () => {
  await using place = await makePlace()
  const path = await place.program('b/tofu', fakeProgram('1.12.6'))
  const env = { ...place.env(['b']), PATH: `${join(place.root, 'b')}:/bin-that-is-not` }
  const dirs = await stack(place, { 'main.tf': '' })
  expect(await resolveBinary({ ...dirs, input: AUTO, env, ports: place.ports })).toMatchObject({
    tool: 'tofu',
    path,
    reason: 'only tofu is on PATH',
  })
})

test('an impossible wish names the file it stands in', async () => {
  await using place = await makePlace()
  await place.program('a/terraform', fakeProgram('1.5.7'))
  const dirs = await stack(place, { 'main.tf': 'terraform {\n  required_version = "> 1.5, < 1.5"\n}\n' })
  const request = { ...dirs, input: AUTO, env: place.env(['a']), ports: place.ports }
  await expect(resolveBinary(request)).rejects.toMatchObject({ where: 'required_version in main.tf' })
})

describeWith('terraform-1.5.7', 'with real programs', (terraform157) => {
  test('the real binary answers, also when it lies behind a wrapper', async () => {
    await using place = await makePlace()
    await place.program('setup/terraform', '#!/bin/sh\nexit 1\n')
    await place.program('setup/terraform-bin', `#!/bin/sh\nexec '${terraform157}' "$@"\n`)
    const dirs = await stack(place, { '.terraform-version': '1.5.7' })
    const env = place.env(['setup'])
    expect(await resolveBinary({ ...dirs, input: AUTO, env, ports: place.ports })).toEqual({
      tool: 'terraform',
      path: join(place.root, 'setup/terraform-bin'),
      version: '1.5.7',
      reason: 'infra/.terraform-version',
    })
  })
})
