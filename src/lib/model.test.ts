import { expect, test } from 'vitest'
import { z } from 'zod'
import { type Answer, json, openEndpoint, saying } from '../../test/endpoint.ts'
import { openLog } from './log.ts'
import { jsonIn, openModel } from './model.ts'

const shape = z.object({ works: z.array(z.string()) })
const question = { instructions: 'JSON で答えます', text: '悩み', shape }

const endpoint = await openEndpoint()
const lines: string[] = []

function model(kind: 'openai' | 'anthropic' = 'openai', seconds = 5) {
  const log = openLog('warn', { write: (line: string) => lines.push(line) })
  return openModel({ model: { name: 'small', kind, url: endpoint.url, key: 'secret', seconds } }, log)!
}

test('an answer in the form asked for', async () => {
  endpoint.answerWith(saying('{"works":["10035"]}'))
  expect(await model().ask(question)).toEqual({ works: ['10035'] })
  const { path, body, key } = endpoint.heard.at(-1)!
  expect(path).toBe('/v1/chat/completions')
  expect(key).toBe('Bearer secret')
  expect(JSON.parse(body).messages.map(({ content }: { content: string }) => content)).toEqual([
    'JSON で答えます',
    '悩み',
  ])
})

test('words around the answer and a fence do no harm', async () => {
  endpoint.answerWith(saying('はい。\n```json\n{"works":["10035"]}\n```\nいかがでしょうか。'))
  expect(await model().ask(question)).toEqual({ works: ['10035'] })
})

test('an endpoint of the other kind', async () => {
  endpoint.answerWith((_request, response) =>
    json(response, {
      ...{ id: 'x', type: 'message', role: 'assistant', model: 'small', stop_reason: 'end_turn', stop_sequence: null },
      content: [{ type: 'text', text: '{"works":["10035"]}' }],
      usage: { input_tokens: 1, output_tokens: 1 },
    }),
  )
  expect(await model('anthropic').ask(question)).toEqual({ works: ['10035'] })
  expect(endpoint.heard.at(-1)).toMatchObject({ path: '/v1/messages', key: 'secret' })
})

test.each<[string, Answer]>([
  ['broken JSON', saying('{"works":["10035"')],
  ['another form', saying('{"works":"10035"}')],
  ['no object at all', saying('分かりません。')],
  ['nothing', saying('')],
  ['a very long answer', saying(`{"works":["${'1'.repeat(30_000)}"]}`)],
  ['an error', (_request, response) => json(response, { error: { message: '悩み overloaded' } }, 500)],
  [
    'a page that is no API',
    (_request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>'),
  ],
  ['a line that breaks', (request) => request.socket.destroy()],
])('%s is no answer, and no fault of the page', async (_what, given) => {
  endpoint.answerWith(given)
  expect(await model().ask(question)).toBeNull()
})

test('who does not answer in time is not waited for', async () => {
  endpoint.answerWith(() => {})
  expect(await model('openai', 0.2).ask(question)).toBeNull()
})

test('what was asked stands in no log', async () => {
  lines.length = 0
  endpoint.answerWith((_request, response) => json(response, { error: { message: '悩み overloaded' } }, 400))
  await model().ask(question)
  expect(lines.length).toBeGreaterThan(0)
  expect(lines.join('')).not.toContain('悩み')
})

test('without a name there is no model', () => {
  expect(openModel({ model: null }, openLog('silent'))).toBeNull()
})

test('the object is taken out of the answer', () => {
  expect(jsonIn('x {"a":{"b":1}} y')).toEqual({ a: { b: 1 } })
  expect(jsonIn('} {')).toBeUndefined()
})
