import { UserError } from '../../core/errors.ts'
import { isZeroSha } from '../../core/event.ts'
import { shortCommit } from '../../core/short-commit.ts'
import { comparedWith, everything, type BasePorts, type Decision } from './base.ts'
import { whereParted } from './merge-base.ts'

const FULL_ID = /^([0-9a-f]{40}|[0-9a-f]{64})$/

interface Named {
  readonly commit: string
  readonly branch: boolean
}

/**
 * The base that was asked for. A commit or tag is taken as it is. Of a branch it is the commit where the head left it,
 * as in a pull request; where that is not known, its tip.
 */
export async function givenBase(base: string, head: string, ports: BasePorts): Promise<Decision> {
  // `github.event.before` of a new branch.
  if (isZeroSha(base)) return everything('The given base is no commit (only zeros): everything is judged.')
  const { commit, branch } = await named('base', base, ports)
  if (!branch) return comparedWith(commit, 'input')
  const parted = await whereParted(commit, head, ports)
  if (parted.commit !== undefined) return comparedWith(parted.commit, 'input')
  return comparedWith(commit, 'input', [
    `Compared with the tip of ${base} (${shortCommit(commit)}), so that what changed there since counts too. ${parted.why}`,
  ])
}

/** The head that was asked for. */
export async function givenHead(head: string, ports: BasePorts): Promise<string> {
  return (await named('head', head, ports)).commit
}

/** By branch, tag, id, `origin/branch` or expression; what is not here is looked for at the remote. */
async function named(input: 'base' | 'head', name: string, { git }: BasePorts): Promise<Named> {
  const unknown = (why: string): UserError =>
    new UserError(`"${name}" is no branch, tag or commit of this repository${why}`, {
      where: input,
      help: `Give ${input} as a branch, a tag or a full commit id; in a workflow, actions/checkout with "fetch-depth: 0" has all of them.`,
    })
  if (FULL_ID.test(name)) {
    const why = await git.fetch([name])
    if (why === undefined) return { commit: name, branch: false }
    throw unknown(`. ${why}`)
  }
  for (const candidate of [name, `refs/remotes/origin/${name}`]) {
    const commit = await git.resolve(candidate)
    if (commit !== undefined) return { commit, branch: await git.isBranch(candidate) }
  }
  const remote = await git.remoteCommit(name.replace(/^origin\//, ''))
  if (remote === undefined) throw unknown('')
  const why = await git.fetch([remote.sha])
  if (why !== undefined) throw unknown(`. ${why}`)
  return { commit: remote.sha, branch: remote.branch }
}
