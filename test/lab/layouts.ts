import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { runGit } from './run-git.ts'

/** Text of a file, target of a link, or undefined for a file that goes away. */
export type FileContent = string | { readonly link: string } | undefined

export interface ExpectedStack {
  readonly name: string
  readonly path: string
  readonly workspace?: string
  readonly varFiles?: readonly string[]
  readonly backendConfig?: readonly string[]
  readonly environment?: string
}

/** One commit on top of the layout, and what it must touch: nothing that is not named here. */
export interface LayoutEdit {
  readonly what: string
  readonly files: Readonly<Record<string, FileContent>>
  /** By stack name. */
  readonly touches: Readonly<Record<string, 'changed' | 'affected' | 'moved'>>
  readonly deleted?: readonly string[]
  /** Wave of stacks where it matters. */
  readonly waves?: Readonly<Record<string, number>>
  /** A way that must be among the reasons of a stack, in words. */
  readonly reasons?: Readonly<Record<string, string>>
}

/** How people lay out a repository, with what must be found in it. */
export interface Layout {
  readonly name: string
  readonly files: Readonly<Record<string, FileContent>>
  /** All, sorted by name. */
  readonly stacks: readonly ExpectedStack[]
  readonly edits: readonly LayoutEdit[]
}

export interface LayoutRepository extends AsyncDisposable {
  readonly folder: string
  readonly base: string
  /** Commits an edit on top of the base; gives the commit. The base stays what it is. */
  commit(edit: LayoutEdit): Promise<string>
}

