import { describe, test } from '@jest/globals'
import { existsSync, readFileSync } from 'node:fs'
import { toolsFilePath, type TestTool, type ToolsFile } from './tools-file.ts'

/** Path of a program (of a provider: of the folder to give as a filesystem mirror); undefined when left out. */
export function testTool(tool: TestTool): string | undefined {
  const entry = readTools()[tool]
  return entry !== undefined && 'path' in entry && existsSync(entry.path) ? entry.path : undefined
}

/** Why a tool is left out. */
export function whyLeftOut(tool: TestTool): string {
  const entry = readTools()[tool]
  if (entry === undefined) return 'not looked for yet: run npm test, or scripts/tools.ts'
  return 'missing' in entry ? entry.missing : `${entry.path} is gone`
}

/**
 * `describe` for tests that need a tool. Without it they are skipped with the reason printed; in CI they fail:
 * a green there means that all of it ran.
 */
export function describeWith(tool: TestTool, title: string, body: (path: string) => void): void {
  const path = testTool(tool)
  if (path !== undefined) {
    describe(title, () => body(path))
    return
  }
  const reason = `${title}: ${tool} is left out (${whyLeftOut(tool)})`
  if (/^(?:1|true)$/.test(process.env['CI'] ?? '')) {
    test(title, () => {
      throw new Error(reason)
    })
    return
  }
  process.stderr.write(`skipped: ${reason}\n`)
  describe.skip(title, () => body(''))
}

function readTools(): ToolsFile {
  try {
    return JSON.parse(readFileSync(toolsFilePath(process.env), 'utf8')) as ToolsFile
  } catch {
    return {}
  }
}
