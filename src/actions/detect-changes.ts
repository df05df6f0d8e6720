import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { action, type ActionContext, type ActionResult } from '../core/action.ts'
import { UserError, messageAndHelp } from '../core/errors.ts'
import { bool, input, lines, optional, repoPath, text } from '../core/inputs.ts'
import { once } from '../core/once.ts'
import { compilePatterns } from '../core/redact-patterns.ts'
import { makeRedactor } from '../core/redact.ts'
import type { Redactor } from '../core/redactor.ts'
import { changeAnnotations, faultAnnotations } from '../pipeline/changes-annotations.ts'
import { baseWords } from '../pipeline/changes-base.ts'
import { faultsDocument } from '../pipeline/changes-faults.ts'
import { changesFile, type ChangesFile } from '../pipeline/changes-file.ts'
import { changeGraph } from '../pipeline/changes-graph.ts'
import { jobLimit, kindList } from '../pipeline/changes-inputs.ts'
import { CHANGE_OUTPUTS, changeOutputs } from '../pipeline/changes-outputs.ts'
import { changesDocument } from '../pipeline/changes-summary.ts'
import { changeFailures } from '../pipeline/changes-verdict.ts'
import { detectChanges, type Detected } from '../pipeline/detect.ts'
import type { ReportDocument } from '../report/document.ts'
import { toPlain } from '../report/plain.ts'
import { EXPECTED_ARTIFACT, EXPECTED_FILE } from '../report/part-artifacts.ts'
import { publishable, redactDocument } from '../report/redact-document.ts'
import { jobSummary } from '../report/summary.ts'
import { chooseBase, type ChosenBase } from '../repository/base/choose-base.ts'
import { requireGit } from '../repository/git/version.ts'
import { artifactsOf } from './artifact-store.ts'
import { clientOf, fetchAccess } from './github-client.ts'
import { runIdentity } from './plan-result.ts'
import { privateFolder } from './private-folder.ts'

const inputs = {
  base: input(optional(text)),
  head: input(optional(text)),
  kinds: input(kindList, { default: 'terraform, helm, argocd' }),
  include: input(lines),
  exclude: input(lines),
  'max-jobs': input(jobLimit, { default: '250' }),
  collect: input(bool, { default: 'false' }),
  config: input(optional(repoPath)),
  'github-token': input(text),
}

/** What does this change touch, and why: from Git's objects, before anything is planned. */
export const detectChangesAction = action({
  name: 'detect-changes',
  inputs,
  outputs: [...CHANGE_OUTPUTS, 'base-sha', 'base-source', 'report-file', 'graph-file'],
  async run(given, context) {
    const { run, env, exec, log } = context
    const token = given['github-token']
    if (token !== '') log.mask(token)
    const place = { exec, env, cwd: workspaceOf(context) }
    const access = fetchAccess(token, context)
    const github = token === '' ? undefined : once(() => clientOf(token, context))
    await requireGit(place)
    const base = await chooseBase({ run, base: given.base, head: given.head }, { place, access, github })
    log.info(`head ${base.head}, base ${base.base ?? '(none)'} (${base.source})`)
    const found = await detectChanges({
      ...{ place, access, head: base.head, base: base.base, unfinished: base.unfinished },
      ...{ kinds: given.kinds, include: given.include, exclude: given.exclude, config: given.config },
      repository: run.repository,
    })
    const secrets = token === '' ? [] : [token]
    if ('faults' in found) {
      const redactor = makeRedactor({ secrets, publicNames: [], patterns: [] })
      const { document, failure } = faultsDocument(found.faults)
      return {
        ...(await shown(document, redactor, context)),
        annotations: redacted(faultAnnotations(found.faults), redactor),
        outputs: {},
        failure: redactor.redact(failure),
      }
    }
    const patterns = compilePatterns(found.config.redact)
    const redactor = makeRedactor({ secrets, publicNames: [], patterns })
    context.hide((text) => redactor.redact(text))
    return result({ given, base, found: withRedactedNotices(found, redactor), redactor }, context)
  },
})

interface Outcome {
  readonly given: {
    readonly kinds: ReturnType<typeof kindList>
    readonly 'max-jobs': number
    readonly collect: boolean
  }
  readonly base: ChosenBase
  readonly found: Detected
  readonly redactor: Redactor
}

