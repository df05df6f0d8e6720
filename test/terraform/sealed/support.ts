import type { SealKey } from '../../../src/terraform/sealed/container.ts'
import { sha256Hex } from '../../../src/terraform/sealed/payload.ts'
import type { SealContent, SealedFile, SealManifest } from '../../../src/terraform/sealed/sealed-plan.ts'

export const KEY: SealKey = { kind: 'passphrase', passphrase: 'correct horse battery staple\n' }
export const PLAIN: SealKey = { kind: 'plain' }

export function manifestOf(more: Partial<SealManifest> = {}): SealManifest {
  return {
    version: 1,
    kind: 'plan',
    repository: 'acme/infra',
    stack: { key: '["infra/a","prod"]', name: 'infra/a@prod', path: 'infra/a', workspace: 'prod' },
    inputsHash: 'a'.repeat(64),
    commit: 'b'.repeat(40),
    event: 'pull_request',
    pull: 7,
    run: {
      id: '123',
      attempt: 1,
      sha: 'c'.repeat(40),
      url: 'https://github.com/acme/infra/actions/runs/123',
    },
    environment: 'prod',
    tool: { name: 'terraform', version: '1.11.4' },
    destroy: false,
    planDigest: 'd'.repeat(64),
    planSha256: '',
    lockSha256: '',
    state: { lineage: '9aec4908-9d68-ab43-2a1a-52e1112ed9b0', serial: 3 },
    ephemeral: ['token'],
    upstream: ['infra/network'],
    createdAt: '2026-11-23T10:00:00.000Z',
    counts: { add: 1, change: 0 },
    ...more,
  }
}

export function contentOf(
  parts: {
    readonly plan?: Uint8Array
    readonly lockFile?: Uint8Array
    readonly files?: readonly SealedFile[]
    readonly manifest?: Partial<SealManifest>
  } = {},
): SealContent {
  const plan = parts.plan ?? Buffer.from('the plan, with hunter2-secret in it')
  const { lockFile, files = [] } = parts
  return {
    manifest: manifestOf({ planSha256: sha256Hex(plan), lockSha256: sha256Hex(lockFile), ...parts.manifest }),
    review: {
      version: 1,
      salt: 'e'.repeat(64),
      changes: [
        {
          address: 'aws_s3_bucket.logs["a\nb"]',
          actions: ['update'],
          before: { tags: { ['__proto__']: 'x' } },
          after: { '\u0000hmac': 'f'.repeat(64) },
        },
      ],
      outputs: [{ name: 'url', actions: ['create'], before: null, after: 'https://example.com' }],
      complete: true,
    },
    plan,
    ...(lockFile === undefined ? {} : { lockFile }),
    files,
  }
}

/** Bytes as plain arrays: a view of a larger buffer equals a buffer of its own. */
export function comparable(content: SealContent): unknown {
  const list = (bytes: Uint8Array | undefined) =>
    bytes === undefined ? undefined : Buffer.from(bytes).toString('hex')
  return {
    ...content,
    plan: list(content.plan),
    lockFile: list(content.lockFile),
    files: content.files.map((file) => ({ ...file, content: list(file.content) })),
  }
}
