import type { BaseSource } from '../repository/base/base.ts'

/** How a base was chosen, for a reader of the summary. */
export function baseWords(source: BaseSource, event: string): string {
  switch (source) {
    case 'input':
      return 'as the input asks for'
    case 'merge-commit':
      return 'the base branch, as the pull request was merged with it'
    case 'merge-base':
      return 'where the pull request left its base branch'
    case 'base-branch':
      return 'the tip of the base branch'
    case 'merge-group':
      return 'what the merge queue puts its pull requests on'
    case 'last-success':
      return 'the last successful run of this workflow on the branch'
    case 'before':
      return 'the commit before the push'
    case 'default-branch':
      return 'where the branch left the default branch'
    case 'all':
      return event === ''
        ? 'there is nothing to compare with'
        : `there is nothing to compare with on ${event}`
  }
}
