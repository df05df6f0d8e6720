import type { Inlines, Section } from '../../report/section.ts'

/** The plan was kept for a later job. */
export function savedNote(mode: 'sealed' | 'plain'): Section {
  const how = mode === 'sealed' ? 'sealed' : 'saved unencrypted'
  return small([
    `This plan is ${how}: it is what will be applied, if nothing that it is made of changes until then.`,
  ])
}

/** The plan itself is not kept, for what it has read may be something else by then. */
export const readsOthersNote = (): Section =>
  small([
    'It goes by what other stacks are. So it is planned again when it is applied, and applied only if that plan equals this one, or is approved.',
  ])

/** There is nothing to keep it with. */
export const noPassphraseNote = (): Section =>
  small(['This plan is not kept for applying: there is no ', { code: 'plan-passphrase' }, ' in this run.'])

const small = (text: Inlines): Section => ({ kind: 'text', rank: 8, text: [{ emphasis: text }] })

/**
 * A plan that reads what other stacks of the same change are now.
 *
 * @param kept what was reviewed is kept, so that the plan that is made then can be compared with it
 */
export function provisionalNote(upstream: readonly string[], kept: boolean): Section {
  const [first] = upstream
  const after = upstream.length === 1 && first !== undefined ? [{ code: first }, ' is'] : ['they are']
  return {
    kind: 'text',
    rank: 1,
    tone: 'note',
    text: [
      { strong: ['Provisional:'] },
      ' planned against what ',
      ...codes(upstream),
      upstream.length === 1 ? ' is now, which' : ' are now, which',
      ' this change touches too. It is planned again after ',
      ...after,
      ' applied, and ',
      kept ? 'applied only if that plan equals this one, or is approved.' : 'may then do something else.',
    ],
  }
}

/** Something stands in the way of applying just this plan. */
export const notKeptWarning = (reason: string): Section => ({
  kind: 'text',
  rank: 1,
  tone: 'warning',
  text: [{ strong: ['Cannot be applied as reviewed:'] }, ` ${reason}`],
})

export const SHOWN_NAMES = 10

export const codes = (names: readonly string[]): Inlines => [
  ...names.slice(0, SHOWN_NAMES).flatMap((code, index) => (index === 0 ? [{ code }] : [', ', { code }])),
  ...(names.length > SHOWN_NAMES ? [` and ${names.length - SHOWN_NAMES} more`] : []),
]
