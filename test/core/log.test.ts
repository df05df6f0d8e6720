import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { withoutCommands } from '../../src/core/log.ts'

test('lines that the runner would obey are text', () => {
  expect(withoutCommands('::error::x\n  ##[group]y ##[z]\nplain ::no command::')).toBe(
    ': :error::x\n  ## [group]y ## [z]\nplain ::no command::',
  )
})

test('whatever the text, no line begins with a command', () => {
  const piece = fc.constantFrom('::', '##[', '\n', '\r', ' ', '\t', 'x', ':', '#')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      expect(withoutCommands(pieces.join(''))).not.toMatch(/(^|[\r\n])[ \t]*::|##\[/)
    }),
  )
})
