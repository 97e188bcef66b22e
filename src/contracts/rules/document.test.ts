import { PDFDocument } from 'pdf-lib'
import { describe, expect, it, test } from 'vitest'
import type { Terms } from '../../law/terms.ts'
import { missingGlyphs } from '../../lib/pdf/glyphs.ts'
import { renderPdf } from '../../lib/pdf/render.ts'
import { CLAUSES } from './clauses.ts'
import { type AgreedContract, contractData } from './document.ts'
import { noticeRows } from './noticed.ts'
import { CONTRACT_TEMPLATE } from './template.ts'

const terms: Terms = {
  companyName: '株式会社もがみ肥料',
  talentName: '佐藤 健一',
  commissionedOn: '2026-11-23',
  work: 'GX認証の申請に向けた助言。月2回のオンライン会議（各1時間）と、申請書類3点の点検。',
  deliverables: '申請書類の点検メモ（各回）',
  ip: 'licence',
  ipScope: '点検メモを、委託者が社内で使うこと。',
  periodFrom: '2026-12-01',
  periodTo: '2027-05-31',
  place: '在宅（オンライン）。年2回、新庄市の本社',
  inspected: false,
  inspectionOn: null,
  inspectionDays: null,
  feeKind: 'monthly',
  feeYen: 40_000,
  hoursCap: 10,
  taxIncluded: true,
  expenses: 'actual',
  expensesRule: '本社への交通費は実費。',
  payment: '毎月末日締め翌月25日払い',
  transferFeePayer: 'company',
  recommissioned: false,
  originalClient: '',
  originalPaymentOn: null,
  undecided: [],
}
const contract: AgreedContract = {
  number: '8001-3',
  version: 2,
  terms,
  sha256: '9f86d081'.repeat(8),
  company: {
    name: terms.companyName,
    address: '山形県新庄市沖の町10番37号',
    signer: '代表取締役 最上 清志',
    agreedAt: Date.UTC(2026, 10, 22, 15, 3),
  },
  talent: { name: terms.talentName, address: '', signer: terms.talentName, agreedAt: Date.UTC(2026, 10, 22, 14, 59) },
}
const linesOf = (number: number, change: Partial<Terms> = {}) =>
  noticeRows({ ...terms, ...change }).find((row) => row.number === number)!.lines

describe('the rows of the notice', () => {
  it('say something on every item of complete terms', () => {
    const rows = noticeRows(terms)
    expect(rows.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(rows.every(({ lines }) => lines.length > 0)).toBe(true)
  })

  test.each<[number, Partial<Terms>, string]>([
    [1, {}, '受託者：佐藤 健一'],
    [2, {}, '2026年11月23日（月）'],
    [3, {}, '権利：受託者に残し、次の範囲で委託者が使うことを許す。点検メモを、委託者が社内で使うこと。'],
    [3, { ip: 'none' }, '権利：業務により著作権などの権利は生じない。'],
    [4, {}, '2026年12月1日（火）から2027年5月31日（月）まで'],
    [6, { inspected: true, inspectionDays: 7 }, '成果を受け取った日から7日以内に検査を終える。'],
    [6, { inspected: true, inspectionOn: '2027-06-07' }, '2027年6月7日（月）に検査を終える。'],
    [7, {}, '月額40,000円（消費税を含む）。月10時間を目安とする。'],
    [7, { feeKind: 'total', hoursCap: null, taxIncluded: false }, '総額40,000円（消費税は別に支払う）'],
    [
      7,
      { feeKind: 'hourly', feeYen: 4_000 },
      '1時間あたり4,000円（消費税を含む）に、実際に行った時間をかけた額。月10時間を上限とする。',
    ],
    [7, { expenses: 'included' }, '交通費などの費用は報酬に含む。'],
    [8, {}, '銀行振込。振込手数料は委託者が負担する。'],
    [
      10,
      { recommissioned: true, originalClient: '新庄市', originalPaymentOn: '2027-04-30' },
      '元の業務の支払期日：2027年4月30日（金）',
    ],
    [
      5,
      { undecided: [{ item: 'place', reason: '訪問先を調整中', decidedOn: '2026-12-10' }] },
      '未定。理由：訪問先を調整中。2026年12月10日（木）までに決めて書き足す。',
    ],
  ])('item %i with %j', (number, change, line) => expect(linesOf(number, change)).toContain(line))

  it('leave nothing half said where terms are empty', () => {
    const empty = { work: '', deliverables: '', ip: null, periodFrom: null, periodTo: null, place: '', feeYen: null }
    expect(linesOf(3, empty)).toEqual([])
    expect(linesOf(4, empty)).toEqual([])
    expect(linesOf(5, empty)).toEqual([])
    expect(linesOf(7, { ...empty, expenses: null })).toEqual([])
  })
})

describe('the clauses', () => {
  it('are numbered without a gap, each with its plain words', () => {
    expect(CLAUSES.map(({ number }) => number)).toEqual(CLAUSES.map((_, i) => i + 1))
    for (const { text, plain } of CLAUSES) {
      expect(text.length).toBeGreaterThan(0)
      expect([...text, plain].every((paragraph) => paragraph.endsWith('。'))).toBe(true)
      expect(plain).toMatch(/(です|ます|ません)。$/)
    }
  })

  it('refer to the article they mean', () => {
    const secrecy = CLAUSES.find(({ title }) => title === '秘密保持')!
    const damages = CLAUSES.find(({ title }) => title === '損害賠償')!
    expect(damages.text.join()).toContain(`第${secrecy.number}条`)
  })
})

describe('the document', () => {
  const data = contractData(contract)

  it('writes moments as in Japan and is dated by the later agreement', () => {
    expect(data.sides.map(({ agreed }) => agreed)).toEqual([
      '2026年11月23日（月） 0時03分',
      '2026年11月22日（日） 23時59分',
    ])
    expect(data.date).toEqual({ year: 2026, month: 11, day: 23 })
    expect(data.fingerprint.join('')).toBe(contract.sha256)
  })

  it('prints on A4 in the embedded fonts, with no name in its properties', async () => {
    expect(missingGlyphs(CONTRACT_TEMPLATE + JSON.stringify(data))).toEqual([])
    const pdf = await PDFDocument.load(renderPdf(CONTRACT_TEMPLATE, data), { updateMetadata: false })
    expect(pdf.getPageCount()).toBe(3)
    expect(pdf.getPage(0).getSize()).toEqual({ width: expect.closeTo(595.3, 1), height: expect.closeTo(841.9, 1) })
    expect([pdf.getTitle(), pdf.getAuthor()]).toEqual(['業務委託契約書 8001-3', undefined])
  })

  it('grows by pages with long terms and takes their text as text', async () => {
    const long = { ...terms, work: '#pagebreak() *助言* を $10$ 回。\n'.repeat(150), talentName: '[佐藤] <健一>' }
    const pdf = await PDFDocument.load(renderPdf(CONTRACT_TEMPLATE, contractData({ ...contract, terms: long })))
    expect(pdf.getPageCount()).toBeGreaterThan(5)
    expect(pdf.getPageCount()).toBeLessThan(10)
  })
})
