import { comparedWith, everything, type BasePorts, type BaseRun, type Decision } from './base.ts'

/**
 * For a merge queue: all pull requests of the group, for each of them is in between. A list of the files of one pull
 * request, or of the last commit, would leave out those that come before it.
 */
export async function mergeGroupBase(run: BaseRun, ports: BasePorts): Promise<Decision> {
  if (run.mergeGroup === undefined)
    return everything('The event names no base of the merge group: everything is judged.')
  const { baseSha } = run.mergeGroup
  const why = await ports.git.fetch([baseSha])
  if (why === undefined) return comparedWith(baseSha, 'merge-group')
  return everything(`The base of the merge group is missing: everything is judged. ${why}`)
}
