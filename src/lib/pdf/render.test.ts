import { PDFDocument } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import { readCoverage } from './cmap.ts'
import { fontBlobs } from './fonts.ts'
import { renderPdf, UnprintableText } from './render.ts'

const TEMPLATE = `
#set document(title: "見本", date: datetime(year: 2026, month: 11, day: 23))
#set text(font: json(bytes(sys.inputs.fonts)), lang: "ja", fallback: false)
#let data = json(bytes(sys.inputs.data))
#for page in data.pages [#page #pagebreak(weak: true)]
`

describe('a rendered document', () => {
  it('is the same for the same data, with nobody named in its properties', async () => {
    const data = { pages: ['一', '二'] }
    const pdf = renderPdf(TEMPLATE, data)
    expect(Buffer.from(renderPdf(TEMPLATE, data)).equals(pdf)).toBe(true)
    const document = await PDFDocument.load(pdf, { updateMetadata: false })
    expect(document.getPageCount()).toBe(2)
    expect(document.getTitle()).toBe('見本')
    expect(document.getAuthor()).toBeUndefined()
  })

  it('takes text of people as text', async () => {
    const markup = '#pagebreak() = 見出し $x$ *太* `a` @b <c> \\ "d" #panic("e")'
    const document = await PDFDocument.load(renderPdf(TEMPLATE, { pages: [markup] }))
    expect(document.getPageCount()).toBe(1)
  })

  it('refuses what it cannot print', () => {
    expect(() => renderPdf(TEMPLATE, { pages: ['山田', { deep: '😀' }] })).toThrow(UnprintableText)
  })

  it('takes a character that the first font lacks from the second, embedded too', () => {
    const families = (text: string) => {
      const names = Buffer.from(renderPdf(TEMPLATE, { pages: [text] })).toString('latin1')
      return [...new Set(names.match(/\+(BIZUDGothic|NotoSansJP)/g))]
    }
    expect(families('吉野')).toEqual(['+BIZUDGothic'])
    expect(families('吉野と𠮷野').sort()).toEqual(['+BIZUDGothic', '+NotoSansJP'])
  })

  it('says what is wrong with a template', () => {
    expect(() => renderPdf('#let', {})).toThrow(/does not compile/)
  })
})

describe('the coverage of a font', () => {
  it('refuses what is no font', () => {
    expect(() => readCoverage(new Uint8Array(12))).toThrow('no table cmap')
  })

  const [biz1, biz2, noto1, noto2] = fontBlobs().map((blob) => readCoverage(blob))
  it.each([
    ['BIZ UDGothic', [biz1, biz2]],
    ['Noto Sans JP', [noto1, noto2]],
  ])('is the same in both weights of %s', (_, weights) => {
    const [regular, bold] = weights
    const points = Array.from({ length: 0x30000 }, (_, point) => point)
    expect(points.filter((point) => regular!.has(point) !== bold!.has(point))).toEqual([])
    expect(points.filter((point) => regular!.has(point)).length).toBeGreaterThan(10_000)
  })
})
