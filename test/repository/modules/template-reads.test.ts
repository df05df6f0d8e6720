import { describe, expect, test } from '@jest/globals'
import { templateNames, templateUses } from '../../../src/repository/modules/template-reads.ts'

describe('names of templates', () => {
  test('the ends of all strings of a text that speaks of templates', () => {
    const texts = [
      'locals {\n  t = "${path.module}/tpl/user-data.sh"\n  x = templatefile(local.t, {})\n}\n',
      'x = templatefile("${path.module}/a b/${each.key}.cfg", { z = "app.zip" })',
      'x = "none.txt"',
    ]
    expect([...templateNames(texts)].sort()).toEqual(['.cfg', 'user-data.sh'])
  })
})

describe('what a template reads', () => {
  test('in its code alone, whatever its text is', () => {
    const text =
      'TEMPLATE\nfile("no")\n$${file("no")}\n%{ for f in fs ~}${ file("a/${f}") }%{ endfor }${templatefile("b", {})}'
    expect(templateUses(text).map(({ parts, call }) => [call, parts])).toEqual([
      ['file', [{ text: 'a/' }, { expression: 'f' }]],
      ['templatefile', [{ text: 'b' }]],
    ])
    expect(templateUses('${upper("file")}')).toEqual([])
  })
})
