import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { childEnv } from '../core/child-env.ts'
import type { Clock, Exec, Log } from '../core/ports.ts'
import type { Redactor } from '../core/redactor.ts'
import { toMarkdown, type MarkdownReport } from '../report/markdown.ts'
import { documentOf } from '../report/overview.ts'
import type { Part } from '../report/part.ts'
import { publishable, publishableJson, redactDocument } from '../report/redact-document.ts'
import type { ReportDocument } from '../report/document.ts'
import type { StackSubject } from '../terraform/plan-stack.ts'
import type { TerraformTool } from '../terraform/tool.ts'
import { changedSince, headCommit } from './preview-git.ts'
import { copyRepository, layOutQuickStart } from './preview-repo.ts'
import { planStacks, type StackProgress } from './plan-stacks.ts'
import { COMMENT_LIMIT } from './publish.ts'
import { repositoryStacks, unclaimedNotes } from './repository-stacks.ts'

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
    const { stacks, unclaimed } = await repositoryStacks(root, request.env['TF_WORKSPACE'])
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
    const { parts, redactor } = await planStacks(stacks, settings, ports)
    const title = 'Terraform plan'
    const report = documentOf(parts, { title, notes: unclaimedNotes(unclaimed) })
    const document = redactDocument(report, redactor)
    const comment = toMarkdown(document, { limit: COMMENT_LIMIT })
    publishable(comment.text, redactor)
    publishableJson(document, redactor)
    return { name: source.name, title: source.title, parts, document, comment, redactor, notes: source.notes }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

interface Source {
  readonly name: string
  readonly title: string
  readonly sha: string
  readonly notes: readonly string[]
}

async function layOut(request: PreviewRequest, root: string, { exec }: PreviewPorts): Promise<Source> {
  if (request.repo === undefined) {
    const { title } = await layOutQuickStart(request.example, root)
    return { name: 'examples/quick-start', title, sha: '', notes: [] }
  }
  const repo = resolve(request.repo)
  await copyRepository(repo, root)
  const git = { exec, env: request.env, cwd: repo }
  const sha = await headCommit(git)
  const base = request.base === undefined ? undefined : await changedSince(git, request.base)
  const notes =
    base === undefined ? [] : [`${base} files differ from ${request.base ?? ''}; every stack is planned.`]
  return {
    name: basename(repo),
    title: sha === '' ? 'Work tree' : `Work tree at ${sha.slice(0, 12)}`,
    sha,
    notes,
  }
}
