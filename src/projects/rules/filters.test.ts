import { expect, test } from 'vitest'
import { addressOf, codesCalled, filtersFrom } from './filters.ts'

const read = (address: string) => {
  const query = new URL(address, 'http://localhost').searchParams
  return filtersFrom((name) => query.get(name) ?? undefined)
}

test('an address and its filters say the same', () => {
  const address = '/projects?words=%E5%8E%9F%E4%BE%A1&prefecture=40&code=10035&remote=yes&hourly=3000&page=2'
  expect(read(address)).toEqual({
    ...{ words: '原価', prefecture: 40, code: '10035', remote: true, hourly: 3000, page: 2 },
  })
  expect(addressOf(read(address))).toBe(address)
  expect(addressOf(read('/projects'))).toBe('/projects')
})

test('what makes no sense in an address is left out', () => {
  expect(read('/projects?prefecture=48&code=99999&remote=1&hourly=-1&page=0&words=%20')).toEqual({
    ...{ words: '', prefecture: null, code: null, remote: false, hourly: null, page: 1 },
  })
})

test('words that are the name of a job code find those who ask for it', () => {
  expect(codesCalled(['原価管理'])).toContain('10035')
  expect(codesCalled(['まったく関係のない言葉'])).toEqual([])
})
