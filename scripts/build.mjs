// Builds dist/ from src/main.ts, or with --check compares a fresh build with the committed one, byte for byte.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const dist = join(root, 'dist')
const check = process.argv.includes('--check')
const fresh = mkdtempSync(join(tmpdir(), 'gitops-dist-'))

// A build that fails leaves the old one, and nobody sees a half one.
const ncc = join(root, 'node_modules/@vercel/ncc/dist/ncc/cli.js')
const args = [ncc, 'build', 'src/main.ts', '-o', fresh, '--target', 'es2022', '--license', 'licenses.txt']
const built = spawnSync(process.execPath, args, {
  cwd: root,
  stdio: check ? ['ignore', 'ignore', 'inherit'] : 'inherit',
})
const differ = built.status === 0 && check ? differences() : []
if (built.status === 0 && !check) replace()
rmSync(fresh, { recursive: true, force: true })

if (built.status !== 0) process.exitCode = built.status ?? 1
else if (differ.length > 0) {
  console.error(`dist/ is not what src/ builds: ${differ.join(', ')}. Run: npm run build`)
  process.exitCode = 1
} else if (check) console.log('dist/ equals a fresh build')

function differences() {
  const files = (folder) => (existsSync(folder) ? readdirSync(folder).sort() : [])
  const names = [...new Set([...files(fresh), ...files(dist)])]
  return names.filter((name) => {
    const [one, other] = [join(fresh, name), join(dist, name)]
    return !existsSync(one) || !existsSync(other) || !readFileSync(one).equals(readFileSync(other))
  })
}

function replace() {
  const next = `${dist}.next`
  rmSync(next, { recursive: true, force: true })
  cpSync(fresh, next, { recursive: true }) // the temporary folder may be on another file system
  rmSync(dist, { recursive: true, force: true })
  renameSync(next, dist)
}
