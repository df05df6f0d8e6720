import type { BasePorts } from './base.ts'
import { whyNot } from './questions.ts'

export interface Parted {
  /** Where they parted: here, with its files. */
  readonly commit: string | undefined
  /** Why that is not known. */
  readonly why: string
}

/**
 * Where the head left another commit: by the history that is here, or by one question to GitHub. A common ancestor
 * that is not the newest one would hide what was taken back since, so none is guessed.
 *
 * @param other a commit, or (for GitHub alone) a branch
 */
export async function whereParted(other: string, head: string, ports: BasePorts): Promise<Parted> {
  const here = await byHistory(other, head, ports)
  if (here !== undefined) return { commit: here, why: '' }
  const asked = await byGitHub(other, head, ports)
  if (asked.commit === undefined) return asked
  const why = await ports.git.fetch([asked.commit])
  return why === undefined ? asked : { commit: undefined, why }
}

async function byHistory(other: string, head: string, { git }: BasePorts): Promise<string | undefined> {
  if (await git.isShallow()) return undefined
  const commit = (await git.resolve(`refs/remotes/origin/${other}`)) ?? (await git.resolve(other))
  if (commit !== undefined) return git.mergeBase(commit, head)
  if (!/^[0-9a-f]{40,64}$/.test(other) || (await git.fetch([other])) !== undefined) return undefined
  return git.mergeBase(other, head)
}

async function byGitHub(other: string, head: string, { github }: BasePorts): Promise<Parted> {
  if (github === undefined) {
    const why = 'The history that would tell where they parted is not here, and GitHub cannot be asked. '
    return { commit: undefined, why: `${why}Give actions/checkout "fetch-depth: 0", or this action a token.` }
  }
  try {
    const commit = await (await github()).mergeBase(other, head)
    return {
      commit,
      why:
        commit === undefined
          ? 'GitHub knows no common ancestor of the two, or the token may not see them.'
          : '',
    }
  } catch (thrown) {
    return { commit: undefined, why: whyNot(thrown) }
  }
}
