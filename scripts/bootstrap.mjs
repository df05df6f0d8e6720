// Plain JavaScript for Node 20 and newer, with nothing installed: brings node_modules and Node 24.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('..', import.meta.url))

const WANTED_MAJOR = 24
const LOCK_STALE_MS = 15 * 60 * 1000

/**
 * Makes a fresh clone ready to run: `npm ci` when node_modules is missing or not of this package-lock.json, and
 * Node 24. Safe when started twice at once. Returns the path of Node. `own` is the Node that runs this.
 */
export async function ensureReady(
  root = ROOT,
  own = { path: process.execPath, version: process.versions.node },
) {
  if (!isInstalled(root) || findNode(root, own) === undefined) {
    await withLock(join(root, '.gitops-pipeline', 'set-up.lock'), () => {
      if (!isInstalled(root)) install(root)
      if (findNode(root, own) === undefined) installNode(root)
    })
  }
  const node = findNode(root, own)
  if (node === undefined) throw new Error(`no Node ${WANTED_MAJOR} found: install it and try again`)
  return node
}

/** Starts a program on this terminal, passes signals on, and resolves with the exit code to end with. */
export function run(command, args, env = process.env) {
  let child
  // Ctrl-C in a terminal reaches the child by itself: passing it on would be a second one.
  const passOn = (signal) => {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child?.kill(signal)
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, passOn)
  return new Promise((resolve, reject) => {
    child = spawn(command, args, { stdio: 'inherit', env })
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      for (const name of signals) process.off(name, passOn)
      resolve(code ?? 128 + ({ SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 }[signal] ?? 0))
    })
  })
}

/** Child processes that say `node` get this one. */
export function withNodeOnPath(node, env = process.env) {
  return { ...env, PATH: [dirname(node), env.PATH ?? ''].join(delimiter) }
}

function say(text) {
  process.stderr.write(`[set-up] ${text}\n`)
}

function stampOf(root) {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
}

function isInstalled(root) {
  const stamp = join(root, 'node_modules', '.gitops-pipeline-stamp')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === stampOf(root)) return true
  // Somebody's own `npm ci` or `npm install`: npm leaves a lock file of what it installed (just before it writes ours).
  const own = join(root, 'node_modules', '.package-lock.json')
  return existsSync(own) && statSync(own).mtimeMs + 2000 >= statSync(join(root, 'package-lock.json')).mtimeMs
}

/**
 * A lock file made on one system can lack the optional packages of others, and `npm ci` then refuses it
 * (npm/cli#4828): `npm install --no-save` takes the same locked versions and leaves the lock file as it is.
 */
function install(root) {
  say('npm ci (once, about half a minute)')
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error']
  const strict = npm(['ci', ...quiet], root)
  if (strict.status !== 0) {
    if (!/EUSAGE/.test(strict.output)) throw npmFailed('ci', strict)
    say('the lock file lacks packages of this system: npm install --no-save')
    const lenient = npm(['install', '--no-save', ...quiet], root)
    if (lenient.status !== 0) throw npmFailed('install', lenient)
  }
  writeFileSync(join(root, 'node_modules', '.gitops-pipeline-stamp'), stampOf(root))
}

function npmFailed(command, { status, output }) {
  const last = output.trim().split('\n').slice(-15).join('\n')
  return new Error(`npm ${command} failed (exit code ${status})\n${last}`.trim())
}

function npm(args, cwd) {
  const script = process.env.npm_execpath
  const ownNpm = script !== undefined && /\.c?js$/.test(script) && existsSync(script)
  const [command, first] = ownNpm ? [process.execPath, [script]] : ['npm', []]
  const shell = !ownNpm && process.platform === 'win32'
  const options = { cwd, shell, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }
  const result = spawnSync(command, [...first, ...args], options)
  if (result.error !== undefined) throw new Error(`npm cannot be started: ${result.error.message}`)
  return { status: result.status ?? result.signal, output: `${result.stdout}${result.stderr}` }
}

/** The one of node_modules, else the cached one, else the one that runs this when it is new enough. */
function findNode(root, own) {
  const ending = process.platform === 'win32' ? 'node.exe' : 'node'
  const brought = [join(root, 'node_modules', 'node', 'bin', ending), cachedNode(root)]
  const found = brought.find((path) => path !== undefined && versionOf(path).startsWith(`${WANTED_MAJOR}.`))
  return found ?? (Number(own.version.split('.')[0]) >= WANTED_MAJOR ? own.path : undefined)
}

function versionOf(path) {
  if (!existsSync(path)) return ''
  const result = spawnSync(path, ['--version'], { encoding: 'utf8' })
  return result.status === 0 ? result.stdout.replace(/^v/, '') : ''
}

/** The npm package `node` gets its program by an install script; where those are blocked, its package is taken itself. */
function nodePackage(root) {
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules', 'node', 'package.json'), 'utf8'))
  const system = process.platform === 'win32' ? 'win' : process.platform
  const prefix = system === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node'
  return { name: `${prefix}-${system}-${process.arch}`, version }
}

function cachedNode(root) {
  if (!existsSync(join(root, 'node_modules', 'node', 'package.json'))) return undefined
  const { name, version } = nodePackage(root)
  const ending = process.platform === 'win32' ? 'node.exe' : 'node'
  return join(nodeCache(), `${name}-${version}`, 'node_modules', name, 'bin', ending)
}

function nodeCache() {
  const caches = process.env.XDG_CACHE_HOME || join(homedir(), '.cache')
  return join(caches, 'gitops-pipeline', 'node')
}

function installNode(root) {
  const { name, version } = nodePackage(root)
  say(`Node ${version} from the package ${name} (once)`)
  const target = join(nodeCache(), `${name}-${version}`)
  const work = `${target}.new-${process.pid}`
  mkdirSync(work, { recursive: true })
  try {
    writeFileSync(join(work, 'package.json'), '{ "private": true }\n')
    const args = [
      'install',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      `${name}@${version}`,
    ]
    const installed = npm(args, work)
    if (installed.status !== 0) throw npmFailed('install', installed)
    rmSync(target, { recursive: true, force: true })
    renameSync(work, target)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** A folder as a lock: making it succeeds for one only. That of a process that is gone is taken over. */
async function withLock(lock, work) {
  mkdirSync(dirname(lock), { recursive: true })
  let told = false
  while (!tryLock(lock)) {
    if (!told) say('another run is setting up, waiting for it')
    told = true
    await sleep(500)
  }
  try {
    work()
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

function tryLock(lock) {
  try {
    mkdirSync(lock)
    writeFileSync(join(lock, 'pid'), String(process.pid))
    return true
  } catch (thrown) {
    if (thrown.code !== 'EEXIST') throw thrown
    if (isStale(lock)) rmSync(lock, { recursive: true, force: true })
    return false
  }
}

function isStale(lock) {
  try {
    const age = Date.now() - statSync(lock).mtimeMs
    const pid = existsSync(join(lock, 'pid')) ? Number(readFileSync(join(lock, 'pid'), 'utf8')) : 0
    return age > LOCK_STALE_MS || (pid > 0 && !isRunning(pid))
  } catch {
    return false // it was taken away meanwhile
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (thrown) {
    return thrown.code === 'EPERM'
  }
}
