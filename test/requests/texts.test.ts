import { beforeEach, expect, test } from 'vitest'
import { talentId } from '../../seed/cast.ts'
import { structure } from '../../src/challenges/rules/structure.ts'
import { AT } from '../../src/engine/engine.ts'
import { readAs } from '../../src/lib/db.ts'
import { openEmbedder } from '../../src/lib/embeddings.ts'
import { currentMarket } from '../../src/matching/actions/market.ts'
import { readTexts } from '../../src/matching/actions/reading-texts.ts'
import { readerInUse } from '../../src/matching/queries/meanings.ts'
import { WIDE } from '../../src/matching/rules/meaning.ts'
import { proposals, textVectors } from '../../src/matching/schema.ts'
import { DIMENSIONS } from '../../src/text/vector.ts'
import { type Answer, json, openEndpoint } from '../endpoint.ts'
import { openHouse } from '../house.ts'
import { COST, GX, publish } from '../publishing.ts'

const endpoint = await openEndpoint()
const settings = { name: 'small', url: endpoint.url, key: undefined, seconds: 2 }
const house = await openHouse()
const embedder = openEmbedder({ embeddings: settings }, house.deps.log)!
const hasty = openEmbedder({ embeddings: { ...settings, seconds: 0.2 } }, house.deps.log)!
const SYSTEM = { id: null, power: 'system' } as const
const read = <T>(fn: Parameters<typeof readAs<T>>[3]) => readAs(house.db, SYSTEM, null, fn)
const vectors = () => read((tx) => tx.select().from(textVectors))
const reader = () => read(readerInUse)
const dimension = async () => (await currentMarket(house.db, house.now())).talents.world.dimension
const SIZE = 24

/** Texts that speak of the same few things are alike. */
const sensible: Answer = (_request, response) => {
  const { input } = JSON.parse(endpoint.heard.at(-1)!.body) as { input: string[] }
  const words = ['肥料', '認証', '原価', '職人', '採用', '財務', '海外', '広報']
  const of = (text: string) =>
    Array.from({ length: SIZE }, (_, at) => 1 + (text.includes(words[at % 8]!) ? 3 : 0) + at / 100)
  json(response, { data: input.map((text, index) => ({ index, embedding: of(text) })) })
}
const sized =
  (size: number, value: number | null = 1): Answer =>
  (_request, response) => {
    const { input } = JSON.parse(endpoint.heard.at(-1)!.body) as { input: string[] }
    json(response, { data: input.map((_, index) => ({ index, embedding: Array(size).fill(value) })) })
  }

const WRONG: [string, Answer, typeof embedder][] = [
  ['is slow', () => {}, hasty],
  ['breaks JSON', (_request, response) => response.end('{"data":[{"index":0,'), embedder],
  ['says NaN', (_request, response) => response.end('{"data":[{"index":0,"embedding":[NaN]}]}'), embedder],
  ['says null', sized(SIZE, null), embedder],
  ['fails', (_request, response) => json(response, {}, 500), embedder],
]

beforeEach(() => {
  endpoint.heard.length = 0
})

// Read before a transaction waits for it.
structure(GX)
const { id: fertiliser } = await publish(house, 'fertiliser', GX)
await house.drain()
const textPoints = async () => {
  const rows = await read((tx) => tx.select().from(proposals))
  return rows.map(({ talentId, points, score }) => ({ talentId, text: points[AT.text]!, points, score }))
}
const propose = () => house.handlers['matching.propose']!({ subjectId: fertiliser }, { id: 'x' })
const before = await textPoints()

test('without an endpoint nothing is sent and nothing is kept', async () => {
  await house.handlers['matching.readTexts']!({}, { id: '1' })
  expect(endpoint.heard).toEqual([])
  expect(await reader()).toBeNull()
  expect(await dimension()).toBe(DIMENSIONS)
  expect((await house.visitor().get('/about/ranking')).text).not.toContain('外の道具')
})

