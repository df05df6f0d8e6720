import type { Redactor } from '../../core/redactor.ts'
import type { AttributeChange } from '../../report/resource-change.ts'
import { leafChange, markChange, opaqueChange } from './diff-leaf.ts'
import type { LeafSide } from './diff-leaf.ts'
import { alignLists } from './diff-list.ts'
import { newEffort } from './diff-text.ts'
import type { Effort } from './diff-text.ts'
import {
  childMark,
  countLeaves,
  isArray,
  isContainer,
  isEmptyContainer,
  isObject,
  marksAnything,
  maxDepth,
  sameJson,
} from './json.ts'
import type { JsonObject } from './json.ts'
import { childPlace, forcedBelow, forcedTree, isCovered } from './place.ts'
import type { Forced, Place } from './place.ts'
import type { Json, RawChange } from './raw.ts'
import { inlineValue } from './shown-value.ts'
import { isValueKey } from './secret-names.ts'
import { writeOnlyChange } from './write-only.ts'

export interface AttributeDiffResult {
  readonly attributes: AttributeChange[]
  /** Leaves that are set and stay as they are. */
  readonly unchanged: number
}

export interface DiffOptions {
  /** For a value that is not an object of attributes: the name its paths begin with (an output). */
  readonly root?: string
  /** Shared by all diffs of one plan. */
  readonly effort?: Effort
}

/** Longest whole element or list shown on one line; longer ones are shown leaf by leaf. */
const longestInline = 120

interface Walk {
  readonly redactor: Redactor
  readonly effort: Effort
  readonly attributes: AttributeChange[]
  unchanged: number
}

interface Node {
  readonly before: Json | undefined
  readonly after: Json | undefined
  readonly beforeSensitive: Json | undefined
  readonly afterSensitive: Json | undefined
  readonly unknown: Json | undefined
  readonly forced: Forced | undefined
  readonly place: Place | undefined
}

/**
 * What changes in one resource or output, per leaf path, redacted; never throws, whatever the change holds.
 * Null and absent attributes are the same; in a creation or deletion, empty blocks are left out as well.
 */
export function attributeChanges(
  change: RawChange,
  redactor: Redactor,
  options: DiffOptions = {},
): AttributeDiffResult {
  const walk: Walk = { redactor, effort: options.effort ?? newEffort(), attributes: [], unchanged: 0 }
  visit(walk, {
    before: change.before,
    after: change.after,
    beforeSensitive: change.before_sensitive,
    afterSensitive: change.after_sensitive,
    unknown: change.after_unknown,
    forced: forcedTree(change.replace_paths),
    place: options.root === undefined ? undefined : childPlace(undefined, options.root),
  })
  return { attributes: walk.attributes, unchanged: walk.unchanged }
}

function visit(walk: Walk, node: Node): void {
  const { before, after } = node
  const partlyUnknown = node.unknown !== true && !isContainer(after) && marksAnything(node.unknown)
  if (node.unknown === true) emitUnknown(walk, node)
  else if (node.beforeSensitive === true || node.afterSensitive === true) visitOpaque(walk, node)
  else if (partlyUnknown) emitUnknown(walk, { ...node, unknown: true })
  else if (isContainer(before) || isContainer(after)) visitContainer(walk, node)
  else if (before === after || (!isSet(before) && !isSet(after))) walk.unchanged += isSet(before) ? 1 : 0
  else emit(walk, node)
}

function visitContainer(walk: Walk, node: Node): void {
  const { before, after, place } = node
  const otherKind = isContainer(before) ? isSet(after) && !sameKind(before, after) : isSet(before)
  if (otherKind || (place?.depth ?? 0) >= maxDepth) visitWhole(walk, node)
  else if (isCovered(place, walk.redactor)) visitOpaque(walk, node)
  else if (isArray(before) && isArray(after)) visitLists(walk, node, before, after)
  else if (isObject(before) && isObject(after)) visitObjects(walk, node)
  else visitOneSided(walk, node)
}

