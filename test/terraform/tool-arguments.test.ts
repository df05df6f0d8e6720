import { expect, test } from '@jest/globals'
import { valuesOf, withoutValues } from '../../src/terraform/tool-arguments.ts'

test('values of variables and backend settings are cut in every form, and nothing else is', () => {
  const args = [
    '-var=a=hunter2',
    '--var=a=hunter2=x\ny',
    '-var',
    'b=hunter2',
    '--var',
    'c=hunter2',
    '-backend-config=access_key=hunter2',
    '-backend-config',
    'token=hunter2',
    '-backend-config=prod.hcl',
    '-backend-config',
    'dev.hcl',
    '-var-file=x=y.tfvars',
    '-target=a.b["k=v"]',
  ]
  expect(withoutValues(args)).toEqual([
    '-var=a=…',
    '--var=a=…',
    '-var',
    'b=…',
    '--var',
    'c=…',
    '-backend-config=access_key=…',
    '-backend-config',
    'token=…',
    '-backend-config=prod.hcl',
    '-backend-config',
    'dev.hcl',
    '-var-file=x=y.tfvars',
    '-target=a.b["k=v"]',
  ])
})

test('the values of an option, and of no other whose name begins alike', () => {
  const args = [
    '-var=a=1',
    '--var',
    'b=2',
    '-var-file=x.tfvars',
    '-var-file',
    'y.tfvars',
    '-variable=c',
    '-destroy',
  ]
  expect(valuesOf(args, 'var')).toEqual(['a=1', 'b=2'])
  expect(valuesOf(args, 'var-file')).toEqual(['x.tfvars', 'y.tfvars'])
})
