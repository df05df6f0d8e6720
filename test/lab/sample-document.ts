import type { ReportDocument } from '../../src/report/document.ts'
import type { AttributeChange, DiffLine, ShownValue } from '../../src/report/resource-change.ts'
import { countOf } from '../../src/report/words.ts'
import type { Fold, Inlines, Rank, Section, TableRow } from '../../src/report/section.ts'

const value = (text: string): ShownValue => ({ kind: 'value', text })
const absent: ShownValue = { kind: 'absent' }
const unknown: ShownValue = { kind: 'unknown' }
const sensitive: ShownValue = { kind: 'sensitive' }

export function changed(
  path: string,
  before: ShownValue,
  after: ShownValue,
  forces = false,
): AttributeChange {
  const action = before.kind === 'absent' ? 'add' : after.kind === 'absent' ? 'remove' : 'change'
  return { path, action, before, after, forcesReplacement: forces }
}

/** As the Terraform report says it. */
const labels: Readonly<Record<string, string>> = {
  destroy: '🔴 destroy',
  replace: '🟠 replace',
  update: '🟡 update',
  create: '🟢 create',
  move: '⚪ move',
}

function lines(text: string): readonly DiffLine[] {
  return text.split('\n').map((line) => {
    const sign = line.charAt(0)
    if (sign === '@') return { sign: 'gap', text: line.slice(1) }
    return { sign: sign === '+' || sign === '-' ? sign : ' ', text: line.slice(1) }
  })
}

export function resourceFold(
  action: string,
  address: string,
  changes: readonly AttributeChange[],
  more: {
    readonly unchanged?: number
    readonly open?: boolean
    readonly rank?: Rank
    readonly before?: readonly Section[]
  } = {},
): Fold {
  const rank = more.rank ?? 3
  return {
    kind: 'fold',
    rank,
    summary: [
      labels[action] ?? action,
      ' ',
      { code: address },
      changes.length === 0 ? '' : ` · ${countOf(changes.length, 'attribute')}`,
    ],
    open: more.open ?? false,
    noun: 'attributes',
    sections: [
      ...(more.before ?? []),
      { kind: 'attribute-diff', rank, changes, unchanged: more.unchanged ?? 0 },
    ],
  }
}

function row(rank: Rank, action: string, address: string, why: Inlines): TableRow {
  return { rank, cells: [[labels[action] ?? action], [{ code: address }], why] }
}

const policyLines = lines(` {
   "Version": "2012-10-17",
@11 unchanged lines
       "Effect": "Allow",
-      "Action": ["s3:GetObject", "s3:ListBucket"],
+      "Action": ["s3:GetObject", "s3:ListBucket", "s3:PutObject"],
-      "Resource": "arn:aws:s3:::shop-assets/*"
+      "Resource": "arn:aws:s3:::shop-assets-v2/*"
     }
   ]
 }`)

const userDataLines = lines(` #cloud-config
 packages:
-  - nginx=1.24.*
+  - nginx=1.26.*
   - jq
@8 unchanged lines
 runcmd:
+  - [systemctl, enable, --now, shop-metrics]
   - [systemctl, restart, nginx]`)

const replacedInstance = resourceFold(
  'replace',
  'module.web["blue"].aws_instance.app[0]',
  [
    changed('ami', value('"ami-0c55b159cbfafe1f0"'), value('"ami-0d71ea30463e0ff8d"'), true),
    changed('instance_type', value('"t3.micro"'), value('"t3.large"')),
    changed('tags["Release"]', value('"2026.08.1"'), value('"2026.09.0"')),
    changed('tags["Owner"]', absent, value('"team-shop"')),
    changed('root_block_device[0].kms_key_id', value('"arn:aws:kms:eu-west-1:111122223333:key/old"'), absent),
    changed('public_ip', value('"203.0.113.10"'), unknown),
    changed('password_data', sensitive, sensitive),
    { ...changed('user_data', value('…'), value('…'), true), lines: userDataLines, language: 'yaml' },
  ],
  {
    unchanged: 31,
    open: true,
    rank: 0,
    before: [
      {
        kind: 'text',
        rank: 2,
        text: [
          'Destroyed first, then created, because ',
          { code: 'ami' },
          ' and ',
          { code: 'user_data' },
          ' cannot be changed in place.',
        ],
      },
    ],
  },
)

