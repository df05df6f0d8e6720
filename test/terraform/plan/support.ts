import { readFileSync } from 'node:fs'
import type { Redactor } from '../../../src/core/redactor.ts'
import type { AttributeChange } from '../../../src/report/resource-change.ts'
import { attributeChanges } from '../../../src/terraform/plan/diff.ts'
import { parsePlanJson } from '../../../src/terraform/plan/parse.ts'
import type { Json, RawChange, RawPlan } from '../../../src/terraform/plan/raw.ts'

/** Hides the given texts wherever they stand, and keys that look like passwords. */
export function testRedactor(secrets: readonly string[] = []): Redactor {
  const sorted = secrets.filter((secret) => secret !== '').sort((a, b) => b.length - a.length)
  return {
    redact: (text) => sorted.reduce((rest, secret) => rest.replaceAll(secret, '(sensitive value)'), text),
    leaks: (text) => sorted.filter((secret) => text.includes(secret)).length,
    hidesKey: (name) => /password|token|secret/i.test(name),
    notSearched: { short: 0, plain: 0, names: 0 },
    byLine: true,
  }
}

export function change(before: Json, after: Json, more: Partial<RawChange> = {}): RawChange {
  return { actions: ['update'], before, after, ...more }
}

export function diffOf(
  before: Json,
  after: Json,
  more: Partial<RawChange> = {},
  secrets: readonly string[] = [],
): AttributeChange[] {
  return attributeChanges(change(before, after, more), testRedactor(secrets)).attributes
}

/** `path: before -> after` of each change, `!` behind what forces a replacement. */
export function diffWords(
  before: Json,
  after: Json,
  more: Partial<RawChange> = {},
  secrets: readonly string[] = [],
): string[] {
  return diffOf(before, after, more, secrets).map(words)
}

export function words(attribute: AttributeChange): string {
  const side = (shown: AttributeChange['before']): string =>
    shown.kind === 'value' ? shown.text : `(${shown.kind})`
  const force = attribute.forcesReplacement ? ' !' : ''
  return `${attribute.path}: ${side(attribute.before)} -> ${side(attribute.after)}${force}`
}

export function lineWords(attribute: AttributeChange | undefined): string[] {
  return (attribute?.lines ?? []).map((line) =>
    line.sign === 'gap' ? `@ ${line.text}` : `${line.sign}${line.text}`,
  )
}

export function fixtureText(name: string): string {
  return readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), 'utf8')
}

export function fixture(name: string): RawPlan {
  return parsePlanJson(fixtureText(name))
}

/** A plan as the tool writes it, as far as it is read. */
export function planOf(parts: Partial<RawPlan>): RawPlan {
  return { format_version: '1.2', terraform_version: '1.11.4', planned_values: {}, ...parts }
}
