import type { Edge } from '../graph/node.ts'
import type { Reading } from './reading.ts'
import type { Parameters } from './template.ts'

/** One Application that an ApplicationSet makes, as far as it can be told. */
export interface ParameterSet {
  readonly values: Parameters
  /** Files the values were read from. */
  readonly files: readonly string[]
  /** The folder it was made for. */
  readonly folders: readonly string[]
}

/** What the generators of an ApplicationSet need to be read. */
export interface GeneratorContext {
  readonly reading: Reading
  readonly goTemplate: boolean
  /** Files the generators read: inputs of the ApplicationSet, whatever becomes of them. */
  readonly edges: Edge[]
  /** How many sets may still be made on the way: products of products end. */
  budget: number
}

export const nothingKnown: ParameterSet = { values: {}, files: [], folders: [] }
