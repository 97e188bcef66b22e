import { expect, test } from 'vitest'
import { filterWords } from './filter-words.ts'
import { addressOf, filtersFrom, NO_FILTERS, narrowedBy, without } from './filters.ts'

const read = (address: string) => {
  const query = new URL(address, 'http://localhost').searchParams
  return filtersFrom((name) => query.get(name) ?? undefined)
}

const ALL =
  '/projects?words=%E5%8E%9F%E4%BE%A1&prefecture=40&municipality=40210&tied=yes&code=10035&industry=crafts&style=remote' +
  '&hours=10&hourly=3000&months=6&contract=direct&start=2026-12&programme=hotaru-2026&over=yes&sort=due&page=2'

test('an address and its filters say the same', () => {
  expect(read(ALL)).toEqual({
    ...{ words: '原価', prefecture: 40, municipality: '40210', tied: true, code: '10035', industry: 'crafts' },
    ...{ style: 'remote', hours: 10, hourly: 3000, months: 6, contract: 'direct', start: '2026-12', over: true },
    programme: 'hotaru-2026',
    ...{ sort: 'due', page: 2 },
  })
  expect(addressOf(read(ALL))).toBe(ALL)
  expect(addressOf(read('/projects'))).toBe('/projects')
  expect(addressOf(read('/projects?remote=yes'))).toBe('/projects?style=remote')
})

test('what makes no sense in an address is left out', () => {
  const odd =
    '/projects?prefecture=48&municipality=40210&code=99999&remote=1&hourly=-1&hours=7&months=0&start=2026-13' +
    '&contract=x&industry=x&sort=x&programme=..%2F&page=0&words=%20'
  expect(read(odd)).toEqual(NO_FILTERS)
  expect(read('/projects?prefecture=6&municipality=40210').municipality).toBeNull()
})

test('each filter is told and can be taken away alone', () => {
  const filters = read(ALL)
  expect(narrowedBy(filters).map((name) => filterWords(filters, name))).toEqual([
    ...['福岡県', '八女市', 'ゆかりの地', '手作業・工芸の原価管理', '伝統工芸', '離れたまま働ける', '月10時間まで'],
    ...['1時間3,000円から', '6か月まで', '報酬のある仕事', '2026年12月までに始まる', '選んだ事業'],
  ])
  expect(narrowedBy(without(filters, 'prefecture'))).not.toContain('municipality')
  expect(without(filters, 'code')).toEqual({ ...filters, code: null, page: 1 })
})