function sameKind(a: Json | undefined, b: Json | undefined): boolean {
  return isContainer(a) && isContainer(b) && isArray(a) === isArray(b)
}

function isSet(value: Json | undefined): boolean {
  return value !== null && value !== undefined
}

/** A whole object or list that came or went: on one line when it is short and plain, else leaf by leaf. */
function visitOneSided(walk: Walk, node: Node): void {
  const { before, after, place } = node
  const value = isContainer(after) ? after : before
  if (isEmptyContainer(value) && !marksAnything(node.unknown)) {
    emit(walk, node)
    return
  }
  const isElement = typeof place?.step === 'number'
  const isPlainList = isArray(value) && !value.some((child) => isContainer(child))
  if (place !== undefined && (isElement || isPlainList) && (node.forced === undefined || node.forced.all)) {
    const sensitive = isContainer(after) ? node.afterSensitive : node.beforeSensitive
    const unknown = isContainer(after) ? node.unknown : undefined
    const marked = { value, sensitive, unknown, name: place.name, covered: false }
    if (inlineValue(marked, walk.redactor, longestInline, true).fits) {
      emit(walk, node)
      return
    }
  }
  if (isArray(value)) visitLists(walk, node, isArray(before) ? before : [], isArray(after) ? after : [])
  else visitObjects(walk, node)
}

function visitObjects(walk: Walk, node: Node): void {
  const before = isObject(node.before) ? node.before : undefined
  const after = isObject(node.after) ? node.after : undefined
  const unknown = marksOf(node.unknown)
  const beforeSensitive = marksOf(node.beforeSensitive)
  const afterSensitive = marksOf(node.afterSensitive)
  const isResource = node.place === undefined
  const oneSided = before === undefined || after === undefined
  const shown = walk.attributes.length
  const visitKey = (key: string): void => {
    const b = ownOf(before, key)
    const a = ownOf(after, key)
    const ub = ownOf(unknown, key)
    const bs = ownOf(beforeSensitive, key)
    const as = ownOf(afterSensitive, key)
    if (a === b && (typeof a !== 'object' || a === null) && !ub && (bs === true) === (as === true)) {
      if (isSet(a)) walk.unchanged++
      return
    }
    // An absent block is an empty list in the format: nothing is made or lost.
    if (isResource && oneSided && isUnset(b) && isUnset(a) && !marksAnything(ub)) return
    const child: Node = {
      before: b,
      after: a,
      beforeSensitive: bs,
      afterSensitive: as,
      unknown: ub,
      forced: forcedBelow(node.forced, key),
      place: childPlace(node.place, key, isValueKey(key) ? [before, after] : undefined),
    }
    const listed = walk.attributes.length
    // In a map, a key with null that came or went is a change; an attribute is null when it is not set.
    if (!isResource && !oneSided && !isSet(a) && !isSet(b) && !ub && a !== b) emit(walk, child)
    else visit(walk, child)
    if (walk.attributes.length === listed) return
    const secret = writeOnlyChange(walk.redactor, node.place, key, { before, after, unknown })
    if (secret !== undefined) walk.attributes.push(secret)
  }
  // Keys that are set after, then those only before, then those known only after apply.
  if (after !== undefined) for (const key of Object.keys(after)) visitKey(key)
  if (before !== undefined) {
    for (const key of Object.keys(before)) if (ownOf(after, key) === undefined) visitKey(key)
  }
  if (unknown !== undefined) {
    for (const key of Object.keys(unknown)) {
      if (ownOf(after, key) === undefined && ownOf(before, key) === undefined) visitKey(key)
    }
  }
  // Something must be said of an object that came or went with nothing set in it.
  if (oneSided && !isResource && walk.attributes.length === shown) emit(walk, node)
}

function ownOf(object: JsonObject | undefined, key: string): Json | undefined {
  return object !== undefined && Object.hasOwn(object, key) ? object[key] : undefined
}

/** A mark tree as far as it marks single keys; most mark nothing. */
function marksOf(mark: Json | undefined): JsonObject | undefined {
  if (!isObject(mark)) return undefined
  for (const key in mark) if (Object.hasOwn(mark, key)) return mark
  return undefined
}