test.each(WRONG)('one that %s from the first is not used', async (_what, answer, by) => {
  endpoint.answerWith(answer)
  await readTexts({ ...house.deps, embedder: by })
  expect(endpoint.heard).toHaveLength(1)
  expect(await reader()).toBeNull()
  expect(await vectors()).toEqual([])
  await propose()
  expect(await textPoints()).toEqual(before)
})

test('one that answers reads what profiles and projects say, without names and contacts, once', async () => {
  endpoint.answerWith(sensible)
  await readTexts({ ...house.deps, embedder })
  expect((await reader())!.middle).toHaveLength(SIZE)
  expect((await vectors()).length).toBeGreaterThan(5)
  for (const { vector } of await vectors()) expect(vector).toHaveLength(DIMENSIONS)
  const sent = endpoint.heard.map(({ body }) => body).join('')
  expect(sent).toContain('GX')
  for (const name of ['小林', '最上みのり肥料', '03-0000-0000', '@']) expect(sent).not.toContain(name)
  endpoint.heard.length = 0
  await readTexts({ ...house.deps, embedder })
  expect(endpoint.heard).toEqual([])
})

test('it is used for the text, for nothing else, and the points still add up', async () => {
  expect(await dimension()).toBe(WIDE)
  expect((await house.visitor().get('/about/ranking')).text).toContain('外の道具（small）')
  await propose()
  const after = await textPoints()
  expect(after.map(({ text }) => text)).not.toEqual(before.map(({ text }) => text))
  for (const { talentId, points, score } of after) {
    expect(points.reduce((sum, one) => sum + one, 0)).toBe(score)
    const old = before.find((one) => one.talentId === talentId)
    if (old) expect(points.with(AT.text, 0)).toEqual(old.points.with(AT.text, 0))
  }
  const page = await (await house.as('kobayashi')).get('/me/proposals')
  expect(page.text).toContain('最上みのり肥料株式会社')
  expect(after.map(({ talentId }) => talentId)).toContain(talentId('kobayashi'))
})

test.each([
  ...WRONG,
  ['answers another size', sized(SIZE + 1), embedder] as const,
])('when one that was used %s, what is new stays with our own vectors and what was read stays', async (what, answer, by) => {
  const known = (await vectors()).length
  const { id } = await publish(house, 'craft', `${COST}${what}`)
  endpoint.answerWith(answer)
  await readTexts({ ...house.deps, embedder: by })
  expect(endpoint.heard).toHaveLength(1)
  expect(await vectors()).toHaveLength(known)
  await house.drain()
  const rows = await read((tx) => tx.select().from(proposals))
  expect(rows.filter(({ projectId }) => projectId === id).length).toBeGreaterThan(0)
  expect(rows.filter(({ projectId }) => projectId === fertiliser).length).toBeGreaterThan(0)
})

test('what nobody says any more is forgotten, and everything when there is no endpoint any more', async () => {
  endpoint.answerWith(sensible)
  await readTexts({ ...house.deps, embedder })
  const all = (await vectors()).length
  house.setTime(new Date(house.now().getTime() + 8 * 86_400_000))
  await readTexts({ ...house.deps, embedder })
  expect((await vectors()).length).toBeLessThanOrEqual(all)
  for (const { usedAt } of await vectors()) expect(usedAt).toEqual(house.now())
  await readTexts({ ...house.deps, embedder: null })
  expect(await vectors()).toEqual([])
  expect(await reader()).toBeNull()
  expect(await dimension()).toBe(DIMENSIONS)
  await propose()
  expect(
    (await textPoints()).filter(({ talentId: id }) => before.some((one) => one.talentId === id)).length,
  ).toBeGreaterThan(0)
})

test('another model is another reader', async () => {
  endpoint.answerWith(sensible)
  await readTexts({ ...house.deps, embedder })
  const first = (await reader())!
  await readTexts({ ...house.deps, embedder: { ...embedder, name: 'large' } })
  const second = (await reader())!
  expect(second.id).not.toBe(first.id)
  expect(second.name).toBe('large')
})
