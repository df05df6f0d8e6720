import { expect, test } from '@jest/globals'
import { gitHubHtmlInlines, markdownInlines, plainInlines } from '../../src/report/inlines.ts'
import type { Inlines } from '../../src/report/section.ts'

const href = 'https://github.com/o/r'

test.each<[string, Inlines, string]>([
  ['a mention in two strings is seen whole', ['by @', 'octocat'], 'by `@octocat`'],
  ['an exclamation mark makes no image of a link', ['wow!', { link: ['x'], href }], `wow\\![x](${href})`],
  ['code spans side by side stay two', [{ code: 'a' }, { code: 'b' }], '`a`<!-- -->`b`'],
  ['strong words', [{ strong: ['2 to destroy'] }, ', 1'], '**2 to destroy**, 1'],
  ['strong with marks at its ends', ['x', { strong: ['"a"'] }, 'y'], 'x<b>"a"</b>y'],
  ['strong side by side', [{ strong: ['a'] }, { strong: ['b'] }], '**a**<!-- -->**b**'],
  ['links only to the web', [{ link: ['x'], href: 'javascript:alert(1)' }], 'x'],
  ['no link in a link', [{ link: ['a ', { link: ['b'], href: `${href}/2` }], href }], `[a b](${href})`],
  ['what brackets cannot hold', [{ link: ['a](b'], href }], `<a href="${href}">a\\](b</a>`],
  ['nothing', ['', { strong: [] }, { link: [], href }], ''],
  ['no entity in a target', [{ link: ['x'], href: `${href}?a=1&lt;=2&b` }], `[x](${href}?a=1&amp;lt;=2&b)`],
])('%s', (_, inlines, expected) => {
  expect(markdownInlines(inlines)).toBe(expected)
})

test('in HTML', () => {
  const inlines: Inlines = [{ code: '<a>' }, ' & @', 'x ', { link: [{ strong: ['1'] }], href: `${href}?a&b` }]
  expect(gitHubHtmlInlines(inlines)).toBe(
    `<code>&lt;a&gt;</code> &amp; <code>@x</code> <a href="${href}?a&amp;b"><b>1</b></a>`,
  )
  expect(plainInlines(inlines)).toBe('<a> & @x 1')
})
