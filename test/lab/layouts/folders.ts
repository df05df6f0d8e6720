import type { FileContent, Layout } from './layout.ts'
import { module, call, environments, remoteState, resource, s3 } from './parts.ts'

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

/** Where stacks and modules stand. */
export const FOLDER_LAYOUTS: readonly Layout[] = [
  published,
  examplesWithLock,
  live,
  perEnvironment,
  rootStack,
  nested,
  json,
  none,
]
