import type { Redactor } from '../../core/redactor.ts'
import type { AttributeChange, ShownValue } from '../../report/resource-change.ts'
import { diffLines, foldLines, gap } from './diff-text.ts'
import type { Effort } from './diff-text.ts'
import { exactDigits } from './exact-number.ts'
import { hclShortString, hclString, shortPair } from './hcl-text.ts'
import { isContainer, sameJson } from './json.ts'
import { repeatsKeys } from './json-text.ts'
import { isCovered, isHiddenPlace, placeText } from './place.ts'
import type { Place } from './place.ts'
import type { Json } from './raw.ts'
import { placeholder } from './secret-names.ts'
import { isAllHidden, shownText } from './shown-text.ts'
import type { ShownText } from './shown-text.ts'
import { inlineValue, scalarText } from './shown-value.ts'

/** One side of a leaf. */
export interface LeafSide {
  readonly value: Json | undefined
  readonly sensitive: Json | undefined
  readonly unknown: Json | undefined
}

/** Characters of a whole object or list that is shown as one value. */
const longestWhole = 120

const absent: ShownValue = { kind: 'absent' }
const sensitive: ShownValue = { kind: 'sensitive' }
const unknown: ShownValue = { kind: 'unknown' }

/** A sensitive value that changes, comes or goes. */
export function opaqueChange(
  redactor: Redactor,
  place: Place | undefined,
  forcesReplacement: boolean,
  was: boolean,
  is: boolean,
): AttributeChange {
  return {
    path: placeText(place, redactor),
    action: actionOf(was, is),
    before: was ? sensitive : absent,
    after: is ? sensitive : absent,
    forcesReplacement,
  }
}

/** The value stays, its mark does not. Both sides are hidden: one of them would tell the other. */
export function markChange(
  redactor: Redactor,
  place: Place | undefined,
  forcesReplacement: boolean,
  nowSensitive: boolean,
): AttributeChange {
  const note = nowSensitive ? 'becomes sensitive' : 'is no longer sensitive'
  return {
    ...opaqueChange(redactor, place, forcesReplacement, true, true),
    lines: [gap(`the value stays the same, but ${note}`)],
  }
}

/** A leaf of which the two sides differ. */
export function leafChange(
  redactor: Redactor,
  effort: Effort,
  place: Place | undefined,
  forcesReplacement: boolean,
  before: LeafSide,
  after: LeafSide,
): AttributeChange {
  const was = before.value !== undefined && before.value !== null
  const will = (after.value !== undefined && after.value !== null) || after.unknown === true
  if (typeof before.value === 'string' || typeof after.value === 'string') {
    const change = stringChange(redactor, effort, place, before, after)
    if (change !== undefined) {
      return { path: placeText(place, redactor), action: actionOf(was, will), forcesReplacement, ...change }
    }
  }
  if (!was && !will) {
    // A null that came or went in a map or list.
    const isNew = after.value === null
    const shown: ShownValue = { kind: 'value', text: 'null' }
    return {
      path: placeText(place, redactor),
      action: isNew ? 'add' : 'remove',
      before: isNew ? absent : shown,
      after: isNew ? shown : absent,
      forcesReplacement,
    }
  }
  const terse = !was || !will
  return {
    path: placeText(place, redactor),
    action: actionOf(was, will),
    before: shownSide(redactor, place, before, terse),
    after: shownSide(redactor, place, after, terse),
    forcesReplacement,
  }
}

function actionOf(was: boolean, will: boolean): AttributeChange['action'] {
  return was ? (will ? 'change' : 'remove') : 'add'
}

function shownSide(redactor: Redactor, place: Place | undefined, side: LeafSide, terse: boolean): ShownValue {
  if (side.unknown === true) return unknown
  if (side.value === null || side.value === undefined) return absent
  if (side.sensitive === true || isCovered(place, redactor)) return sensitive
  if (isContainer(side.value)) {
    const name = place?.name ?? ''
    return {
      kind: 'value',
      text: inlineValue({ ...side, name, covered: false }, redactor, longestWhole, terse).text,
    }
  }
  if (isHiddenPlace(place, redactor)) return sensitive
  if (typeof side.value === 'string' && exactDigits(side.value) === undefined) {
    const shown = shownText(side.value, redactor)
    return isAllHidden(shown) ? sensitive : { kind: 'value', text: hclShortString(shown.text) }
  }
  const text = scalarText(side.value, redactor)
  return text === placeholder ? sensitive : { kind: 'value', text }
}

