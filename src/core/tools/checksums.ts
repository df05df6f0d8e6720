/**
 * The digest of one file in a SHA256SUMS file (`<hex>  <name>`, the name perhaps with `*` before it). Undefined
 * when the file is not named, or named twice with different digests.
 */
export function checksumOf(sums: string, fileName: string): string | undefined {
  const digests = new Set<string>()
  for (const line of sums.split('\n')) {
    const found = /^([0-9a-fA-F]{64})\s+\*?(.+?)\s*$/.exec(line)
    if (found?.[1] !== undefined && found[2] === fileName) digests.add(found[1].toLowerCase())
  }
  const [only, ...others] = digests
  return others.length === 0 ? only : undefined
}
