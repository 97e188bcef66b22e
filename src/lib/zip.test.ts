import { expect, test } from 'vitest'
import { directoryOf, unpackedFrom } from './document/zip.ts'
import { zip } from './zip.ts'

test('what is packed comes out again, Japanese names and twice the same name too', () => {
  const files = [
    { name: '20261130_工房_契約8001-3.pdf', bytes: new Uint8Array([37, 80, 68, 70]) },
    { name: '一覧.csv', bytes: Buffer.from('あ,い\r\n') },
    { name: '一覧.csv', bytes: Buffer.from('う') },
  ]
  const packed = zip(files, '2026-11-30')
  const directory = directoryOf(packed)
  expect([...directory.keys()]).toEqual(['20261130_工房_契約8001-3.pdf', '一覧.csv', '一覧_2.csv'])
  const contents = [...directory.values()].map((entry) => Buffer.from(unpackedFrom(packed, entry)).toString())
  expect(contents).toEqual(['%PDF', 'あ,い\r\n', 'う'])
})
