import { expect, test } from 'vitest'
import { csv } from './csv.ts'

test('cells with commas, quotes and line ends are quoted', () => {
  expect(
    csv([
      ['月', '数'],
      ['a,b', 1],
      ['「"」', null],
      ['x\ny', 0],
    ]),
  ).toBe('\ufeff月,数\r\n"a,b",1\r\n"「""」",\r\n"x\ny",0\r\n')
})
