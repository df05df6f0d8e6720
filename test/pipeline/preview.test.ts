import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { ROOT } from '../lab/action-run.ts'
import { describeWith } from '../lab/tools.ts'

/** The preview as `npm start` runs it, on real terraform. */
describeWith('terraform-1.11.4', 'npm start', (terraform) => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'preview-test-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  const run = (...args: string[]): { code: number | null; stdout: string; stderr: string } => {
    const env = {
      PATH: [dirname(terraform), process.env['PATH'] ?? ''].join(delimiter),
      HOME: folder,
      TF_CLI_CONFIG_FILE: '/dev/null',
    }
    const started = spawnSync(process.execPath, [join(ROOT, 'src/preview-main.ts'), ...args], {
      env,
      encoding: 'utf8',
    })
    return { code: started.status, stdout: started.stdout, stderr: started.stderr }
  }

  const repository = async (files: Record<string, string>): Promise<string> => {
    const repo = join(folder, 'repo with space')
    for (const [name, content] of Object.entries(files)) {
      await mkdir(dirname(join(repo, name)), { recursive: true })
      await writeFile(join(repo, name), content)
    }
    const git = (...args: string[]): unknown =>
      execFileSync('git', ['-C', repo, '-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
        stdio: 'ignore',
      })
    git('init', '-q', '-b', 'main')
    git('add', '.')
    git('commit', '-qm', 'base')
    return repo
  }

  /** Names and contents of every file, Git's own ones left out. */
  const print = async (path: string): Promise<string> => {
    const hash = createHash('sha256')
    for (const entry of (await readdir(path, { recursive: true, withFileTypes: true })).sort((a, b) =>
      `${a.parentPath}/${a.name}` < `${b.parentPath}/${b.name}` ? -1 : 1,
    )) {
      if (entry.parentPath.includes('/.git')) continue
      hash.update(`${entry.parentPath}/${entry.name}\n`)
      if (entry.isFile()) hash.update(await readFile(join(entry.parentPath, entry.name)))
    }
    return hash.digest('hex')
  }

  const STACK =
    'terraform {\n  backend "local" {}\n}\n\nresource "terraform_data" "a" {\n  input = "one"\n}\n'

  test('the example: exit code 2, a page, and no secret in it', async () => {
    const page = join(folder, 'page.html')
    const { code, stdout, stderr } = run('--out', page)
    expect(stderr).toContain('infra/network')
    expect(code).toBe(2)
    expect(stdout).toContain('1 to destroy, 2 to replace')
    expect(stdout).toContain(`Open ${page}`)
    const html = await readFile(page, 'utf8')
    expect(html).toContain('Take payments in yen')
    expect(html).not.toContain('example-only-not-a-secret')
    expect(html).not.toContain('<script')
  })

  test('markdown and json go to standard output, and nothing else does', () => {
    const markdown = run('--format', 'markdown')
    expect(markdown.code).toBe(2)
    expect(markdown.stdout).toMatch(/^## ± Terraform plans: /)
    expect(markdown.stdout).not.toContain('example-only-not-a-secret')
    const json = JSON.parse(run('--format', 'json').stdout) as {
      version: number
      parts: { subject: { name: string } }[]
    }
    expect(json.version).toBe(1)
    expect(json.parts.map(({ subject }) => subject.name)).toEqual([
      // As they depend on each other; the change does not touch infra/dns.
      'infra/network',
      'infra/database',
      'infra/app',
    ])
    expect(markdown.stdout).toContain('Not touched by this change, so not planned: `infra/dns`.')
    expect(markdown.stdout).toContain('Planned because of `infra/app/helm/values.yaml.tftpl → infra/app`')
  })

  test('what is not committed yet is planned, what it does not touch is not, and all is left as it is', async () => {
    const repo = await repository({
      'infra/a/main.tf': STACK,
      'infra/a/.gitignore': '*.auto.tfvars\n',
      'infra/a/local.auto.tfvars': '',
      'infra/b/main.tf': STACK,
    })
    await writeFile(join(repo, 'infra/a/more.tf'), 'resource "terraform_data" "b" {}\n')
    const before = await print(repo)
    const { code, stdout } = run('--repo', repo, '--base', 'main', '--format', 'markdown')
    expect([code, stdout.includes('2 to add')]).toEqual([2, true])
    expect(stdout).toContain('Not touched by this change, so not planned: `infra/b`.')
    expect(await print(repo)).toBe(before)

    const all = run('--repo', repo, '--format', 'markdown')
    expect(all.stdout).toContain('3 to add')
  })

  test('a change that touches no stack is green, and says how many there are', async () => {
    const repo = await repository({ 'infra/a/main.tf': STACK, 'notes.txt': 'one' })
    await writeFile(join(repo, 'notes.txt'), 'two')
    const { code, stdout } = run('--repo', repo, '--base', 'main', '--format', 'markdown')
    expect([code, stdout.split('\n')[0]]).toEqual([
      0,
      '## ✓ Terraform plans: This change touches none of 1 stack',
    ])
  })

  test('a stack that is gone is told: nothing destroys what it made', async () => {
    const repo = await repository({ 'infra/a/main.tf': STACK, 'infra/b/main.tf': STACK })
    await rm(join(repo, 'infra/a'), { recursive: true })
    const { stdout } = run('--repo', repo, '--base', 'main', '--format', 'markdown')
    expect(stdout).toContain('This stack is gone from the repository:')
    expect(stdout).toContain('`infra/a`')
  })

  test('a folder that is no repository is planned; a base for it is an error', async () => {
    await mkdir(join(folder, 'plain/a'), { recursive: true })
    await writeFile(join(folder, 'plain/a/main.tf'), STACK)
    const { code, stdout } = run('--repo', join(folder, 'plain'), '--format', 'markdown')
    expect([code, stdout.includes('1 to add')]).toEqual([2, true])
    const based = run('--repo', join(folder, 'plain'), '--base', 'main')
    expect([based.code, based.stderr]).toEqual([1, expect.stringContaining('this is no Git repository')])
  })

  test('the versions and secrets that gitops.yml tells, and its faults', async () => {
    const repo = await repository({
      'infra/a/main.tf': `${STACK}output "o" {\n  value = "internal-4711-host"\n}\n`,
      '.github/gitops.yml': 'redact: ["internal-[0-9]+-host"]\n',
    })
    const { stdout } = run('--repo', repo, '--format', 'markdown')
    expect(stdout).toContain('1 to add')
    expect(stdout).not.toContain('4711')
    await writeFile(join(repo, '.github/gitops.yml'), 'tools:\n  terraform: "= 0.0.1"\nstack: []\n')
    const faulty = run('--repo', repo)
    expect([faulty.code, faulty.stderr]).toEqual([1, expect.stringContaining('.github/gitops.yml:3:1')])
  })

  test('exit code 0 is for no change', async () => {
    const repo = await repository({ 'main.tf': 'terraform {\n  backend "local" {}\n}\n' })
    const { code, stdout } = run('--repo', repo, '--format', 'markdown')
    expect([code, stdout.split('\n')[0]]).toEqual([0, '## ✓ Terraform plan · repository root: No changes'])
  })

  test('exit code 1 is for a stack that fails; the others are planned all the same', async () => {
    const repo = await repository({
      'a/main.tf': `${STACK}resource "terraform_data" {}\n`,
      'b/main.tf': STACK,
    })
    const { code, stdout } = run('--repo', repo, '--format', 'markdown')
    expect(code).toBe(1)
    expect(stdout).toContain('1 of 2 stacks failed')
    expect(stdout).toContain('`a/main.tf:8`')
    expect(stdout).toContain('1 to add')
  })

  test('no stacks: nothing was judged, so it is not green', async () => {
    const repo = await repository({ 'README.md': 'nothing here' })
    const { code, stdout } = run('--repo', repo, '--format', 'markdown')
    expect([code, stdout.includes('No stacks found')]).toEqual([1, true])
  })

  test.each([
    [['--repo', '/nowhere/at/all'], 'there is no such folder'],
    [['--format', 'pdf'], 'must be html, markdown or json'],
    [['--tool', 'pulumi'], 'must be terraform or tofu'],
    [['--frmat', 'json'], '--help shows all options'],
    [['--redact', '('], 'not a regular expression'],
  ])('%j: a clear error, exit code 1', (args, message) => {
    const { code, stderr } = run(...args)
    expect(code).toBe(1)
    expect(stderr).toContain(message)
    expect(stderr).not.toContain('bug')
  })

  test('an unknown base is named', async () => {
    const repo = await repository({ 'a/main.tf': STACK })
    const { code, stderr } = run('--repo', repo, '--base', '--upload-pack=x')
    expect(code).toBe(1)
    expect(stderr).toMatch(/is no commit|argument/)
  })
})
