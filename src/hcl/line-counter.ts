/** Line numbers, the first line being `first`, for positions asked in rising order. Linear over all of them. */
export function lineCounter(text: string, first = 1): (at: number) => number {
  let line = first
  let next = text.indexOf('\n')
  return (at) => {
    while (next >= 0 && next < at) {
      line += 1
      next = text.indexOf('\n', next + 1)
    }
    return line
  }
}
