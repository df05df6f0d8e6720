import { existsSync, readFileSync } from 'node:fs'
import { toolsFilePath, type ToolsFile } from '../test/lab/tools-file.ts'

/** Terraform as the tests have it, else the one on PATH. */
export function terraformPath(): string {
  const file = toolsFilePath(process.env)
  const tools = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as ToolsFile) : {}
  const found = tools['terraform-1.11.4']
  return found !== undefined && 'path' in found && existsSync(found.path) ? found.path : 'terraform'
}
