import type { Artifact, ArtifactFile, ArtifactStore } from '../../../src/core/artifact-port.ts'
import { UserError } from '../../../src/core/errors.ts'
import type { RunContext } from '../../../src/core/event.ts'
import { makeRedactor } from '../../../src/core/redact.ts'
import { changesFile } from '../../../src/pipeline/changes-file.ts'
import { changeOutputs } from '../../../src/pipeline/changes-outputs.ts'
import { makeReport, type Report, type ReportSettings } from '../../../src/pipeline/report/report.ts'
import { partArtifactName } from '../../../src/report/part-artifacts.ts'
import { partsFile } from '../../../src/report/part-file.ts'
import type { Part } from '../../../src/report/part.ts'
import type { Changes } from '../../../src/repository/items.ts'
import { connect } from '../../lab/github/client.ts'
import type { GitHubLab } from '../../lab/github/server.ts'
import { judgedStack } from '../changes-samples.ts'

export const RUN = '1000'
export const HEAD = 'b'.repeat(40)
export const PULL = 7

export const part = (name: string, more: Partial<Part> = {}): Part => ({
  version: 1,
  kind: 'terraform-plan',
  subject: { key: JSON.stringify([name, '']), name, path: name },
  status: 'ok',
  verdict: { kind: 'ok' },
  counts: {},
  headline: ['No changes'],
  sections: [{ kind: 'text', rank: 3, text: [`details of ${name}`] }],
  findings: [],
  facts: { tool: 'terraform', version: '1.11.4' },
  run: {
    id: RUN,
    attempt: 1,
    sha: HEAD,
    url: `https://github.com/acme/gitops/actions/runs/1000/job/${name.length}`,
  },
  seconds: 3,
  ...more,
})

export const changed = (name: string, more: Partial<Part> = {}): Part =>
  part(name, {
    status: 'changed',
    counts: { add: 2, destroy: 1 },
    headline: [{ strong: ['1 to destroy, 2 to add'] }],
    ...more,
  })

export const failed = (name: string, more: Partial<Part> = {}): Part =>
  part(name, {
    status: 'failed',
    verdict: { kind: 'failed', cause: 'provider', reason: 'no such bucket' },
    headline: [{ strong: ['plan failed'] }, ': no such bucket'],
    ...more,
  })

export const waiting = (name: string, on: string): Part =>
  part(name, {
    status: 'partial',
    verdict: { kind: 'waiting', reason: `waits for ${on}`, on: [on] },
    headline: [{ strong: ['waits for'] }, ' ', { code: on }],
  })

export const applied = (name: string, more: Partial<Part> = {}): Part =>
  part(name, {
    kind: 'terraform-apply',
    status: 'changed',
    counts: { add: 2, destroy: 1 },
    headline: [{ strong: ['1 destroyed, 2 added'] }],
    facts: { mode: 'reviewed' },
    ...more,
  })

export const refused = (name: string, code = 'inputs', more: Partial<Part> = {}): Part =>
  part(name, {
    kind: 'terraform-apply',
    status: 'failed',
    verdict: { kind: 'failed', cause: 'policy', reason: 'it was made of other files' },
    headline: [{ strong: ['not applied'] }, ': it was made of other files'],
    facts: { mode: 'reviewed', refused: code },
    ...more,
  })

/** What detect-changes leaves: its own code makes it. */
export function expected(
  touched: Partial<Changes>,
  more: {
    attempt?: number
    sha?: string
    runId?: string
    kinds?: readonly ('terraform' | 'helm' | 'argocd')[]
    failures?: readonly string[]
  } = {},
): unknown {
  const changes: Changes = {
    stacks: [],
    deletedStacks: [],
    charts: [],
    applications: [],
    gone: { charts: [], applications: [] },
    found: { stacks: 14, charts: 0, applications: 0 },
    notices: [],
    ...touched,
  }
  return changesFile(
    {
      repository: 'acme/gitops',
      event: 'pull_request',
      run: { id: more.runId ?? RUN, attempt: more.attempt ?? 1, sha: more.sha ?? HEAD },
      head: HEAD,
      base: { sha: 'c'.repeat(40), source: 'merge-base', warnings: [], unfinished: [] },
      kinds: more.kinds ?? ['terraform'],
      failures: more.failures ?? [],
    },
    changes,
    changeOutputs(changes, 250),
  )
}

export const stacks = (...names: readonly string[]): Changes['stacks'] =>
  names.map((name) => judgedStack(name))

export interface StoreLab extends ArtifactStore {
  /** Puts an artifact there, as another job did. */
  put(name: string, files: Readonly<Record<string, string>>): void
  putParts(...parts: readonly Part[]): void
  putExpected(content: unknown, attempt?: number): void
  readonly uploaded: Map<string, readonly ArtifactFile[]>
  fail: Partial<Record<'upload' | 'list' | 'download', string>>
}