/** Outputs, files, summary and annotations of what was found; red when any of it is not to be relied upon. */
async function result(
  { given, base, found, redactor }: Outcome,
  context: ActionContext,
): Promise<ActionResult> {
  const { run, log } = context
  const { changes } = found
  const { kinds } = given
  const outputs = changeOutputs(changes, given['max-jobs'])
  const failures = changeFailures(found, outputs, kinds)
  const graph = changeGraph(changes)
  const folder = await privateFolder(run.temp)
  const write = async (name: string, content: unknown): Promise<string> => {
    const path = join(folder, name)
    await writeFile(path, JSON.stringify(content), { mode: 0o600 })
    return path
  }
  const { source, warnings, unfinished } = base
  const about = {
    repository: run.repository,
    event: run.event,
    run: runIdentity(context, ''),
    head: base.head,
    base: { ...(base.base === undefined ? {} : { sha: base.base }), source, warnings, unfinished },
    kinds,
    failures,
  }
  const file = changesFile(about, changes, outputs)
  const reportFile = await write(EXPECTED_FILE, file)
  const graphFile = await write('graph.json', graph)
  if (outputs.detail !== 'full') {
    const what = outputs.detail === 'names' ? 'ids, names and paths' : 'ids'
    log.info(`The arrays hold ${what} only: GitHub takes no more outputs. All of it is in report-file.`)
  }
  if (outputs.orderedEntries)
    log.warning(
      'Entries of wave-4 wait for each other: give their job `max-parallel: 1` and `fail-fast: true`.',
    )
  const document = changesDocument({
    changes,
    graph,
    kinds,
    head: base.head,
    base: base.base,
    baseSource: baseWords(source, run.event),
    baseWarnings: warnings,
    failures,
  })
  const lost = given.collect ? await collect(file, context) : []
  const red = [...failures, ...lost]
  return {
    ...(await shown(document, redactor, context)),
    annotations: redacted(changeAnnotations(changes, warnings), redactor),
    outputs: {
      ...outputs.values,
      'base-sha': base.base ?? '',
      'base-source': source,
      'report-file': reportFile,
      'graph-file': graphFile,
    },
    ...(red.length === 0 ? {} : { failure: redactor.redact(red.join('\n')) }),
  }
}

/**
 * Leaves the file for `report`, as an artifact of the run. Without it that would not know what to expect: so it is red.
 * @returns why it could not be done, in a sentence; empty: it is done
 */
async function collect(
  file: ChangesFile,
  context: Pick<ActionContext, 'env' | 'log' | 'clock' | 'run'>,
): Promise<string[]> {
  try {
    const artifacts = await artifactsOf(context)()
    const content = Buffer.from(JSON.stringify(file), 'utf8')
    const name = `${EXPECTED_ARTIFACT}${context.run.attempt}`
    await artifacts.upload(name, [{ name: EXPECTED_FILE, content }], { compress: true })
    return []
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown
    return [`what was found could not be left for report (collect): ${messageAndHelp(thrown)}`]
  }
}

/** The report as it is read, in the log and as the job's summary, each having passed the last check for secrets. */
async function shown(
  whole: ReportDocument,
  redactor: Redactor,
  { log }: ActionContext,
): Promise<{ readonly summary: string }> {
  const document = redactDocument(whole, redactor)
  const plain = publishable(toPlain(document), redactor)
  await log.group(whole.title, () => {
    log.info(plain)
    return Promise.resolve()
  })
  return { summary: publishable(jobSummary(document).text, redactor) }
}

function redacted(annotations: ActionResult['annotations'], redactor: Redactor): ActionResult['annotations'] {
  return annotations.map((item) => ({ ...item, message: redactor.redact(item.message) }))
}

/** A notice may quote a file; names and paths are what other jobs go by, and stay as they are. */
function withRedactedNotices(found: Detected, { redact }: Redactor): Detected {
  const notices = found.changes.notices.map((notice) => ({
    ...notice,
    message: redact(notice.message),
    ...(notice.help === undefined ? {} : { help: redact(notice.help) }),
  }))
  return { ...found, changes: { ...found.changes, notices } }
}

function workspaceOf({ run }: ActionContext): string {
  if (run.workspace !== '') return run.workspace
  throw new UserError('GITHUB_WORKSPACE is not set', {
    help: 'The runner sets it; on a laptop use `npm start`.',
  })
}
