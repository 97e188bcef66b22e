import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, expect, test } from 'vitest'
import { closed, listen } from '../../src/server/listen.ts'
import { openHouse } from '../house.ts'

const house = await openHouse()
const server = await listen(house.app, { ...house.deps.config, port: 0 })
afterAll(() => closed(server, 1))
const { port } = server.address() as AddressInfo

/** As a browser sends it, under the name of the house. */
async function open(path: string): Promise<{ status: number; text: string }> {
  const { host } = new URL(house.deps.config.publicUrl)
  const request = get({ host: '127.0.0.1', port, path, headers: { host } })
  const [answer] = (await once(request, 'response')) as [IncomingMessage]
  return { status: answer.statusCode!, text: await text(answer) }
}

test('a search of three thousand letters is cut and answered as any other', async () => {
  const answer = await open(`/projects?words=${encodeURIComponent('提'.repeat(3000))}`)
  expect([answer.status, answer.text.includes('<h1')]).toEqual([200, true])
  // In the field and wherever the page repeats what was looked for.
  expect(Math.max(...answer.text.match(/提+/g)!.map((run) => run.length))).toBe(60)
})

test('an address that nobody can read is answered in words', async () => {
  const answer = await open(`/projects?words=${'a'.repeat(100_000)}`)
  expect(answer.status).toBe(431)
  for (const words of ['アドレスが長すぎます', '短くして、もう一度', '<a href="/">'])
    expect(answer.text).toContain(words)
})
