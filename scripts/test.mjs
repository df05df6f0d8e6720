// npm test: all that this machine can run, on Node 24, from a fresh clone. What is left out is said, and why;
// with --require-all (and in CI) it is a failure.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ensureReady, ROOT, run, withNodeOnPath } from './bootstrap.mjs'

try {
  const args = process.argv.slice(2)
  const requireAll = args.includes('--require-all') || /^(?:1|true)$/.test(process.env.CI ?? '')
  const node = await ensureReady()
  const env = withNodeOnPath(node)
  const script = [join(ROOT, 'scripts', 'tools.ts'), ...(requireAll ? ['--require-all'] : [])]
  const tools = spawnSync(node, script, { env, stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' })
  if (tools.status !== 0) {
    process.exitCode = tools.status ?? 1
  } else {
    const jest = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js')
    const rest = args.filter((arg) => arg !== '--require-all')
    const flags = ['--experimental-vm-modules', '--no-warnings', jest, ...rest]
    process.exitCode = await run(node, flags, { ...env, GITOPS_PIPELINE_TEST_TOOLS: tools.stdout.trim() })
  }
} catch (thrown) {
  process.stderr.write(`npm test: ${thrown.message}\n`)
  process.exitCode = 1
}
