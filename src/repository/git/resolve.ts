import type { Resolved } from '../snapshot.ts'

/** As Linux does (ELOOP): more links than this on one way run in a circle. */
const MOST_LINKS = 40

export interface LinkedTree {
  /** What this path itself is; `.` is the root. */
  readonly kindOf: (path: string) => 'file' | 'folder' | 'link' | 'submodule' | 'missing'
  /** Where a link leads, as Git keeps it; undefined when that is no text. */
  readonly targetOf: (path: string) => string | undefined
  /** False when there are neither links nor submodules: then a path that is not there needs no search. */
  readonly hasLinks: boolean
}

/** Walks a path part by part, as the system would: `..` is the parent of where the way has led so far. */
export function followPath(path: string, tree: LinkedTree): Resolved {
  const links = new Set<string>()
  const dead = (kind: 'missing' | 'outside' | 'loop'): Resolved => ({ kind, links: [...links] })
  if (path.startsWith('/')) return dead('outside')
  if (!tree.hasLinks && !/(^|\/)(\.{0,2})(\/|$)/.test(path)) return dead('missing')
  const ahead = path.split('/').reverse()
  const at: string[] = []
  let followed = 0
  for (let part = ahead.pop(); part !== undefined; part = ahead.pop()) {
    if (part === '' || part === '.') continue
    if (part === '..') {
      if (at.pop() === undefined) return dead('outside')
      continue
    }
    at.push(part)
    const here = at.join('/')
    switch (tree.kindOf(here)) {
      case 'folder':
        break
      case 'missing':
        return dead('missing')
      case 'submodule':
        return { kind: 'file', path: here, links: [...links] }
      case 'file':
        // Only the end of the way may be a file; `x.tf/.` is nothing, as for the system.
        return ahead.length > 0 ? dead('missing') : { kind: 'file', path: here, links: [...links] }
      case 'link': {
        links.add(here)
        if (++followed > MOST_LINKS) return dead('loop')
        const target = tree.targetOf(here)
        if (target === undefined || target === '') return dead('missing')
        if (target.startsWith('/')) return dead('outside')
        at.pop()
        ahead.push(...target.split('/').reverse())
      }
    }
  }
  return { kind: 'folder', path: at.length === 0 ? '.' : at.join('/'), links: [...links] }
}
