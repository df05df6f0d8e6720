import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Redactor } from '../../core/redactor.ts'
import type { Part } from '../../report/part.ts'
import { outputSecrets, planSecrets } from '../../terraform/secrets.ts'
import { inSharedFolders } from '../plan-one.ts'
import { oneAtATime } from '../parallel.ts'
import { pluginCache, type PlanPorts } from '../plan-stacks.ts'
import { runSecrets } from '../run-secrets.ts'
import { applyParts } from './apply-parts.ts'
import { applyStack, type AppliedStack, type ApplySettings, type StackToApply } from './apply-stack.ts'
import type { Found, Refusal } from './contracts.ts'
import { inOrder } from './in-order.ts'
import { afterUpstream } from './refusals.ts'

export interface AppliedStacks {
  readonly applied: readonly AppliedStack[]
  readonly parts: readonly Part[]
  readonly redactor: Redactor
}

export interface ApplyRequest {
  readonly settings: ApplySettings
  /** By key: the sealed plan, or why there is none. */
  readonly found: ReadonlyMap<string, Found>
  /** By key: why it may not be applied, whatever there is. */
  readonly barred: ReadonlyMap<string, Refusal>
}

/**
 * Applies stacks, each after those of the list that go first, and says what came of each. Nothing is said of any before
 * all have ended: a secret of one may turn up in another one's text.
 */
export async function applyStacks(
  stacks: readonly StackToApply[],
  { settings, found: plans, barred }: ApplyRequest,
  ports: PlanPorts,
): Promise<AppliedStacks> {
  const { plan: planSettings } = settings
  const { early, withFound } = await runSecrets(stacks, planSettings)
  const [serially, alone] = [oneAtATime(), oneAtATime()]
  const pluginCacheDir = await pluginCache(stacks.length, planSettings)
  await mkdir(planSettings.folder, { recursive: true, mode: 0o700 })
  const shared = inSharedFolders(stacks)
  const applied = await inOrder(
    stacks,
    planSettings.parallel,
    async (stack, index): Promise<AppliedStack> => {
      const bar = barred.get(stack.subject.key)
      if (bar !== undefined) return refusedStack(stack, bar)
      const progress = ports.progress?.(stack.subject)
      const folder = join(planSettings.folder, String(index))
      return applyStack(stack, {
        settings,
        alone,
        found: plans.get(stack.subject.key) ?? { kind: 'refused', refusal: nothingFound(stack.name) },
        plan: {
          ...{ settings: planSettings, folder, early, serially, progress, pluginCacheDir, ports },
          sharesFolder: shared.has(stack),
        },
      })
    },
    {
      isGood: ({ kind }) => kind === 'applied' || kind === 'nothing',
      skip: (stack, failed) => refusedStack(stack, afterUpstream(stack.name, failed)),
    },
  )
  const found = applied.flatMap(({ apply, plan, made }) => [
    ...[apply?.raw, plan?.raw].flatMap((raw) =>
      raw === undefined ? [] : [planSecrets(raw, early.hidesKey)],
    ),
    ...(apply?.outputs === undefined ? [] : [outputSecrets(apply.outputs, early.hidesKey)]),
    ...(made === undefined ? [] : [made]),
  ])
  const redactor = withFound(found)
  const parts = applyParts(applied, { run: planSettings.run, mode: settings.mode, redactor })
  return { applied, parts, redactor }
}

function refusedStack(stack: StackToApply, refusal: Refusal): AppliedStack {
  return { stack, kind: 'refused', refusal, seconds: 0 }
}

function nothingFound(name: string): Refusal {
  return {
    code: 'no-plan',
    reason: `No sealed plan of ${name} was looked for.`,
    help: 'Apply it with `mode: approve`.',
  }
}