const resources: Fold = {
  kind: 'fold',
  rank: 3,
  summary: ['Attributes of 6 resources'],
  open: true,
  noun: 'resources',
  sections: [
    resourceFold(
      'destroy',
      'aws_db_instance.reports',
      [
        changed('allocated_storage', value('100'), absent),
        changed('engine', value('"postgres"'), absent),
        changed('identifier', value('"shop-reports-production-eu-west-1"'), absent),
        changed('password', sensitive, absent),
      ],
      { unchanged: 0, rank: 0 },
    ),
    replacedInstance,
    resourceFold(
      'update',
      'aws_iam_role_policy.assets',
      [{ ...changed('policy', value('…'), value('…')), lines: policyLines, language: 'json' }],
      { unchanged: 3, open: true },
    ),
    resourceFold('update', 'aws_security_group.web', [
      changed(
        'ingress[0].cidr_blocks',
        value('["10.0.0.0/16", "10.1.0.0/16"]'),
        value('["10.0.0.0/16", "10.2.0.0/16"]'),
      ),
      changed(
        'ingress[0].description',
        value('"from the load balancer"'),
        value('"from the new load balancer only"'),
      ),
      changed('ingress[1].from_port', absent, value('9100')),
    ]),
    resourceFold(
      'create',
      'aws_s3_bucket.assets_v2',
      [
        changed('arn', absent, unknown),
        changed('bucket', absent, value('"shop-assets-v2"')),
        changed('force_destroy', absent, value('false')),
        changed('tags', absent, value('{\n  "Name"  = "shop-assets-v2"\n  "Owner" = "team-shop"\n}')),
        changed('website_endpoint', absent, unknown),
      ],
      { open: true },
    ),
    resourceFold('move', 'module.net.aws_subnet.private["eu-west-1a"]', [], {
      unchanged: 18,
      before: [{ kind: 'text', rank: 5, text: ['Was ', { code: 'aws_subnet.private[0]' }, '.'] }],
    }),
  ],
}

/** One document with every kind of section, as a plan of one stack would give it. */
export const sampleDocument: ReportDocument = {
  title: 'Terraform plan: infra/production',
  tone: 'changed',
  verdict: [{ strong: ['1 to destroy, 1 to replace'] }, ', 2 to change, 1 to add'],
  sections: [
    {
      kind: 'text',
      rank: 0,
      tone: 'caution',
      text: [
        'Destroys ',
        { code: 'aws_db_instance.reports' },
        ' and replaces ',
        { code: 'module.web["blue"].aws_instance.app[0]' },
        ': ',
        { code: 'ami' },
        ' cannot be changed in place.',
      ],
    },
    {
      kind: 'table',
      rank: 0,
      noun: 'resources',
      columns: [{ title: 'Action' }, { title: 'Resource' }, { title: 'Why' }],
      rows: [
        row(0, 'destroy', 'aws_db_instance.reports', ['not in the configuration any more']),
        row(0, 'replace', 'module.web["blue"].aws_instance.app[0]', [
          { code: 'ami' },
          ', ',
          { code: 'user_data' },
          ' force it',
        ]),
        row(3, 'update', 'aws_iam_role_policy.assets', [{ code: 'policy' }]),
        row(3, 'update', 'aws_security_group.web', [{ code: 'ingress' }]),
        row(4, 'create', 'aws_s3_bucket.assets_v2', []),
        row(6, 'move', 'module.net.aws_subnet.private["eu-west-1a"]', [
          'from ',
          { code: 'aws_subnet.private[0]' },
        ]),
      ],
    },
    resources,
    { kind: 'heading', rank: 4, level: 2, text: ['Outputs'] },
    {
      kind: 'attribute-diff',
      rank: 4,
      unchanged: 2,
      changes: [
        changed('assets_bucket', value('"shop-assets"'), value('"shop-assets-v2"')),
        changed('admin_token', sensitive, sensitive),
        changed('instance_ip', value('"203.0.113.10"'), unknown),
      ],
    },
    { kind: 'heading', rank: 2, level: 2, text: ['Findings'] },
    {
      kind: 'table',
      rank: 2,
      noun: 'findings',
      columns: [{ title: 'Level' }, { title: 'What' }, { title: 'Where' }],
      rows: [
        {
          rank: 1,
          cells: [
            ['error'],
            ['Check block assertion failed: the shop does not answer with 200.'],
            [{ code: 'infra/production/checks.tf:14' }],
          ],
        },
        {
          rank: 2,
          cells: [
            ['warning'],
            ['Argument is deprecated: use ', { code: 'aws_s3_bucket_acl' }, '.'],
            [{ code: 'infra/production/s3.tf:8' }],
          ],
        },
        {
          rank: 7,
          cells: [
            ['notice'],
            ['Not formatted.'],
            [
              {
                link: [{ code: 'infra/production/main.tf' }],
                href: 'https://github.com/acme/shop/blob/main/infra/production/main.tf',
              },
            ],
          ],
        },
      ],
    },
    {
      kind: 'list',
      rank: 5,
      items: [
        ['Import ', { code: 'aws_route53_zone.main' }, ' from id ', { code: 'Z0123456789' }],
        [{ emphasis: ['Left for a later plan: '] }, { code: 'kubernetes_manifest.app' }],
      ],
    },
    {
      kind: 'text',
      rank: 4,
      tone: 'warning',
      text: ['One resource was changed outside Terraform since the last apply.'],
    },
    {
      kind: 'line-diff',
      rank: 6,
      lines: lines(
        ' replicas: 3\n-image: shop:2026.08.1\n+image: shop:2026.09.0\n@40 unchanged lines\n port: 8080',
      ),
    },
    { kind: 'text', rank: 8, tone: 'note', text: ['To see the same on your machine:'] },
    {
      kind: 'code',
      rank: 8,
      language: 'sh',
      text: 'cd infra/production\nterraform init\nterraform plan -lock-timeout=300s',
    },
  ],
  footer: [
    'Commit ',
    { code: '3f9a2c1' },
    ' · Terraform 1.11.4 · plan ',
    { code: 'sha256:9b1d…' },
    ' · ',
    { link: ['job'], href: 'https://github.com/acme/shop/actions/runs/1' },
  ],
}

