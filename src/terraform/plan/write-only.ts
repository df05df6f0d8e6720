import type { Redactor } from '../../core/redactor.ts'
import type { AttributeChange, ShownValue } from '../../report/resource-change.ts'
import { childMark, isObject, own } from './json.ts'
import { childPlace, placeText } from './place.ts'
import type { Place } from './place.ts'
import type { Json } from './raw.ts'

const versionSuffix = '_wo_version'

export interface Siblings {
  readonly before: Json | undefined
  readonly after: Json | undefined
  readonly unknown: Json | undefined
}

/**
 * A write-only argument is null in every plan (Terraform 1.11 and later). By the convention of the providers its
 * `…_wo_version` changes when it is sent again, so that is when it is shown. `key` is an attribute that changes;
 * undefined when it is no such version.
 */
export function writeOnlyChange(
  redactor: Redactor,
  parent: Place | undefined,
  key: string,
  siblings: Siblings,
): AttributeChange | undefined {
  if (!key.endsWith(versionSuffix)) return undefined
  const { before, after, unknown } = siblings
  const name = key.slice(0, -'_version'.length)
  const object = isObject(after) ? after : before
  if (!isObject(object) || !Object.hasOwn(object, name)) return undefined
  if (isSet(own(before, name)) || isSet(own(after, name))) return undefined
  const was = isSet(own(before, key))
  const will = isSet(own(after, key)) || childMark(unknown, key) === true
  if (!was && !will) return undefined
  return {
    path: placeText(childPlace(parent, name), redactor),
    action: was ? (will ? 'change' : 'remove') : 'add',
    before: shown(was),
    after: shown(will),
    forcesReplacement: false,
  }
}

function shown(isThere: boolean): ShownValue {
  return { kind: isThere ? 'write-only' : 'absent' }
}

function isSet(value: Json | undefined): boolean {
  return value !== null && value !== undefined
}
