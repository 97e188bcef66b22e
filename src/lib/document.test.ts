import { PDFDocument, PDFString } from 'pdf-lib'
import { expect, test } from 'vitest'
import { archive } from '../../test/fixtures/archives.ts'
import { wordsOf } from './document.ts'
import { renderPdf } from './pdf/render.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

test.each([
  ['utf-8', utf8('原価の表を作りました。')],
  ['with a mark', utf8('\ufeff原価の表を作りました。')],
  ['utf-16', new Uint8Array(Buffer.from('\ufeff原価の表を作りました。', 'utf16le'))],
  ['Shift_JIS', new Uint8Array(Buffer.from('8cb489bf82cc955c82f08dec82e882dc82b582bd8142', 'hex'))],
])('a text in %s is read', async (_, bytes) => {
  expect(await wordsOf(bytes)).toEqual({ words: '原価の表を作りました。' })
})

test('a Word document gives its paragraphs and cells, a text box once', async () => {
  const box = '<mc:AlternateContent><mc:Choice>%</mc:Choice><mc:Fallback>%</mc:Fallback></mc:AlternateContent>'
  const words = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
  const document = archive({
    'word/document.xml': `<w:document>${words('帯の織元 &amp; 原価')}${words('表&#x3042;')}${box.replaceAll('%', words('枠'))}</w:document>`,
  })
  expect(await wordsOf(document)).toEqual({ words: '帯の織元 & 原価\n表あ\n枠\n' })
})

test('an office file in the other way of writing gives its words too, and no entities of its own', async () => {
  const inUtf16 = (xml: string) => archive({ 'word/document.xml': Buffer.from(`\ufeff${xml}`, 'utf16le') })
  expect(await wordsOf(inUtf16('<w:p><w:t>原価</w:t></w:p>'))).toEqual({ words: '原価\n' })
  expect(await wordsOf(inUtf16('<!DOCTYPE a [<!ENTITY b "c">]><w:t>&b;</w:t>'))).toEqual({ problem: 'broken' })
})

test('a spreadsheet gives its rows with the cells where they stand, without hidden sheets and furigana', async () => {
  const book = archive({
    'xl/workbook.xml':
      '<workbook><sheets><sheet name="表" sheetId="1" r:id="rId1"/><sheet name="控え" sheetId="2" state="hidden" r:id="rId2"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId2" Target="worksheets/sheet1.xml"/><Relationship Target="/xl/worksheets/sheet2.xml" Id="rId1"/></Relationships>',
    'xl/sharedStrings.xml':
      '<sst><si><t>課題</t><rPh sb="0" eb="2"><t>カダイ</t></rPh></si><si><r><t>原価が</t></r><r><t xml:space="preserve">分からない。&#10;人手も</t></r></si></sst>',
    'xl/worksheets/sheet1.xml': '<row><c r="A1" t="inlineStr"><is><t>隠した</t></is></c></row>',
    'xl/worksheets/sheet2.xml':
      '<sheetData><row r="2"><c r="B2" t="s"><v>0</v></c><c r="C2" s="1"/><c r="D2" t="s"><v>1</v></c></row><row r="3"><c r="A3"><v>12</v></c><c r="B3" t="str"><f>A1</f><v>a &amp; b</v></c></row></sheetData>',
  })
  expect(await wordsOf(book)).toEqual({ words: '\f\t課題\t\t"原価が分からない。\n人手も"\n12\ta & b' })
})

test('a PDF gives its words, one with more pages than a working life none', async () => {
  const template = `
#set document(date: datetime(year: 2026, month: 11, day: 23))
#set text(font: json(bytes(sys.inputs.fonts)), lang: "ja", fallback: false)
#json(bytes(sys.inputs.data)).words`
  const read = await wordsOf(renderPdf(template, { words: '職人の手作業の時間を測り、原価の表を作りました。' }))
  expect('words' in read && read.words.replace(/\s/g, '')).toBe('職人の手作業の時間を測り、原価の表を作りました。')
  const long = await PDFDocument.create()
  for (let page = 0; page <= 100; page++) long.addPage([10, 10])
  expect(await wordsOf(await long.save())).toEqual({ problem: 'large' })
}, 120_000)

test('a PDF with a program, and one of pictures alone, say why they are not read', async () => {
  const script = await PDFDocument.create()
  script.addPage()
  script.addJavaScript('main', 'app.alert(1)')
  expect(await wordsOf(await script.save())).toEqual({ problem: 'programs' })
  const empty = await PDFDocument.create()
  empty.addPage()
  const bytes = await empty.save()
  expect(await wordsOf(bytes)).toEqual({ problem: 'empty' })
  const [owner, user] = [PDFString.of('o'.repeat(32)), PDFString.of('u'.repeat(32))]
  empty.context.trailerInfo.Encrypt = empty.context.register(
    empty.context.obj({ Filter: 'Standard', V: 1, R: 2, P: -4, O: owner, U: user }),
  )
  expect(await wordsOf(await empty.save({ useObjectStreams: false }))).toEqual({ problem: 'locked' })
  expect(await wordsOf(bytes.subarray(0, 200))).toEqual({ problem: 'broken' })
}, 120_000)

test.each([
  ['a picture', 'kind', () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
  ['a presentation', 'kind', () => archive({ 'ppt/presentation.xml': '<p/>' })],
  ['an empty spreadsheet', 'empty', () => archive({ 'xl/workbook.xml': '<workbook/>' })],
  ['macros', 'programs', () => archive({ 'word/document.xml': '<w:t>a</w:t>', 'word/vbaProject.bin': 'x' })],
  ['entities', 'broken', () => archive({ 'word/document.xml': '<!DOCTYPE a [<!ENTITY b "c">]><w:t>&b;</w:t>' })],
  ['a bomb', 'large', () => archive({ 'word/document.xml': 'a'.repeat(31_000_000) })],
  [
    'a bomb that says it is small',
    'broken',
    () => archive({ 'word/document.xml': 'a'.repeat(9_000_000) }, { size: 10 }),
  ],
  [
    'thousands of files',
    'large',
    () => archive(Object.fromEntries(Array.from({ length: 2100 }, (_, n) => [`f${n}`, '']))),
  ],
  ['half an archive', 'broken', () => archive({ 'word/document.xml': '<w:t>a</w:t>' }).subarray(0, 60)],
  ['an old document', 'old', () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1])],
  ['a password', 'locked', () => compound('EncryptedPackage')],
  ['nothing', 'empty', () => utf8(' \n ')],
])('%s is told apart', async (_, problem, bytes) => {
  expect(await wordsOf(bytes())).toEqual({ problem })
})

function compound(name: string): Uint8Array {
  return new Uint8Array(Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from(name, 'utf16le')]))
}
