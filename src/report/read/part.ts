import type { CauseClass } from '../../core/errors.ts'
import type { Finding, Location } from '../finding.ts'
import type { Part, RunIdentity, Verdict } from '../part.ts'
import {
  fields,
  list,
  may,
  natural,
  need,
  oneOf,
  parseJson,
  ReadFault,
  seconds,
  table,
  text,
  type Reader,
} from './json.ts'
import { sectionReaders, type LinkRule } from './sections.ts'

/** A file with parts, as far as it can be read: a part that cannot is named, never dropped. */
export interface ReadParts {
  readonly parts: readonly Part[]
  /** What is wrong, one sentence each: `parts[3].counts.add: must be a whole number, 0 or more`. */
  readonly faults: readonly string[]
}

/** Reads a parts file. Whatever the text is, nothing is thrown. */
export function readPartsFile(content: string, isOurs: LinkRule): ReadParts {
  try {
    const of = fields(parseJson(content))
    version(of)
    const items = need(
      of,
      'parts',
      list<unknown>((item) => item),
    )
    const read = partReader(isOurs)
    const parts: Part[] = []
    const faults: string[] = []
    for (const [index, item] of items.entries()) {
      try {
        parts.push(read(item))
      } catch (thrown) {
        faults.push(faultText(thrown, `parts[${index}]`))
      }
    }
    return { parts, faults }
  } catch (thrown) {
    return { parts: [], faults: [faultText(thrown, '')] }
  }
}

function faultText(thrown: unknown, at: string): string {
  if (!(thrown instanceof ReadFault)) throw thrown
  if (at === '') return thrown.message
  return thrown.path === '' ? `${at} ${thrown.problem}` : `${at}.${thrown.message}`
}

/** Only version 1 is known; of another one not even the names of its fields can be relied upon. */
export function version(of: ReturnType<typeof fields>): 1 {
  return need(of, 'version', (value) => {
    if (value === 1) return 1
    throw new ReadFault(
      typeof value === 'number'
        ? `is ${value}, and this version of report reads 1: use one release of all actions`
        : 'must be 1',
    )
  })
}

/** A part in exactly its shape, made anew. Links that are not ours are taken out of its texts. */
function partReader(isOurs: LinkRule): Reader<Part> {
  const { inlines, sections } = sectionReaders(isOurs)
  const identity = runReader(isOurs)
  return (value) => {
    const of = fields(value)
    return {
      version: version(of),
      kind: need(of, 'kind', oneOf('terraform-plan', 'terraform-apply', 'helm-lint')),
      subject: need(of, 'subject', subject),
      status: need(of, 'status', oneOf('ok', 'changed', 'failed', 'partial')),
      verdict: need(of, 'verdict', verdict),
      counts: need(of, 'counts', table(natural)),
      headline: need(of, 'headline', inlines),
      sections: need(of, 'sections', sections),
      findings: need(of, 'findings', list(finding)),
      facts: need(of, 'facts', table(text)),
      run: need(of, 'run', identity),
      seconds: need(of, 'seconds', seconds),
    }
  }
}

const name: Reader<string> = (value) => {
  const read = text(value)
  if (read === '') throw new ReadFault('must not be empty')
  return read
}

const subject: Reader<Part['subject']> = (value) => {
  const of = fields(value)
  return {
    key: need(of, 'key', name),
    name: need(of, 'name', name),
    path: need(of, 'path', text),
    ...may(of, 'workspace', text),
  }
}

const cause: Reader<CauseClass> = oneOf(
  ...(['auth', 'lock', 'provider', 'init', 'timeout', 'policy', 'config', 'cancelled', 'bug'] as const),
)

const verdict: Reader<Verdict> = (value) => {
  const of = fields(value)
  const kind = need(of, 'kind', oneOf('ok', 'waiting', 'failed', 'unknown'))
  if (kind === 'ok') return { kind }
  const reason = need(of, 'reason', text)
  if (kind === 'unknown') return { kind, reason }
  if (kind === 'waiting') return { kind, reason, on: need(of, 'on', list(text)) }
  return { kind, reason, cause: need(of, 'cause', cause) }
}

const positive: Reader<number> = (value) => {
  const read = natural(value)
  if (read === 0) throw new ReadFault('counts from 1')
  return read
}

const location: Reader<Location> = (value) => {
  const of = fields(value)
  return {
    file: need(of, 'file', text),
    ...may(of, 'line', positive),
    ...may(of, 'column', positive),
    ...may(of, 'endLine', positive),
    ...may(of, 'endColumn', positive),
  }
}

const finding: Reader<Finding> = (value) => {
  const of = fields(value)
  return {
    rule: need(of, 'rule', name),
    severity: need(of, 'severity', oneOf('error', 'warning', 'notice')),
    message: need(of, 'message', text),
    ...may(of, 'help', text),
    subject: need(of, 'subject', text),
    ...may(of, 'location', location),
    fingerprint: need(of, 'fingerprint', text),
  }
}

const matching =
  (pattern: RegExp, what: string): Reader<string> =>
  (value) => {
    const read = text(value)
    if (!pattern.test(read)) throw new ReadFault(`must be ${what}`)
    return read
  }

/** A run's identity; a link that is not ours is left out. */
export function runReader(isOurs: LinkRule): Reader<RunIdentity> {
  return (value) => {
    const of = fields(value)
    const { url } = may(of, 'url', text)
    return {
      id: need(of, 'id', matching(/^\d{1,20}$/, 'the id of a run')),
      attempt: need(of, 'attempt', positive),
      sha: need(of, 'sha', matching(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/, 'the id of a commit')),
      ...(url === undefined || !isOurs(url) ? {} : { url }),
    }
  }
}
