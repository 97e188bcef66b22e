import type { Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { createAdaptorServer } from '@hono/node-server'
import type { App } from '../app.tsx'
import type { Config } from '../lib/config.ts'
import { StartError } from '../lib/start-error.ts'

const HEADERS_MS = 10_000
const REQUEST_MS = 60_000
/** Without a word from either side: an open thread says something every twenty seconds. */
const SILENT_MS = 120_000
/** Open threads and slow telephones hold one each; more would take the memory of those who are served. */
const MOST_CONNECTIONS = 4000
/** A Japanese letter in an address takes nine bytes: seven thousand of them still reach the page, which cuts what is too long. */
const HEADER_BYTES = 65_536

/** Listens, or says in one sentence why not. */
export function listen(app: App, config: Config): Promise<Server> {
  const server = createAdaptorServer({
    fetch: app.fetch,
    serverOptions: { maxHeaderSize: HEADER_BYTES },
  }) as Server
  server.on('clientError', answerBroken)
  server.headersTimeout = HEADERS_MS
  server.requestTimeout = REQUEST_MS
  server.timeout = SILENT_MS
  server.maxConnections = MOST_CONNECTIONS
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

/** What never becomes a request: said in words where the browser shows them. */
function answerBroken(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy()
    return
  }
  const [status, title, sentence] = BROKEN[error.code ?? ''] ?? UNREADABLE
  const page = `<!doctype html><html lang="ja"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}｜めぐり</title><h1>${title}</h1><p>${sentence}</p><p><a href="/">はじめの画面へ</a></p></html>`
  const headers = [
    `HTTP/1.1 ${status}`,
    'content-type: text/html; charset=utf-8',
    "content-security-policy: default-src 'none'",
    `content-length: ${Buffer.byteLength(page)}`,
    'connection: close',
  ]
  socket.end(`${headers.join('\r\n')}\r\n\r\n${page}`)
}

const UNREADABLE = [
  '400 Bad Request',
  '受け付けられませんでした',
  '画面を開きなおしてから、もう一度お試しください。',
] as const
const BROKEN: Readonly<Record<string, readonly [status: string, title: string, sentence: string]>> = {
  HPE_HEADER_OVERFLOW: [
    '431 Request Header Fields Too Large',
    'アドレスが長すぎます',
    'さがす言葉などを短くして、もう一度お試しください。',
  ],
  ERR_HTTP_REQUEST_TIMEOUT: [
    '408 Request Timeout',
    '時間がかかりすぎました',
    '電波のよい所で、もう一度お試しください。',
  ],
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
