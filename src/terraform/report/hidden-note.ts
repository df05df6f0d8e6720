import type { Redactor } from '../../core/redactor.ts'
import type { Section } from '../../report/section.ts'
import { countOf } from '../../report/words.ts'

/** Says how many secrets were hidden only where they are marked; nothing when there are none. */
export function hiddenNote({ short, plain, names }: Redactor['notSearched']): Section[] {
  const hidden = short + plain + names
  if (hidden === 0) return []
  const text = `${countOf(hidden, 'sensitive value')} hidden where marked, but too short or too common to be searched for elsewhere in this text.`
  return [{ kind: 'text', rank: 8, text: [{ emphasis: [text] }] }]
}
