import { expect, test } from 'vitest'
import { costInWords } from './beginning.ts'

const posted = (count: number, companies: number) =>
  Array.from({ length: count }, (_, n) => ({
    companyId: `${n % companies}`,
    fee: 20_000 + n * 1000,
    hours: 8 + (n % 5),
  }))

test('what help costs is said from postings, where they do not tell of a few firms', () => {
  expect(costInWords(posted(21, 7))).toBe(
    'このごろの案件21件では、月30,000円くらい（半分は25,000円から35,000円まで、税別）、時間は月10時間くらいです。会社から、手伝う方へ直接払うお礼です。',
  )
  for (const few of [posted(9, 9), posted(40, 4), []]) expect(costInWords(few)).toContain('たとえば月10時間')
})
