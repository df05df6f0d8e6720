import { isDeepStrictEqual } from 'node:util'
import { scanHcl, type HclBody } from '../../src/hcl/scan.ts'
import { skipElement } from '../../src/hcl/skip.ts'
import { stringsIn } from '../hcl/found-strings.ts'
import type { TemplatePart } from '../../src/hcl/template-text.ts'
import { plainText } from '../../src/hcl/values.ts'
import type { FileFacts } from '../../src/repository/modules/facts.ts'
import { fileFacts } from '../../src/repository/modules/file-facts.ts'
import type { OracleFacts } from './hcl-oracle.ts'

export interface Disagreement {
  readonly about: string
  readonly ours: unknown
  readonly theirs: unknown
}

/** In what our facts of a file and the library's differ. A file in which the library finds a fault says nothing. */
export function disagreements(name: string, text: string, oracle: OracleFacts): Disagreement[] {
  const ours = fileFacts(name, text)
  const pairs: [string, unknown, unknown][] = [
    ['clean', ours.clean, true],
    ...factPairs(ours, oracle),
    ...(name.endsWith('.json')
      ? []
      : [['strings', stringsOf(scanHcl(text)), oracle.strings ?? []] as [string, unknown, unknown]]),
  ]
  return pairs
    .filter(([, mine, theirs]) => !isDeepStrictEqual(mine, theirs))
    .map(([about, mine, theirs]) => ({ about, ours: mine, theirs }))
}

function factPairs(ours: FileFacts, oracle: OracleFacts): [string, unknown, unknown][] {
  const cloud = (oracle.clouds ?? []).at(-1)
  const backend = (oracle.backends ?? []).at(-1)
  return [
    [
      'calls',
      ours.calls.map(({ name, source, line }) => [name, source.length > 0, plainText(source) ?? null, line]),
      (oracle.calls ?? []).map(({ name, given, source, line }) => [name, given, given ? source : '', line]),
    ],
    [
      'backend',
      ours.backend && [ours.backend.type, texts(ours.backend.settings), ours.backend.line],
      backend && [backend.type, backend.settings, backend.line],
    ],
    [
      'cloud',
      ours.cloud && [texts(ours.cloud.settings), ours.cloud.line],
      cloud && [cloud.settings, cloud.line],
    ],
    ['required_version', ours.requiredVersions, oracle.requiredVersions ?? []],
    [
      'lifecycle',
      ours.lifecycles.map(({ address, ignoreChanges }) => [address, ignoreChanges]),
      (oracle.lifecycles ?? [])
        .filter(({ all, items }) => all || items.length > 0)
        .map(({ address, all, items }) => [address, all ? 'all' : items]),
    ],
    [
      'remote states',
      ours.remoteStates.map(({ name, backend: type, settings }) => [name, type ?? null, texts(settings)]),
      (oracle.remoteStates ?? []).map(({ name, backend: type, settings }) => [name, type, settings]),
    ],
    ['locals', localTexts(ours.locals, oracle.locals), oracle.locals],
  ]
}

const texts = (settings: Readonly<Record<string, string | undefined>>): Record<string, string | null> =>
  Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, value ?? null]))

/** We also put together what `join` and the like make of plain strings: that is no disagreement. */
function localTexts(
  locals: FileFacts['locals'],
  theirs: OracleFacts['locals'],
): Record<string, string | null> {
  return Object.fromEntries(
    Object.entries(locals).map(([name, value]) => [
      name,
      theirs[name] === null ? null : (plainText(value) ?? null),
    ]),
  )
}

function stringsOf(body: HclBody): (readonly TemplatePart[])[] {
  const found: { readonly line: number; readonly parts: readonly (readonly TemplatePart[])[] }[] = []
  const walk = (each: HclBody): void => {
    for (const { expression, line } of each.attributes) {
      found.push({ line, parts: comparable(expression) })
    }
    for (const { body: inner } of each.blocks) walk(inner)
  }
  walk(body)
  return found.sort((a, b) => a.line - b.line).flatMap(({ parts }) => parts)
}

/**
 * Strings with directives are left out on both sides: the library makes conditions and loops of them. So are heredocs
 * with a tilde, whose blanks we take off by the quoted string's rule.
 */
const comparable = (expression: string): (readonly TemplatePart[])[] =>
  stringsIn(expression)
    .filter(({ offset, heredoc }) => {
      const source = expression.slice(offset, skipElement(expression, offset))
      return !source.includes('%{') && !(heredoc && source.includes('~'))
    })
    .map(({ parts }) => parts)
