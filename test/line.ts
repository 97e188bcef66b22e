import { createHmac, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll } from 'vitest'
import type { LineAccount } from '../src/lib/line.ts'
import type { House } from './house.ts'

const SECRET = '0123456789abcdef0123456789abcdef'
const TOKEN = 'token+of/the=channel'
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

type Heard = { to: string; replyToken: string; messages: { text: string }[] }

/** LINE on this machine, as its Messaging API speaks: tokens, retry keys, one-time replies, signed letters to us. */
export async function openLine() {
  const friends = new Set<string>()
  const pushed: { to: string; text: string }[] = []
  const replied: { token: string; text: string }[] = []
  const taken = new Set<string>()
  const failures: number[] = []
  const replyTokens = new Set<string>()
  const linkTokens = new Map<string, string>()

  const answers: [RegExp, (path: string[], body: Heard, request: IncomingMessage, response: ServerResponse) => void][] =
    [
      [
        /^\/v2\/bot\/message\/push$/,
        (_, body, request, response) => {
          const key = String(request.headers['x-line-retry-key'])
          if (!UUID.test(key)) return say(response, 400, { message: 'Invalid retry key' })
          if (taken.has(key)) return say(response, 409, { message: 'The retry key is already accepted' })
          if (!friends.has(body.to)) return say(response, 400, { message: "The property, 'to', is invalid" })
          taken.add(key)
          pushed.push({ to: body.to, text: body.messages[0]!.text })
          // It was taken, but nobody hears so.
          const failure = failures[0] === 599 ? failures.shift() : undefined
          if (failure) return response.destroy()
          say(response, 200, { sentMessages: [{ id: randomUUID() }] })
        },
      ],
      [
        /^\/v2\/bot\/message\/reply$/,
        (_, body, _request, response) => {
          if (!replyTokens.delete(body.replyToken)) return say(response, 400, { message: 'Invalid reply token' })
          replied.push({ token: body.replyToken, text: body.messages[0]!.text })
          say(response, 200, {})
        },
      ],
      [
        /^\/v2\/bot\/user\/([^/]+)\/linkToken$/,
        ([user], _body, _request, response) => {
          if (!friends.has(user!)) return say(response, 404, { message: 'Not found' })
          const token = randomUUID().replaceAll('-', '')
          linkTokens.set(token, user!)
          say(response, 200, { linkToken: token })
        },
      ],
    ]
  const server = createServer(async (request, response) => {
    let text = ''
    for await (const piece of request) text += piece
    if (request.headers.authorization !== `Bearer ${TOKEN}`) return say(response, 401, { message: 'Unauthorized' })
    if (failures.length > 0 && failures[0] !== 599) return say(response, failures.shift()!, { message: 'Later' })
    for (const [path, answer] of answers) {
      const found = path.exec(request.url ?? '')
      if (found) return answer(found.slice(1), text ? JSON.parse(text) : null, request, response)
    }
    say(response, 404, { message: 'Not found' })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  const api = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const account: LineAccount = { id: '@meguri', secret: SECRET, token: TOKEN, api }

  /** Writes to us as LINE does; `signature` and `event` may be other than they should. */
  async function tell(house: House, event: Record<string, unknown>, signature?: string): Promise<number> {
    const events = [{ webhookEventId: randomUUID(), mode: 'active', timestamp: 1, ...event }]
    const body = JSON.stringify({ destination: 'U0', events })
    const own = createHmac('sha256', SECRET).update(body).digest('base64')
    const headers = { 'content-type': 'application/json; charset=utf-8', 'x-line-signature': signature ?? own }
    const url = `${house.deps.config.publicUrl}/line/letters`
    return (await house.request(new Request(url, { method: 'POST', body, headers }))).status
  }

  return {
    ...{ account, pushed, replied, failures, tell },
    async follow(house: House, user: string, type = 'user') {
      friends.add(user)
      const replyToken = randomUUID()
      replyTokens.add(replyToken)
      return tell(house, { type: 'follow', replyToken, source: { type, userId: user } })
    },
    async unfollow(house: House, user: string) {
      friends.delete(user)
      return tell(house, { type: 'unfollow', source: { type: 'user', userId: user } })
    },
    /** Opens the page on which LINE asks, as this person: LINE tells us only of the one whom it gave the token. */
    async agree(house: House, address: string, user: string): Promise<number> {
      const query = new URL(address).searchParams
      const ok = linkTokens.get(query.get('linkToken')!) === user
      linkTokens.delete(query.get('linkToken')!)
      const link = { result: ok ? 'ok' : 'failed', nonce: query.get('nonce') }
      return tell(house, { type: 'accountLink', link, source: { type: 'user', userId: user } })
    },
  }
}

function say(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
