import { describe, expect, test } from '@jest/globals'
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { startMirror } from '../lab/mirror.ts'
import { describeWith } from '../lab/tools.ts'
import { annotations, filesBelow, makeSite, PULL, quickStart, type Site } from './support.ts'

/** The built action with the real tools, on the quick-start example and on small stacks of its kind. */

const TOOLS = [
  ['terraform-1.11.4', 'terraform', 'Terraform 1.11.4'],
  ['terraform-1.5.7', 'terraform', 'Terraform 1.5.7'],
  ['tofu-1.12.6', 'tofu', 'OpenTofu 1.12.6'],
] as const

/** What every secret of the example begins with. */
const SECRET = 'example-only-not-a-secret'
const ENCODED = [
  SECRET,
  Buffer.from(SECRET).toString('base64').slice(0, -4),
  Buffer.from(SECRET).toString('hex'),
]

/** Runs a tool by hand, as the author of a plan file would. */
async function tool(path: string, directory: string, ...args: string[]): Promise<string> {
  const env = {
    PATH: '/usr/bin:/bin',
    HOME: directory,
    TF_CLI_CONFIG_FILE: '/dev/null',
    TF_IN_AUTOMATION: '1',
  }
  const { stdout } = await promisify(execFile)(path, args, { cwd: directory, env })
  return stdout
}

const untouched = (workspace: string): Promise<Record<string, string>> =>
  filesBelow(workspace, /\/\.terraform\/|\.terraform\.lock\.hcl$/)

/** The comment without what differs by tool and run: marker, footer, and the program's name. */
const comparable = (comment: string): string =>
  comment
    .replace(/^<!--.*-->\n/, '')
    .replace(/\n<sub>[\s\S]*$/, '')
    .replace(/^(tofu|terraform) (?=init|plan)/gm, 'TOOL ')

const plain = `resource "terraform_data" "a" {
  input = "one"
}

resource "terraform_data" "b" {
  input = "two"
}
`

