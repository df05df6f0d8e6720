import type { TerraformBinary } from '../../src/terraform/tool.ts'
import { testTool, whyLeftOut } from './tools.ts'

/** The tools whose behaviour differs. */
const WANTED = [
  { tool: 'terraform', version: '1.11.4' },
  { tool: 'terraform', version: '1.5.7' },
  { tool: 'tofu', version: '1.12.6' },
] as const

/** The real tools of this machine. Says which are left out, and why; in CI that is an error. */
export function terraformTools(env: Readonly<Record<string, string | undefined>>): TerraformBinary[] {
  return WANTED.flatMap(({ tool, version }) => {
    const path = testTool(`${tool}-${version}` as Parameters<typeof testTool>[0])
    if (path !== undefined) return [{ tool, path, version, reason: 'the tests found it' }]
    const why = `${tool} ${version} is left out: ${whyLeftOut(`${tool}-${version}` as Parameters<typeof testTool>[0])}`
    if (env['CI'] !== undefined) throw new Error(why)
    process.stderr.write(`${why}\n`)
    return []
  })
}
