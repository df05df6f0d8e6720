import { describe, expect, test } from '@jest/globals'
import { makeExec } from '../../src/core/exec.ts'
import { changesOf } from '../../src/repository/changes.ts'
import { findConfig } from '../../src/repository/config/find-config.ts'
import { readSnapshots } from '../../src/repository/git/snapshot.ts'
import type { Changes, Stack } from '../../src/repository/items.ts'
import { modelOf } from '../../src/repository/model.ts'
import { isTerraformText } from '../../src/repository/modules/folders.ts'
import { factsCache } from '../../src/repository/modules/parsed-module.ts'
import { stackKey } from '../../src/terraform/stack-key.ts'
import { LAYOUTS } from '../lab/layouts.ts'
import { makeLayout, type ExpectedStack, type LayoutEdit } from '../lab/layouts/layout.ts'

/** Real repositories in the layouts that people use: what is found without configuration, and what a change touches. */

const CONFIG = '.github/gitops.yml'

async function detect(
  folder: string,
  base: string,
  head: string,
): Promise<Changes & { all: readonly Stack[] }> {
  const place = { exec: makeExec(), env: { PATH: process.env['PATH'] ?? '' }, cwd: folder }
  const wanted = (path: string): boolean => isTerraformText(path) || path === CONFIG
  const facts = factsCache()
  const models = []
  for (const snapshot of await readSnapshots(place, [base, head], wanted)) {
    const { config, faults } = await findConfig(snapshot, { missing: 'empty' })
    expect(faults).toEqual([])
    models.push(await modelOf(snapshot, config, { keyOf: stackKey, facts }))
  }
  const [before, after] = models
  if (before === undefined || after === undefined) throw new Error('two snapshots are two models')
  return { ...changesOf(before, after), all: after.stacks }
}

const shown = (stack: Stack): ExpectedStack => {
  const { name, path, workspace, varFiles, backendConfig, environment } = stack
  return {
    ...{ name, path },
    ...(workspace === undefined ? {} : { workspace }),
    ...(varFiles.length === 0 ? {} : { varFiles }),
    ...(backendConfig.length === 0 ? {} : { backendConfig }),
    ...(environment === undefined ? {} : { environment }),
  }
}

describe.each(LAYOUTS)('$name', (layout) => {
  test('its stacks', async () => {
    await using repository = await makeLayout(layout)
    const { all, stacks, deletedStacks, notices } = await detect(
      repository.folder,
      repository.base,
      repository.base,
    )
    expect(all.map(shown)).toEqual(layout.stacks)
    expect({ stacks, deletedStacks }).toEqual({ stacks: [], deletedStacks: [] })
    expect(notices).toEqual([])
  })

  test.each(layout.edits)('touched by $what', async (edit: LayoutEdit) => {
    await using repository = await makeLayout(layout)
    const found = await detect(repository.folder, repository.base, await repository.commit(edit))
    const statuses = Object.fromEntries(found.stacks.map(({ item, status }) => [item.name, status]))
    expect(statuses).toEqual(edit.touches)
    expect(found.deletedStacks.map(({ item }) => item.name)).toEqual(edit.deleted ?? [])
    const named = new Map(found.stacks.map((judged) => [judged.item.name, judged]))
    for (const [name, wave] of Object.entries(edit.waves ?? {}))
      expect([name, named.get(name)?.wave]).toEqual([name, wave])
    for (const [name, way] of Object.entries(edit.reasons ?? {})) {
      expect(named.get(name)?.reasons.map(({ text }) => text)).toContain(way)
    }
    // What has a reason says it, and what was moved says from where.
    for (const { status, reasons, previousPath } of found.stacks) {
      expect(reasons.length > 0 || status === 'moved').toBe(true)
      expect(previousPath !== undefined).toBe(status === 'moved')
    }
  })
})