for (const [name, program, words] of TOOLS) {
  describeWith(name, words, (path) => {
    test('the quick-start app: counts, comment, files, and nothing secret anywhere', async () => {
      await using site = await makeSite({ [program]: path })
      await quickStart(site)
      const before = await untouched(site.workspace)
      const run = await site.run({ inputs: { 'working-directory': 'infra/app' } })
      expect(run.log).not.toContain('::error')
      expect(run.code).toBe(0)
      expect(run.outputs).toMatchObject({
        changed: 'true',
        'exit-code': '2',
        add: '1',
        change: '7',
        destroy: '0',
        replace: '1',
        import: '0',
        move: '1',
        forget: '0',
        drift: '0',
      })
      const comment = site.comment()
      expect(comment).toContain(
        '## ± Terraform plan · infra/app: **1 to replace, 1 to add, 7 to change, 1 to move, 2 outputs to change**\n',
      )
      expect(comment).toMatch(
        /\| 🟠\sreplace \| `terraform_data\.release` \| `triggers_replace` forces replacement; created before the old one is destroyed \|/u,
      )
      expect(comment).toContain('+ │         "sqs:DeleteMessage"')
      expect(comment).toContain('! input.api_key = (sensitive value)\n+ input.currency[2] = "JPY"')
      expect(comment).toContain(` · ${words} · `)
      expect(comment).toContain(`${program} plan\n`)
      expect(annotations(run.log)).toEqual([
        'warning infra/app/checks.tf:8 check.fits_the_account: web (7) and worker (2) want 9 tasks; the account allows 8.',
      ])

      const published = await site.published(run)
      for (const form of ENCODED) expect(published.includes(form) ? 'leaks' : 'clean').toBe('clean')
      expect(await untouched(site.workspace)).toEqual(before)

      // Secrets are in the plan itself, so it is private, and gone after the job.
      const plan = run.outputs['plan-path'] ?? ''
      expect(plan.startsWith(`${site.temp}/`)).toBe(true)
      expect((await stat(plan)).mode & 0o777).toBe(0o600)
      expect((await stat(dirname(plan))).mode & 0o077).toBe(0)
      for (const file of await readdir(dirname(plan))) {
        expect([file, (await stat(join(dirname(plan), file))).mode & 0o077]).toEqual([file, 0])
      }
      expect(await tool(path, join(site.workspace, 'infra/app'), 'show', '-json', plan)).toContain(SECRET)
      expect((await site.post(run)).code).toBe(0)
      expect(existsSync(dirname(plan))).toBe(false)
      for (const text of Object.values(await filesBelow(site.temp, /^$/))) expect(text).not.toContain(SECRET)
      // What later steps may read stays.
      expect(existsSync(run.outputs['report-file'] ?? '')).toBe(true)
    }, 30_000)

    test('several stacks by name: one comment, a row each, counts summed; again: nothing is written', async () => {
      await using site = await makeSite({ [program]: path })
      await quickStart(site)
      const stack = ['infra/network', 'infra/dns', 'infra/database'].join('\n')
      const run = await site.run({ inputs: { stack } })
      expect(run.code).toBe(0)
      expect(run.outputs).toMatchObject({
        'exit-code': '2',
        add: '3',
        change: '2',
        destroy: '1',
        replace: '1',
        move: '2',
      })
      expect(run.outputs['plan-path']?.split('\n')).toHaveLength(3)
      expect(run.outputs['plan-digest']?.split('\n').every((digest) => /^[0-9a-f]{64}$/.test(digest))).toBe(
        true,
      )
      const comment = site.comment()
      expect(comment).toMatch(
        /\*\*2 of 3 stacks to change\*\*\\?: 1 to destroy, 1 to replace, 3 to add, 2 to change, 2 to move/,
      )
      expect(comment).toMatch(/\| 📝 \| `infra\/database` \| \*\*1 to replace, 1 to change, 2 to move/)
      expect(comment).toMatch(/\| ✅ \| `infra\/dns` \| No changes/)
      expect(comment).toContain('moved from `terraform_data.db`')
      const published = await site.published(run)
      for (const form of ENCODED) expect(published.includes(form) ? 'leaks' : 'clean').toBe('clean')

      const calls = site.lab.calls.length
      const again = await site.run({ inputs: { stack }, env: { GITHUB_RUN_ID: '1001' } })
      expect(again.code).toBe(0)
      expect(again.outputs['comment-id']).toBe(run.outputs['comment-id'])
      expect(site.lab.calls.slice(calls).map(({ method }) => method)).toEqual(['GET', 'GET'])
      expect(site.comment()).toBe(comment)
    }, 30_000)

    test('-target: the plan is called incomplete, and its counts are of what was targeted', async () => {
      await using site = await makeSite({ [program]: path })
      await site.write({ 'infra/main.tf': plain })
      const run = await site.run({
        inputs: { 'working-directory': 'infra', 'plan-args': '-target=terraform_data.a' },
      })
      expect(run.code).toBe(0)
      expect(run.outputs).toMatchObject({ add: '1', changed: 'true', 'exit-code': '2' })
      expect(site.comment()).toContain('not complete')
      expect(site.comment()).not.toContain('terraform_data.b')
    }, 20_000)

    test('a workspace is its exact name (Digger: `prod` matched `prod-eu`)', async () => {
      await using site = await makeSite({ [program]: path })
      await site.write({ 'infra/main.tf': 'output "where" {\n  value = terraform.workspace\n}\n' })
      const infra = join(site.workspace, 'infra')
      await tool(path, infra, 'init')
      await tool(path, infra, 'workspace', 'new', 'prod-eu')
      const inputs = { 'working-directory': 'infra', workspace: 'prod' }
      const missing = await site.run({ inputs })
      expect(missing.code).toBe(1)
      expect(annotations(missing.log)).toContain('error workspace "prod" does not exist')
      expect(site.comment()).toContain('Workspaces that exist: default, prod-eu')
      expect(missing.outputs['plan-path']).toBe('')

      await tool(path, infra, 'workspace', 'new', 'prod')
      await tool(path, infra, 'workspace', 'select', 'prod-eu')
      const found = await site.run({ inputs })
      expect(found.code).toBe(0)
      expect(site.comment()).toContain('infra (prod)')
      expect(site.comment()).toContain('+ where = "prod"')
      // Another workspace of the same folder is another plan, with a comment of its own.
      await site.run({ inputs: { ...inputs, workspace: 'prod-eu' } })
      expect(site.lab.bodies(PULL).map((body) => /where = "[^"]*"/.exec(body)?.[0])).toEqual([
        'where = "prod"',
        'where = "prod-eu"',
      ])
    }, 30_000)

    test('a saved plan as `plan-file` says what a run of our own says', async () => {
      await using site = await makeSite({ [program]: path })
      await quickStart(site)
      const directory = join(site.workspace, 'infra/app')
      await tool(path, directory, 'init')
      await tool(path, directory, 'plan', '-out=saved.tfplan')
      const inputs = { 'working-directory': 'infra/app' }
      const given = await site.run({ inputs: { ...inputs, 'plan-file': 'saved.tfplan' } })
      expect(given.code).toBe(0)
      // It is not ours to guard: its mode and its end are the user's.
      expect(given.outputs['plan-path']).toBe('')
      const comment = site.comment()
      const own = await site.run({ inputs })
      expect(own.outputs['plan-digest']).toBe(given.outputs['plan-digest'])
      const warned = (text: string): string =>
        text.replace(/\n<details>\n<summary>Run this plan yourself[\s\S]*/, '')
      expect(warned(comparable(comment))).toBe(warned(comparable(site.comment())))
      const published = await site.published(given)
      for (const form of ENCODED) expect(published.includes(form) ? 'leaks' : 'clean').toBe('clean')
      // It is the user's file: the post step leaves it alone.
      await site.post(given)
      expect(existsSync(join(directory, 'saved.tfplan'))).toBe(true)
    }, 30_000)

    test('code that does not parse: red, with file and line, and no plan', async () => {
      await using site = await makeSite({ [program]: path })
      await site.write({ 'infra/main.tf': `${plain}\nresource "terraform_data" "c" {\n  input = \n}\n` })
      const run = await site.run({ inputs: { 'working-directory': 'infra' } })
      expect(run.code).toBe(1)
      expect(run.outputs).toMatchObject({ 'exit-code': '1', changed: '', 'plan-path': '' })
      const [first, ...others] = annotations(run.log)
      expect(first).toMatch(/^error infra\/main\.tf:10 /)
      expect(others).toEqual([])
      expect(site.comment()).toContain('`infra/main.tf:10`')
    }, 20_000)

    test('unformatted code: a warning with file and line, and green', async () => {
      await using site = await makeSite({ [program]: path })
      await site.write({ 'infra/main.tf': plain.replace('  input = "two"', '    input   =   "two"') })
      const run = await site.run({ inputs: { 'working-directory': 'infra' } })
      expect(run.code).toBe(0)
      expect(annotations(run.log)).toEqual(['warning infra/main.tf:6 main.tf is not formatted'])
      expect(run.outputs['exit-code']).toBe('2')
      const off = await site.run({ inputs: { 'working-directory': 'infra', checks: 'none' } })
      expect(annotations(off.log)).toEqual([])
    }, 20_000)

    test('a plan that cannot run: validate still finds what is wrong with the code', async () => {
      await using site = await makeSite({ [program]: path })
      await site.write({
        'infra/main.tf': `terraform {
  backend "local" {
    path = "missing.tfvars/terraform.tfstate"
  }
}

resource "terraform_data" "a" {
  input = terraform_data.gone.output
}
`,
        'infra/missing.tfvars': '# A file where the backend wants a folder.\n',
      })
      const run = await site.run({ inputs: { 'working-directory': 'infra' } })
      expect(run.code).toBe(1)
      expect(annotations(run.log)).toContainEqual('error infra/main.tf:8 Reference to undeclared resource')
      expect(run.outputs['exit-code']).toBe('1')
    }, 20_000)
  })
}

