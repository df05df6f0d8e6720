import type { Section } from '../../report/section.ts'
import type { SavedStack, SaveRequest, StackOrigin, StackSaver } from './contracts.ts'
import { noPassphraseNote, provisionalNote } from './words.ts'

type OriginOf = (stack: SaveRequest['stack']) => Promise<Pick<StackOrigin, 'upstream'>>

export const NOTHING_SAVED: SavedStack = { facts: {}, first: [], last: [] }

/** Where no plan is kept: says what is only for now, and, where keeping was asked for, why it is not done. */
export function keepsNothing(options: { readonly asked: boolean; readonly origin: OriginOf }): StackSaver {
  return {
    before: () => Promise.resolve(undefined),
    async save(request) {
      const { model } = request.outcome
      if (model === undefined || request.plan.failure !== undefined) return NOTHING_SAVED
      const last = options.asked && model.changed ? [noPassphraseNote()] : []
      return { ...NOTHING_SAVED, first: await provisionalNotes(request, options.origin), last }
    },
  }
}

/** A plan that comes out one way now may come out another way once what it reads has changed, also one without changes. */
export async function provisionalNotes(
  { stack }: SaveRequest,
  origin: OriginOf,
): Promise<readonly Section[]> {
  const { upstream } = await origin(stack)
  return upstream.length === 0 ? [] : [provisionalNote(upstream, false)]
}