export const sampleCounts = { add: 1, change: 2, destroy: 1, replace: 1, move: 1, drift: 1, import: 0 }

/** Replaces every untrusted string of a document: for trying what hostile text does. */
export function withText(document: ReportDocument, text: (original: string) => string): ReportDocument {
  const clean = new Set(['kind', 'sign', 'action', 'href', 'tone', 'align', 'language'])
  const swap = (node: unknown, key: string): unknown => {
    if (typeof node === 'string') return clean.has(key) ? node : text(node)
    if (Array.isArray(node)) return node.map((item: unknown) => swap(item, ''))
    if (typeof node !== 'object' || node === null) return node
    return Object.fromEntries(Object.entries(node).map(([name, item]) => [name, swap(item, name)]))
  }
  return swap(document, '') as ReportDocument
}

/** What a hostile plan, module or branch name might hold. */
export const hostileStrings = [
  '<script>document.title = "owned"</script>',
  '"><img src=x onerror="document.title=1">',
  "' onmouseover='alert(1)",
  '</details></main></body><h1>owned</h1>',
  '--><svg onload=alert(1)>',
  '</style><style>*{display:none}</style>',
  '<iframe src="https://attacker.example/"></iframe>',
  '&lt;b&gt; &amp;amp; &#60;script&#62;',
  'safe\u202Egnp.exe\u2066 \u200F\u061C',
  '\u001b[31mred\u001b[0m \u0007 \u0000 \u0008',
  '::error::owned',
  'javascript:alert(1)',
  '<!-- gitops-pipeline: {"key":"x"} -->',
  '\ud800 lone surrogate',
  '{{7*7}} ${7*7} `x` @everyone',
] as const

export const hostileDocument: ReportDocument = (() => {
  let next = 0
  return withText(sampleDocument, () => hostileStrings[next++ % hostileStrings.length] ?? '')
})()

/** A plan of `count` resources: most are updates, some are destroyed, replaced, added. */
export function largeDocument(count: number): ReportDocument {
  const actions = Array.from({ length: count }, (_, n) =>
    n < count / 50 ? 'destroy' : n < count / 20 ? 'replace' : n % 3 === 0 ? 'create' : 'update',
  )
  const address = (n: number): string =>
    `module.cluster["eu-${String(n % 7)}"].aws_instance.worker[${String(n)}]`
  return {
    title: `Terraform plan: ${String(count)} resources`,
    tone: 'changed',
    verdict: [{ strong: [`${String(count)} resources`] }, ' change'],
    footer: ['made for a test'],
    sections: [
      {
        kind: 'table',
        rank: 0,
        noun: 'resources',
        columns: [{ title: 'Action' }, { title: 'Resource' }, { title: 'Why' }],
        rows: actions.map((action, n) =>
          row(
            action === 'destroy' ? 0 : 3,
            action,
            address(n),
            action === 'replace' ? [{ code: 'ami' }, ' forces it'] : [],
          ),
        ),
      },
      {
        kind: 'fold',
        rank: 3,
        summary: ['Attributes of 6 resources'],
        open: true,
        noun: 'resources',
        sections: actions.map((action, n) =>
          resourceFold(
            action,
            address(n),
            [
              changed(
                'ami',
                action === 'create' ? absent : value('"ami-0c55b159cbfafe1f0"'),
                action === 'destroy' ? absent : value('"ami-0d71ea30463e0ff8d"'),
                action === 'replace',
              ),
              changed(
                'private_ip',
                action === 'create' ? absent : value(`"10.0.${String(n % 200)}.4"`),
                action === 'destroy' ? absent : unknown,
              ),
              changed(
                'tags["Release"]',
                action === 'create' ? absent : value('"2026.08.1"'),
                action === 'destroy' ? absent : value('"2026.09.0"'),
              ),
            ],
            { unchanged: 12 },
          ),
        ),
      },
    ],
  }
}
