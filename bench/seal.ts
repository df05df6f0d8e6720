import { randomBytes } from 'node:crypto'
import type { SealKey } from '../src/terraform/sealed/container.ts'
import { sha256Hex } from '../src/terraform/sealed/payload.ts'
import { openSeal, sealPlan } from '../src/terraform/sealed/seal.ts'
import type { SealContent } from '../src/terraform/sealed/sealed-plan.ts'
import type { Bench } from './bench-options.ts'
import type { Goal } from './goals.ts'
import * as show from './goals.ts'
import { median } from './measure.ts'

/** A saved plan of 50 MB: a stack with some 100,000 resources, or with large archives beside it. */
const PLAN_BYTES = 50_000_000

interface SealFigures {
  /** Seconds. */
  readonly seal: number
  readonly open: number
}

/** Closes and opens once, in this process. @throws when another plan comes out. */
async function sealOnce(content: SealContent, key: SealKey): Promise<SealFigures> {
  const started = performance.now()
  const sealed = await sealPlan(content, key)
  const closed = performance.now()
  const { plan } = await openSeal(sealed, key)
  const opened = performance.now()
  if (sha256Hex(plan) !== content.manifest.planSha256) throw new Error('another plan came out of the seal')
  return { seal: (closed - started) / 1000, open: (opened - closed) / 1000 }
}

export async function sealGoals({ rounds, say }: Bench): Promise<Goal[]> {
  say(`seal: ${rounds} rounds of ${PLAN_BYTES / 1e6} MB`)
  const content = contentOf(randomBytes(PLAN_BYTES))
  const key: SealKey = { kind: 'passphrase', passphrase: randomBytes(24).toString('base64') }
  await sealOnce(contentOf(randomBytes(1000)), key) // the first time loads the code
  const all: SealFigures[] = []
  for (let round = 0; round < rounds; round += 1) all.push(await sealOnce(content, key))
  const [seal, open] = [median(all.map((one) => one.seal)), median(all.map((one) => one.open))]
  const small = await sealOnce(contentOf(randomBytes(1000)), key)
  return [
    {
      what: 'seal and open of a 50 MB plan',
      figure: median(all.map((one) => one.seal + one.open)),
      limit: 1,
      show: show.seconds,
      detail: `seal ${show.milliseconds(seal)}, open ${show.milliseconds(open)}; of 1 kB: ${show.milliseconds(small.seal)} and ${show.milliseconds(small.open)}, nearly all of it scrypt`,
    },
  ]
}

function contentOf(plan: Uint8Array): SealContent {
  return {
    manifest: {
      version: 1,
      kind: 'plan',
      repository: 'acme/infra',
      stack: { key: '["infra",""]', name: 'infra', path: 'infra' },
      inputsHash: 'a'.repeat(64),
      commit: 'b'.repeat(40),
      event: 'pull_request',
      run: { id: '1', attempt: 1, sha: 'b'.repeat(40) },
      tool: { name: 'terraform', version: '1.11.4' },
      destroy: false,
      planDigest: 'c'.repeat(64),
      planSha256: sha256Hex(plan),
      lockSha256: '',
      ephemeral: [],
      upstream: [],
      createdAt: '2026-01-01T00:00:00Z',
      counts: {},
    },
    review: { version: 1, salt: 'd'.repeat(64), changes: [], outputs: [], complete: true },
    plan,
    files: [],
  }
}