describeWith('terraform-1.5.7', 'tools side by side', (old) => {
  describeWith('terraform-1.11.4', 'Terraform 1.5.7 and 1.11.4', (recent) => {
    test('a plan of another version is refused, with both versions and what to do', async () => {
      await using site = await makeSite({ terraform: recent })
      await site.write({ 'infra/main.tf': plain })
      const infra = join(site.workspace, 'infra')
      await tool(old, infra, 'init')
      await tool(old, infra, 'plan', '-out=old.tfplan')
      const run = await site.run({ inputs: { 'working-directory': 'infra', 'plan-file': 'old.tfplan' } })
      expect(run.code).toBe(1)
      expect(site.comment()).toContain('The plan was made by version 1.5.7, this is terraform 1.11.4')
      expect(run.outputs).toMatchObject({ 'exit-code': '1', 'plan-path': '' })
    }, 20_000)

    test('the version asked for is found further down on PATH', async () => {
      await using site = await makeSite({ terraform: recent })
      await using other = await makeSite({ terraform: old })
      await site.write({ 'infra/main.tf': plain, 'infra/.terraform-version': '1.5.7\n' })
      const path = [
        join(dirname(site.workspace), 'bin'),
        join(dirname(other.workspace), 'bin'),
        '/usr/bin:/bin',
      ]
      const run = await site.run({
        inputs: { 'working-directory': 'infra' },
        env: { PATH: path.join(':') },
      })
      expect(run.code).toBe(0)
      expect(site.comment()).toContain('Terraform 1.5.7')
    }, 20_000)

    test('the same change reads the same, whichever tool planned it', async () => {
      const comments = await Promise.all(
        [old, recent].map(async (path) => {
          await using site = await makeSite({ terraform: path })
          await quickStart(site)
          await site.run({ inputs: { 'working-directory': 'infra/database' } })
          return comparable(site.comment())
        }),
      )
      expect(comments[0]).toBe(comments[1])
      expect(comments[0]).toContain('1 to replace')
    }, 20_000)
  })
})

