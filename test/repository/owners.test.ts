import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parseCodeowners, readOwners, findCodeowners } from '../../src/repository/owners.ts'
import { compileOwnerPattern, patternFault } from '../../src/repository/owners-pattern.ts'
import { snapshotOf } from './support/memory-snapshot.ts'

const ownersOf = (text: string): ReturnType<typeof readOwners> =>
  readOwners(snapshotOf({ CODEOWNERS: text }), [])

/** The cases that GitHub's page "About code owners" describes, in their order; the last match wins. */
const DOCUMENTED = `# A comment.
*       @everyone @else
*.js    @js #an inline comment
*.go docs@example.com
*.txt @octo-org/octocats
/build/logs/ @logs
docs/*  docs@example.com
apps/ @apps
/scripts/ @one @two
**/logs @deep-logs
/service/ @service
/service/free
/service/taken @taken
`

describe('the example of GitHub’s documentation', () => {
  const owners = ownersOf(DOCUMENTED)

  test.each([
    ['README.md', ['@everyone', '@else']],
    ['any/where/x.md', ['@everyone', '@else']],
    ['x.js', ['@js']],
    ['a/b/x.js', ['@js']],
    ['x.go', ['docs@example.com']],
    ['a/x.txt', ['@octo-org/octocats']],
    // `/build/logs/` comes before `**/logs`, which matches too and wins.
    ['build/logs/a/b.log', ['@deep-logs']],
    ['docs/getting-started.md', ['docs@example.com']],
    // `docs/*` is not recursive, and is tied to the root.
    ['docs/build-app/troubleshooting.md', ['@everyone', '@else']],
    ['x/docs/getting-started.md', ['@everyone', '@else']],
    ['apps/x', ['@apps']],
    ['any/apps/a/b', ['@apps']],
    // A file of that name is no folder.
    ['any/apps', ['@everyone', '@else']],
    ['scripts/a/b', ['@one', '@two']],
    ['x/scripts/a', ['@everyone', '@else']],
    ['logs/x', ['@deep-logs']],
    ['deeply/nested/logs/x', ['@deep-logs']],
    ['deeply/nested/logs', ['@deep-logs']],
    ['service/x', ['@service']],
    ['service/free/x', []],
    ['service/taken/x/y', ['@taken']],
    // Paths are case sensitive.
    ['Service/x', ['@everyone', '@else']],
    ['x.JS', ['@everyone', '@else']],
  ])('%s', (path, expected) => {
    expect(owners.ofFile(path)).toEqual(expected)
  })

  test('has no line that is skipped', () => {
    expect(owners.notices).toEqual([])
  })
})

describe('patterns', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['*', ['a', 'a/b/c', '.hidden'], []],
    ['**', ['a', 'a/b'], []],
    ['/*', ['a'], ['a/b']],
    ['/a', ['a', 'a/b/c'], ['b/a', 'ab']],
    ['a', ['a', 'b/a', 'b/a/c'], ['ab', 'b/ab']],
    ['a/', ['a/b', 'c/a/b'], ['a', 'c/a']],
    ['/a/', ['a/b', 'a/b/c'], ['a', 'b/a/c']],
    ['a/b', ['a/b', 'a/b/c'], ['x/a/b', 'a/bc']],
    ['a/b/', ['a/b/c'], ['a/b', 'x/a/b/c']],
    ['a/*', ['a/b'], ['a', 'a/b/c', 'x/a/b']],
    ['a/*/', ['a/b/c', 'a/b/c/d'], ['a/b']],
    ['a/*/c', ['a/b/c', 'a/b/c/d'], ['a/c', 'a/b/b/c']],
    ['a/*.tf', ['a/x.tf', 'a/.tf'], ['a/x.tfvars', 'a/b/x.tf']],
    ['a/**', ['a/b', 'a/b/c'], ['a', 'x/a/b']],
    ['a/**/', ['a/b/c', 'a/b'], ['a']],
    ['a/**/b', ['a/b', 'a/x/b', 'a/x/y/b/z'], ['b', 'x/a/b', 'a/x']],
    ['a/**/b/*.tf', ['a/b/x.tf', 'a/c/d/b/x.tf'], ['a/b/c/x.tf']],
    ['**/a', ['a', 'x/a', 'x/y/a/z'], ['xa']],
    ['**/a/b', ['a/b', 'x/a/b', 'x/a/b/c'], ['a/x/b']],
    ['**/a/**/b', ['a/b', 'x/a/y/b'], ['b/a']],
    ['**/*', ['a', 'a/b'], []],
    ['a?c', ['abc', 'x/abc'], ['ac', 'a/c', 'abbc']],
    ['a*c', ['ac', 'abbc', 'x/abc'], ['a/c', 'abcd']],
    ['*a*b*', ['ab', 'xaxbx', 'aab'], ['ba', 'a/b']],
    ['a\\ b/', ['a b/c'], ['a\\ b/c']],
    ['a\\*', ['a*'], ['ab', 'a\\b']],
    ['\\[id\\].ts', ['[id].ts', 'x/[id].ts'], ['i.ts']],
    ['a(b|c){d}+^$.e', ['a(b|c){d}+^$.e'], ['ab', 'a(b|c){d}+^$xe']],
    ['한글/', ['한글/x'], ['한글']],
  ])('%s', (pattern, yes, no) => {
    expect(patternFault(pattern)).toBeUndefined()
    const { matches } = compileOwnerPattern(pattern)
    const said = [...yes, ...no].filter((path) => matches(path.split('/')))
    expect(said).toEqual(yes)
  })

  test('agree with a plain translation into a regular expression', () => {
    const names = fc.constantFrom('a', 'b', 'ab', 'ba')
    const path = fc.array(names, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('/'))
    const part = fc.constantFrom('a', 'b', '*', '**', 'a*', '*b', '?', 'a?', '*a*')
    const pattern = fc
      .tuple(
        fc.constantFrom('', '/'),
        fc.array(part, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('', '/'),
      )
      .map(([start, parts, end]) => start + parts.join('/') + end)
      .filter((text) => patternFault(text) === undefined)
    fc.assert(
      fc.property(pattern, path, (given, asked) => {
        const matched = compileOwnerPattern(given).matches(asked.split('/'))
        expect({ given, asked, matched }).toEqual({
          given,
          asked,
          matched: translated(given).test(`${asked}/`),
        })
      }),
      { numRuns: 2000 },
    )
  })

  test('many stars do not take long', () => {
    const { matches } = compileOwnerPattern(`/${'*a'.repeat(400)}b/**/${'x/**/'.repeat(60)}y`)
    const start = performance.now()
    expect(matches(['a'.repeat(4_000), ...Array<string>(4_000).fill('x')])).toBe(false)
    expect(compileOwnerPattern(`**/${'x/**/'.repeat(100)}y`).matches(Array<string>(4_000).fill('x'))).toBe(
      false,
    )
    expect(performance.now() - start).toBeLessThan(2_000)
  })
})

