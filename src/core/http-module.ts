import type { Agent, AgentOptions, ClientRequest, IncomingMessage, RequestOptions } from 'node:http'

/** What Node's two modules have in common, as far as we use it. */
export interface HttpModule {
  readonly Agent: new (options: AgentOptions) => Agent
  readonly request: (
    url: string | URL,
    options: RequestOptions,
    onResponse: (response: IncomingMessage) => void,
  ) => ClientRequest
}

/** Node's module for this address, loaded when it is first needed: that of HTTPS, with TLS in it, takes 15 ms. */
export function httpModule(url: URL): Promise<HttpModule> {
  return url.protocol === 'https:' ? import('node:https') : import('node:http')
}
