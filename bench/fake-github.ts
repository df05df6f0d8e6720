/**
 * A process of its own: the GitHub of the tests with one pull request and 100 comments on it, one of which is ours as
 * soon as the action has made it. Its load must not count into what is measured. Answers each message with a report.
 */
import { startGitHub } from '../test/lab/github/server.ts'
import type { GitHubReport } from './github.ts'

const PULL = 7
const lab = await startGitHub()
lab.addPull({
  number: PULL,
  head: { ref: 'change', sha: 'b'.repeat(40) },
  base: { ref: 'main', sha: 'c'.repeat(40) },
})
for (let index = 0; index < 99; index += 1) {
  lab.addComment(
    PULL,
    'reviewer',
    'User',
    `Remark ${index}: looks good to me, with one question about the size.`,
  )
}

let told = 0
process.on('message', () => {
  const ours = [...lab.state.comments.values()].find(({ json }) =>
    json.body.startsWith('<!-- gitops-pipeline'),
  )
  const report: GitHubReport = {
    calls: lab.calls.slice(told).map(({ operationId, status }) => `${operationId ?? '?'} ${status}`),
    problems: lab.problems,
    body: ours?.json.body ?? '',
  }
  told = lab.calls.length
  // As if somebody had edited it: the same report is then written anew.
  if (ours !== undefined) ours.json.body += '\nedited'
  process.send?.(report)
})
process.on('disconnect', () => process.exit(0))
process.send?.(lab.url)
