import type { ExpectedStack, Layout } from './layout.ts'
import { module, call, environments, partialBackend, resource, s3 } from './parts.ts'

const variant = (path: string, name: string, folder: string, environment?: string): ExpectedStack => ({
  name: `${path}@${name}`,
  path,
  varFiles: [`${folder}/${name}.tfvars`],
  ...(environment === undefined ? {} : { environment }),
})

const manyVariables: Layout = {
  name: 'one folder with a variable file per environment below it',
  files: {
    '.github/gitops.yml': environments('dev', 'prod'),
    'infra/main.tf': partialBackend + call('app', '../modules/app'),
    'infra/env/dev.tfvars': 'size = 1\n',
    'infra/env/staging.tfvars': 'size = 2\n',
    'infra/env/prod.tfvars': 'size = 3\n',
    'infra/env/prod.tfbackend': 'key = "prod"\n',
    'infra/env/dev.s3.tfbackend': 'key = "dev"\n',
    'infra/terraform.tfvars': 'name = "app"\n',
    'infra/README.md': '# Infra\n',
    ...module('modules/app'),
  },
  stacks: [
    { ...variant('infra', 'dev', 'infra/env', 'dev'), backendConfig: ['infra/env/dev.s3.tfbackend'] },
    { ...variant('infra', 'prod', 'infra/env', 'prod'), backendConfig: ['infra/env/prod.tfbackend'] },
    variant('infra', 'staging', 'infra/env'),
  ],
  edits: [
    {
      what: 'one variable file',
      files: { 'infra/env/prod.tfvars': 'size = 4\n' },
      touches: { 'infra@prod': 'changed' },
      reasons: { 'infra@prod': 'infra/env/prod.tfvars → infra@prod' },
    },
    {
      what: "one environment's backend",
      files: { 'infra/env/dev.s3.tfbackend': 'key = "development"\n' },
      touches: { 'infra@dev': 'changed' },
    },
    {
      what: 'variables that terraform loads by itself',
      files: { 'infra/terraform.tfvars': 'name = "web"\n' },
      touches: { 'infra@dev': 'changed', 'infra@prod': 'changed', 'infra@staging': 'changed' },
    },
    {
      what: 'the code that all share',
      files: { 'modules/app/main.tf': resource('that') },
      touches: { 'infra@dev': 'affected', 'infra@prod': 'affected', 'infra@staging': 'affected' },
    },
    {
      what: 'a variable file more',
      files: { 'infra/env/qa.tfvars': 'size = 1\n' },
      touches: { 'infra@qa': 'changed' },
    },
    {
      what: 'a variable file less',
      files: { 'infra/env/staging.tfvars': undefined },
      touches: {},
      deleted: ['infra@staging'],
    },
    { what: 'documentation', files: { 'infra/README.md': '# Other\n' }, touches: {} },
  ],
}

const variablesBeside: Layout = {
  name: 'variable files next to the code',
  files: {
    'app/main.tf': partialBackend + resource('this'),
    'app/dev.tfvars': 'size = 1\n',
    'app/prod.tfvars': 'size = 2\n',
    'app/prod.tfbackend': 'key = "prod"\n',
    'app/common.auto.tfvars': 'name = "app"\n',
    'tools/main.tf': partialBackend + resource('this'),
    'tools/vars/one.tfvars.json': '{}\n',
    'tools/vars/two.tfvars.json': '{}\n',
  },
  stacks: [
    variant('app', 'dev', 'app'),
    { ...variant('app', 'prod', 'app'), backendConfig: ['app/prod.tfbackend'] },
    { name: 'tools@one', path: 'tools', varFiles: ['tools/vars/one.tfvars.json'] },
    { name: 'tools@two', path: 'tools', varFiles: ['tools/vars/two.tfvars.json'] },
  ],
  edits: [
    { what: 'one', files: { 'app/dev.tfvars': 'size = 9\n' }, touches: { 'app@dev': 'changed' } },
    {
      what: 'what all load',
      files: { 'app/common.auto.tfvars': 'name = "web"\n' },
      touches: { 'app@dev': 'changed', 'app@prod': 'changed' },
    },
    {
      what: 'JSON',
      files: { 'tools/vars/two.tfvars.json': '{"a": 1}\n' },
      touches: { 'tools@two': 'changed' },
    },
  ],
}

/** Which of them is planned is written in somebody's workflow: a change of any touches the stack. */
const folderPerEnvironment = (path: string): Layout => {
  const at = (name: string): string => (path === '.' ? name : `${path}/${name}`)
  return {
    name: `a folder of variables per environment, which no convention names, below ${path}`,
    files: {
      [at('main.tf')]: partialBackend + resource('this'),
      [at('envs/dev/terraform.tfvars')]: 'size = 1\n',
      [at('envs/dev/backend.tfbackend')]: 'key = "dev"\n',
      [at('envs/prod/terraform.tfvars')]: 'size = 2\n',
      [at('envs/prod/backend.tfbackend')]: 'key = "prod"\n',
    },
    stacks: [{ name: path, path }],
    edits: [
      {
        what: 'variables of one',
        files: { [at('envs/prod/terraform.tfvars')]: 'size = 3\n' },
        touches: { [path]: path === '.' ? 'affected' : 'changed' },
      },
      {
        what: 'the backend of one',
        files: { [at('envs/dev/backend.tfbackend')]: 'key = "development"\n' },
        touches: { [path]: path === '.' ? 'affected' : 'changed' },
      },
    ],
  }
}

const workspaces: Layout = {
  name: 'workspaces named in the configuration',
  files: {
    '.github/gitops.yml': `${environments('dev', 'prod')}stacks:
  - path: infra
    name: platform
    workspaces: [dev, prod]
    var-files: ['infra/vars/{workspace}.tfvars', 'infra/vars/common.tfvars']
    extra-inputs: ['policies/**/*.rego']
`,
    'infra/main.tf': s3('platform') + resource('this'),
    'infra/vars/common.tfvars': 'name = "a"\n',
    'infra/vars/dev.tfvars': 'size = 1\n',
    'infra/vars/prod.tfvars': 'size = 2\n',
    'policies/tags/main.rego': 'package main\n',
    'policies/README.md': '# Policies\n',
  },
  stacks: ['dev', 'prod'].map((workspace) => ({
    name: `platform@${workspace}`,
    path: 'infra',
    workspace,
    varFiles: [`infra/vars/${workspace}.tfvars`, 'infra/vars/common.tfvars'],
    environment: workspace,
  })),
  edits: [
    {
      what: "one workspace's variables",
      files: { 'infra/vars/dev.tfvars': 'size = 3\n' },
      touches: { 'platform@dev': 'changed' },
    },
    {
      what: 'variables of both',
      files: { 'infra/vars/common.tfvars': 'name = "b"\n' },
      touches: { 'platform@dev': 'changed', 'platform@prod': 'changed' },
    },
    {
      what: 'an extra input',
      files: { 'policies/tags/main.rego': 'package tags\n' },
      touches: { 'platform@dev': 'affected', 'platform@prod': 'affected' },
    },
    { what: 'a file beside the extra inputs', files: { 'policies/README.md': '' }, touches: {} },
  ],
}

/** Variables per environment. */
export const VARIABLE_LAYOUTS: readonly Layout[] = [
  manyVariables,
  variablesBeside,
  folderPerEnvironment('terraform'),
  folderPerEnvironment('.'),
  workspaces,
]
