import { expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createdFiles } from '../../../src/terraform/sealed/created-files.ts'
import { fileStates } from '../../../src/terraform/sealed/file-states.ts'
import { readLockFile } from '../../../src/terraform/sealed/lock-file.ts'
import { sha256Hex } from '../../../src/terraform/sealed/payload.ts'
import { planState } from '../../../src/terraform/sealed/plan-zip.ts'
import { restoreFiles } from '../../../src/terraform/sealed/restore.ts'
import { openSeal, sealPlan } from '../../../src/terraform/sealed/seal.ts'
import type { StackRun } from '../../../src/terraform/stack-run.ts'
import type { TerraformBinary } from '../../../src/terraform/tool.ts'
import { describeWith, testTool } from '../../lab/tools.ts'
import { must, scratch, stackIn, write } from '../support.ts'
import { contentOf, KEY } from './support.ts'

/** What a Lambda function is usually made of: its code is packed while planning, and uploaded while applying. */
const LAMBDA = {
  'infra/a/main.tf': `
data "archive_file" "code" {
  type        = "zip"
  source_dir  = "\${path.module}/src"
  output_path = "\${path.module}/build/code.zip"
}
module "layer" {
  source = "../../modules/layer"
}
module "fetched" {
  source = "git::file://GIT_REPOSITORY"
}
resource "terraform_data" "function" {
  input = data.archive_file.code.output_base64sha256
  provisioner "local-exec" {
    command = "cp \${data.archive_file.code.output_path} uploaded-code.zip && cp \${module.layer.zip} uploaded-layer.zip && cp \${module.fetched.zip} uploaded-fetched.zip"
  }
}
`,
  'infra/a/src/index.js': 'exports.handler = async () => 1\n',
  'modules/layer/main.tf': moduleOf('layer'),
  'modules/layer/layer.txt': 'a layer\n',
  '.gitignore': '*.zip\n.terraform*\n',
}

function moduleOf(name: string): string {
  return `
data "archive_file" "this" {
  type        = "zip"
  source_file = "\${path.module}/${name}.txt"
  output_path = "\${path.module}/${name}.zip"
}
output "zip" {
  value = data.archive_file.this.output_path
}
`
}

