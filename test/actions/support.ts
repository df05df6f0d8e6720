import { cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import {
  pullRequestEvent,
  ROOT,
  runActionProcess,
  type ActionRun,
  type ActionRunRequest,
} from '../lab/action-run.ts'
import { startGitHub, type GitHubLab, type GitHubOptions } from '../lab/github/server.ts'

export const PULL = 7
export const HEAD = 'b'.repeat(40)

/** What the system itself needs: a shell, and the `diff` that `fmt` calls. No terraform. */
const SYSTEM_PATH = '/usr/bin:/bin'

/** One job on a runner: a checkout, a folder for temporary files, a home, programs, and a GitHub with a pull request. */
export interface Site extends AsyncDisposable {
  readonly lab: GitHubLab
  readonly workspace: string
  readonly temp: string
  readonly home: string
  /** Puts a program on this job's PATH. */
  program(name: string, path: string): Promise<void>
  /** Writes a script and puts it on this job's PATH. */
  script(name: string, text: string): Promise<string>
  write(files: Readonly<Record<string, string>>): Promise<void>
  /** Runs `terraform-plan-comment` (or `action`) on the pull request's event. */
  run(request?: Partial<ActionRunRequest>): Promise<ActionRun>
  /** The post step of a run. */
  post(run: ActionRun): Promise<ActionRun>
  /** All that left the action: log, outputs, summary, comments, and every file it made but saved plans. */
  published(run: ActionRun): Promise<string>
  /** The pull request's one comment; throws when there is another number of them. */
  comment(): string
}

/** @param programs what PATH holds beside the system's own: name to path */
export async function makeSite(
  programs: Readonly<Record<string, string>> = {},
  github: GitHubOptions = {},
): Promise<Site> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'job-')))
  const [workspace, temp, home, bin] = ['workspace', 'temp', 'home', 'bin'].map((name) =>
    join(folder, name),
  ) as [string, string, string, string]
  for (const path of [workspace, temp, home, bin]) await mkdir(path)
  for (const [name, path] of Object.entries(programs)) await symlink(path, join(bin, name))
  const lab = await startGitHub(github)
  lab.addPull({
    number: PULL,
    head: { ref: 'change', sha: HEAD },
    base: { ref: 'main', sha: 'c'.repeat(40) },
  })

  const run: Site['run'] = (request = {}) =>
    runActionProcess({
      action: 'terraform-plan-comment',
      workspace,
      temp,
      event: pullRequestEvent(),
      ...request,
      inputs: { 'github-token': 'ghs_lab', ...request.inputs },
      env: { GITHUB_API_URL: lab.url, PATH: `${bin}:${SYSTEM_PATH}`, HOME: home, ...request.env },
    })
  return {
    lab,
    workspace,
    temp,
    home,
    run,
    program: (name, path) => symlink(path, join(bin, name)),
    async script(name, text) {
      await writeFile(join(bin, name), text, { mode: 0o755 })
      return join(bin, name)
    },
    write: (files) => writeFiles(workspace, files),
    post: ({ state }) => run({ state }),
    async published({ log, outputs, summary }) {
      const texts = await textsBelow(temp)
      return [log, summary, ...Object.values(outputs), ...lab.bodies(PULL), ...texts].join('\n')
    },
    comment() {
      const [only, ...others] = lab.bodies(PULL)
      if (only === undefined || others.length > 0) {
        throw new Error(`one comment is wanted, there are ${lab.bodies(PULL).length}`)
      }
      return only
    },
    async [Symbol.asyncDispose]() {
      await lab.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export async function writeFiles(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), content)
  }
}

/** The quick-start example as its pull request leaves it: the change laid over the repository. */
export async function quickStart({ workspace }: Site): Promise<void> {
  const example = join(ROOT, 'examples/quick-start')
  await cp(join(example, 'repo'), workspace, { recursive: true })
  await cp(join(example, 'change'), workspace, { recursive: true })
  const change = JSON.parse(await readFile(join(example, 'change.json'), 'utf8')) as { delete: string[] }
  for (const name of change.delete) await rm(join(workspace, name))
}

/** Every file below a folder with its text, saved plans and `skip` left out. */
export async function filesBelow(folder: string, skip = /\/plans\//): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !skip.test(path))
    .sort()
  const found: Record<string, string> = {}
  for (const path of paths) found[path.slice(folder.length + 1)] = await readFile(path, 'utf8')
  return found
}

async function textsBelow(folder: string): Promise<string[]> {
  return Object.values(await filesBelow(folder))
}

/** How the runner would show the annotations of a log: `error infra/main.tf:3 message`. */
export function annotations(log: string): string[] {
  const command = /^::(error|warning|notice)(?: ([^:]*(?:%3A[^:]*)*))?::(.*)$/gm
  return [...log.matchAll(command)].map(([, level = '', properties = '', message = '']) => {
    const at = Object.fromEntries(
      properties.split(',').map((pair) => {
        const [name = '', value = ''] = pair.split('=')
        return [name, unescapeProperty(value)]
      }),
    )
    const place =
      at['file'] === undefined ? '' : `${at['file']}${at['line'] === undefined ? '' : `:${at['line']}`} `
    return `${level} ${place}${unescapeProperty(message).split('\n')[0] ?? ''}`
  })
}

function unescapeProperty(text: string): string {
  return text
    .replaceAll('%2C', ',')
    .replaceAll('%3A', ':')
    .replaceAll('%0A', '\n')
    .replaceAll('%0D', '\r')
    .replaceAll('%25', '%')
}
