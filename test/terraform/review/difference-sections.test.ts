import { describe, expect, test } from '@jest/globals'
import { marked } from 'marked'
import { toMarkdown } from '../../../src/report/markdown.ts'
import { differenceSections } from '../../../src/terraform/review/difference-sections.ts'
import type { ReviewDifference } from '../../../src/terraform/review/reviewed-plan.ts'
import { testRedactor } from '../plan/support.ts'
import { differ, planOf, planWith, update } from './support.ts'

const redactor = testRedactor(['hunter2'])

function markdown(differences: readonly ReviewDifference[], limit = 60_000): string {
  const document = {
    title: 't',
    verdict: ['v'],
    tone: 'bad' as const,
    sections: differenceSections(differences, redactor),
    footer: [],
  }
  return toMarkdown(document, { limit }).text
}

describe('what is shown of differences', () => {
  test('nothing of none', () => {
    expect(differenceSections([], redactor)).toEqual([])
  })

  test('both values of an attribute, as reviewed and as planned now', () => {
    const found = differ(
      update({ port: 80, user_data: '' }, { port: 443, user_data: 'a\nb\nc\n' }),
      update({ port: 80, user_data: '' }, { port: 22, user_data: 'a\nB\nc\n' }),
    )
    const text = markdown(found)
    expect(text).toContain('**Not what was reviewed**\\: 1 with other values.')
    expect(text).toContain(
      'other values | `aws_thing.a` | Planned otherwise than reviewed: port, user\\_data. |',
    )
    expect(text).toContain('2 attributes, reviewed (-) and planned now (+)')
    expect(text).toContain(
      ['- port = 443', '+ port = 22', '! user_data:', '  │ a', '- │ b', '+ │ B', '  │ c'].join('\n'),
    )
  })

  test('a plan that is not whole', () => {
    const text = markdown(differ({ ...update({ a: 1 }, { a: 2 }), complete: false }, planOf({})))
    expect(text).toContain('What was reviewed was no whole plan')
    expect(text).toContain('1 gone')
  })

  test('what destroys comes first, and stays when there is no room for the rest', () => {
    const many = planOf({
      resource_changes: Array.from({ length: 3_000 }, (_, index) => ({
        address: `aws_thing.a[${index}]`,
        change: { actions: ['update'], before: { a: 1 }, after: { a: `${index} is planned here` } },
      })),
    })
    const [destroyed] =
      planWith({ actions: ['delete'], before: { a: 1 }, after: null }, { address: 'aws_thing.zz' })
        .resource_changes ?? []
    const now = { ...many, resource_changes: [...(many.resource_changes ?? []), destroyed ?? {}] }
    const found = differ(planOf({}), now)
    expect(found).toHaveLength(3_001)
    const text = markdown(found, 8_000)
    expect(text.length).toBeLessThanOrEqual(8_000)
    expect(text).toContain('aws_thing.zz')
    expect(text).toMatch(/3,000[\s\S]*left out|left out/)
    expect(text.indexOf('aws_thing.zz')).toBeLessThan(text.indexOf('aws_thing.a['))
  })

  test('thousands of destroys become lines with a count', () => {
    const all = planOf({
      resource_changes: Array.from({ length: 3_000 }, (_, index) => ({
        address: `module.m["k${index}"].aws_thing.a`,
        change: { actions: ['delete'], before: { a: index }, after: null },
      })),
    })
    const text = markdown(differ(planOf({}), all), 8_000)
    expect(text).toContain('new `module.m[…].aws_thing.a` ×3000')
  })

  test('secrets, also those only the run knows, and text that would be Markdown or a command', () => {
    const hostile = '`x` | <img src=x> @team ![](http://x) \u202e ::error:: hunter2'
    const plan = (value: string) =>
      planWith(
        { actions: ['update'], before: { [hostile]: 0 }, after: { [hostile]: `${hostile} ${value}` } },
        { address: `aws_thing.a["${hostile}"]` },
      )
    for (const found of [
      differ(plan('1'), plan('2')),
      differ(planOf({}), plan('1')),
      differ(plan('1'), planOf({})),
    ]) {
      expect(found).toHaveLength(1)
      expect(JSON.stringify(differenceSections(found, redactor))).not.toContain('hunter2')
      const text = markdown(found)
      expect(text).not.toMatch(/hunter2|\u202e/)
      // Shown as text, and nothing else.
      expect(marked.parse(text)).not.toMatch(/<(?:img|a)\b/)
      expect(text).toContain('(sensitive value)')
    }
  })
})
