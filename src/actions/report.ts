import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, isAbsolute, join } from 'node:path'
import { action } from '../core/action.ts'
import { bool, input, lines, oneOf, optional, repoPath, text, type Parser } from '../core/inputs.ts'
import { compilePatterns } from '../core/redact-patterns.ts'
import { makeRedactor } from '../core/redact.ts'
import { DEFAULT_PARTS, type PartsSource } from '../pipeline/report/gather.ts'
import { readNeeds } from '../pipeline/report/needs.ts'
import { makeReport, type Report } from '../pipeline/report/report.ts'
import { envSecrets } from '../terraform/variable-secrets.ts'
import { artifactsOf } from './artifact-store.ts'
import { loadGitHub } from './github-client.ts'
import { privateFolder } from './private-folder.ts'

/** Numbers of pull requests, one a line, `#` before them or not. */
const pullNumbers: Parser<readonly number[]> = (raw) =>
  lines(raw).map((line) => {
    const number = /^#?([1-9]\d{0,8})$/.exec(line)?.[1]
    if (number === undefined) throw new Error('must be numbers of pull requests, one a line')
    return Number(number)
  })

const inputs = {
  parts: input(text, { default: DEFAULT_PARTS }),
  expected: input(optional(text)),
  needs: input(text),
  require: input(oneOf('auto', 'plan', 'apply'), { default: 'auto' }),
  'require-gone': input(bool, { default: 'false' }),
  comment: input(oneOf('update', 'off'), { default: 'update' }),
  'pull-requests': input(pullNumbers),
  'fail-on': input(oneOf('error', 'waiting', 'never'), { default: 'error' }),
  'fork-policy': input(oneOf('fail', 'notice'), { default: 'fail' }),
  'sarif-file': input(optional(repoPath)),
  title: input(text),
  redact: input(lines),
  'github-token': input(text),
}

/** One writer: what all jobs of the run left, as one comment, one summary, one page, and one red or green. */
export const report = action({
  name: 'report',
  inputs,
  outputs: [
    'verdict',
    'comment-id',
    'comment-url',
    'markdown-file',
    'html-file',
    'sarif-file',
    'refused',
    'refused-matrix',
    'has-refused-matrix',
  ],
  async run(given, context) {
    const { run, env, log } = context
    const token = given['github-token']
    if (token !== '') log.mask(token)
    const redactor = makeRedactor({
      secrets: [...envSecrets(env), ...(token === '' ? [] : [token])],
      publicNames: [],
      patterns: compilePatterns(given.redact),
    })
    const redact = (words: string): string => redactor.redact(words)
    context.hide(redact)
    const folder = await privateFolder(run.temp)
    const made = await makeReport(
      {
        parts: sourceOf(given.parts, run.workspace),
        expected: given.expected === undefined ? undefined : inWorkspace(given.expected, run.workspace),
        needs: given.needs === '' ? { bad: [], skipped: [] } : readNeeds(given.needs),
        required: given.require === 'auto' ? (run.event === 'push' ? 'apply' : 'plan') : given.require,
        requireGone: given['require-gone'],
        comment: given.comment,
        failOn: given['fail-on'],
        forkPolicy: given['fork-policy'],
        title: given.title,
        pulls: given['pull-requests'],
        redactor,
        run,
      },
      {
        store: artifactsOf(context),
        github: loadGitHub(given.comment, token, context),
        clock: context.clock,
      },
    )
    const { rendered, published, refused } = made
    await log.group('Report', () => {
      log.info(rendered.plain)
      return Promise.resolve()
    })
    const files = await writeFiles(
      made,
      folder,
      given['sarif-file'] === undefined ? undefined : inWorkspace(given['sarif-file'], run.workspace),
    )
    for (const info of made.infos) log.info(redact(info))
    for (const notice of made.notices) log.notice(redact(notice))
    return {
      outputs: {
        verdict: made.verdict,
        ...(published.comment === undefined
          ? {}
          : { 'comment-id': String(published.comment.id), 'comment-url': published.comment.url }),
        ...files,
        ...refused.outputs,
      },
      annotations: [],
      summary: rendered.summary,
      ...(made.failure === undefined ? {} : { failure: redact(made.failure) }),
    }
  },
})

/** A star makes a pattern over the names of artifacts; no folder has one in its name. */
function sourceOf(parts: string, workspace: string): PartsSource {
  return parts.includes('*')
    ? { kind: 'artifacts', pattern: parts }
    : { kind: 'folder', path: inWorkspace(parts, workspace) }
}

const inWorkspace = (path: string, workspace: string): string =>
  isAbsolute(path) ? path : join(workspace, path)

async function writeFiles(
  { rendered, markdown }: Report,
  folder: string,
  sarifFile: string | undefined,
): Promise<Record<'markdown-file' | 'html-file' | 'sarif-file', string>> {
  const files = {
    'markdown-file': join(folder, 'comment.md'),
    'html-file': join(folder, 'report.html'),
    'sarif-file': sarifFile ?? join(folder, 'report.sarif'),
  }
  if (sarifFile !== undefined) await mkdir(dirname(sarifFile), { recursive: true })
  const write = (path: string, content: string): Promise<void> => writeFile(path, content, { mode: 0o600 })
  await write(files['markdown-file'], markdown)
  await write(files['html-file'], rendered.html)
  await write(files['sarif-file'], rendered.sarif)
  return files
}
