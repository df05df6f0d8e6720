// Real history, only committed files, a detached head: what the real action leaves behind.
import { execFileSync } from 'node:child_process'
import { appendFileSync, mkdirSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'

const { env } = process
const input = (name) => (env[`INPUT_${name.toUpperCase()}`] ?? '').trim()

// The lab asserts it: act takes the first `node` on PATH, whatever `using` says.
console.log(`stand-in of actions/checkout on node ${process.version}`)

// The repository of the lab is private, and its token can do what the job grants.
if (env.LAB_CONTENTS !== 'read' && env.LAB_CONTENTS !== 'write') {
  console.log('::error::Repository not found: the job does not grant contents: read')
  process.exit(1)
}

const folder = resolve(env.GITHUB_WORKSPACE, input('path'))
mkdirSync(folder, { recursive: true })
if (readdirSync(folder).length > 0) console.log('the folder is not empty')
const git = (...args) =>
  execFileSync('git', ['-C', folder, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  }).trim()
const ref = input('ref') || env.GITHUB_SHA
const depth = input('fetch-depth') === '0' ? [] : [`--depth=${input('fetch-depth')}`]
git('init', '--quiet')
git('remote', 'add', 'origin', `file://${join(env.LAB_REMOTES, `${input('repository')}.git`)}`)
git('fetch', '--quiet', ...depth, 'origin', ref)
git('checkout', '--quiet', '--detach', 'FETCH_HEAD')
const commit = git('rev-parse', 'HEAD')
console.log(`checked out ${commit}`)
appendFileSync(env.GITHUB_OUTPUT, `ref=${ref}\ncommit=${commit}\n`)