/** A second opinion, for paths of which each part ends with a slash. */
function translated(pattern: string): RegExp {
  const anchored = /\/./.test(pattern)
  const bare = pattern.replace(/^\//, '')
  const below = bare.endsWith('/') || /(?:^|\/)\*\*$/.test(bare)
  const text = bare.replace(/\/$/, '').replace(/(?:(?:^|\/)\*\*)+$/, '')
  const direct = !below && (text === '*' || text.endsWith('/*'))
  const parts = text === '' ? [] : text.split('/')
  if (!anchored) parts.unshift('**')
  const source = parts.map((part) =>
    part === '**' ? '(?:[^/]+/)*' : `${part.replaceAll('*', '[^/]*').replaceAll('?', '[^/]')}/`,
  )
  return new RegExp(`^${source.join('')}${below ? '(?:[^/]+/)+' : direct ? '' : '(?:[^/]+/)*'}$`)
}

describe('lines that GitHub skips', () => {
  test.each([
    ['!x @a', 1, 'the pattern begins with `!`: nothing can be taken out, a later pattern wins'],
    ['  x[ab] @a', 3, 'the pattern has a `[`: ranges are not supported, and the character itself is `\\[`'],
    ['[Section] @a', 1, 'the pattern has a `[`: ranges are not supported, and the character itself is `\\[`'],
    ['\\#x @a', 1, 'the pattern has a `\\#`: GitHub does not support it'],
    ['a*** @a', 1, 'the pattern has three `*` in a row'],
    ['/ @a', 1, 'the pattern matches nothing: `*` is everything'],
    ['x\\', 1, 'the pattern ends with a backslash'],
    ['x  a', 4, '"a" is no @user, @org/team or e-mail address'],
    ['x @a @b@c', 6, '"@b@c" is no @user, @org/team or e-mail address'],
    ['x @a, @b', 3, '"@a," is no @user, @org/team or e-mail address'],
    [`x ${'s'.repeat(100)}`, 3, 'one of its owners is no @user, @org/team or e-mail address'],
  ])('%s', (line, column, why) => {
    const { rules, notices } = parseCodeowners(`* @all\n${line}\n`, '.github/CODEOWNERS')
    expect(rules).toEqual([{ pattern: '*', owners: ['@all'] }])
    expect(notices).toEqual([
      {
        message: `GitHub skips this line of CODEOWNERS: ${why}`,
        file: '.github/CODEOWNERS',
        line: 2,
        column,
      },
    ])
  })

  test('what it does not skip', () => {
    const text = '\ufeff* @a @a\r\n\t# x\r\n  /a\\ b/  @x/y\t#c\r\n/none # nobody\r\n\r\nx#c @a\n@file'
    expect(parseCodeowners(text, 'f')).toEqual({
      rules: [
        { pattern: '*', owners: ['@a'] },
        { pattern: '/a\\ b/', owners: ['@x/y'] },
        { pattern: '/none', owners: [] },
        { pattern: 'x', owners: [] },
        { pattern: '@file', owners: [] },
      ],
      notices: [],
    })
  })

  test('are told one by one up to a number, then counted', () => {
    const { notices } = ownersOf('!x\n'.repeat(60))
    expect(notices).toHaveLength(51)
    expect(notices.at(-1)?.message).toBe('GitHub skips 10 more lines of CODEOWNERS')
  })
})

describe('which file', () => {
  const files = { '.github/CODEOWNERS': '* @github', CODEOWNERS: '* @root', 'docs/CODEOWNERS': '* @docs' }

  test('.github/, then the root, then docs/', () => {
    expect(readOwners(snapshotOf(files), []).ofFile('x')).toEqual(['@github'])
    const { CODEOWNERS, 'docs/CODEOWNERS': docs } = files
    expect(readOwners(snapshotOf({ CODEOWNERS, 'docs/CODEOWNERS': docs }), []).ofFile('x')).toEqual(['@root'])
    expect(readOwners(snapshotOf({ 'docs/CODEOWNERS': docs }), []).ofFile('x')).toEqual(['@docs'])
    expect(readOwners(snapshotOf({ 'other/CODEOWNERS': docs }), []).ofFile('x')).toEqual([])
    expect(readOwners(snapshotOf({}), []).ofFile('x')).toEqual([])
  })

  test('a link is followed', () => {
    const snapshot = snapshotOf({ 'shared/owners': '* @shared', CODEOWNERS: { link: 'shared/owners' } })
    expect(findCodeowners(snapshot)).toEqual({ path: 'CODEOWNERS', source: 'shared/owners' })
    expect(readOwners(snapshot, []).ofFile('x')).toEqual(['@shared'])
  })

  test('one that GitHub would not load is not used, and that is said', () => {
    const large = ownersOf(`* @a\n${'#'.repeat(3 * 1024 * 1024)}`)
    expect(large.ofFile('x')).toEqual([])
    expect(large.notices).toEqual([
      { message: 'CODEOWNERS is not read: GitHub does not load a file of 3 MB or more', file: 'CODEOWNERS' },
    ])
    const unreadable = readOwners(snapshotOf({ CODEOWNERS: { binary: 'x' } }), [])
    expect(unreadable.notices).toMatchObject([{ file: 'CODEOWNERS' }])
  })
})

describe('stacks and configuration', () => {
  test('a folder has the owners of its kind of file', () => {
    const owners = ownersOf(
      '* @all\n*.tf @terraform\n/infra/app/ @app\nChart.yaml @charts\n/infra/* @direct\n',
    )
    expect(owners.ofFolder('x/y')).toEqual(['@terraform'])
    expect(owners.ofFolder('infra/app')).toEqual(['@app'])
    expect(owners.ofFolder('infra')).toEqual(['@direct'])
    expect(owners.ofFolder('infra/other')).toEqual(['@terraform'])
    expect(owners.ofFolder('charts/shop', 'Chart.yaml')).toEqual(['@charts'])
    expect(owners.ofFolder('.')).toEqual(['@terraform'])
  })

  test('the configuration goes over CODEOWNERS, in its own order', () => {
    const owners = readOwners(snapshotOf({ CODEOWNERS: '* @all\n/infra/app/ @app\n' }), [
      { pattern: '/infra/', owners: ['@platform'] },
      { pattern: '/infra/free/', owners: [] },
    ])
    expect(owners.ofFolder('infra/app')).toEqual(['@platform'])
    expect(owners.ofFolder('infra/free')).toEqual([])
    expect(owners.ofFolder('other')).toEqual(['@all'])
  })

  test('the last match wins, as when every rule is asked', () => {
    const part = fc.constantFrom('a', 'b', '*', '**', 'a*', '*b')
    const pattern = fc
      .tuple(
        fc.constantFrom('', '/'),
        fc.array(part, { minLength: 1, maxLength: 3 }),
        fc.constantFrom('', '/'),
      )
      .map(([start, parts, end]) => start + parts.join('/') + end)
    const path = fc.array(fc.constantFrom('a', 'b', 'ab', 'c'), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(fc.array(pattern, { maxLength: 12 }), path, (patterns, names) => {
        const rules = patterns.map((each, index) => ({ pattern: each, owners: [`@o${index}`] }))
        const expected = rules.findLast((rule) => compileOwnerPattern(rule.pattern).matches(names))
        const owners = readOwners(snapshotOf({}), rules).ofFile(names.join('/'))
        expect(owners).toEqual(expected?.owners ?? [])
      }),
    )
  })

  test('2,000 stacks against 500 rules', () => {
    const rules = Array.from({ length: 500 }, (_, index) =>
      index % 3 === 0
        ? `/live/team${index}/** @t${index}`
        : index % 3 === 1
          ? `**/svc${index}/ @s`
          : `*.x${index} @x`,
    )
    const owners = ownersOf(`* @all\n${rules.join('\n')}\n`)
    const stacks = Array.from(
      { length: 2_000 },
      (_, index) => `live/team${index % 700}/eu-west-1/stack${index}`,
    )
    const start = performance.now()
    const found = stacks.map((stack) => owners.ofFolder(stack)[0])
    const took = performance.now() - start
    expect(found[3]).toBe('@t3')
    expect(found[1]).toBe('@all')
    // A few milliseconds on a quiet machine; a busy one is given time.
    expect(took).toBeLessThan(1_000)
  })
})