describeWith('terraform-1.11.4', 'wrappers on PATH', (path) => {
  /** What setup-terraform installs: it turns exit code 2 into 0 and puts all output into the step's outputs. */
  async function setupTerraform(site: Site): Promise<string> {
    await site.program('terraform-bin', path)
    return site.script(
      'terraform',
      `#!${process.execPath}
const { spawnSync } = require('node:child_process')
const { appendFileSync } = require('node:fs')
const { join } = require('node:path')
const run = spawnSync(join(process.env.TERRAFORM_CLI_PATH, 'terraform-bin'), process.argv.slice(2), { encoding: 'utf8' })
process.stdout.write(run.stdout)
process.stderr.write(run.stderr)
appendFileSync(${JSON.stringify(join(site.temp, 'wrapper-ran'))}, process.argv.slice(2).join(' ') + '\\n')
process.exitCode = run.status === 2 ? 0 : run.status
`,
    )
  }

  test('the wrapper of setup-terraform is passed by (its issue 328)', async () => {
    await using site = await makeSite()
    const wrapper = await setupTerraform(site)
    await site.write({ 'infra/main.tf': plain })
    const env = { TERRAFORM_CLI_PATH: dirname(wrapper) }
    const run = await site.run({ inputs: { 'working-directory': 'infra' }, env: { ...env } })
    expect(run.code).toBe(0)
    expect(run.outputs).toMatchObject({ 'exit-code': '2', add: '2' })
    expect(existsSync(join(site.temp, 'wrapper-ran'))).toBe(false)
  }, 20_000)

  test.each([
    ['2 turned into 0', 'code=$?; [ $code = 2 ] && code=0; exit $code'],
    ['everything turned into 0', 'exit 0'],
  ])(
    'a wrapper of another make, %s: the plan itself tells',
    async (_, end) => {
      await using site = await makeSite()
      await site.script('terraform', `#!/bin/sh\n"${path}" "$@"\n${end}\n`)
      await site.write({ 'infra/main.tf': plain })
      const inputs = { 'working-directory': 'infra' }
      const run = await site.run({ inputs })
      expect(run.code).toBe(0)
      expect(run.outputs).toMatchObject({ 'exit-code': '2', add: '2', changed: 'true' })
      // And a failure stays one.
      await site.write({ 'infra/main.tf': 'variable "needed" {\n}\n' })
      const failed = await site.run({ inputs })
      expect(failed.code).toBe(1)
      expect(annotations(failed.log)).toEqual(['error infra/main.tf:1 No value for required variable'])
      expect(failed.outputs['exit-code']).toBe('1')
    },
    20_000,
  )

  test('a program that says nothing and does nothing is no plan', async () => {
    await using site = await makeSite()
    await site.script('terraform', `#!/bin/sh\n[ "$1" = version ] && exec "${path}" "$@"\nexit 0\n`)
    await site.write({ 'infra/main.tf': plain })
    const run = await site.run({ inputs: { 'working-directory': 'infra' } })
    expect(run.code).toBe(1)
    expect(run.log).toContain('wrote no plan file')
    expect(run.outputs['exit-code']).toBe('1')
  }, 20_000)
})

describe('no tool', () => {
  test('neither found nor to be had: red, with what was looked for and what to do', async () => {
    await using site = await makeSite()
    await site.write({ 'infra/main.tf': plain })
    await using mirror = await startMirror() // it has nothing: 404
    const env = { GITOPS_PIPELINE_MIRROR: mirror.url }
    const run = await site.run({ inputs: { 'working-directory': 'infra' }, env })
    expect(run.code).toBe(1)
    expect(run.log).toMatch(/::error .*there is no terraform \d+\.\d+\.\d+ for .* answers 404/)
    expect(run.log).toContain('Check the version')
    expect(mirror.asked.length).toBeGreaterThan(0)
    expect(run.outputs).toMatchObject({ 'exit-code': '1', changed: '' })
  }, 20_000)
})
