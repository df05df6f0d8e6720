import type { Parser } from '../core/inputs.ts'
import type { Kind } from '../repository/items.ts'
import { MAX_MATRIX_JOBS } from './changes-matrix.ts'

const KINDS: readonly Kind[] = ['terraform', 'helm', 'argocd']

/** A list with commas, spaces or line ends between. */
export const kindList: Parser<readonly Kind[]> = (raw) => {
  const words = new Set(raw.split(/[\s,]+/).filter((word) => word !== ''))
  const chosen = KINDS.filter((kind) => words.has(kind))
  if (words.size === 0 || chosen.length < words.size) throw new Error(`must be a list of ${KINDS.join(', ')}`)
  return chosen
}

export const jobLimit: Parser<number> = (raw) => {
  const limit = /^\d{1,3}$/.test(raw) ? Number(raw) : 0
  if (limit >= 1 && limit <= MAX_MATRIX_JOBS) return limit
  throw new Error(`must be a number from 1 to ${MAX_MATRIX_JOBS}, as many as GitHub starts of one matrix`)
}
