import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'
import { UserError, errorMessage } from './core/errors.ts'
import { childTracker, forwardSignals, makeExec } from './core/exec.ts'
import { systemClock } from './core/log.ts'
import type { Log } from './core/ports.ts'
import { compilePatterns } from './core/redact-patterns.ts'
import { totals } from './report/overview-verdict.ts'
import { partsFile } from './report/part-file.ts'
import { toPlain } from './report/plain.ts'
import { makeFolderOf } from './pipeline/preview-repo.ts'
import { exitCode } from './pipeline/exit-code.ts'
import { preview, type Preview } from './pipeline/preview.ts'
import { previewPage } from './pipeline/preview-page.ts'
import { previewProgress } from './pipeline/preview-progress.ts'

const PROJECT = join(import.meta.dirname, '..')

const HELP = `Shows what a pull request would say about your Terraform or OpenTofu plans. Needs no GitHub.

  npm start                              a small example repository
  npm start -- --repo DIR                your repository; it is left untouched
  npm start -- --repo DIR --base main    the same, against the branch the pull request goes into

  --format html|markdown|json   html (default) writes a page and prints its path;
                                markdown and json print to standard output, for scripts
  --out FILE                    where to write instead
  --tool terraform|tofu         default: what the repository asks for, else what is installed
  --tool-version VERSION        exact, or a constraint such as "~> 1.9"
  --redact REGEX                hide this too; may be given several times

Exit codes, as terraform plan -detailed-exitcode: 0 no change, 2 changes, 1 failed.
`

const OPTIONS = {
  repo: { type: 'string' },
  base: { type: 'string' },
  format: { type: 'string', default: 'html' },
  out: { type: 'string' },
  tool: { type: 'string', default: 'auto' },
  'tool-version': { type: 'string', default: 'auto' },
  redact: { type: 'string', multiple: true, default: [] as string[] },
  help: { type: 'boolean', short: 'h', default: false },
} satisfies ParseArgsOptionsConfig

process.exitCode = await main(process.argv.slice(2)).catch((thrown: unknown) => {
  const help = thrown instanceof UserError && thrown.help !== undefined ? `\n${thrown.help}` : ''
  const where = thrown instanceof UserError && thrown.where !== undefined ? `${thrown.where}: ` : ''
  const bug =
    thrown instanceof UserError ? '' : `\nThis is a bug; please report it.\n${(thrown as Error).stack ?? ''}`
  process.stderr.write(`${where}${errorMessage(thrown)}${help}${bug}\n`)
  return 1
})

async function main(args: readonly string[]): Promise<number> {
  const given = options(args)
  if (given.help) {
    process.stdout.write(HELP)
    return 0
  }
  const { format, tool } = given
  if (format !== 'html' && format !== 'markdown' && format !== 'json') {
    throw new UserError('must be html, markdown or json', { where: '--format' })
  }
  if (tool !== 'auto' && tool !== 'terraform' && tool !== 'tofu') {
    throw new UserError('must be terraform or tofu', { where: '--tool' })
  }
  const children = childTracker()
  forwardSignals(process, children)
  // Progress goes to stderr, so that stdout holds nothing but what a script asked for.
  const progress = previewProgress(process.stderr, process.env)
  const seen = await preview(
    {
      repo: given.repo,
      base: given.base,
      example: join(PROJECT, 'examples/quick-start'),
      env: Object.fromEntries(
        Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
      ),
      tool: { tool, version: given['tool-version'] },
      patterns: compilePatterns(given.redact),
    },
    { exec: makeExec(children), clock: systemClock(), log: quietLog(progress.say), progress: progress.stack },
  ).finally(progress.finish)
  await write(seen, format, given)
  return Number(exitCode(seen.parts, undefined, seen.found))
}

function options(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, strict: true, allowPositionals: false }).values
  } catch (cause) {
    throw new UserError(errorMessage(cause), { help: 'npm start -- --help shows all options.', cause })
  }
}

async function write(
  seen: Preview,
  format: 'html' | 'markdown' | 'json',
  given: { base?: string; out?: string },
): Promise<void> {
  if (format === 'html') {
    const file = resolve(given.out ?? join(PROJECT, '.gitops-pipeline/preview.html'))
    await makeFolderOf(file)
    await writeFile(file, await pageOf(seen, given.base))
    process.stdout.write(
      `${toPlain(seen.document, { lines: 40 })}\n${seen.notes.map((note) => `${note}\n`).join('')}\nOpen ${file}\n`,
    )
    return
  }
  const text =
    format === 'markdown'
      ? `${seen.comment.text}\n`
      : `${JSON.stringify(partsFile(seen.parts), undefined, 2)}\n`
  if (given.out === undefined) process.stdout.write(text)
  else {
    await makeFolderOf(resolve(given.out))
    await writeFile(resolve(given.out), text)
  }
}

function pageOf(seen: Preview, base: string | undefined): Promise<string> {
  return previewPage({
    repository: seen.name,
    title: seen.title,
    base,
    markdown: seen.comment.text,
    complete: seen.comment.complete,
    document: seen.document,
    leftOut: seen.comment.leftOut,
    counts: totals(seen.parts),
    notes: seen.notes,
  })
}

/** On a terminal there are no annotations: findings are in the report itself. */
function quietLog(say: (line: string) => void): Log {
  return {
    info: say,
    debug: () => undefined,
    notice: say,
    warning: say,
    error: say,
    group: (_title, body) => body(),
    mask: () => undefined,
  }
}
