import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from '@jest/globals'
import { makeExec } from '../../../src/core/exec.ts'
import { changesOf, type ChangesOptions } from '../../../src/repository/changes.ts'
import { EMPTY_CONFIG, type GitopsConfig } from '../../../src/repository/config/config.ts'
import { readSnapshots } from '../../../src/repository/git/snapshot.ts'
import type { Changes } from '../../../src/repository/items.ts'
import { modelOf } from '../../../src/repository/model.ts'
import { isTerraformText } from '../../../src/repository/modules/folders.ts'
import { factsCache } from '../../../src/repository/modules/parsed-module.ts'
import { isTemplateName, templateNames } from '../../../src/repository/modules/template-reads.ts'
import { stackKey } from '../../../src/terraform/stack-key.ts'
import { changesOfTrees, editedTree } from './changes-of-trees.ts'
import { oidOf, type Content, type Tree } from './memory-snapshot.ts'

/** As `changesOfTrees`, on two commits of a real repository as well: both must tell the very same. */
export async function changesInGit(
  base: Tree,
  edits: Parameters<typeof changesOfTrees>[1],
  config: Partial<GitopsConfig> = {},
  options: ChangesOptions = {},
): Promise<Changes> {
  const told = await changesOfTrees(base, edits, config, options)
  const folder = await mkdtemp(join(tmpdir(), 'git-trees-'))
  try {
    git(folder, ['init', '--quiet', '--bare'])
    git(folder, ['fast-import', '--quiet'], commits({ base, head: editedTree(base, edits) }))
    const place = { exec: makeExec(), env: { PATH: process.env['PATH'] ?? '' }, cwd: folder }
    const path = (name: string): boolean | 'code' => (isTerraformText(name) ? 'code' : isTemplateName(name))
    const snapshots = await readSnapshots(place, ['base', 'head'], { path, more: templateNames })
    const facts = factsCache()
    const [was, is] = await Promise.all(
      snapshots.map((one) => modelOf(one, { ...EMPTY_CONFIG, ...config }, { keyOf: stackKey, facts })),
    )
    if (is === undefined) throw new Error('no snapshot of head')
    expect(changesOf(was, is, options)).toEqual(told)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  return told
}

function git(cwd: string, args: string[], input?: Buffer): void {
  const { status, stderr } = spawnSync('git', args, { cwd, ...(input === undefined ? {} : { input }) })
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${String(stderr)}`)
}

/** Source of the format: https://git-scm.com/docs/git-fast-import. */
function commits(trees: Readonly<Record<string, Tree>>): Buffer {
  const parts: (string | Buffer)[] = []
  for (const [branch, tree] of Object.entries(trees)) {
    parts.push(`commit refs/heads/${branch}\ncommitter t <t@example.com> 0 +0000\ndata 0\n`)
    for (const [path, content] of Object.entries(tree)) parts.push(...file(JSON.stringify(path), content))
    parts.push('\n')
  }
  return Buffer.concat(parts.map((part) => Buffer.from(part)))
}

function file(path: string, content: Content): (string | Buffer)[] {
  const inline = (mode: string, bytes: Buffer): (string | Buffer)[] => [
    `M ${mode} inline ${path}\ndata ${bytes.length}\n`,
    bytes,
    '\n',
  ]
  if (typeof content === 'string') return inline('100644', Buffer.from(content))
  if ('link' in content) return inline('120000', Buffer.from(content.link))
  if ('executable' in content) return inline('100755', Buffer.from(content.executable))
  // No text, by its zero byte.
  if ('binary' in content) return inline('100644', Buffer.from(`\0${content.binary}`))
  return [`M 160000 ${oidOf(content.submodule)} ${path}\n`]
}
