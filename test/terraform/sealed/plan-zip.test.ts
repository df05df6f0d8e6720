import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { unzipSync, zipSync } from 'fflate'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { planState } from '../../../src/terraform/sealed/plan-zip.ts'
import type { StackRun } from '../../../src/terraform/stack-run.ts'
import { terraformTools } from '../../lab/terraform-tools.ts'
import { must, scratch, stackIn, write } from '../support.ts'

const text = (value: string): Uint8Array => new TextEncoder().encode(value)
const zipOf = (state: string): Uint8Array => zipSync({ tfplan: text('x'), tfstate: text(state) })

describe.each(terraformTools(process.env))('$tool $version', (binary) => {
  let folder: Awaited<ReturnType<typeof scratch>>
  let stack: StackRun
  const plan = async (name: string): Promise<string> => {
    const file = join(folder.path, name)
    await must(stack, 'plan', '-input=false', '-no-color', `-out=${file}`)
    return file
  }
  beforeAll(async () => {
    folder = await scratch()
    await write(folder.path, {
      'main.tf': 'resource "terraform_data" "a" {\n  input = sensitive("hunter2-secret")\n}\n',
    })
    stack = stackIn(folder.path, binary)
    await must(stack, 'init', '-input=false', '-no-color')
  })
  afterAll(async () => {
    await folder[Symbol.asyncDispose]()
  })

  test('no state yet, then the serial and lineage of the state, then the serial it has moved to', async () => {
    expect(await planState(await plan('first.tfplan'))).toEqual({})
    await must(stack, 'apply', '-auto-approve', '-input=false', '-no-color')
    for (const version of [2, 3]) {
      await write(folder.path, { 'main.tf': `resource "terraform_data" "a" {\n  input = ${version}\n}\n` })
      const file = await plan(`${version}.tfplan`)
      const { lineage, serial } = JSON.parse(
        await readFile(join(folder.path, 'terraform.tfstate'), 'utf8'),
      ) as {
        lineage: string
        serial: number
      }
      expect(serial).toBeGreaterThan(0)
      expect(await planState(file)).toEqual({ state: { lineage, serial } })
      expect(await planState(await readFile(file))).toEqual({ state: { lineage, serial } })
      await must(stack, 'apply', '-input=false', '-no-color', file)
    }
  }, 60_000)

  test('the members of a saved plan, and the secret in it: why it is sealed', async () => {
    await write(folder.path, {
      'main.tf': 'resource "terraform_data" "a" {\n  input = sensitive("hunter2-secret")\n}\n',
    })
    await must(stack, 'apply', '-auto-approve', '-input=false', '-no-color')
    await write(folder.path, {
      'main.tf': 'resource "terraform_data" "a" {\n  input = sensitive("hunter3-secret")\n}\n',
    })
    const file = await plan('members.tfplan')
    const members = unzipSync(await readFile(file))
    expect(Object.keys(members)).toEqual(
      expect.arrayContaining([
        'tfplan',
        'tfstate',
        'tfstate-prev',
        'tfconfig/m-/main.tf',
        '.terraform.lock.hcl',
      ]),
    )
    expect(Buffer.from(members['tfstate'] ?? []).toString()).toContain('hunter2-secret')
  }, 60_000)
})

test.each([
  [
    'encrypted by OpenTofu',
    text('{"meta":{"key_provider.pbkdf2.a":"x"},"encrypted_data":"abc","encryption_version":"v0"}'),
    'encrypted by OpenTofu',
  ],
  [
    'a plan of HCP Terraform',
    text('{"remote_plan_format":1,"run_id":"run-1","hostname":"app.terraform.io"}'),
    'no saved plan',
  ],
  ['empty', new Uint8Array(), 'no saved plan'],
  ['a zip without a state', zipSync({ tfplan: text('x') }), 'holds no state'],
  ['a broken zip', zipOf('{"version":4,"serial":1,"lineage":"a"}').subarray(0, 60), 'cannot be unpacked'],
  ['a state of another version', zipOf('{"version":5,"serial":1,"lineage":"a"}'), 'form that is not known'],
  ['a serial as text', zipOf('{"version":4,"serial":"1","lineage":"a"}'), 'form that is not known'],
  ['no JSON', zipOf('hunter2-secret'), 'is no JSON'],
  ['null', zipOf('null'), 'form that is not known'],
])('%s: it says why it is not known', async (_, bytes, why) => {
  const found = await planState(bytes)
  expect(found).toEqual({ unknown: expect.stringContaining(why) })
  expect(found.unknown).not.toContain('hunter2')
})

test('a state that says it is larger than any can be is not unpacked', async () => {
  const zip = Buffer.from(zipOf('{"version":4,"serial":1,"lineage":"a"}'))
  // The uncompressed size in the central directory, 22 bytes before the name.
  const at = zip.lastIndexOf('tfstate') - 22
  zip.writeUInt32LE(0x7fff_ffff, at)
  expect(await planState(zip)).toEqual({ unknown: 'the state in the saved plan is too large' })
})

test('a plan that is not there', async () => {
  await using folder = await scratch()
  await expect(planState(join(folder.path, 'x'))).rejects.toMatchObject({ code: 'ENOENT' })
  await writeFile(join(folder.path, 'x'), '')
  expect(await planState(join(folder.path, 'x'))).toHaveProperty('unknown')
})
