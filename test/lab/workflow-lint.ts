import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { makeExec } from '../../src/core/exec.ts'
import { OURS } from './act/stand-ins.ts'
import { ROOT } from './action-run.ts'

/** Paths are relative to the repository. */
export interface LintFinding {
  readonly file: string
  readonly line: number
  readonly rule: string
  readonly message: string
}

export interface LintCopy extends AsyncDisposable {
  readonly root: string
  readonly workflows: readonly string[]
  readonly actions: readonly string[]
  read(file: string): Promise<string>
  write(file: string, text: string): Promise<void>
}

const WORKFLOW_FOLDERS = ['.github/workflows', 'workflows-examples']

/** A copy of the workflows, the examples and the actions, to plant errors in. */
export async function lintCopy(): Promise<LintCopy> {
  const root = await mkdtemp(join(tmpdir(), 'lint-'))
  const copied = [...WORKFLOW_FOLDERS, '.github/zizmor.yml', 'actions', 'action.yml', 'main.js']
  for (const path of copied) await cp(join(ROOT, path), join(root, path), { recursive: true })
  const workflows = await Promise.all(WORKFLOW_FOLDERS.map((folder) => yamlFiles(root, folder)))
  const actions = (await readdir(join(root, 'actions'))).map((name) => `actions/${name}/action.yml`)
  return {
    root,
    workflows: workflows.flat(),
    actions: ['action.yml', ...actions],
    read: (file) => readFile(join(root, file), 'utf8'),
    write: async (file, text) => {
      await mkdir(dirname(join(root, file)), { recursive: true })
      await writeFile(join(root, file), text)
    },
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }),
  }
}

async function yamlFiles(root: string, folder: string): Promise<string[]> {
  const names = (await readdir(join(root, folder))).filter((name) => /\.ya?ml$/.test(name))
  return names.sort().map((name) => `${folder}/${name}`)
}

const EVERY_ACTION = 'workflows-examples/every-action.yml'

/**
 * What actionlint says of the workflows, and of the actions through a workflow that uses them all. It checks an
 * action's file and a step's inputs only for `./path` and only in a Git repository, so both are given to it.
 * @throws Error when it does not run as it should.
 */
export async function actionlint(program: string, copy: LintCopy): Promise<LintFinding[]> {
  const folder = await mkdtemp(join(tmpdir(), 'actionlint-'))
  try {
    await cp(copy.root, folder, { recursive: true })
    for (const file of copy.workflows) await writeFile(join(folder, file), locally(await copy.read(file)))
    await writeFile(join(folder, EVERY_ACTION), usingAll(copy.actions))
    await run('git', ['init', '--quiet'], folder, [0])
    // Without shellcheck and pyflakes, which it would start where they happen to be installed.
    const args = ['-shellcheck=', '-pyflakes=', '-format', '{{json .}}', ...copy.workflows, EVERY_ACTION]
    const found = JSON.parse(await run(program, args, folder, [0, 1])) as {
      filepath: string
      line: number
      kind: string
      message: string
    }[]
    return found.map(({ filepath, line, kind, message }) => ({ file: filepath, line, rule: kind, message }))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * This project's actions, and `$/path` (this repository at the running commit), as paths in the copy. Without `queue` of
 * `concurrency`, which is newer than actionlint.
 */
function locally(workflow: string): string {
  return workflow
    .replace(/^ +queue: max\b.*$/gm, '')
    .replace(/(uses:\s*['"]?)\$\//g, '$1./')
    .replaceAll(new RegExp(`(uses:\\s*['"]?)${OURS}(/[^@\\s]*)?@[^\\s'"#]+`, 'g'), '$1.$2')
    .replace(/(uses:\s*['"]?)\.(?=\s)/g, '$1./')
}

function usingAll(actions: readonly string[]): string {
  const steps = actions.map((file) => `      - uses: ./${dirname(file) === '.' ? '' : dirname(file)}`)
  return ['on: push', 'jobs:', '  all:', '    runs-on: ubuntu-latest', '    steps:', ...steps, ''].join('\n')
}

/**
 * What zizmor says, at its strictest. The files are named one by one: of a folder it takes `.github/workflows` and
 * nothing else, and says nothing of the rest.
 * @throws Error when a file breaks its schema.
 */
export async function zizmor(program: string, copy: LintCopy): Promise<LintFinding[]> {
  const strict = ['--offline', '--strict-collection', '--persona', 'pedantic', '--no-progress']
  const args = ['--config', '.github/zizmor.yml', ...strict, '--format', 'json', '--quiet']
  // 0: nothing found; 10 to 14: by the highest severity. Source: https://docs.zizmor.sh/usage/#exit-codes
  const codes = [0, 10, 11, 12, 13, 14]
  const text = await run(program, [...args, ...copy.workflows, ...copy.actions], copy.root, codes)
  const found = JSON.parse(text) as {
    ident: string
    desc: string
    locations: {
      symbolic: { key: { Local?: { verbatim_path?: string } } }
      concrete: { location: { start_point: { row: number } } }
    }[]
  }[]
  return found.map(({ ident, desc, locations: [first] }) => ({
    file: first?.symbolic.key.Local?.verbatim_path ?? '',
    line: (first?.concrete.location.start_point.row ?? -1) + 1,
    rule: ident,
    message: desc,
  }))
}

async function run(
  program: string,
  args: readonly string[],
  cwd: string,
  codes: readonly number[],
): Promise<string> {
  const env = { PATH: process.env['PATH'] ?? '', HOME: cwd, NO_COLOR: '1' }
  const result = await makeExec()(program, args, { env, cwd, timeoutMs: 60_000 })
  if (result.code !== undefined && codes.includes(result.code)) return result.stdout
  throw new Error(`${program} ends with ${result.code ?? 'a signal'}\n${result.stdout}\n${result.stderr}`)
}
