/** `1 resource`, `2 resources`. `plural` defaults to the noun with an s. */
export function countOf(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`
}

/** `0.4 s`, `12 s`, `2 min 5 s` */
export function secondsText(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`
  const whole = Math.round(seconds)
  return whole < 120 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`
}

/** `1 to destroy, 2 to add`: what cannot be undone comes first. Empty when there is nothing to do. */
export function countWords(counts: Readonly<Record<string, number>>): string {
  const of = (name: string): number => counts[name] ?? 0
  const words = [
    [of('destroy'), 'to destroy'],
    [of('replace'), 'to replace'],
    [of('unknown'), 'not understood'],
    [of('forget'), 'to forget'],
    [of('add'), 'to add'],
    [of('change'), 'to change'],
    [of('import'), 'to import'],
    [of('move'), 'to move'],
    [of('deferred'), 'deferred'],
  ] as const
  const found = words.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`)
  if (of('outputs') > 0) found.push(`${countOf(of('outputs'), 'output')} to change`)
  return found.join(', ')
}

/** `1 destroyed, 2 added`: what an apply did, what cannot be undone first. Empty when it did nothing. */
export function doneWords(counts: Readonly<Record<string, number>>): string {
  const of = (name: string): number => counts[name] ?? 0
  const words = [
    [of('destroy'), 'destroyed'],
    [of('replace'), 'replaced'],
    [of('unknown'), 'not understood'],
    [of('forget'), 'forgotten'],
    [of('add'), 'added'],
    [of('change'), 'changed'],
    [of('import'), 'imported'],
    [of('move'), 'moved'],
    [of('deferred'), 'deferred'],
  ] as const
  return words
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${word}`)
    .join(', ')
}
