import type { FormatName } from './formats.ts'

/**
 * What `.github/gitops.yml` may hold, written once: the reader checks by it, and `schemas/gitops.schema.json` is made
 * from it (`scripts/config-schema.ts`).
 */
export type Shape =
  | { readonly kind: 'text'; readonly format: FormatName }
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'constant'; readonly value: number | boolean }
  | ListShape
  /** One item may stand without its list. */
  | { readonly kind: 'one-or-list'; readonly of: Shape }
  | ObjectShape
  /** Keys are free, of one form. */
  | { readonly kind: 'map'; readonly keys: FormatName; readonly of: Shape }
  /** `false`, or an object. */
  | { readonly kind: 'off-or'; readonly of: ObjectShape }
  /** A mapping of whatever its action will read. */
  | { readonly kind: 'open' }

export interface ListShape {
  readonly kind: 'list'
  readonly of: Shape
  readonly unique?: true
}

export interface ObjectShape {
  readonly kind: 'object'
  readonly fields: Readonly<Record<string, Field>>
}

export interface Field {
  readonly shape: Shape
  /** One sentence or two, for the editor. */
  readonly about: string
  readonly required?: true
  readonly examples?: readonly unknown[]
}

const text = (format: FormatName): Shape => ({ kind: 'text', format })
const list = (format: FormatName): ListShape => ({ kind: 'list', of: text(format) })
const oneOrList = (format: FormatName): Shape => ({ kind: 'one-or-list', of: text(format) })
const object = (fields: Readonly<Record<string, Field>>): ObjectShape => ({ kind: 'object', fields })

const drift = object({
  ignore: {
    about: 'Changes outside of Git that are no drift.',
    shape: {
      kind: 'list',
      of: object({
        resource: { shape: text('word'), about: 'Glob of resource addresses.', required: true },
        attribute: { shape: text('word'), about: 'Glob of attributes; without it, all.' },
        reason: { shape: text('sentence'), about: 'Why this is no drift.', required: true },
        expiry: { shape: text('date'), about: 'The last day on which the rule counts.' },
      }),
    },
    examples: [
      [{ resource: 'aws_autoscaling_group.*', attribute: 'desired_capacity', reason: 'scaled by load' }],
    ],
  },
  severity: {
    about: 'How bad drift of a resource or attribute is.',
    shape: {
      kind: 'list',
      of: object({
        resource: { shape: text('word'), about: 'Glob of resource addresses.', required: true },
        attribute: { shape: text('word'), about: 'Glob of attributes; without it, all.' },
        severity: {
          shape: { kind: 'choice', values: ['critical', 'high', 'medium', 'low', 'info'] },
          about: 'The severity.',
          required: true,
        },
      }),
    },
    examples: [[{ resource: 'aws_iam_*', severity: 'critical' }]],
  },
  remediate: {
    about: 'What is done about drift.',
    shape: { kind: 'choice', values: ['none', 'pr', 'apply', 'sync'] },
  },
  labels: { about: 'Labels of the issues.', shape: list('label'), examples: [['drift', 'platform']] },
})

const stack = object({
  path: {
    about: 'Folder of the root module, from the repository root; `.` is the root.',
    shape: text('path'),
    required: true,
    examples: ['infra/network'],
  },
  name: {
    about:
      'What people call it, unique in the repository. Default: the path, with the workspace or variable file.',
    shape: text('name'),
    examples: ['network'],
  },
  workspaces: {
    about: 'Workspaces: the stack is planned once for each.',
    shape: { ...list('workspace'), unique: true },
    examples: [['staging', 'production']],
  },
  'var-files': {
    about: 'Variable files, from the repository root. `{workspace}` stands for the name of the workspace.',
    shape: list('path'),
    examples: [['infra/app/env/{workspace}.tfvars']],
  },
  environment: {
    about: 'Environment it runs in: a name from `environments` where there are any.',
    shape: text('name'),
    examples: ['production'],
  },
  'depends-on': {
    about: 'Names of stacks that are applied before it.',
    shape: list('name'),
    examples: [['infra/network']],
  },
  'previous-names': {
    about: 'Names it had before: what is known of the stack by those names goes with it.',
    shape: list('name'),
    examples: [['infra/net']],
  },
  'extra-inputs': {
    about: 'Globs of other files, from the repository root, that change what it plans.',
    shape: list('glob'),
    examples: [['scripts/build/**']],
  },
  generated: {
    about:
      'Globs of files, from the repository root, that something writes before the plan and that are not in Git.',
    shape: list('glob'),
    examples: [['infra/app/build/*.zip']],
  },
  drift: {
    about: 'Rules for this stack alone, over those of `drift`; `false`: it is not scanned.',
    shape: { kind: 'off-or', of: drift },
  },
})

