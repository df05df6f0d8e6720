import type { RunIdentity } from '../../report/part.ts'
import {
  fields,
  list,
  may,
  natural,
  need,
  oneOf,
  parseJson,
  ReadFault,
  text,
} from '../../report/read/json.ts'
import { runReader, version } from '../../report/read/part.ts'
import type { LinkRule } from '../../report/read/sections.ts'

/** A stack that something must be heard of. */
export interface ExpectedStack {
  readonly name: string
  readonly path: string
  readonly workspace?: string
  readonly environment?: string
  readonly upstream: readonly string[]
}

/** An entry of a matrix, as a job got it: to tell which job it was. */
export interface ExpectedJob {
  readonly id: string
  readonly name: string
  readonly stacks: readonly string[]
  readonly charts: readonly string[]
}

/** What of detect-changes' file a report goes by. */
export interface Expected {
  readonly run: RunIdentity
  readonly kinds: readonly ('terraform' | 'helm' | 'argocd')[]
  readonly found: { readonly stacks: number; readonly charts: number; readonly applications: number }
  readonly stacks: readonly ExpectedStack[]
  readonly deletedStacks: readonly ExpectedStack[]
  readonly charts: readonly { readonly name: string; readonly path: string }[]
  /** The commit that was compared with. */
  readonly base?: string
  readonly jobs: readonly ExpectedJob[]
  readonly failures: readonly string[]
}

/**
 * Reads what detect-changes wrote.
 * @throws ReadFault and nothing else, whatever the text is
 */
export function readExpected(content: string, isOurs: LinkRule): Expected {
  const of = fields(parseJson(content))
  version(of)
  need(of, 'kind', oneOf('changes'))
  const base = need(of, 'base', (value) => may(fields(value), 'sha', text))
  return {
    run: need(of, 'run', runReader(isOurs)),
    kinds: need(of, 'kinds', list(oneOf('terraform', 'helm', 'argocd'))),
    found: need(of, 'found', (value) => {
      const found = fields(value)
      return {
        stacks: need(found, 'stacks', natural),
        charts: need(found, 'charts', natural),
        applications: need(found, 'applications', natural),
      }
    }),
    stacks: need(of, 'stacks', list(stack)),
    deletedStacks: need(of, 'deleted-stacks', list(stack)),
    charts: need(
      of,
      'charts',
      list((value) => {
        const chart = fields(value)
        return { name: need(chart, 'name', text), path: need(chart, 'path', text) }
      }),
    ),
    ...(base.sha === undefined ? {} : { base: base.sha }),
    jobs: jobsOf(need(of, 'matrices', fields)),
    failures: need(of, 'failures', list(text)),
  }
}

function stack(value: unknown): ExpectedStack {
  const of = fields(value)
  return {
    name: need(of, 'name', (item) => {
      const name = text(item)
      if (name === '') throw new ReadFault('must not be empty')
      return name
    }),
    path: need(of, 'path', text),
    ...may(of, 'workspace', text),
    ...may(of, 'environment', text),
    upstream: need(of, 'upstream', list(text)),
  }
}

/** All matrices' entries. They only help to name a job, so what is odd about one is left out. */
function jobsOf(matrices: Readonly<Record<string, unknown>>): ExpectedJob[] {
  const names = (value: unknown): string[] =>
    typeof value === 'string' ? value.split('\n').filter((name) => name !== '') : []
  return Object.values(matrices).flatMap((matrix): ExpectedJob[] => {
    const include: unknown =
      typeof matrix === 'object' && matrix !== null && 'include' in matrix ? matrix.include : undefined
    return (Array.isArray(include) ? (include as unknown[]) : []).flatMap((entry): ExpectedJob[] => {
      if (typeof entry !== 'object' || entry === null) return []
      const of = entry as Readonly<Record<string, unknown>>
      const { id, name } = of
      if (typeof id !== 'string' || typeof name !== 'string') return []
      return [{ id, name, stacks: names(of['stacks']), charts: names(of['charts']) }]
    })
  })
}
