import { shortCommit } from '../../core/short-commit.ts'
import { markdownInlines } from '../../report/inlines.ts'

export interface OutdatedLine {
  /** The stack, redacted. */
  readonly name: string
  readonly commit: string
  readonly commitUrl: string
  /** Of the run that made the plan: to be run again. */
  readonly runUrl: string
}

/** Markdown, one line: which stack, since when, and where to plan again. */
export function outdatedLine({ name, commit, commitUrl, runUrl }: OutdatedLine): string {
  return markdownInlines([
    { code: name === '.' ? 'repository root' : name },
    ' was applied from ',
    { link: [{ code: shortCommit(commit) }], href: commitUrl },
    ' since this plan was made: ',
    { link: ['run it again'], href: runUrl },
  ])
}

/** What stands above the lines, and what stands alone where there is no room for them. */
export function outdatedHead(
  count: number,
  runUrl: string,
): { readonly head: string; readonly short: string } {
  return {
    head: markdownInlines([{ strong: ['This plan is out of date'] }]),
    short: markdownInlines([
      { strong: ['This plan is out of date'] },
      `: ${count === 1 ? 'a stack of it was' : `${count} stacks of it were`} applied since. `,
      { link: ['All of it, and to run it again'], href: runUrl },
    ]),
  }
}