/** Artifacts of one run, in memory. */
export function makeStore(): StoreLab {
  const all: { artifact: Artifact; files: ArtifactFile[] }[] = []
  const uploaded = new Map<string, readonly ArtifactFile[]>()
  const fail: StoreLab['fail'] = {}
  const orFail = (what: 'upload' | 'list' | 'download'): void => {
    if (fail[what] !== undefined) throw new UserError(fail[what])
  }
  const put = (name: string, files: readonly ArtifactFile[]): Artifact => {
    if (all.some(({ artifact }) => artifact.name === name))
      throw new UserError(`the run has an artifact called ${name} already`)
    const id = 100 + all.length
    const artifact = { id, name, size: 1, digest: undefined, createdAt: 1_000_000 + id, expired: false }
    all.push({ artifact, files: [...files] })
    return artifact
  }
  const texts = (files: Readonly<Record<string, string>>): ArtifactFile[] =>
    Object.entries(files).map(([name, content]) => ({ name, content: Buffer.from(content) }))
  return {
    uploaded,
    fail,
    put: (name, files) => void put(name, texts(files)),
    putParts: (...parts) =>
      void put(
        partArtifactName(parts, parts[0]?.run.attempt ?? 1),
        texts({ 'part.json': JSON.stringify(partsFile(parts)) }),
      ),
    putExpected: (content, attempt = 1) =>
      void put(`gitops-expected-${attempt}`, texts({ 'changes.json': JSON.stringify(content) })),
    async upload(name, files) {
      await Promise.resolve()
      orFail('upload')
      const { id } = put(name, files)
      uploaded.set(name, files)
      return {
        id,
        size: 1,
        digest: 'sha256:0',
        url: `https://github.com/acme/gitops/actions/runs/1000/artifacts/${id}`,
      }
    },
    async list() {
      await Promise.resolve()
      orFail('list')
      return all.map(({ artifact }) => artifact)
    },
    async download({ id }) {
      await Promise.resolve()
      orFail('download')
      const found = all.find(({ artifact }) => artifact.id === id)
      if (found === undefined) throw new Error('no such artifact')
      return found.files
    },
  }
}

export const pullRequestRun = (more: Partial<RunContext> = {}): RunContext => ({
  event: 'pull_request',
  repository: 'acme/gitops',
  defaultBranch: 'main',
  sha: 'a'.repeat(40),
  ref: 'refs/pull/7/merge',
  refType: 'branch',
  actor: 'dev',
  runId: RUN,
  attempt: 1,
  workflowRef: 'acme/gitops/.github/workflows/gitops.yml@refs/heads/main',
  serverUrl: 'https://github.com',
  apiUrl: '',
  workspace: '',
  temp: '',
  pull: {
    number: PULL,
    headSha: HEAD,
    headRef: 'change',
    baseRef: 'main',
    baseSha: 'c'.repeat(40),
    fork: false,
  },
  push: undefined,
  mergeGroup: undefined,
  ...more,
})

/** A push of the commit that a pull request was merged with. */
export const pushRun = (more: Partial<RunContext> = {}): RunContext =>
  pullRequestRun({
    event: 'push',
    sha: HEAD,
    ref: 'refs/heads/main',
    pull: undefined,
    push: { before: 'c'.repeat(40), forced: false },
    ...more,
  })

/** The report of a run over what is in the store. */
export async function report(
  store: ArtifactStore,
  lab: GitHubLab,
  more: Partial<ReportSettings> = {},
): Promise<Report> {
  const { github } = await connect(lab)
  const run = more.run ?? pullRequestRun()
  return makeReport(
    {
      parts: { kind: 'artifacts', pattern: 'gitops-part-*' },
      expected: undefined,
      needs: { bad: [], skipped: [] },
      required: run.event === 'push' ? 'apply' : 'plan',
      requireGone: false,
      comment: 'update',
      failOn: 'error',
      forkPolicy: 'fail',
      title: '',
      pulls: [],
      redactor: makeRedactor({ secrets: ['hunter2-secret'], publicNames: [], patterns: [] }),
      run,
      ...more,
    },
    {
      store: () => Promise.resolve(store),
      github: () => Promise.resolve(github),
      clock: { now: () => Date.UTC(2026, 0, 2) },
    },
  )
}

/** A colon that begins a text is escaped; a reader does not see it. */
const asRead = (line: string): string => line.replaceAll('\\:', ':')

export const head = (markdown: string): string => asRead(markdown.split('\n')[0] ?? '')

/** Rows of the overview: symbol, name, result. */
export const rowsOf = (markdown: string): string[] =>
  markdown
    .split('\n')
    .filter((line) => /^\| (?:❌|❓|⛔|⏳|📝|✅|⚠️)/u.test(line))
    .map((line) => asRead(line).split(' | ').slice(0, 3).join(' ').replace(/^\| /, ''))