type StringChange = Pick<AttributeChange, 'before' | 'after' | 'lines' | 'language'>

/** Strings on both sides, or on one with nothing on the other; undefined for anything else. */
function stringChange(
  redactor: Redactor,
  effort: Effort,
  place: Place | undefined,
  before: LeafSide,
  after: LeafSide,
): StringChange | undefined {
  if (!isText(before) || !isText(after) || isHiddenPlace(place, redactor)) return undefined
  const to = typeof after.value === 'string' ? shownText(after.value, redactor) : undefined
  const from = typeof before.value === 'string' ? shownText(before.value, redactor, to) : undefined
  const shown = shownPair(from, to)
  if (from === undefined || to === undefined) {
    const only = from ?? to
    if (only === undefined || only.lines.length < 2 || isAllHidden(only)) return shown
    const [left, right] = from === undefined ? [[], only.lines] : [only.lines, []]
    const lines = foldLines(diffLines(left, right, effort))
    if (only.json !== undefined && repeatsKeys(only.raw, only.json)) lines.push(gap(repeatedKey))
    return { ...shown, language: only.language, lines }
  }
  const repeats = [from, to].some(({ raw, json }) => json !== undefined && repeatsKeys(raw, json))
  if (from.text === to.text) return looksTheSame(from, to, shown, repeats)
  if (withoutReturns(from.text) === withoutReturns(to.text) && from.language !== 'json') {
    return { ...shown, lines: [gap('only the line ends change (CRLF or LF)')] }
  }
  if (from.lines.length < 2 && to.lines.length < 2) return shown
  if (isAllHidden(from) || isAllHidden(to)) return shown
  const lines = foldLines(diffLines(from.lines, to.lines, effort))
  if (from.hidden !== to.hidden) lines.push(gap('a sensitive value in here changes as well'))
  else if (from.uncompared && to.uncompared) lines.push(gap('sensitive values in here are not compared'))
  if (repeats) lines.push(gap(repeatedKey))
  return { ...shown, language: from.language === to.language ? to.language : 'text', lines }
}

const repeatedKey = 'a key stands here more than once: only the last of its values is shown'

/** The two strings differ, but not in what may be seen of them. */
function looksTheSame(from: ShownText, to: ShownText, shown: StringChange, repeats: boolean): StringChange {
  const nothingHidden = from.hidden === to.hidden && !from.uncompared && !to.uncompared
  if (from.json !== undefined && to.json !== undefined && (nothingHidden || sameJson(from.json, to.json))) {
    const note = repeats
      ? `the JSON is written in another way; ${repeatedKey}`
      : 'formatting only: the JSON has the same content, with other spaces or another order of keys'
    return { ...shown, language: 'json', lines: [gap(note)] }
  }
  return { before: sensitive, after: sensitive }
}

function withoutReturns(text: string): string {
  return text.replaceAll('\r\n', '\n')
}

function shownPair(from: ShownText | undefined, to: ShownText | undefined): StringChange {
  const [left, right] =
    from === undefined || to === undefined
      ? [hclShortString(from?.text ?? ''), hclShortString(to?.text ?? '')]
      : shortPair(from.text, to.text, hclString)
  return { before: shownOne(from, left), after: shownOne(to, right) }
}

function shownOne(shown: ShownText | undefined, text: string): ShownValue {
  if (shown === undefined) return absent
  return isAllHidden(shown) ? sensitive : { kind: 'value', text }
}

function isText(side: LeafSide): boolean {
  if (side.unknown === true || side.sensitive === true) return false
  if (side.value === null || side.value === undefined) return true
  return typeof side.value === 'string' && exactDigits(side.value) === undefined
}
