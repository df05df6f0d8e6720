import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { zipSync, type Zippable } from 'fflate'

/** How the mirror answers for one path. */
export type Reply =
  | { readonly kind: 'body'; readonly body: Uint8Array | string }
  /** Announces the whole length, sends half of it and drops the connection. */
  | { readonly kind: 'truncated'; readonly body: Uint8Array }
  | { readonly kind: 'redirect'; readonly to: string }
  | { readonly kind: 'status'; readonly status: number; readonly headers?: Record<string, string> }
  | { readonly kind: 'drop' }

export interface Mirror extends AsyncDisposable {
  readonly url: string
  /** Every path asked for, in order. */
  readonly asked: string[]
  /** Replies in turn; the last one stays. */
  on(path: string, ...replies: Reply[]): void
  /** A release as publishers lay it out: archive and checksum file. */
  release(tool: string, version: string, zip: Uint8Array, options?: { readonly sha256?: string }): void
}

/** An HTTP server on a free port of this machine; closed with all its connections when it goes out of scope. */
export async function startServer(
  listener: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<AsyncDisposable & { readonly url: string }> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** A publisher's file server on this machine. */
export async function startMirror(platform = 'linux_amd64'): Promise<Mirror> {
  const replies = new Map<string, Reply[]>()
  const asked: string[] = []
  const server = await startServer((request, response) => {
    const path = request.url ?? ''
    asked.push(path)
    const waiting = replies.get(path) ?? []
    answer(
      request,
      response,
      (waiting.length > 1 ? waiting.shift() : waiting[0]) ?? { kind: 'status', status: 404 },
    )
  })
  const on: Mirror['on'] = (path, ...list) => replies.set(path, list)
  return {
    url: server.url,
    asked,
    on,
    release(tool, version, zip, { sha256 = sha256Hex(zip) } = {}) {
      const file = `${tool}_${version}_${platform}.zip`
      on(`/${tool}/${version}/${file}`, { kind: 'body', body: zip })
      const other = `${'0'.repeat(64)}  ${tool}_${version}_solaris_amd64.zip\n`
      on(`/${tool}/${version}/${tool}_${version}_SHA256SUMS`, {
        kind: 'body',
        body: `${other}${sha256}  ${file}\n`,
      })
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}

function answer(request: IncomingMessage, response: ServerResponse, reply: Reply): void {
  switch (reply.kind) {
    case 'body':
      response.writeHead(200, { 'content-length': Buffer.byteLength(reply.body) }).end(reply.body)
      return
    case 'truncated':
      response.writeHead(200, { 'content-length': reply.body.length })
      response.write(reply.body.subarray(0, reply.body.length / 2), () => request.socket.destroy())
      return
    case 'redirect':
      response.writeHead(302, { location: reply.to }).end()
      return
    case 'status':
      response.writeHead(reply.status, reply.headers ?? {}).end()
      return
    case 'drop':
      request.socket.destroy()
  }
}

export function sha256Hex(data: Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}

/** A program that answers `version -json` and leaves a trace of having run when RAN_FILE is baked in. */
export function fakeProgram(version: string, ranFile?: string): string {
  const trace = ranFile === undefined ? '' : `echo ran >> '${ranFile}'\n`
  return `#!/bin/sh\n${trace}echo '{"terraform_version": "${version}", "platform": "fake"}'\n`
}

/** A zip as publishers make them: the program and a licence. */
export function toolZip(binary: string, program: string, more: Record<string, string> = {}): Uint8Array {
  const text = (value: string): Uint8Array => new TextEncoder().encode(value)
  const files: Zippable = { 'LICENSE.txt': text('a licence'), [binary]: text(program) }
  for (const [name, value] of Object.entries(more)) files[name] = text(value)
  return zipSync(files)
}
