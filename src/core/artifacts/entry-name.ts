/**
 * True for a name that is safe as a path below any folder, on any system that has runners: relative, with `/`, without
 * `.` and `..`, empty parts, drives, and the signs that upload-artifact refuses too.
 */
export function isEntryName(name: string): boolean {
  // eslint-disable-next-line no-control-regex -- control characters are what it looks for
  if (name === '' || name.length > 1024 || /[\u0000-\u001f\u007f"<>|*?:\\]/.test(name)) return false
  return name.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
}

/** A name that is there twice, or is both a file and a folder; undefined: there is none. */
export function clashOf(names: readonly string[]): string | undefined {
  const files = new Set<string>()
  for (const name of names) {
    if (files.has(name)) return name
    files.add(name)
  }
  return names.find((name) => {
    const parts = name.split('/')
    return parts.some((_, at) => at > 0 && files.has(parts.slice(0, at).join('/')))
  })
}
