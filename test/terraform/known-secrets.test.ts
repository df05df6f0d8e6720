import { expect, test } from '@jest/globals'
import { join } from 'node:path'
import { knownSecrets, type KnownSecretsSource } from '../../src/terraform/known-secrets.ts'
import { scratch, write } from './support.ts'

const secretsOf = async (
  files: Readonly<Record<string, string>>,
  { varFiles = [], ...more }: Partial<KnownSecretsSource> & { readonly varFiles?: readonly string[] } = {},
): Promise<readonly string[]> => {
  await using folder = await scratch()
  await write(join(folder.path, 'app'), files)
  const stack = { key: 'k', name: 'app', path: 'app', varFiles }
  return (await knownSecrets([stack], { root: folder.path, env: {}, planArgs: [], ...more })).secrets
}

const main =
  'variable "conn" { sensitive = true }\nvariable "open" {}\nvariable "list" { sensitive = true }\n'

test('values of sensitive variables given in plan-args, in every form', async () => {
  const planArgs = [
    '-var=conn=hunter2=x',
    '-var',
    'list=["item-1", "item-2"]',
    '--var=open=visible',
    '-destroy',
  ]
  expect(await secretsOf({ 'main.tf': main }, { planArgs })).toEqual([
    'hunter2=x',
    '["item-1", "item-2"]',
    'item-1',
    'item-2',
  ])
})

test('files named in plan-args, in var-files, and those that are read by themselves', async () => {
  const files = {
    'main.tf': main,
    'one.tfvars': 'conn = "from-args"\nopen = "visible"\n',
    'two.tfvars': 'conn = "from-args-too"\n',
    'given.tfvars': 'conn = "from-input"\n',
    'terraform.tfvars': 'conn = "by-itself"\n',
    'x.auto.tfvars.json': '{"conn": "auto"}',
    'unused.tfvars': 'conn = "unused"\n',
  }
  const planArgs = ['-var-file=one.tfvars', '-var-file', 'two.tfvars']
  const found = await secretsOf(files, { planArgs, varFiles: ['given.tfvars'] })
  expect([...found].sort()).toEqual(['auto', 'by-itself', 'from-args', 'from-args-too', 'from-input'])
})

test.each(['variables.tf.json', 'variables.tofu.json'])('declarations in %s', async (name) => {
  const found = await secretsOf(
    { [name]: '{"variable": {"conn": {"sensitive": true}, "open": {}}}' },
    { env: { TF_VAR_conn: 'hunter2', TF_VAR_open: 'visible' } },
  )
  expect(found).toContain('hunter2')
  expect(found).not.toContain('visible')
})

test('a folder that is not there, and files that are not, are no fault', async () => {
  expect(await secretsOf({ 'main.tf': main }, { varFiles: ['gone.tfvars'], planArgs: ['-var'] })).toEqual([])
})
