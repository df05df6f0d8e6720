import { EOL } from 'node:os'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { keyValue, runnerCommands } from '../../src/core/runner-commands.ts'

function lab(env: Record<string, string> = {}) {
  const written: string[] = []
  const files: Record<string, string> = {}
  const commands = runnerCommands({
    env,
    write: (text) => void written.push(text),
    append: (path, text) => void (files[path] = (files[path] ?? '') + text),
  })
  return { written, files, commands }
}

describe('lines of the log', () => {
  test('commands with properties, in the names that the runner knows', () => {
    const { written, commands } = lab()
    commands.info('plain')
    commands.debug('d')
    commands.startGroup('g')
    commands.endGroup()
    commands.setSecret('hunter2')
    commands.warning('w')
    commands.error('e', {
      title: 't',
      file: 'main.tf',
      startLine: 1,
      endLine: 2,
      startColumn: 3,
      endColumn: 4,
    })
    expect(written).toEqual(
      [
        'plain',
        '::debug::d',
        '::group::g',
        '::endgroup::',
        '::add-mask::hunter2',
        '::warning::w',
        '::error title=t,file=main.tf,line=1,endLine=2,col=3,endColumn=4::e',
      ].map((line) => `${line}${EOL}`),
    )
  })

  test('what would end a command or a property is escaped, percent signs first', () => {
    const { written, commands } = lab()
    commands.notice('50%25\r\n::error::x', { title: 'a,b:c%\n', file: '' })
    expect(written).toEqual([`::notice title=a%2Cb%3Ac%25%0A::50%2525%0D%0A::error::x${EOL}`])
  })

  test('whatever the message, one command is one line that the runner reads back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (message, title) => {
        const { written, commands } = lab()
        commands.error(message, { title })
        expect(written).toHaveLength(1)
        const [line] = written
        expect(line?.slice(0, -EOL.length)).not.toMatch(/[\r\n]/)
        const [, read = '', text = ''] =
          /^::error(?: title=([^:,]*))?::(.*)$/su.exec(line?.slice(0, -EOL.length) ?? '') ?? []
        expect(unescaped(text)).toBe(message)
        expect(unescaped(read)).toBe(title)
      }),
    )
  })
})

const unescaped = (text: string): string =>
  text
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%0A', '\n')
    .replaceAll('%0D', '\r')
    .replaceAll('%25', '%')

describe('files of the runner', () => {
  test('outputs and state go to the runner’s files, several lines too', () => {
    const { files, written, commands } = lab({
      GITHUB_OUTPUT: 'out',
      GITHUB_STATE: 'state',
      STATE_isPost: 'true',
    })
    commands.setOutput('one', 'a\nb')
    commands.saveState('two', '')
    expect(files['out']).toMatch(/^one<<(delimiter-[0-9a-f-]{36})\r?\na\nb\r?\n\1\r?\n$/)
    expect(files['state']).toMatch(/^two<<(delimiter-[0-9a-f-]{36})\r?\n\r?\n\1\r?\n$/)
    expect(commands.getState('isPost')).toBe('true')
    expect(commands.getState('other')).toBe('')
    expect(written).toEqual([])
  })

  test('without the runner’s files nothing is said, least of all on stdout', () => {
    const { files, written, commands } = lab({ GITHUB_OUTPUT: '' })
    commands.setOutput('one', 'secret')
    commands.saveState('two', 'secret')
    expect([files, written]).toEqual([{}, []])
  })

  test('a value that holds the delimiter is refused: it could set other outputs', () => {
    expect(() => keyValue('one', 'x\nEND\ntwo<<END\ny', 'END')).toThrow('delimiter')
    expect(() => keyValue('END', 'x', 'END')).toThrow('delimiter')
  })
})
