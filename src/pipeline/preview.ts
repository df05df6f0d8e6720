import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { childEnv } from '../core/child-env.ts'
import { UserError } from '../core/errors.ts'
import type { Clock, Exec, Log } from '../core/ports.ts'
import type { Redactor } from '../core/redactor.ts'
import { shortCommit } from '../core/short-commit.ts'
import { toMarkdown, type MarkdownReport } from '../report/markdown.ts'
import { documentOf } from '../report/overview.ts'
import type { Part } from '../report/part.ts'
import { publishable, refuseSecrets, redactDocument } from '../report/redact-document.ts'
import type { ReportDocument } from '../report/document.ts'
import { chooseBase } from '../repository/base/choose-base.ts'
import { resolveCommit } from '../repository/git/commits.ts'
import type { StackSubject } from '../terraform/plan-stack.ts'
import type { TerraformTool } from '../terraform/tool.ts'
import { withConfig } from './configured-plan.ts'
import { copyRepository, layOutQuickStart } from './preview-repo.ts'
import { planStacks, type StackProgress } from './plan-stacks.ts'
import { COMMENT_LIMIT } from './publish.ts'
import { touchedStacks, type TouchedStacks } from './touched-stacks.ts'
import { openWorkTree } from './work-tree.ts'

export interface PreviewRequest {
  /** Folder of a repository; undefined: the quick-start example. */
  readonly repo: string | undefined
  /** Commit, branch or tag that the pull request would go into. */
  readonly base: string | undefined
  /** Absolute path of `examples/quick-start`. */
  readonly example: string
  readonly env: Readonly<Record<string, string>>
  readonly tool: { readonly tool: 'auto' | TerraformTool; readonly version: string }
  readonly patterns: readonly RegExp[]
}

export interface PreviewPorts {
  readonly exec: Exec
  readonly clock: Clock
  readonly log: Log
  readonly progress: (stack: StackSubject) => StackProgress
}

export interface Preview {
  /** Name of the repository, for the page's head. */
  readonly name: string
  readonly title: string
  readonly parts: readonly Part[]
  /** How many stacks the repository has; those that the change does not touch were not planned. */
  readonly found: number
  readonly document: ReportDocument
  /** The comment as it would be written, checked as it would be. */
  readonly comment: MarkdownReport
  readonly redactor: Redactor
  readonly notes: readonly string[]
}

/** What the pull request would get, without GitHub: plans a copy of the repository, which itself is left untouched. */
export async function preview(request: PreviewRequest, ports: PreviewPorts): Promise<Preview> {
  const folder = await mkdtemp(join(tmpdir(), 'gitops-preview-'))
  try {
    const root = join(folder, 'repo')
    const source = await layOut(request, root, ports)
    const { stacks, found, notes, config, configFile } = await touched(source, request, ports)
    const settings = {
      root,
      folder: join(folder, 'plans'),
      env: childEnv(request.env),
      jobEnv: request.env,
      tool: request.tool,
      checks: ['fmt', 'validate'] as const,
      varFiles: [],
      backendConfig: [],
      initArgs: [],
      planArgs: [],
      lockTimeout: '0s',
      patterns: request.patterns,
      destroyWarning: 1,
      run: { id: '0', attempt: 1, sha: source.sha },
      parallel: Math.min(4, availableParallelism()),
    }
    const { parts, redactor } = await planStacks(stacks, withConfig(settings, config, configFile), ports)
    const title = 'Terraform plan'
    const report = documentOf(parts, { title, notes, found })
    const document = redactDocument(report, redactor)
    const comment = toMarkdown(document, { limit: COMMENT_LIMIT })
    publishable(comment.text, redactor)
    refuseSecrets(document, redactor)
    const { name, title: heading } = source
    return { name, title: heading, parts, found, document, comment, redactor, notes: source.notes }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

interface Source {
  readonly name: string
  readonly title: string
  readonly sha: string
  readonly notes: readonly string[]
  /** Absolute path of what is previewed; it is only read. */
  readonly folder: string
  /** As `--base` names it. */
  readonly base: string | undefined
}

/** A copy of the repository at `root`, to plan in. */
async function layOut(request: PreviewRequest, root: string, { exec }: PreviewPorts): Promise<Source> {
  if (request.repo === undefined) {
    const { title } = await layOutQuickStart(request.example, root, { exec, env: request.env, cwd: root })
    return { name: 'examples/quick-start', title, sha: '', notes: [], folder: root, base: 'HEAD' }
  }
  const folder = resolve(request.repo)
  await copyRepository(folder, root)
  const sha = (await resolveCommit({ exec, env: request.env, cwd: folder }, 'HEAD')) ?? ''
  return {
    name: basename(folder),
    title: sha === '' ? 'Work tree' : `Work tree at ${shortCommit(sha)}`,
    sha,
    notes: request.base === undefined ? ['No --base: every stack is planned.'] : [],
    folder,
    base: request.base,
  }
}

/** The stacks that the work tree changes against the base; all of them without one. */
async function touched(
  { folder, base }: Source,
  { env }: PreviewRequest,
  { exec, log }: PreviewPorts,
): Promise<TouchedStacks> {
  const place = { exec, env, cwd: folder }
  await using workTree = await openWorkTree(place)
  if (base !== undefined && !workTree.versioned) {
    throw new UserError('there is nothing to compare with: this is no Git repository', {
      where: '--base',
      help: 'Leave out --base: every stack is planned then.',
    })
  }
  const chosen =
    base === undefined
      ? undefined
      : await chooseBase(
          { run: undefined, base, head: undefined },
          { place, access: undefined, github: undefined },
        )
  for (const warning of chosen?.warnings ?? []) log.warning(warning)
  const found = await touchedStacks({ workTree, base: chosen?.base, workspace: env['TF_WORKSPACE'] })
  for (const { message, help, file } of found.notices) {
    log.warning(
      [...(file === undefined ? [] : [`${file}:`]), message, ...(help === undefined ? [] : [help])].join(' '),
    )
  }
  return found
}
