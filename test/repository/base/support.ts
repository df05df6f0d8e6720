import type { BaseRun, ChosenBase } from '../../../src/repository/base/choose-base.ts'
import { chooseBase } from '../../../src/repository/base/choose-base.ts'
import { connect } from '../../lab/github/client.ts'
import type { GitHubLab } from '../../lab/github/server.ts'
import { runGit, type TestRepo } from '../git/support.ts'

export const access = { serverUrl: 'https://github.com' }

export function runOf(run: Partial<BaseRun>): BaseRun {
  return {
    event: 'push',
    repository: 'acme/gitops',
    defaultBranch: 'main',
    sha: '',
    ref: 'refs/heads/main',
    refType: 'branch',
    runId: '1000',
    workflowRef: 'acme/gitops/.github/workflows/gitops.yml@refs/heads/main',
    pull: undefined,
    push: undefined,
    mergeGroup: undefined,
    ...run,
  }
}

export interface Asked {
  readonly run?: Partial<BaseRun> | undefined
  readonly base?: string
  readonly head?: string
  readonly lab?: GitHubLab
  readonly token?: string
  /** Nothing may be fetched. */
  readonly offline?: boolean
}

export function choose(repo: TestRepo, asked: Asked): Promise<ChosenBase> {
  const { lab, token = 'ghs_lab' } = asked
  return chooseBase(
    { run: asked.run === undefined ? undefined : runOf(asked.run), base: asked.base, head: asked.head },
    {
      place: repo.place,
      access: asked.offline === true ? undefined : access,
      github: lab === undefined ? undefined : async () => (await connect(lab, { token, retries: 0 })).github,
    },
  )
}

/** GitHub compares in the whole repository, whatever the checkout holds. */
export function compareIn(lab: GitHubLab, origin: TestRepo): void {
  lab.state.mergeBase = (base, head) => {
    const known = (name: string): boolean => {
      try {
        origin.git('cat-file', '-e', `${name}^{commit}`)
        return true
      } catch {
        return false
      }
    }
    if (!known(base) || !known(head)) return undefined
    try {
      return origin.git('merge-base', base, head)
    } catch {
      return null
    }
  }
}

/** A merge commit as GitHub makes it: first parent the base branch, second the pull request's head. */
export function mergeCommit(origin: TestRepo, base: string, head: string): string {
  origin.git('checkout', '--quiet', '--detach', base)
  origin.git('merge', '--quiet', '--no-ff', '-m', `Merge ${head} into ${base}`, head)
  const merge = origin.git('rev-parse', 'HEAD')
  origin.git('update-ref', 'refs/pull/7/merge', merge)
  origin.git('update-ref', 'refs/pull/7/head', head)
  origin.git('checkout', '--quiet', 'main')
  return merge
}

/** Paths that differ between the base that was chosen and the head. */
export function changed(repo: TestRepo, { base, head }: ChosenBase): string[] {
  return runGit(repo.root, [
    'diff',
    '--name-only',
    '-z',
    base ?? '4b825dc642cb6eb9a060e54bf8d69288fbee4904',
    head,
  ])
    .toString()
    .split('\0')
    .filter((path) => path !== '')
}
