import { createHash } from 'node:crypto'
import { posix } from 'node:path'
import type { Redactor } from '../core/redactor.ts'
import type { Finding, Location } from '../report/finding.ts'
import { oneLine } from './diagnostics.ts'
import type { Diagnostic } from './diagnostics.ts'

/** The diagnostic with every secret hidden: before it goes anywhere, its fingerprint included. */
export function redactDiagnostic(d: Diagnostic, redactor: Redactor): Diagnostic {
  return {
    ...d,
    summary: redactor.redact(d.summary),
    detail: redactor.redact(d.detail),
    ...(d.address === undefined ? {} : { address: redactor.redact(d.address) }),
  }
}

/**
 * A redacted diagnostic as a finding. `stackPath` is the stack's directory relative to the repository's root (`` or
 * `.` for the root itself), which diagnostics are relative to. A place that is not a file of the repository (downloaded
 * modules, `<value for var.x>`) is named in the help, but is no location.
 */
export function diagnosticFinding(
  d: Diagnostic,
  stackPath: string,
  subject: string,
  rule = 'terraform/diagnostic',
): Finding {
  const location = locationOf(d, stackPath)
  const place = location === undefined && d.file !== undefined ? outsidePlace(d) : undefined
  const about = d.address ?? d.context
  const help = [about === undefined ? '' : `In ${about}.`, place ?? '', d.detail]
    .filter((s) => s !== '')
    .join('\n')
  return {
    rule,
    severity: d.severity,
    message: oneLine(d.summary),
    ...(help === '' ? {} : { help }),
    subject,
    ...(location === undefined ? {} : { location }),
    fingerprint: fingerprint([
      rule,
      subject,
      d.severity,
      d.summary,
      about ?? '',
      d.file ?? '',
      steady(d.detail),
    ]),
  }
}

/** SHA-256 over parts that stay as they are when lines move. */
export function fingerprint(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}

/** `file` of the repository, or undefined. Windows separators are taken too. */
export function repositoryFile(file: string, stackPath: string): string | undefined {
  const path = file.replaceAll('\\', '/')
  if (path === '' || path.startsWith('<') || path.startsWith('/') || /^[a-zA-Z]:\//.test(path))
    return undefined
  if (path.split('/').includes('.terraform')) return undefined
  const resolved = posix.normalize(posix.join(stackPath === '' ? '.' : stackPath, path))
  return resolved === '..' || resolved.startsWith('../') || resolved.startsWith('/') ? undefined : resolved
}

function locationOf(d: Diagnostic, stackPath: string): Location | undefined {
  const file = d.file === undefined ? undefined : repositoryFile(d.file, stackPath)
  if (file === undefined) return undefined
  return {
    file,
    ...(d.line === undefined ? {} : { line: d.line }),
    ...(d.column === undefined ? {} : { column: d.column }),
    ...(d.endLine === undefined ? {} : { endLine: d.endLine }),
    ...(d.endColumn === undefined ? {} : { endColumn: d.endColumn }),
  }
}

function outsidePlace(d: Diagnostic): string {
  const path = (d.file ?? '').replaceAll('\\', '/')
  // With TF_DATA_DIR elsewhere the folder has another name, but modules are always in `modules/`.
  const module = /(?:^|\/)modules\/([^/]+)\//.exec(path)
  const line = d.line === undefined ? '' : `, line ${d.line}`
  if (path.startsWith('<')) return `At ${path}.`
  if (module === null) return `In ${posix.basename(path)}${line}, outside of the repository.`
  const within = path.slice(module.index + module[0].length)
  return `In the downloaded module ${module[1] ?? ''} (${within}${line}).`
}

/** The detail without what differs from run to run: numbers, ids, times. */
function steady(detail: string): string {
  return oneLine(detail)
    .replace(/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi, '#')
    .replace(/\b(?=[0-9A-Za-z+/=]*\d)[0-9A-Za-z+/=]{12,}/g, '#')
    .replace(/\d+/g, '#')
}