function isUnset(value: Json | undefined): boolean {
  return !isSet(value) || isEmptyContainer(value)
}

function visitLists(walk: Walk, node: Node, before: readonly Json[], known: readonly Json[]): void {
  const { beforeSensitive, afterSensitive, unknown } = node
  const after = withUnknownTail(known, unknown)
  const marked = marksAnything(beforeSensitive) || marksAnything(afterSensitive) || marksAnything(unknown)
  if (!marked && sameJson(before, after)) {
    walk.unchanged += countLeaves(after)
    return
  }
  const steps = alignLists(
    { values: before, sensitive: beforeSensitive, unknown: undefined },
    { values: after, sensitive: afterSensitive, unknown },
    walk.effort,
  )
  for (const step of steps) {
    if (step.kind === 'same') {
      walk.unchanged += countLeaves(after[step.after])
      continue
    }
    const i = step.kind === 'added' ? undefined : step.before
    const j = step.kind === 'removed' ? undefined : step.after
    const child: Node = {
      before: i === undefined ? undefined : before[i],
      after: j === undefined ? undefined : after[j],
      beforeSensitive: i === undefined ? undefined : childMark(beforeSensitive, i),
      afterSensitive: j === undefined ? undefined : childMark(afterSensitive, j),
      unknown: j === undefined ? undefined : childMark(unknown, j),
      forced: forcedBelow(node.forced, ...[j, i].filter((index) => index !== undefined)),
      place: childPlace(node.place, j ?? i ?? 0),
    }
    // A null element that came or went is a change of its own.
    if (!isSet(child.before) && !isSet(child.after)) emit(walk, child)
    else visit(walk, child)
  }
}

/** Terraform writes null for an unknown element; should a tool leave it out at the end, it is still counted. */
function withUnknownTail(known: readonly Json[], unknown: Json | undefined): readonly Json[] {
  if (!isArray(unknown) || unknown.length <= known.length) return known
  const tail = unknown.slice(known.length).map(() => null)
  return unknown.slice(known.length).some((mark) => marksAnything(mark)) ? [...known, ...tail] : known
}

/** Marked as sensitive as a whole: neither its values nor its keys are looked at. */
function visitOpaque(walk: Walk, node: Node): void {
  const { before, after } = node
  if (!isSet(before) && !isSet(after)) return
  const equal = !marksAnything(node.unknown) && sameJson(before, after)
  if (!equal) {
    walk.attributes.push(opaqueChange(walk.redactor, node.place, forces(node), isSet(before), isSet(after)))
  } else if ((node.beforeSensitive === true) === (node.afterSensitive === true)) {
    walk.unchanged++
  } else {
    const nowSensitive = node.afterSensitive === true
    walk.attributes.push(markChange(walk.redactor, node.place, forces(node), nowSensitive))
  }
}

/** Values that are not looked into: other kinds on the two sides, or too deep. */
function visitWhole(walk: Walk, node: Node): void {
  if (!isSet(node.before) && !isSet(node.after)) return
  if (sameJson(node.before, node.after) && !marksAnything(node.unknown))
    walk.unchanged += countLeaves(node.after)
  else emit(walk, node)
}

/** The tool hides a value when either side is sensitive: what becomes so is not shown for a last time. */
function emitUnknown(walk: Walk, node: Node): void {
  emit(walk, marksAnything(node.afterSensitive) ? { ...node, beforeSensitive: true } : node)
}

function emit(walk: Walk, node: Node): void {
  const before: LeafSide = { value: node.before, sensitive: node.beforeSensitive, unknown: undefined }
  const after: LeafSide = { value: node.after, sensitive: node.afterSensitive, unknown: node.unknown }
  walk.attributes.push(leafChange(walk.redactor, walk.effort, node.place, forces(node), before, after))
}

function forces(node: Node): boolean {
  return node.forced !== undefined && (node.forced.all || node.forced.next.size > 0)
}
