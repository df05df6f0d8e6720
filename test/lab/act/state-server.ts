import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Terraform states behind the `http` backend, with locks: they outlive the jobs of a workflow. */
export interface StateServer {
  readonly url: string
  /** By path, without the slash. */
  readonly states: ReadonlyMap<string, string>
  /** Ids of those who hold a lock, by path. */
  readonly locks: ReadonlyMap<string, string>
  /** What somebody else does: the state is as it was, and one older plan is worth nothing any more. */
  touch(name: string): void
  close(): Promise<void>
}

interface State {
  serial: number
}

/** Source of the protocol: https://developer.hashicorp.com/terraform/language/backend/http */
export async function startStates(): Promise<StateServer> {
  const states = new Map<string, string>()
  const locks = new Map<string, string>()

  const serve = async (request: IncomingMessage): Promise<{ status: number; body?: string }> => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://lab')
    const name = pathname.slice(1)
    const body = await read(request)
    const holder = locks.get(name)
    switch (request.method ?? '') {
      case 'GET': {
        const state = states.get(name)
        return state === undefined ? { status: 404 } : { status: 200, body: state }
      }
      case 'POST':
        if (holder !== undefined && !holder.includes(searchParams.get('ID') ?? '-'))
          return { status: 423, body: holder }
        states.set(name, body)
        return { status: 200 }
      case 'LOCK':
        if (holder !== undefined) return { status: 423, body: holder }
        locks.set(name, body)
        return { status: 200 }
      case 'UNLOCK':
        locks.delete(name)
        return { status: 200 }
      default:
        return { status: 405 }
    }
  }

  const server = createServer((request, response) => {
    void serve(request).then(({ status, body = '' }) => response.writeHead(status).end(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    states,
    locks,
    touch(name) {
      const state = JSON.parse(states.get(name) ?? '') as State
      states.set(name, JSON.stringify({ ...state, serial: state.serial + 1 }))
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}
