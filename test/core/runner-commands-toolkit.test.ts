import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import * as toolkit from '@actions/core'
import fc from 'fast-check'
import { runnerCommands } from '../../src/core/runner-commands.ts'

/** Our runner commands against the toolkit's own: what they print and write is the same, delimiters aside. */
describe('runner commands are the toolkit’s', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'commands-'))
  })
  afterEach(() => {
    jest.restoreAllMocks()
    rmSync(folder, { recursive: true })
  })

  const printed = (body: () => void): string => {
    const chunks: string[] = []
    const spy = jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
      chunks.push(String(chunk))
      return true
    })
    body()
    spy.mockRestore()
    return chunks.join('')
  }
  const ours = (env: Record<string, string> = {}) => {
    const chunks: string[] = []
    const commands = runnerCommands({
      env,
      write: (text) => void chunks.push(text),
      append: (path, text) => appendFileSync(path, text),
    })
    return { commands, chunks }
  }

  const text = fc.string({ unit: fc.constantFrom('a', '%', '\n', '\r', ':', ',', 'é', ' ', '"', '::') })

  test('annotations, with hostile text and every property', () => {
    fc.assert(
      fc.property(text, text, text, (message, title, file) => {
        const at = { title, file, startLine: 3, endLine: 4, startColumn: 5, endColumn: 6 }
        for (const level of ['notice', 'warning', 'error'] as const) {
          const { commands, chunks } = ours()
          commands[level](message, at)
          expect(chunks.join('')).toBe(printed(() => toolkit[level](message, at)))
        }
      }),
      { numRuns: 50 },
    )
  })

  test('info, debug, groups and masks', () => {
    fc.assert(
      fc.property(text, (message) => {
        const { commands, chunks } = ours()
        commands.info(message)
        commands.debug(message)
        commands.startGroup(message)
        commands.endGroup()
        commands.setSecret(message)
        const theirs = printed(() => {
          toolkit.info(message)
          toolkit.debug(message)
          toolkit.startGroup(message)
          toolkit.endGroup()
          toolkit.setSecret(message)
        })
        expect(chunks.join('')).toBe(theirs)
      }),
      { numRuns: 50 },
    )
  })

  test('outputs and state, in the files of the runner', () => {
    const file = (name: string): string => {
      writeFileSync(join(folder, name), '')
      return join(folder, name)
    }
    const delimiters = (content: string): string => content.replace(/(gha)?delimiter[-_][0-9a-f-]{36}/g, 'D')
    fc.assert(
      fc.property(text, (value) => {
        const [mine, theirs] = [file('mine'), file('theirs')]
        const { commands } = ours({ GITHUB_OUTPUT: mine, GITHUB_STATE: mine })
        commands.setOutput('name', value)
        commands.saveState('name', value)
        process.env['GITHUB_OUTPUT'] = theirs
        process.env['GITHUB_STATE'] = theirs
        toolkit.setOutput('name', value)
        toolkit.saveState('name', value)
        delete process.env['GITHUB_OUTPUT']
        delete process.env['GITHUB_STATE']
        expect(delimiters(readFileSync(mine, 'utf8'))).toBe(delimiters(readFileSync(theirs, 'utf8')))
      }),
      { numRuns: 50 },
    )
  })
})
