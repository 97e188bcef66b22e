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

test('a text that begins like a formula stays text, a number stays a number', () => {
  const lines = csv([['=1+1', '+81', '-', '@a', '\tb', '＝A1', -5, 'a=b']])
  expect(lines).toBe("\ufeff'=1+1,'+81,'-,'@a,'\tb,'＝A1,-5,a=b\r\n")
})
