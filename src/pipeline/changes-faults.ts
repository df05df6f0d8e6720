import type { ReportDocument } from '../report/document.ts'
import { countOf } from '../report/words.ts'
import type { ConfigFault } from '../repository/config/fault.ts'

/** Nothing was judged, for the configuration is faulty. */
export function faultsDocument(faults: readonly ConfigFault[]): {
  readonly document: ReportDocument
  readonly failure: string
} {
  const files = [...new Set(faults.map(({ file }) => file))].join(' and ')
  const failure = `${countOf(faults.length, 'fault')} in ${files}: nothing was judged`
  return {
    failure,
    document: {
      title: 'What changed',
      verdict: [{ strong: ['failed'] }, `, ${failure}`],
      tone: 'bad',
      sections: [
        {
          kind: 'list',
          rank: 0,
          items: faults.map(({ file, line, column, message, help }) => [
            { code: `${file}:${line}:${column}` },
            ` ${message}`,
            ...(help === undefined ? [] : [` (${help})`]),
          ]),
        },
      ],
      footer: [],
    },
  }
}
