/** One measure and its goal: the figure must not be greater. */
export interface Goal {
  readonly what: string
  readonly figure: number
  readonly limit: number
  /** Writes figure and limit: `0.31 ×`. */
  readonly show: (value: number) => string
  /** The figures behind it. */
  readonly detail: string
}

export const times = (value: number): string => `${value.toFixed(2)} ×`
export const seconds = (value: number): string => `${value.toFixed(2)} s`
export const milliseconds = (value: number): string => `${(value * 1000).toFixed(0)} ms`
export const mebibytes = (value: number): string => `${value.toFixed(0)} MiB`
export const megabytes = (value: number): string => `${(value / 1e6).toFixed(2)} MB`
export const plain = (value: number): string => value.toLocaleString('en')

/** A goal is met only by a figure that is a number. */
export const isMet = ({ figure, limit }: Goal): boolean => figure <= limit

/** A Markdown table, ready for the README. */
export function goalTable(goals: readonly Goal[]): string {
  const rows = goals.map((goal) => [
    goal.what,
    goal.show(goal.figure),
    `≤ ${goal.show(goal.limit)}`,
    isMet(goal) ? 'ok' : 'OVER',
    goal.detail,
  ])
  const all = [['Measure', 'Figure', 'Goal', '', 'Behind it'], ...rows]
  const widths = all[0]?.map((_, column) => Math.max(3, ...all.map((row) => row[column]?.length ?? 0))) ?? []
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  const [head = [], ...body] = all
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n')
}
