import { UserError } from '../../core/errors.ts'

/** What is wrong with the configuration, and where: line and column count from 1. */
export interface ConfigFault {
  readonly message: string
  readonly help?: string
  readonly file: string
  readonly line: number
  readonly column: number
}

/** How many faults a message names; the rest are counted. */
const SHOWN = 50

/** One error that names all faults, in the order of the file. The list may not be empty. */
export function toUserError(faults: readonly ConfigFault[]): UserError {
  const [first] = faults
  if (first === undefined) throw new Error('no fault to tell')
  const where = placeOf(first)
  if (faults.length === 1) {
    return new UserError(`${where}: ${first.message}`, { help: first.help ?? GENERAL_HELP, where })
  }
  const shown = faults.slice(0, SHOWN).map((fault) => `- ${placeOf(fault)}: ${fault.message}${hint(fault)}`)
  const rest = faults.length - shown.length
  const more = rest === 0 ? [] : [`- and ${rest} more`]
  const files = [...new Set(faults.map(({ file }) => file))].join(' and ')
  return new UserError([`${faults.length} faults in ${files}:`, ...shown, ...more].join('\n'), {
    help: GENERAL_HELP,
    where,
  })
}

const GENERAL_HELP =
  'Correct the file. docs/configuration.md of gitops-pipeline lists every key and its form.'

const placeOf = ({ file, line, column }: ConfigFault): string => `${file}:${line}:${column}`

const hint = ({ help }: ConfigFault): string => (help === undefined ? '' : ` (${help})`)
