import { describe, expect, test } from '@jest/globals'
import { makeSelector, selectChanges } from '../../src/pipeline/changes-select.ts'
import type { Changes } from '../../src/repository/items.ts'
import { changes, judgedApplication, judgedChart, judgedStack } from './changes-samples.ts'

const all = changes({
  stacks: [
    judgedStack('infra/network'),
    judgedStack('infra/app@dev', { wave: 2, upstream: ['infra/network'] }, { path: 'infra/app' }),
    judgedStack('infra/app@prod', { wave: 2, upstream: ['infra/network'] }, { path: 'infra/app' }),
    judgedStack('.', { wave: 3, upstream: ['infra/app@prod'] }),
    judgedStack('live/.hidden/x', { status: 'moved', previousPath: 'old/x' }),
  ],
  deletedStacks: [judgedStack('infra/gone', { status: 'deleted' })],
  charts: [judgedChart('helm/shop')],
  applications: [judgedApplication('shop')],
})

const names = (what: Changes): string[] => [
  ...what.stacks.map(({ item }) => item.name),
  ...what.deletedStacks.map(({ item }) => `-${item.name}`),
  ...what.charts.map(({ item }) => item.path),
  ...what.applications.map(({ item }) => item.file),
]

async function selected(include: readonly string[], exclude: readonly string[] = []): Promise<Changes> {
  return selectChanges(all, await makeSelector(include, exclude))
}

describe('include and exclude', () => {
  test.each([
    [[], [], names(all)],
    [['infra/**'], [], ['infra/network', 'infra/app@dev', 'infra/app@prod', '-infra/gone']],
    [['infra/'], [], ['infra/network', 'infra/app@dev', 'infra/app@prod', '-infra/gone']],
    [['./infra/network'], [], ['infra/network']],
    [['**/*@prod'], [], ['infra/app@prod']],
    [['infra/app'], [], ['infra/app@dev', 'infra/app@prod']],
    [['shop'], [], ['helm/shop', 'apps/shop.yaml']],
    [['.'], [], ['.']],
    [['live/**'], [], ['live/.hidden/x']],
    [['old/x'], [], ['live/.hidden/x']],
    [[], ['old/x'], names(all)],
    [[], ['**/*@dev', 'helm/**'], names(all).filter((name) => !/@dev|helm/.test(name))],
    [['infra/**'], ['infra/gone'], ['infra/network', 'infra/app@dev', 'infra/app@prod']],
  ])('include %j, exclude %j', async (include, exclude, expected) => {
    expect(names(await selected(include, exclude))).toEqual(expected)
  })

  test('waves close up: a matrix that nobody waits for would never be reached', async () => {
    const { stacks } = await selected(['infra/app', '.'], ['**/*@dev'])
    expect(stacks.map(({ item, wave, upstream }) => [item.name, wave, upstream])).toEqual([
      ['infra/app@prod', 1, []],
      ['.', 2, ['infra/app@prod']],
    ])
  })

  test('who waits for a stack that is left out waits for what that one waits for', async () => {
    const { stacks } = await selected(['infra/network', '.'])
    expect(stacks.map(({ item, wave, upstream }) => [item.name, wave, upstream])).toEqual([
      ['infra/network', 1, []],
      ['.', 2, ['infra/network']],
    ])
  })

  test('what was found is still counted whole', async () => {
    expect((await selected(['nothing'])).found).toEqual(all.found)
  })

  test('a pattern that matches nothing is known', async () => {
    const selector = await makeSelector(['infra/**', 'infar/**'], [])
    selectChanges(all, selector)
    expect(selector.unused()).toEqual(['infar/**'])
  })

  test('what is no glob is an error that names it: picomatch alone would match nothing', async () => {
    await expect(makeSelector([], ['infra/[a', 'ok', '(x'])).rejects.toThrow(
      'input `exclude` holds no glob: "infra/[a", "(x"',
    )
  })
})
