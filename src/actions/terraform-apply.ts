import { join } from 'node:path'
import { action } from '../core/action.ts'
import { applyInputs, branchToApply, refuseApplyFaults } from './apply-inputs.ts'
import { artifactsOf } from './artifact-store.ts'
import { COUNTS } from './count-outputs.ts'
import { begun, clientOf, fetchAccess } from './github-client.ts'
import { beginPlan, configurePlan } from './plan-begin.ts'

/** Applies exactly what was reviewed. */
export const terraformApply = action({
  name: 'terraform-apply',
  inputs: applyInputs,
  outputs: [
    'applied',
    ...COUNTS,
    'refused',
    'outputs-file',
    'comment-id',
    'comment-url',
    'markdown-file',
    'report-file',
  ],
  async run(given, context) {
    const { run, exec, env, log } = context
    const passphrase = given['plan-passphrase']
    refuseApplyFaults(given)
    // Loaded when the first line is out and the inputs are known to be good.
    const [{ openWorkTree }, { stacksToApply }, { applyRun }, { applyResult }] = await Promise.all([
      import('../pipeline/work-tree.ts'),
      import('../pipeline/apply/stacks-to-apply.ts'),
      import('./apply-run.ts'),
      import('./apply-result.ts'),
    ])
    const branch = branchToApply(run)
    const { folder, settings: common } = await beginPlan(
      // Of a plan that is to be applied, nothing is checked or warned of once more.
      { ...given, checks: [], 'destroy-warning': Infinity },
      context,
    )
    const token = given['github-token']
    const github = begun(clientOf(token, context))
    const access = fetchAccess(token, context)
    await using workTree = await openWorkTree({ exec, env, cwd: run.workspace }, { ignored: true, access })
    const toApply = await stacksToApply({
      names: given.stack,
      folder: given['working-directory'] ?? '.',
      told: {
        workspace: given.workspace ?? env['TF_WORKSPACE'],
        varFiles: given['var-files'],
        planArgs: given['plan-args'],
        backendConfig: given['backend-config'],
      },
      source: {
        workTree,
        access,
        config: given.config,
        onConfig: (found) => void configurePlan(common, found, context),
      },
      run,
      github,
      baseSha: given['base-sha'],
      goneFolder: given.gone ? join(common.folder, 'base') : undefined,
    })
    const { stacks } = toApply
    const { settings, redact } = configurePlan(
      {
        ...common,
        varFiles: given['var-files'],
        backendConfig: given['backend-config'],
        initArgs: given['init-args'],
        planArgs: given['plan-args'],
      },
      toApply,
      context,
    )
    log.info(
      redact(`stacks (${stacks.length}): ${stacks.map(({ name }) => name).join(', ')}; mode ${given.mode}`),
    )
    const { mode, collect, environment, workflow, config } = given
    const [client, artifacts] = await Promise.all([github(), artifactsOf(context)()])
    const { applied, pulls } = await applyRun(
      {
        ...{ mode, toApply, settings, artifacts, passphrase, environment, workflow, config },
        ...{ place: workTree.place, access, branch, github: client },
        allow: given['allow-destroy'],
      },
      context,
    )
    return await applyResult(
      {
        ...{ applied, toApply, pulls, branch, artifacts, folder, collect },
        github: client,
        comment: given.comment !== 'off' && !collect,
        key: `apply:${JSON.stringify(stacks.map(({ subject }) => subject.key).sort())}`,
        counts: COUNTS,
      },
      context,
    )
  },
})
