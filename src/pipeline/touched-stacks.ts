import { UserError } from '../core/errors.ts'
import type { Section } from '../report/section.ts'
import { toUserError } from '../repository/config/fault.ts'
import type { FetchAccess } from '../repository/git/fetch.ts'
import type { GitopsConfig } from '../repository/config/config.ts'
import type { JudgedStack, Notice } from '../repository/items.ts'
import { detectChanges, type Detected } from './detect.ts'
import { inWorkspace } from './job-workspace.ts'
import type { StackToPlan } from './plan-stacks.ts'
import { judgedToPlan } from './stack-to-plan.ts'
import type { WorkTree } from './work-tree.ts'

export interface TouchedRequest {
  readonly workTree: WorkTree
  /** Commit to compare with; undefined: all stacks are wanted. */
  readonly base: string | undefined
  /** Commits of runs that did not end well: what differs from them is wanted too. */
  readonly unfinished?: readonly string[]
  /** How to get what a partial clone left out; without it that is an error. */
  readonly access?: FetchAccess
  /** Path of the configuration from the repository root; undefined: the usual places. */
  readonly config?: string | undefined
  /** TF_WORKSPACE of the job: the workspace of stacks that say none themselves. */
  readonly workspace: string | undefined
  /** What is left of stacks that are gone is planned elsewhere: then no note names them. */
  readonly planGone?: boolean
}

export interface TouchedStacks {
  readonly stacks: readonly StackToPlan[]
  /** Those that are gone, in the order in which they can be destroyed. */
  readonly gone: readonly JudgedStack[]
  /** The whole change, also what is not planned. */
  readonly change: Pick<Detected, 'changes' | 'model'>
  /** How many there are in the repository. */
  readonly found: number
  /** What the report says before everything else. */
  readonly notes: readonly Section[]
  readonly notices: readonly Notice[]
  readonly config: GitopsConfig
  /** Undefined: there is none. */
  readonly configFile: string | undefined
}

/** The stacks to plan, with the reasons, and what about the others people should know. */
export async function touchedStacks(request: TouchedRequest): Promise<TouchedStacks> {
  const { workTree, base, unfinished = [], access, config, workspace, planGone = false } = request
  const detected = await detectChanges({
    place: workTree.place,
    head: workTree.tree,
    base,
    unfinished,
    ...(access === undefined ? {} : { access }),
    kinds: ['terraform'],
    include: [],
    exclude: [],
    config,
  })
  if ('faults' in detected) throw toUserError(detected.faults)
  const { changes, model } = detected
  refuseErrors(changes.notices)
  const touched = new Set(changes.stacks.map(({ item }) => item.key))
  const untouched = model.stacks.filter(({ key }) => !touched.has(key)).map(({ name }) => name)
  const { stacks, others } = inWorkspace(changes.stacks, model.stacks, workspace)
  return {
    stacks: stacks.map((judged) => judgedToPlan(judged, workspace)),
    gone: changes.deletedStacks,
    change: { changes, model },
    found: model.stacks.length,
    notes: [
      ...(planGone ? [] : goneNotes(changes.deletedStacks)),
      ...namesNote(`Not planned, for TF_WORKSPACE is ${workspace ?? ''}: `, others, 2),
      ...namesNote('Not touched by this change, so not planned: ', untouched, 7),
      ...namesNote(
        'Not planned, for they do not look like stacks (no backend block, or called as a module): ',
        model.unclaimed,
        2,
      ),
    ],
    notices: changes.notices,
    config: detected.config,
    configFile: detected.configFile,
  }
}

/** What is told of a stack that is not there must not end in a green that did not look at it. */
function refuseErrors(notices: readonly Notice[]): void {
  const errors = notices.filter(({ severity }) => severity === 'error')
  if (errors.length === 0) return
  const lines = errors.map(({ message, help, file, line }) => {
    const place = file === undefined ? '' : line === undefined ? `${file}: ` : `${file}:${line}: `
    return `${place}${message}${help === undefined ? '' : `. ${help}`}`
  })
  throw new UserError(
    lines.length === 1 ? (lines[0] ?? '') : `${lines.length} faults:\n- ${lines.join('\n- ')}`,
  )
}

/** Deleted code destroys nothing: silence would read as if it did, or as if there were nothing left. */
function goneNotes(gone: readonly JudgedStack[]): Section[] {
  if (gone.length === 0) return []
  const names = gone.map(({ item }) => item.name)
  const [subject, object] =
    gone.length === 1 ? ['This stack is', 'it manages'] : ['These stacks are', 'they manage']
  return [
    {
      kind: 'text',
      rank: 0,
      tone: 'caution',
      text: [
        { strong: [`${subject} gone from the repository:`] },
        ' ',
        ...codes(names),
        `. What ${object} is not destroyed and not looked after any more. Destroy it from the commit before, or, ` +
          'where a stack lives on under another name, give its `previous-names` in `.github/gitops.yml`.',
      ],
    },
  ]
}

const SHOWN_NAMES = 20

function namesNote(words: string, names: readonly string[], rank: 2 | 7): Section[] {
  if (names.length === 0) return []
  const shown = names.slice(0, SHOWN_NAMES)
  const more = names.length > shown.length ? ` and ${names.length - shown.length} more` : ''
  // What is as it should be is no callout.
  const tone = rank === 7 ? {} : { tone: 'note' as const }
  return [{ kind: 'text', rank, ...tone, text: [words, ...codes(shown), `${more}.`] }]
}

const codes = (names: readonly string[]) =>
  names.flatMap((name, index) => (index === 0 ? [{ code: name }] : [', ', { code: name }]))
