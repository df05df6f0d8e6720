import { join } from 'node:path'
import { cacheRoot } from '../../src/core/tools/cache.ts'

export type TestTool =
  | 'terraform-1.11.4'
  | 'terraform-1.5.7'
  | 'tofu-1.12.6'
  | 'moto-server'
  | 'aws-provider'
  | 'archive-provider'
  | 'act-0.2.89'
  | 'actionlint-1.7.12'
  | 'zizmor-1.32.0'
  | 'hcl-oracle'
  | 'public-modules'
  | 'mermaid-11.17.2'
  | 'artifact-library-6.2.1'

/** What scripts/tools.ts writes: where a tool is, or why it is not there. */
export type ToolsFile = Partial<Record<TestTool, { readonly path: string } | { readonly missing: string }>>

/** The file that scripts/tools.ts writes and the tests read. */
export function toolsFilePath(env: Readonly<Record<string, string | undefined>>): string {
  const given = env['GITOPS_PIPELINE_TEST_TOOLS']
  return given !== undefined && given !== '' ? given : join(cacheRoot(env), 'test-tools.json')
}
