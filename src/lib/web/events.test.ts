import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { eventStream } from './events.ts'

test('whoever is told at once that it is over leaves, too', async () => {
  let listening = 0
  const app = new Hono().get('/', (c) =>
    eventStream(c, ({ end }) => {
      listening++
      end()
      return () => void listening--
    }),
  )
  expect(await (await app.request('/')).text()).toMatch(/^retry: \d+\n\n$/)
  expect(listening).toBe(0)
})