/** Makes a layout as a Git repository of one commit, in a folder of its own. */
export async function makeLayout(layout: Layout): Promise<LayoutRepository> {
  const folder = await mkdtemp(join(tmpdir(), 'layout-'))
  await runGit(folder, 'init', '--quiet', '--initial-branch=main')
  const write = async (files: Readonly<Record<string, FileContent>>): Promise<string> => {
    for (const [path, content] of Object.entries(files)) {
      const file = join(folder, path)
      await rm(file, { force: true })
      if (content === undefined) continue
      await mkdir(dirname(file), { recursive: true })
      if (typeof content === 'string') await writeFile(file, content)
      else await symlink(content.link, file)
    }
    await runGit(folder, 'add', '--all')
    await runGit(folder, 'commit', '--quiet', '--message', 'files')
    return runGit(folder, 'rev-parse', 'HEAD')
  }
  const base = await write(layout.files)
  return {
    folder,
    base,
    async commit(edit) {
      await runGit(folder, 'checkout', '--quiet', '--force', '--detach', base)
      return write(edit.files)
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  }
}

const s3 = (key: string): string => `terraform {
  backend "s3" {
    bucket = "acme-state"
    key    = "${key}"
    region = "eu-west-1"
  }
}
`
const partialBackend = 'terraform {\n  backend "s3" {}\n}\n'
const call = (name: string, source: string): string => `module "${name}" {\n  source = "${source}"\n}\n`
const remoteState = (key: string): string => `data "terraform_remote_state" "upstream" {
  backend = "s3"
  config = {
    bucket = "acme-state"
    key    = "${key}"
    region = "eu-west-1"
  }
}
`
const resource = (name: string): string => `resource "terraform_data" "${name}" {}\n`
const environments = (...names: readonly string[]): string =>
  `environments:\n${names.map((name) => `  ${name}:\n    region: eu-west-1\n`).join('')}`
/** A module as it is published: never planned by itself. */
const module = (path: string, ...calls: readonly string[]): Record<string, string> => ({
  [`${path}/main.tf`]: resource('this') + calls.join('\n'),
  [`${path}/variables.tf`]: 'variable "name" {\n  type    = string\n  default = ""\n}\n',
  [`${path}/README.md`]: '# A module\n',
})

/** As in the repositories of terraform-aws-modules: the root is the module, others call it. */
const published: Layout = {
  name: 'a published module with modules/* and examples/*',
  files: {
    'main.tf': resource('cluster') + call('fargate', './modules/fargate-profile'),
    'variables.tf': 'variable "name" {\n  type = string\n}\n',
    'outputs.tf': 'output "name" {\n  value = var.name\n}\n',
    'versions.tf': 'terraform {\n  required_version = ">= 1.5"\n}\n',
    'templates.tf': 'locals {\n  data = templatefile("${path.module}/templates/user-data.tpl", {})\n}\n',
    'templates/user-data.tpl': '#!/bin/sh\n',
    'templates/unused.tpl': '#!/bin/sh\n',
    ...module('modules/fargate-profile', call('labels', '../labels')),
    ...module('modules/labels'),
    ...module('modules/karpenter'),
    'examples/complete/main.tf': call('this', '../..') + call('karpenter', '../../modules/karpenter'),
    'examples/complete/versions.tf': 'terraform {\n  required_version = ">= 1.5"\n}\n',
    'examples/simple/main.tf': call('this', '../../'),
    // Generated: the modules once more, with for_each.
    'wrappers/main.tf': call('wrapper', '../'),
    'wrappers/karpenter/main.tf': call('wrapper', '../../modules/karpenter'),
    'tests/basic.tftest.hcl': 'run "plan" {\n  command = plan\n}\n',
    'README.md': '# Module\n',
    'docs/upgrade.md': '# Upgrade\n',
  },
  stacks: [{ name: '.', path: '.' }],
  edits: [
    { what: 'the root module', files: { 'main.tf': resource('other') }, touches: { '.': 'changed' } },
    {
      what: 'a module that a called module calls',
      files: { 'modules/labels/main.tf': resource('that') },
      touches: { '.': 'affected' },
      reasons: { '.': 'modules/labels/main.tf → modules/labels → modules/fargate-profile → .' },
    },
    {
      what: 'a module that only an example calls',
      files: { 'modules/karpenter/main.tf': resource('that') },
      touches: {},
    },
    { what: 'an example', files: { 'examples/complete/main.tf': resource('that') }, touches: {} },
    {
      what: 'a template that is read',
      files: { 'templates/user-data.tpl': '#!/bin/bash\n' },
      touches: { '.': 'affected' },
    },
    { what: 'one that is not', files: { 'templates/unused.tpl': '#!/bin/bash\n' }, touches: {} },
    { what: 'documentation', files: { 'README.md': '# Mod\n', 'docs/upgrade.md': '' }, touches: {} },
  ],
}

/** Examples with a lock file are planned in that repository's CI: by their lock file they are stacks. */
const examplesWithLock: Layout = {
  name: 'a published module whose example has a lock file',
  files: {
    'main.tf': resource('this'),
    'examples/complete/main.tf': call('this', '../..'),
    'examples/complete/.terraform.lock.hcl': '# locked\n',
  },
  stacks: [{ name: 'examples/complete', path: 'examples/complete' }],
  edits: [
    {
      what: 'the root module',
      files: { 'main.tf': resource('that') },
      touches: { 'examples/complete': 'affected' },
      reasons: { 'examples/complete': 'main.tf → . → examples/complete' },
    },
    {
      what: 'the lock file alone',
      files: { 'examples/complete/.terraform.lock.hcl': '# other\n' },
      touches: { 'examples/complete': 'changed' },
    },
  ],
}

const liveStack = (path: string, ...more: readonly string[]): Record<string, FileContent> => ({
  [`${path}/main.tf`]: resource('this') + more.join('\n'),
  [`${path}/backend.tf`]: s3(`${path}/terraform.tfstate`),
  [`${path}/providers.tf`]: { link: '../../../_shared/providers.tf' },
})

const live: Layout = {
  name: 'live/ENVIRONMENT/REGION/STACK with modules beside it',
  files: {
    '.github/gitops.yml': environments('dev', 'prod'),
    'live/_shared/providers.tf': 'provider "aws" {}\n',
    ...liveStack('live/dev/eu-west-1/network', call('vpc', '../../../../modules/vpc')),
    ...liveStack('live/prod/eu-west-1/network', call('vpc', '../../../../modules/vpc')),
    ...liveStack('live/prod/eu-west-1/cluster', remoteState('live/prod/eu-west-1/network/terraform.tfstate')),
    ...liveStack(
      'live/prod/eu-west-1/app',
      remoteState('live/prod/eu-west-1/cluster/terraform.tfstate'),
      call('app', '../../../../modules/app'),
    ),
    'live/prod/eu-west-1/app/files/policy.json': '{}\n',
    ...liveStack('live/prod/us-east-1/dns'),
    ...module('modules/vpc', call('subnets', './subnets')),
    ...module('modules/vpc/subnets'),
    ...module('modules/app'),
  },
  stacks: [
    { name: 'live/dev/eu-west-1/network', path: 'live/dev/eu-west-1/network', environment: 'dev' },
    { name: 'live/prod/eu-west-1/app', path: 'live/prod/eu-west-1/app', environment: 'prod' },
    { name: 'live/prod/eu-west-1/cluster', path: 'live/prod/eu-west-1/cluster', environment: 'prod' },
    { name: 'live/prod/eu-west-1/network', path: 'live/prod/eu-west-1/network', environment: 'prod' },
    { name: 'live/prod/us-east-1/dns', path: 'live/prod/us-east-1/dns', environment: 'prod' },
  ],
  edits: [
    {
      what: 'a module in a module of two networks, and all that reads their state',
      files: { 'modules/vpc/subnets/main.tf': resource('that') },
      touches: {
        'live/dev/eu-west-1/network': 'affected',
        'live/prod/eu-west-1/network': 'affected',
        'live/prod/eu-west-1/cluster': 'affected',
        'live/prod/eu-west-1/app': 'affected',
      },
      waves: {
        'live/dev/eu-west-1/network': 1,
        'live/prod/eu-west-1/network': 1,
        'live/prod/eu-west-1/cluster': 2,
        'live/prod/eu-west-1/app': 3,
      },
      reasons: {
        'live/dev/eu-west-1/network':
          'modules/vpc/subnets/main.tf → modules/vpc/subnets → modules/vpc → live/dev/eu-west-1/network',
      },
    },
    {
      what: 'a file that the last one of a chain reads',
      files: { 'live/prod/eu-west-1/app/files/policy.json': '{"a": 1}\n' },
      touches: { 'live/prod/eu-west-1/app': 'changed' },
      waves: { 'live/prod/eu-west-1/app': 1 },
    },
    {
      what: 'a file that all have as a link',
      files: { 'live/_shared/providers.tf': 'provider "aws" {\n  region = "eu-west-1"\n}\n' },
      touches: {
        'live/dev/eu-west-1/network': 'affected',
        'live/prod/eu-west-1/app': 'affected',
        'live/prod/eu-west-1/cluster': 'affected',
        'live/prod/eu-west-1/network': 'affected',
        'live/prod/us-east-1/dns': 'affected',
      },
    },
    {
      what: 'a link that leads elsewhere',
      files: {
        'live/prod/us-east-1/dns/providers.tf': { link: '../../../_shared/other.tf' },
        'live/_shared/other.tf': 'provider "aws" {}\n',
      },
      touches: { 'live/prod/us-east-1/dns': 'changed' },
    },
    {
      what: 'a stack that moves, with its state where it was',
      files: {
        'live/prod/us-east-1/dns/main.tf': undefined,
        'live/prod/us-east-1/dns/backend.tf': undefined,
        'live/prod/us-east-1/dns/providers.tf': undefined,
        ...liveStack('live/prod/us-east-1/zones'),
        'live/prod/us-east-1/zones/backend.tf': s3('live/prod/us-east-1/dns/terraform.tfstate'),
      },
      touches: { 'live/prod/us-east-1/zones': 'moved' },
    },
    {
      what: 'a stack that goes',
      files: {
        'live/prod/us-east-1/dns/main.tf': undefined,
        'live/prod/us-east-1/dns/backend.tf': undefined,
        'live/prod/us-east-1/dns/providers.tf': undefined,
      },
      touches: {},
      deleted: ['live/prod/us-east-1/dns'],
    },
  ],
}

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

const perEnvironment: Layout = {
  name: 'environments/NAME as root modules over shared modules',
  files: {
    '.github/gitops.yml': environments('dev', 'prod'),
    'environments/dev/main.tf': s3('dev') + call('app', '../../modules/app'),
    'environments/dev/terraform.tfvars': 'size = 1\n',
    'environments/prod/main.tf': s3('prod') + call('app', '../../modules/app'),
    'environments/prod/terraform.tfvars': 'size = 2\n',
    ...module('modules/app', call('queue', '../queue')),
    ...module('modules/queue'),
    'modules/queue/policies/deny.json': '{}\n',
    'app/src/index.ts': 'export {}\n',
  },
  stacks: [
    { name: 'environments/dev', path: 'environments/dev', environment: 'dev' },
    { name: 'environments/prod', path: 'environments/prod', environment: 'prod' },
  ],
  edits: [
    {
      what: 'one environment',
      files: { 'environments/dev/terraform.tfvars': 'size = 5\n' },
      touches: { 'environments/dev': 'changed' },
    },
    {
      what: 'a file in a sub-folder of a module',
      files: { 'modules/queue/policies/deny.json': '{"a": 1}\n' },
      touches: { 'environments/dev': 'affected', 'environments/prod': 'affected' },
    },
    { what: 'application code', files: { 'app/src/index.ts': '\n' }, touches: {} },
  ],
}

const rootStack: Layout = {
  name: 'one stack at the root, application code around it, one more below',
  files: {
    'main.tf': `${s3('root')}data "archive_file" "code" {
  type        = "zip"
  source_dir  = "\${path.module}/lambda"
  output_path = "/tmp/code.zip"
}
`,
    'lambda/handler.py': 'pass\n',
    'src/index.ts': 'export {}\n',
    'bootstrap/main.tf': s3('bootstrap') + resource('this'),
    Makefile: 'all:\n',
  },
  stacks: [
    { name: '.', path: '.' },
    { name: 'bootstrap', path: 'bootstrap' },
  ],
  edits: [
    // Only the files directly at the root are that stack's own.
    { what: 'code that is packed', files: { 'lambda/handler.py': 'return\n' }, touches: { '.': 'affected' } },
    { what: 'code that is not', files: { 'src/index.ts': '\n' }, touches: {} },
    {
      what: 'the stack below',
      files: { 'bootstrap/main.tf': s3('bootstrap') },
      touches: { bootstrap: 'changed' },
    },
  ],
}

const nested: Layout = {
  name: 'stacks in folders of stacks',
  files: {
    'infra/main.tf': s3('infra') + resource('this'),
    'infra/scripts/run.sh': 'exit 0\n',
    'infra/network/main.tf': s3('network') + resource('this'),
    'infra/network/peering/main.tf': s3('peering') + resource('this'),
    'infra/network/notes.txt': 'notes\n',
  },
  stacks: [
    { name: 'infra', path: 'infra' },
    { name: 'infra/network', path: 'infra/network' },
    { name: 'infra/network/peering', path: 'infra/network/peering' },
  ],
  edits: [
    {
      what: 'the one in the middle',
      files: { 'infra/network/notes.txt': 'more notes\n' },
      touches: { 'infra/network': 'changed' },
    },
    { what: 'a sub-folder', files: { 'infra/scripts/run.sh': 'exit 1\n' }, touches: { infra: 'changed' } },
    {
      what: 'the deepest',
      files: { 'infra/network/peering/main.tf': s3('peering') },
      touches: { 'infra/network/peering': 'changed' },
    },
  ],
}

const json: Layout = {
  name: 'generated JSON configuration, and OpenTofu files',
  files: {
    'cdktf.out/stacks/prod/cdk.tf.json': `${JSON.stringify({
      terraform: { backend: { s3: { bucket: 'acme-state', key: 'cdk', region: 'eu-west-1' } } },
      module: { queue: { source: '../../../modules/queue' } },
    })}\n`,
    ...module('modules/queue'),
    'tofu/main.tofu': s3('tofu') + call('queue', '../modules/queue'),
  },
  stacks: [
    { name: 'cdktf.out/stacks/prod', path: 'cdktf.out/stacks/prod' },
    { name: 'tofu', path: 'tofu' },
  ],
  edits: [
    {
      what: 'a module that both call',
      files: { 'modules/queue/main.tf': resource('that') },
      touches: { 'cdktf.out/stacks/prod': 'affected', tofu: 'affected' },
    },
  ],
}

const none: Layout = {
  name: 'no infrastructure at all',
  files: { 'src/index.ts': 'export {}\n', 'README.md': '# App\n' },
  stacks: [],
  edits: [{ what: 'code', files: { 'src/index.ts': '\n' }, touches: {} }],
}

export const LAYOUTS: readonly Layout[] = [
  published,
  examplesWithLock,
  live,
  manyVariables,
  variablesBeside,
  folderPerEnvironment('terraform'),
  folderPerEnvironment('.'),
  workspaces,
  perEnvironment,
  rootStack,
  nested,
  json,
  none,
]
