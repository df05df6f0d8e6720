import { spawn } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gitEnv } from './support.ts'

export interface HttpRemote {
  readonly url: string
  /** Authorization headers as they came, one per request; `''` for none, several joined by ` + `. */
  readonly authorizations: readonly string[]
  close(): Promise<void>
}

/** A repository over HTTP as GitHub serves a private one: only to who sends exactly this header. */
export async function serveGit(root: string, authorization: string): Promise<HttpRemote> {
  const authorizations: string[] = []
  const server = createServer((request, response) => {
    const sent = request.rawHeaders.filter(
      (_, at, all) => at % 2 === 1 && /^authorization$/i.test(all[at - 1] ?? ''),
    )
    authorizations.push(sent.join(' + '))
    if (sent.length > 1) return void response.writeHead(400).end('Duplicate header: "Authorization"')
    if (sent[0] !== authorization) {
      return void response.writeHead(401, { 'www-authenticate': 'Basic realm="GitHub"' }).end()
    }
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost')
    const child = spawn('git', ['-c', 'safe.directory=*', 'http-backend'], {
      env: {
        ...gitEnv,
        GIT_PROJECT_ROOT: root,
        GIT_HTTP_EXPORT_ALL: '1',
        PATH_INFO: pathname.replace(/^\/acme\/gitops(\.git)?/, '/.git'),
        QUERY_STRING: search.slice(1),
        REQUEST_METHOD: request.method ?? 'GET',
        CONTENT_TYPE: request.headers['content-type'] ?? '',
        HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
        GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      },
    })
    request.pipe(child.stdin)
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.once('close', () => {
      const all = Buffer.concat(chunks)
      const end = all.indexOf('\r\n\r\n')
      const headers = all.subarray(0, end).toString().split('\r\n')
      let status = 200
      for (const line of headers) {
        const [name = '', value = ''] = line.split(': ')
        if (name === 'Status') status = parseInt(value)
        else response.setHeader(name, value)
      }
      response.writeHead(status).end(all.subarray(end + 4))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    authorizations,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
