import type { Account, Json } from './state.ts'

export interface Request {
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly body: unknown
  readonly caller: Account
  readonly url: URL
}
export interface Answer {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}
export type Handler = (request: Request) => Answer
export type Handlers = Readonly<Record<string, Handler>>

const DOCS = 'https://docs.github.com/rest'
/** An error the way GitHub words it. */
export const refuse = (status: number, message: string, errors?: readonly Json[]): Answer => ({
  status,
  body: {
    message,
    ...(errors === undefined ? {} : { errors }),
    documentation_url: DOCS,
    status: String(status),
  },
})
export const notFound = refuse(404, 'Not Found')
export const ok = (body: unknown, status = 200): Answer => ({ status, body })

/** The part of `items` that a request asks for. More than 100 a page is cut to 100, as GitHub does without a word. */
export function slice<T>(
  request: Request,
  items: readonly T[],
): { readonly items: readonly T[]; readonly at: number; readonly headers: Readonly<Record<string, string>> } {
  const size = Math.min(Number(request.query.per_page ?? 30) || 30, 100)
  const at = Math.max(Number(request.query.page ?? 1) || 1, 1)
  const last = Math.max(Math.ceil(items.length / size), 1)
  const link = (rel: string, target: number): string => {
    const url = new URL(request.url)
    url.searchParams.set('page', String(target))
    return `<${url.href}>; rel="${rel}"`
  }
  const links = [
    ...(at > 1 ? [link('prev', at - 1), link('first', 1)] : []),
    ...(at < last ? [link('next', at + 1), link('last', last)] : []),
  ]
  return {
    items: items.slice((at - 1) * size, at * size),
    at,
    headers: links.length > 0 ? { link: links.join(', ') } : {},
  }
}

/** One page and its Link header. */
export function page(
  request: Request,
  items: readonly Json[],
  wrap: (items: readonly Json[]) => unknown = (found) => found,
): Answer {
  const cut = slice(request, items)
  return { status: 200, body: wrap(cut.items), headers: cut.headers }
}
