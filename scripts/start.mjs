// npm start: the local preview, on Node 24, from a fresh clone.
import { join } from 'node:path'
import { ensureReady, ROOT, run, withNodeOnPath } from './bootstrap.mjs'

try {
  const node = await ensureReady()
  const preview = join(ROOT, 'src', 'preview-main.ts')
  process.exitCode = await run(node, [preview, ...process.argv.slice(2)], withNodeOnPath(node))
} catch (thrown) {
  process.stderr.write(`npm start: ${thrown.message}\n`)
  process.exitCode = 1
}