describeWith('archive-provider', 'a Lambda function', (mirror) => {
  const path = testTool('terraform-1.11.4')
  const binary: TerraformBinary = {
    tool: 'terraform',
    path: path ?? '',
    version: '1.11.4',
    reason: 'the tests found it',
  }

  async function lab() {
    const folder = await scratch()
    const fetched = join(folder.path, 'fetched')
    await write(fetched, { 'main.tf': moduleOf('fetched'), 'fetched.txt': 'a module from elsewhere\n' })
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
        cwd: fetched,
        stdio: 'pipe',
      })
    git('init', '--quiet')
    git('add', '.')
    git('commit', '--quiet', '-m', 'module')
    const config = join(folder.path, 'cli.tfrc')
    await writeFile(
      config,
      `provider_installation {\n  filesystem_mirror {\n    path = "${mirror}"\n  }\n}\n`,
    )
    return {
      path: folder.path,
      /** A checkout of the same commit, as each job has one of its own. */
      async checkout(name: string): Promise<{ root: string; run: StackRun }> {
        const root = join(folder.path, name)
        const main = LAMBDA['infra/a/main.tf'].replace('GIT_REPOSITORY', fetched)
        await write(root, { ...LAMBDA, 'infra/a/main.tf': main })
        // One place of the state for both, as a backend is.
        await write(root, {
          'infra/a/backend.tf': `terraform {\n  backend "local" {\n    path = "${folder.path}/state.json"\n  }\n}\n`,
        })
        return { root, run: stackIn(join(root, 'infra/a'), binary, { env: { TF_CLI_CONFIG_FILE: config } }) }
      },
      [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
    }
  }

  test('is applied elsewhere with the very archives that were planned', async () => {
    await using work = await lab()
    const planning = await work.checkout('plan')
    const planFile = join(work.path, 'plan.tfplan')
    await must(planning.run, 'init', '-input=false', '-no-color')
    const place = { root: planning.root, run: planning.run }
    const before = await fileStates(place)
    await must(planning.run, 'plan', '-input=false', '-no-color', `-out=${planFile}`)
    const made = await createdFiles(place, before, planFile)
    if (made.kind !== 'files') throw new Error(made.reasons.join('\n'))
    expect(made.files.map((file) => file.path)).toEqual([
      'infra/a/.terraform/modules/fetched/fetched.zip',
      'infra/a/build/code.zip',
      'modules/layer/layer.zip',
    ])
    const plan = await readFile(planFile)
    const lockFile = await readLockFile(planning.run.directory)
    if (lockFile === undefined) throw new Error('no lock file')
    expect(await planState(plan)).toEqual({})
    const sealed = await sealPlan(contentOf({ plan, lockFile, files: made.files }), KEY)

    const applying = await work.checkout('apply')
    const content = await openSeal(sealed, KEY)
    const copy = join(work.path, 'copy.tfplan')
    await writeFile(copy, content.plan ?? '')
    const target = { root: applying.root, stackPath: 'infra/a' }
    expect(await restoreFiles(content, target)).toMatchObject({
      written: ['infra/a/.terraform.lock.hcl', 'infra/a/build/code.zip', 'modules/layer/layer.zip'],
    })
    await must(applying.run, 'init', '-input=false', '-no-color', '-lockfile=readonly')
    // Without what belongs into fetched modules the apply fails half way: the false green this is for.
    await expect(must(applying.run, 'apply', '-input=false', '-no-color', copy)).rejects.toThrow(
      'fetched.zip',
    )
  }, 60_000)

  test('with what belongs into fetched modules it ends well', async () => {
    await using work = await lab()
    const planning = await work.checkout('plan')
    const planFile = join(work.path, 'plan.tfplan')
    await must(planning.run, 'init', '-input=false', '-no-color')
    const place = { root: planning.root, run: planning.run }
    const before = await fileStates(place)
    await must(planning.run, 'plan', '-input=false', '-no-color', `-out=${planFile}`)
    const made = await createdFiles(place, before, planFile)
    if (made.kind !== 'files') throw new Error(made.reasons.join('\n'))
    const applying = await work.checkout('apply')
    // The code has changed since, as it has when somebody builds again: the planned archive must win.
    await write(applying.root, { 'infra/a/src/index.js': 'exports.handler = async () => 2\n' })
    const lockFile = await readLockFile(planning.run.directory)
    const content = { files: made.files, ...(lockFile === undefined ? {} : { lockFile }) }
    const target = { root: applying.root, stackPath: 'infra/a' }
    const [one] = [await restoreFiles(content, target)]
    await must(applying.run, 'init', '-input=false', '-no-color', '-lockfile=readonly')
    const two = await restoreFiles(content, { ...target, when: 'after-init' })
    await must(applying.run, 'apply', '-input=false', '-no-color', planFile)
    for (const [uploaded, path] of [
      ['uploaded-code.zip', 'infra/a/build/code.zip'],
      ['uploaded-layer.zip', 'modules/layer/layer.zip'],
      ['uploaded-fetched.zip', 'infra/a/.terraform/modules/fetched/fetched.zip'],
    ] as const) {
      const planned = made.files.find((file) => file.path === path)
      expect(sha256Hex(await readFile(join(applying.run.directory, uploaded)))).toBe(
        sha256Hex(planned?.content),
      )
    }
    for (const restored of [two, one]) if (restored.kind === 'restored') await restored.undo()
    expect((await readdir(applying.run.directory)).sort()).toEqual([
      ...['.terraform', 'backend.tf', 'main.tf', 'src'],
      ...['uploaded-code.zip', 'uploaded-fetched.zip', 'uploaded-layer.zip'],
    ])
  }, 60_000)
})
