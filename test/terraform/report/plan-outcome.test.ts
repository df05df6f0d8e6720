import { expect, test } from '@jest/globals'
import { planOutcome } from '../../../src/terraform/report/plan-outcome.ts'
import { testRedactor } from '../plan/support.ts'
import { stackIn } from '../support.ts'

test('the commands to copy hold no value of a variable or backend setting (the redactor may not know them)', () => {
  const binary = { tool: 'terraform', path: '/bin/terraform', version: '1.11.4', reason: 'test' } as const
  const run = stackIn('/stack', binary, {
    varFiles: ['prod.tfvars'],
    backendConfig: ['access_key=hunter2', 'prod.hcl'],
    initArgs: ['-upgrade', '-backend-config=token=hunter2', '-backend-config', 'key=hunter2'],
    planArgs: ['-var=conn=hunter2', '-var', 'x=hun ter2', '-target=a.b'],
    workspace: 'prod',
  })
  const stack = { key: 'k', name: 'app', path: 'infra/app' }
  const { reproduce } = planOutcome({ stack, run, diagnostics: [], findings: [], seconds: 1 }, testRedactor())
  expect(reproduce).toEqual([
    'cd infra/app',
    "terraform init '-backend-config=access_key=…' -backend-config=prod.hcl -upgrade '-backend-config=token=…' -backend-config 'key=…'",
    'terraform workspace select prod',
    "terraform plan -var-file=prod.tfvars '-var=conn=…' -var 'x=…' -target=a.b",
  ])
})
