import type { LinkRule } from '../../report/read/sections.ts'

/** A link counts as ours when it leads into this repository on its own server; what a browser makes of it counts. */
export function linksInto({
  serverUrl,
  repository,
}: {
  readonly serverUrl: string
  /** `owner/name` */
  readonly repository: string
}): LinkRule {
  const base = URL.parse(serverUrl)
  const folder = `${base?.pathname.replace(/\/$/, '') ?? ''}/${repository}/`.toLowerCase()
  return (href) => {
    const url = URL.parse(href)
    if (url === null || base === null || url.username !== '' || url.password !== '') return false
    return url.origin === base.origin && url.pathname.toLowerCase().startsWith(folder)
  }
}
