import { scanJsonValues } from '../../hcl/json-body.ts'
import { scanHcl } from '../../hcl/scan.ts'
import type { GivenValue } from './facts.ts'
import { candidatesOf, type PathCandidate } from './path-candidates.ts'
import { collectPaths, type FoundPaths } from './path-uses.ts'

/** What a `.tfvars` or `.tfvars.json` file says. */
export interface VariableFile {
  readonly values: readonly GivenValue[]
  /** Its strings, any of which may name something, from the folder that is planned. */
  readonly paths: readonly PathCandidate[]
}

/** Throws on nothing: what cannot be read is left out. The values are literals. */
export function readVariableFile(name: string, text: string): VariableFile {
  const { attributes } = name.endsWith('.json') ? scanJsonValues(text) : scanHcl(text)
  const found: FoundPaths = { paths: [], barePaths: undefined }
  collectPaths(found, { attributes, blocks: [], clean: true }, new Set())
  return { values: attributes, paths: found.paths.flatMap((use) => candidatesOf(use, {})) }
}
