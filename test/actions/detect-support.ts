import { mkdir, mkdtemp, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { runActionProcess, type ActionRun, type ActionRunRequest } from '../lab/action-run.ts'
import { runGit } from '../lab/run-git.ts'

/** Text of a file, target of a link, or null for a file that goes away. */
export type Files = Readonly<Record<string, string | { readonly link: string } | null>>

/** What GitHub has of a repository, and checkouts of it as a runner makes them. */
export interface Repository extends AsyncDisposable {
  /** Commits files on top of a commit (or as the first one); gives the commit. */
  commit(files: Files, on?: string): Promise<string>
  /** As GitHub tests a pull request: the merge of both. */
  merge(base: string, head: string): Promise<string>
  /** A branch or tag of the remote. */
  ref(name: string, sha: string): Promise<void>
  /** A checkout as of actions/checkout, detached at the commit; `fetch-depth` 0 is all. */
  checkout(sha: string, depth: number): Promise<string>
  /** The clone that the commits are made in: it has all of them. */
  readonly work: string
}

export async function makeRepository(): Promise<Repository> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'detect-')))
  const work = join(folder, 'work')
  const remote = join(folder, 'remotes', 'acme', 'gitops.git')
  await mkdir(work)
  await mkdir(remote, { recursive: true })
  await runGit(work, 'init', '--quiet', '--initial-branch=main')
  await runGit(remote, 'init', '--quiet', '--bare', '--initial-branch=main')
  await runGit(remote, 'config', 'uploadpack.allowAnySHA1InWant', 'true')
  await runGit(work, 'remote', 'add', 'origin', remote)
  const published = async (): Promise<string> => {
    const sha = await runGit(work, 'rev-parse', 'HEAD')
    await runGit(work, 'push', '--quiet', '--force', 'origin', `HEAD:refs/keep/${sha}`)
    return sha
  }
  let checkouts = 0
  return {
    work,
    async commit(files, on) {
      if (on !== undefined) await runGit(work, 'checkout', '--quiet', '--force', '--detach', on)
      for (const [path, content] of Object.entries(files)) {
        const file = join(work, path)
        await rm(file, { force: true, recursive: true })
        if (content === null) continue
        await mkdir(dirname(file), { recursive: true })
        if (typeof content === 'string') await writeFile(file, content)
        else await symlink(content.link, file)
      }
      await runGit(work, 'add', '--all')
      await runGit(work, 'commit', '--quiet', '--allow-empty', '--message', 'change')
      return published()
    },
    async merge(base, head) {
      await runGit(work, 'checkout', '--quiet', '--force', '--detach', base)
      await runGit(work, 'merge', '--quiet', '--no-ff', '--message', 'merge', head)
      return published()
    },
    async ref(name, sha) {
      await runGit(work, 'push', '--quiet', '--force', 'origin', `${sha}:${name}`)
    },
    async checkout(sha, depth) {
      const at = join(folder, `checkout-${checkouts++}`)
      await mkdir(at)
      await runGit(at, 'init', '--quiet')
      await runGit(at, 'remote', 'add', 'origin', `file://${remote}`)
      await runGit(at, 'fetch', '--quiet', ...(depth === 0 ? [] : [`--depth=${depth}`]), 'origin', sha)
      await runGit(at, 'checkout', '--quiet', '--detach', 'FETCH_HEAD')
      return at
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  }
}

/** A stack with state of its own. */
export const stackFile = (key: string, more = ''): string =>
  `terraform {\n  backend "s3" {\n    bucket = "acme-state"\n    key    = "${key}"\n    region = "eu-west-1"\n  }\n}\n${more}`
export const moduleCall = (name: string, source: string): string =>
  `module "${name}" {\n  source = "${source}"\n}\n`
export const MODULE = 'resource "terraform_data" "this" {}\n'

/** Two stacks of which one uses a module, a chart, and an Application that deploys it. */
export const SMALL: Files = {
  'infra/network/main.tf': stackFile('network', moduleCall('vpc', '../../modules/vpc')),
  'infra/dns/main.tf': stackFile('dns'),
  'modules/vpc/main.tf': MODULE,
  'helm/shop/Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.2.3\n',
  'helm/shop/values.yaml': 'replicas: 1\n',
  'helm/shop/templates/web.yaml': 'kind: ConfigMap\n',
  'apps/shop.yaml': `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: shop
  namespace: argocd
spec:
  project: default
  source:
    repoURL: https://github.com/acme/gitops
    targetRevision: HEAD
    path: helm/shop
  destination:
    server: https://kubernetes.default.svc
    namespace: shop
`,
  'README.md': '# Acme\n',
}

