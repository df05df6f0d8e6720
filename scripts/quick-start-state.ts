/**
 * Makes the base state of examples/quick-start again, by really applying `repo/`:
 *
 *   node scripts/quick-start-state.ts --terraform PATH
 *
 * Use the oldest supported terraform (1.5.7): newer ones and OpenTofu read its state, not the other way round.
 */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { stableState } from './lib/state-file.ts'
import { terraform } from './lib/terraform-cli.ts'

// In the order in which they read each other's state.
const stacks = ['network', 'database', 'app', 'dns']

const { values } = parseArgs({ options: { terraform: { type: 'string' } } })
if (values.terraform === undefined) throw new Error('--terraform PATH is missing')

const source = join(dirname(fileURLToPath(import.meta.url)), '../examples/quick-start/repo')
const work = await mkdtemp(join(tmpdir(), 'quick-start-'))
try {
  const repo = join(work, 'repo')
  await cp(source, repo, { recursive: true })
  for (const stack of stacks) {
    const cwd = join(repo, 'infra', stack)
    const state = join(cwd, 'terraform.tfstate')
    const options = { cwd, home: join(work, 'home') }
    await rm(state, { force: true })
    await terraform(values.terraform, ['init', '-input=false', '-no-color'], options)
    await terraform(values.terraform, ['apply', '-input=false', '-no-color', '-auto-approve'], options)
    // Before the next stack reads it.
    const text = stableState(await readFile(state, 'utf8'), `quick-start ${stack}`)
    await writeFile(state, text)
    await writeFile(join(source, 'infra', stack, 'terraform.tfstate'), text)
    console.log(`infra/${stack}: ${text.length} bytes`)
  }
} finally {
  await rm(work, { recursive: true })
}
