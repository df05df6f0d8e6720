import { hash } from 'node:crypto'
import type { Finding } from './finding.ts'
import type { Part } from './part.ts'
import { visible, visibleLine } from './visible.ts'

/**
 * SARIF 2.1.0 as GitHub's code scanning takes it ("SARIF support for code scanning" in its docs): a result needs a
 * location, of which only the first counts; 25,000 results of a run are taken; `primaryLocationLineHash` is what it
 * knows a result by from run to run.
 */
export interface SarifLog {
  readonly $schema: string
  readonly version: '2.1.0'
  readonly runs: readonly [SarifRun]
}

interface SarifRun {
  readonly tool: {
    readonly driver: {
      readonly name: string
      readonly rules: readonly SarifRule[]
    }
  }
  readonly automationDetails: { readonly id: string }
  readonly columnKind: 'utf16CodeUnits'
  readonly originalUriBaseIds: { readonly '%SRCROOT%': { readonly description: { readonly text: string } } }
  readonly results: readonly SarifResult[]
}

interface SarifRule {
  readonly id: string
  readonly shortDescription: { readonly text: string }
}

interface SarifResult {
  readonly ruleId: string
  readonly ruleIndex: number
  readonly level: 'error' | 'warning' | 'note'
  readonly message: { readonly text: string }
  readonly locations: readonly [{ readonly physicalLocation: SarifPlace }]
  readonly partialFingerprints: Readonly<Record<string, string>>
  readonly properties: { readonly subject: string }
}

interface SarifPlace {
  readonly artifactLocation: { readonly uri: string; readonly uriBaseId: '%SRCROOT%' }
  readonly region?: Readonly<Record<string, number>>
}

export const MAX_RESULTS = 25_000
const MESSAGE_LENGTH = 10_000
const levels = { error: 'error', warning: 'warning', notice: 'note' } as const
const WORST_FIRST = { error: 0, warning: 1, notice: 2 } as const

/** All findings of all parts, the worst first; the same finding of two parts once. The parts are redacted. */
export function sarifOf(parts: readonly Part[], { repository }: { readonly repository: string }): SarifLog {
  const all = parts.flatMap((part) => part.findings.map((finding) => ({ finding, part })))
  all.sort((a, b) => WORST_FIRST[a.finding.severity] - WORST_FIRST[b.finding.severity])
  const seen = new Set<string>()
  const kept = all
    .filter(({ finding: { rule, fingerprint, subject, location } }) => {
      const id = JSON.stringify([rule, fingerprint, subject, location ?? null])
      return !seen.has(id) && seen.add(id)
    })
    .slice(0, MAX_RESULTS)
  const rules = [...new Set(kept.map(({ finding }) => finding.rule))].sort()
  const indexes = new Map(rules.map((rule, index) => [rule, index]))
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'gitops-pipeline',
            rules: rules.map((rule) => ({
              id: ruleName(rule),
              shortDescription: { text: ruleName(rule) },
            })),
          },
        },
        // GitHub keeps the results of one id apart from those of others.
        automationDetails: { id: `gitops-pipeline/${repository}/` },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The root of the repository.' } } },
        results: kept.map(({ finding, part }) => resultOf(finding, part, indexes.get(finding.rule) ?? 0)),
      },
    ],
  }
}

/** Codes for colours alone leave nothing that can be seen. */
const ruleName = (rule: string): string => visibleLine(rule) || 'unnamed'

function resultOf(finding: Finding, part: Part, ruleIndex: number): SarifResult {
  const { message, help = '', rule, severity, subject } = finding
  const words = visible(help === '' ? message : `${message}\n\n${help}`)
  return {
    ruleId: ruleName(rule),
    ruleIndex,
    level: levels[severity],
    message: { text: words.slice(0, MESSAGE_LENGTH).toWellFormed() || ruleName(rule) },
    locations: [{ physicalLocation: placeOf(finding, part) }],
    partialFingerprints: fingerprints(finding, part),
    properties: { subject: visibleLine(subject) },
  }
}

/** What is about no file is about the stack's or the chart's folder. */
function placeOf({ location }: Finding, { subject }: Part): SarifPlace {
  const artifactLocation = { uri: uriOf(location?.file ?? subject.path), uriBaseId: '%SRCROOT%' } as const
  const { line: startLine, column: startColumn, endLine, endColumn } = location ?? {}
  if (startLine === undefined) return { artifactLocation }
  const lastLine = endLine !== undefined && endLine >= startLine ? endLine : undefined
  const hasEnd =
    startColumn !== undefined &&
    endColumn !== undefined &&
    (lastLine !== undefined && lastLine > startLine ? true : endColumn >= startColumn)
  return {
    artifactLocation,
    region: {
      startLine,
      ...(startColumn === undefined ? {} : { startColumn }),
      ...(lastLine === undefined ? {} : { endLine: lastLine }),
      ...(hasEnd ? { endColumn } : {}),
    },
  }
}

/** A reference relative to the root: its segments escaped, never leaving it, never with a scheme. */
function uriOf(path: string): string {
  const segments = path
    .toWellFormed()
    .split('/')
    .filter((segment) => segment !== '' && segment !== '.' && segment !== '..')
  return segments.map((segment) => encodeURIComponent(segment)).join('/') || '.'
}

/** As 64 hexadecimal digits: a fingerprint may be any text, and GitHub's own are short. */
function fingerprints({ rule, fingerprint }: Finding, { subject }: Part): Record<string, string> {
  const digest = hash('sha256', JSON.stringify([rule, subject.key, fingerprint]))
  return { primaryLocationLineHash: `${digest.slice(0, 16)}:1`, 'gitopsPipeline/v1': digest }
}
