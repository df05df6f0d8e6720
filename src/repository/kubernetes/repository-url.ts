/**
 * Whether the address of a source is this repository (`owner/name`, or longer where groups nest): https, ssh and the
 * short form of scp, with or without user, port and `.git`, upper and lower case alike. The host is not compared: a
 * mirror has the same files. Undefined when it cannot be told, then what decides is whether the path exists here: the
 * address or this repository's name is unknown, or only the owner differs (a fork, or a repository that was moved).
 */
export function isThisRepository(
  url: string | undefined,
  repository: string | undefined,
): boolean | undefined {
  if (url === undefined || url === '' || url.includes('\0') || url.includes('{{')) return undefined
  if (repository === undefined || repository === '') return undefined
  const path = url
    .trim()
    .replace(/[?#].*$/s, '')
    .replace(/\/+$/, '')
    .replace(/\.git$/i, '')
    .toLowerCase()
  const own = repository.toLowerCase().replace(/^\/+|\/+$/g, '')
  if (path === own || path.endsWith(`/${own}`) || path.endsWith(`:${own}`)) return true
  const name = own.slice(own.lastIndexOf('/') + 1)
  return path.endsWith(`/${name}`) && !path.startsWith('oci:') ? undefined : false
}

/**
 * The address without what may be a secret: user and password, and what follows `?` or `#`. The user `git` of ssh,
 * which everybody has, stays.
 */
export function withoutUser(url: string): string {
  const scheme = /^\s*[a-z][\w+.-]*:\/\//i.exec(url)?.[0] ?? ''
  const rest = url.slice(scheme.length)
  const slash = rest.search(/[/\\]/)
  const authority = slash < 0 ? rest : rest.slice(0, slash)
  let at = authority.lastIndexOf('@')
  // A password with a slash that is not escaped: what looks like a port is none.
  if (at < 0 && /:[^/]*[^\d/]/.test(authority) && scheme !== '') at = rest.lastIndexOf('@')
  const isSsh = scheme === '' || /ssh/i.test(scheme)
  const user = isSsh && /^git(?:$|:)/.test(rest.slice(0, Math.max(0, at))) ? 'git@' : ''
  return `${scheme}${user}${rest.slice(at + 1).replace(/[?#].*$/s, '')}`
}
