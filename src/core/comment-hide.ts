import { readMarker, withMarker } from './comment-marker.ts'
import { isShown } from './comment-own.ts'
import { errorMessage } from './errors.ts'
import type { Comment, GitHub } from './github-port.ts'

/** Old comments hidden by one run at most; a server that does not tell which are hidden already gets no more calls. */
const HIDE_AT_MOST = 10

/** Hides the newest of those that are shown; if GraphQL is refused, folds them in place. */
export async function hideComments(
  { key, limit }: { readonly key: string; readonly limit: number },
  comments: readonly Comment[],
  github: GitHub,
): Promise<{ readonly hidden: number; readonly warnings: readonly string[] }> {
  const shown = comments.filter((comment) => {
    const own = readMarker(comment.body)
    return own !== undefined && isShown({ comment, ...own })
  })
  let hidden = 0
  const warnings: string[] = []
  let refused = false
  for (const comment of shown.slice(-HIDE_AT_MOST)) {
    try {
      if (!refused) {
        await github.minimizeComment(comment.nodeId)
        hidden++
        continue
      }
    } catch (error) {
      refused = true
      warnings.push(`Old comments are folded, not hidden: ${errorMessage(error)}`)
    }
    const folded = foldedText(key, limit, comment)
    if (folded === undefined) {
      warnings.push(`The old comment ${comment.url} is too long to be folded and stays as it is`)
      continue
    }
    try {
      await github.updateComment(comment.id, folded)
      hidden++
    } catch (error) {
      warnings.push(`The old comment ${comment.url} stays as it is: ${errorMessage(error)}`)
    }
  }
  return { hidden, warnings }
}

/** The old text inside a fold; undefined when that would be too long. */
function foldedText(key: string, limit: number, comment: Comment): string | undefined {
  const own = readMarker(comment.body)
  if (own === undefined) return undefined
  const body = `<details>\n<summary>Outdated: a newer comment has taken its place</summary>\n\n${own.body}\n\n</details>\n`
  const text = withMarker({ key, run: own.marker.run, body, outdated: true })
  return text.length > limit ? undefined : text
}
