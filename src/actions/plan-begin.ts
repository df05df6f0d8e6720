import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { ActionContext } from '../core/action.ts'
import { childEnv } from '../core/child-env.ts'
import type { InputValues } from '../core/inputs.ts'
import { compilePatterns } from '../core/redact-patterns.ts'
import { makeRedactor } from '../core/redact.ts'
import { withConfig } from '../pipeline/configured-plan.ts'
import type { PlanSettings } from '../pipeline/plan-stacks.ts'
import type { GitopsConfig } from '../repository/config/config.ts'
import { envSecrets } from '../terraform/variable-secrets.ts'
import type { planInputs } from './plan-inputs.ts'
import { refusePullRequestTarget } from './plan-inputs.ts'
import { runIdentity } from './plan-result.ts'
import { privateFolder } from './private-folder.ts'

export interface Begun {
  /** Absolute path of this run's own folder; the plans in it are removed when the job ends. */
  readonly folder: string
  /** What all ways to plan have in common; a given plan and a single stack's own settings come on top. */
  readonly settings: PlanSettings
}

type PlanInputs = Omit<InputValues<typeof planInputs>, 'comment' | 'fork-policy'>

/** What comes before any plan: secrets of the job are hidden, events that would give them away refused. */
export async function beginPlan(
  given: PlanInputs & { readonly 'plan-passphrase'?: string | undefined },
  context: ActionContext,
): Promise<Begun> {
  const { run, env, log } = context
  if (given['github-token'] !== '') log.mask(given['github-token'])
  const passphrase = given['plan-passphrase'] ?? ''
  for (const line of passphrase.split(/\r?\n/)) if (line.trim() !== '') log.mask(line.trim())
  const patterns = compilePatterns(given.redact)
  const early = makeRedactor({ secrets: envSecrets(env), publicNames: [], patterns })
  context.hide((text) => early.redact(text))
  refusePullRequestTarget(run.event)
  const folder = await privateFolder(run.temp)
  // Even where the folder outlives the job, no plan may.
  context.removeAfterJob(join(folder, 'plans'))
  return {
    folder,
    settings: {
      root: run.workspace,
      folder: join(folder, 'plans'),
      env: withoutValue(childEnv(env), passphrase),
      jobEnv: env,
      tool: { tool: given.tool, version: given['tool-version'] },
      checks: given.checks === 'auto' ? ['fmt', 'validate'] : given.checks,
      varFiles: [],
      backendConfig: [],
      initArgs: [],
      planArgs: [],
      lockTimeout: given['lock-timeout'],
      patterns,
      destroyWarning: given['destroy-warning'],
      run: runIdentity(context, given['job-id']),
      parallel: Math.min(4, availableParallelism()),
    },
  }
}

/**
 * The settings with what the repository's configuration says; from here on its patterns are hidden too.
 * @returns also how to redact what is said before there is a plan
 */
export function configurePlan(
  settings: PlanSettings,
  { config, configFile }: { readonly config: GitopsConfig; readonly configFile: string | undefined },
  { env, hide }: ActionContext,
): { readonly settings: PlanSettings; readonly redact: (text: string) => string } {
  const configured = withConfig(settings, config, configFile)
  const known = makeRedactor({ secrets: envSecrets(env), publicNames: [], patterns: configured.patterns })
  const redact = (text: string): string => known.redact(text)
  hide(redact)
  return { settings: configured, redact }
}

/** A job may have the passphrase in its environment too: what a plan runs is the code of a pull request. */
function withoutValue(env: Readonly<Record<string, string>>, secret: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter(([, value]) => secret === '' || value.trim() !== secret),
  )
}