const REPOSITORY = { full_name: 'acme/gitops', default_branch: 'main', private: true }

/** What GitHub says of a run on each event. */
export interface Run {
  readonly event: { readonly name: string; readonly payload: unknown }
  readonly env: Readonly<Record<string, string>>
}

export function onPullRequest(at: { base: string; head: string; merge: string; fork?: boolean }): Run {
  return {
    event: {
      name: 'pull_request',
      payload: {
        action: 'synchronize',
        number: 7,
        repository: REPOSITORY,
        pull_request: {
          number: 7,
          state: 'open',
          head: {
            ref: 'change',
            sha: at.head,
            repo: { full_name: at.fork === true ? 'mallory/gitops' : 'acme/gitops' },
          },
          base: { ref: 'main', sha: at.base, repo: REPOSITORY },
        },
      },
    },
    env: { GITHUB_SHA: at.merge, GITHUB_REF: 'refs/pull/7/merge', GITHUB_REF_NAME: '7/merge' },
  }
}

export function onPush(at: { before: string; after: string; forced?: boolean; ref?: string }): Run {
  const ref = at.ref ?? 'refs/heads/main'
  return {
    event: {
      name: 'push',
      payload: {
        ref,
        before: at.before,
        after: at.after,
        forced: at.forced === true,
        created: /^0+$/.test(at.before),
        repository: REPOSITORY,
      },
    },
    env: {
      GITHUB_SHA: at.after,
      GITHUB_REF: ref,
      GITHUB_REF_NAME: ref.replace(/^refs\/(?:heads|tags)\//, ''),
      GITHUB_REF_TYPE: ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    },
  }
}

export function onOther(name: string, sha: string): Run {
  return {
    event: { name, payload: { repository: REPOSITORY } },
    env: {
      GITHUB_SHA: sha,
      GITHUB_REF: 'refs/heads/main',
      GITHUB_REF_NAME: 'main',
      GITHUB_REF_TYPE: 'branch',
    },
  }
}

/** What came of a run. */
export interface Detected {
  readonly run: ActionRun
  readonly report: Record<string, unknown>
  readonly graph: Record<string, unknown>
}

/** Starts the action in a checkout, as the runner does, and reads the files it leaves. */
export async function detect(
  workspace: string,
  { event, env }: Run,
  request: Partial<ActionRunRequest> = {},
): Promise<Detected> {
  const temp = await mkdtemp(join(tmpdir(), 'detect-temp-'))
  try {
    const run = await runActionProcess({
      action: 'detect-changes',
      workspace,
      event,
      temp,
      ...request,
      inputs: { 'github-token': 'ghs_lab', ...request.inputs },
      env: {
        GITHUB_WORKFLOW_REF: 'acme/gitops/.github/workflows/gitops.yml@refs/heads/main',
        GIT_CONFIG_NOSYSTEM: '1',
        ...env,
        ...request.env,
      },
    })
    const json = async (file: string | undefined): Promise<Record<string, unknown>> =>
      file === undefined || file === ''
        ? {}
        : (JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>)
    return {
      run,
      report: await json(run.outputs['report-file']),
      graph: await json(run.outputs['graph-file']),
    }
  } finally {
    await rm(temp, { recursive: true, force: true })
  }
}

/** `name status wave` of the stacks of an output. */
export function stacksOf({ run }: Detected, output = 'stacks'): string[] {
  const stacks = JSON.parse(run.outputs[output] ?? '[]') as { name: string; status: string; wave: number }[]
  return stacks.map(({ name, status, wave }) => `${name} ${status} ${wave}`)
}

export function listed({ run }: Detected, matrix: string, key = 'stacks'): string[] {
  const { include } = JSON.parse(run.outputs[matrix] ?? '{"include":[]}') as {
    include: Record<string, string>[]
  }
  return include.flatMap((entry) => (entry[key] ?? '').split('\n'))
}
