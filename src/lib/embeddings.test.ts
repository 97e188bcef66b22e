import { beforeEach, expect, test } from 'vitest'
import { type Answer, json, openEndpoint } from '../../test/endpoint.ts'
import { openEmbedder } from './embeddings.ts'
import { openLog } from './log.ts'

const endpoint = await openEndpoint()
const log = openLog('silent')
const settings = { name: 'small', url: endpoint.url, key: 'secret', seconds: 2 }
const embedder = openEmbedder({ embeddings: settings }, log)!
const some = (length: number, value: number) => Array.from({ length }, (_, at) => value + at)
const given = (...embeddings: unknown[]): Answer => {
  return (_request, response) => json(response, { data: embeddings.map((embedding, index) => ({ index, embedding })) })
}

beforeEach(() => {
  endpoint.heard.length = 0
})

test('as many vectors come back as texts were asked, in their order, whatever the order of the answer', async () => {
  endpoint.answerWith((_request, response) =>
    json(response, {
      object: 'list',
      data: [
        { index: 1, embedding: some(8, 2) },
        { index: 0, embedding: some(8, 1) },
      ],
    }),
  )
  expect(await embedder.embed(['一', '二'])).toEqual([Float64Array.from(some(8, 1)), Float64Array.from(some(8, 2))])
  const [{ path, key, body }] = endpoint.heard as [(typeof endpoint.heard)[number]]
  expect(path).toBe('/v1/embeddings')
  expect(key).toBe('Bearer secret')
  expect(JSON.parse(body)).toEqual({ model: 'small', input: ['一', '二'], encoding_format: 'float' })
})

test.each<[string, Answer]>([
  ['broken JSON', (_request, response) => response.end('{"data":[')],
  ['NaN', (_request, response) => response.end(`{"data":[{"index":0,"embedding":[NaN,1,1,1,1,1,1,1]}]}`)],
  [
    'a number too large to be one',
    (_request, response) => response.end(`{"data":[{"index":0,"embedding":[1e999,1,1,1,1,1,1,1]}]}`),
  ],
  ['null for a number', given([null, ...some(7, 1)])],
  ['words', given(['x', ...some(7, 1)])],
  ['nothing but zeros', given(Array(8).fill(0))],
  ['too short a vector', given(some(7, 1))],
  ['too long a vector', given(some(8193, 1))],
  ['one too many', given(some(8, 1), some(8, 1))],
  ['none', given()],
  ['the same twice', (_request, response) => json(response, { data: [{ index: 1, embedding: some(8, 1) }] })],
  ['an error', (_request, response) => json(response, { error: 'overloaded' }, 503)],
  ['another address', (_request, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()],
  ['no end', (_request, response) => response.writeHead(200).write('x'.repeat(2_000_000))],
])('%s is no answer', async (_what, answer) => {
  endpoint.answerWith(answer)
  expect(await openEmbedder({ embeddings: { ...settings, seconds: 1 } }, log)!.embed(['一'])).toBeNull()
})

test('vectors of two lengths are no answer', async () => {
  endpoint.answerWith(given(some(8, 1), some(9, 1)))
  expect(await embedder.embed(['一', '二'])).toBeNull()
})

test('one that does not answer in time is not waited for, and one that is not there is no error', async () => {
  endpoint.answerWith(() => {})
  expect(await openEmbedder({ embeddings: { ...settings, seconds: 0.1 } }, log)!.embed(['一'])).toBeNull()
  expect(
    await openEmbedder({ embeddings: { ...settings, url: 'http://127.0.0.1:1/v1' } }, log)!.embed(['一']),
  ).toBeNull()
  expect(openEmbedder({ embeddings: null }, log)).toBeNull()
})