export const STRUCTURE = object({
  version: { about: 'Version of this form; `1` is the only one.', shape: { kind: 'constant', value: 1 } },
  stacks: {
    about: 'Settings of stacks. The other stacks of the repository are found as without it.',
    shape: { kind: 'list', of: stack },
    examples: [[{ path: 'infra/app', workspaces: ['staging', 'production'] }]],
  },
  'global-inputs': {
    about: 'Globs of files, from the repository root, that change every stack, chart and application.',
    shape: list('glob'),
    examples: [['tools/versions.yaml']],
  },
  environments: {
    about: 'Environments by name, with the roles that jobs in them take.',
    shape: {
      kind: 'map',
      keys: 'name',
      of: object({
        'plan-role': {
          about: 'ARN of the IAM role that plans. It should only read.',
          shape: text('role'),
          examples: ['arn:aws:iam::111122223333:role/plan'],
        },
        'apply-role': {
          about: 'ARN of the IAM role that applies.',
          shape: text('role'),
          examples: ['arn:aws:iam::111122223333:role/apply'],
        },
        region: { about: 'Region of AWS.', shape: text('region'), examples: ['eu-central-1'] },
      }),
    },
  },
  tools: {
    about: 'Versions of the tools: one version or a constraint, in quotes.',
    shape: object({
      terraform: {
        about: 'Version of Terraform.',
        shape: text('version'),
        examples: ['1.14.3', '~> 1.14.0'],
      },
      opentofu: { about: 'Version of OpenTofu.', shape: text('version'), examples: ['1.12.6'] },
      helm: { about: 'Version of Helm.', shape: text('version'), examples: ['3.19.2'] },
    }),
  },
  redact: {
    about: 'JavaScript regular expressions of text that must never be shown.',
    shape: list('redaction'),
    examples: [['tok_[0-9a-z]{16}']],
  },
  helm: {
    about: 'How charts are checked.',
    shape: object({
      values: {
        about:
          'Values files, from the repository root, to render charts with; a list in the list is used together.',
        shape: { kind: 'list', of: oneOrList('glob') },
        examples: [['helm/values/staging.yaml', ['helm/values/base.yaml', 'helm/values/production.yaml']]],
      },
      'kube-versions': {
        about: 'Versions of Kubernetes to render for, in quotes.',
        shape: list('kubernetes-version'),
        examples: [['1.33', '1.34']],
      },
      'api-versions': {
        about: 'APIs that the cluster has beside those of Kubernetes.',
        shape: list('word'),
        examples: [['monitoring.coreos.com/v1']],
      },
      schemas: {
        about: 'Files or folders with CustomResourceDefinitions or JSON Schemas.',
        shape: list('glob'),
        examples: [['schemas/crds']],
      },
    }),
  },
  argocd: {
    about: 'Where Argo CD is, and what of it is ours.',
    shape: object({
      server: { about: 'Address of its API.', shape: text('word'), examples: ['argocd.example.com'] },
      namespace: { about: 'Namespace it runs in.', shape: text('namespace'), examples: ['argocd'] },
      applications: {
        about: 'Names of Applications.',
        shape: list('word'),
        examples: [['shop', 'shop-jobs']],
      },
      version: { about: 'Its version.', shape: text('version'), examples: ['3.2.1'] },
    }),
  },
  drift: { about: 'What counts as drift, and what is done about it.', shape: drift },
  owners: {
    about:
      'Owners by pattern of paths, as in CODEOWNERS: the last pattern that matches wins, over CODEOWNERS.',
    shape: { kind: 'map', keys: 'owner-pattern', of: oneOrList('owner') },
    examples: [{ '/infra/': '@acme/platform', '/infra/network/': ['@acme/network', 'ops@example.com'] }],
  },
  bootstrap: { about: 'Settings for setting up accounts and clusters.', shape: { kind: 'open' } },
})
