/** Stands in a text for the part that could not be found out. No path of Git holds it. */
export const unknownPart = '\0'

/** The longest folder at the start that has no unknown part; relative like the path. */
export function staticFolder(path: string): string {
  const end = path.indexOf(unknownPart)
  return end === -1 ? path : path.slice(0, path.lastIndexOf('/', end) + 1)
}
