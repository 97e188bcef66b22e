import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll } from 'vitest'

export type Answer = (request: IncomingMessage, response: ServerResponse) => void

/** A language model's endpoint on this machine: says what a test wants it to say, and remembers what it heard. */
export async function openEndpoint() {
  let answer: Answer = saying('')
  const heard: { path: string; body: string; key: string }[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const piece of request) body += piece
    const key = request.headers.authorization ?? String(request.headers['x-api-key'])
    heard.push({ path: request.url ?? '', body, key })
    answer(request, response)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    heard,
    answerWith(given: Answer) {
      answer = given
    },
  }
}

export function json(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

/** A whole answer of an OpenAI-compatible endpoint. */
export function saying(content: string): Answer {
  return (_request, response) =>
    json(response, {
      ...{ id: 'x', object: 'chat.completion', created: 1, model: 'small' },
      choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
      usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
    })
}
