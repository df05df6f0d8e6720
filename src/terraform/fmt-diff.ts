/** A file that `fmt` would change. */
export interface UnformattedFile {
  /** As the tool names it: relative to the directory it ran in. */
  readonly file: string
  /** First line that would change, in the file as it is; undefined when no diff came with it. */
  readonly line?: number
}

/**
 * Reads what `fmt -list=true -diff` prints: each file's name, then its unified diff. Hunks are followed by their line
 * counts, so that no line of a file is mistaken for a file's name or a header.
 */
export function parseFmtOutput(stdout: string): UnformattedFile[] {
  const files = new Map<string, number | undefined>()
  let current: string | undefined
  let line = 0
  let oldLeft = 0
  let newLeft = 0
  const note = () => {
    if (current !== undefined && files.get(current) === undefined) files.set(current, line)
  }
  for (const text of stdout.split(/\r?\n/)) {
    if (oldLeft > 0 || newLeft > 0) {
      if (text.startsWith('\\')) continue // "\ No newline at end of file"
      if (text.startsWith('-')) {
        note()
        oldLeft -= 1
        line += 1
      } else if (text.startsWith('+')) {
        note()
        newLeft -= 1
      } else {
        oldLeft -= 1
        newLeft -= 1
        line += 1
      }
      continue
    }
    const hunk = /^@@ -(\d+)(?:,(\d+))? \+\d+(?:,(\d+))? @@/.exec(text)
    if (hunk !== null) {
      line = Number(hunk[1])
      oldLeft = Number(hunk[2] ?? 1)
      newLeft = Number(hunk[3] ?? 1)
    } else if (text !== '' && !text.startsWith('\\') && !/^(--- old\/|\+\+\+ new\/)/.test(text)) {
      current = text
      if (!files.has(current)) files.set(current, undefined)
    }
  }
  return [...files].map(([file, at]) => (at === undefined ? { file } : { file, line: at }))
}
