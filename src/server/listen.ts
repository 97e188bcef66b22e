import type { Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import type { App } from '../app.tsx'
import type { Config } from '../lib/config.ts'
import { StartError } from '../lib/start-error.ts'

const HEADERS_MS = 10_000
const REQUEST_MS = 60_000

/** Listens, or says in one sentence why not. */
export function listen(app: App, config: Config): Promise<Server> {
  const server = createAdaptorServer({ fetch: app.fetch }) as Server
  server.headersTimeout = HEADERS_MS
  server.requestTimeout = REQUEST_MS
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const busy = `ポート ${config.port} は、ほかのプログラムが使っています。PORT=3001 のように別の番号を指定してください。`
      const denied = `ポート ${config.port} を開く権限がありません。1024 以上の番号を指定してください。`
      if (error.code === 'EADDRINUSE') reject(new StartError(busy))
      else if (error.code === 'EACCES') reject(new StartError(denied))
      else reject(error)
    })
    server.listen(config.port, config.host, () => resolve(server))
  })
}

/** Lets the requests that are under way finish, for `graceSeconds` at most. */
export function closed(server: Server, graceSeconds: number): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => server.closeAllConnections(), graceSeconds * 1000)
    server.close(() => {
      clearTimeout(late)
      resolve()
    })
    server.closeIdleConnections()
  })
}
