import { createCanvas, loadImage } from '@napi-rs/canvas'
import { PDFDocument } from 'pdf-lib'
import { expect, test } from 'vitest'
import { archive, heif, office } from '../../test/fixtures/archives.ts'
import { DOT, PLACE, photo } from '../../test/fixtures/pictures.ts'
import { checkedOffice } from './attachment/office.ts'
import { checkedPdf } from './attachment/pdf.ts'
import { readAttachment } from './attachment.ts'
import { NotRead } from './document/kinds.ts'

const word = (text: string) => Buffer.from(text, 'latin1')
const pdf = async (change: (document: PDFDocument) => unknown = () => {}, packed = true) => {
  const document = await PDFDocument.create()
  document.addPage([10, 10])
  await change(document)
  return document.save({ useObjectStreams: packed })
}
const with_ = (name: string, content: string) => () => office('docx', { [name]: content })
const related = (type: string, target: string) =>
  with_('word/_rels/document.xml.rels', `<Relationship Type="x/${type}" Target="${target}" TargetMode="External"/>`)

test.each([
  ['docx', () => office('docx')],
  ['xlsx', () => office('xlsx', { 'xl/worksheets/sheet1.xml': '<v>1</v>' })],
  ['docx', () => office('docx', { '_xmlsignatures/sig1.xml': '<x/>', 'docProps/core.xml': '<x/>' })],
  ['pdf', async () => Buffer.concat([await pdf(), word('\n9 0 obj <</ByteRange [0 1 2 3]>> endobj\n%%EOF\n')])],
  ['docx', with_('word/document.xml', '<w:t>macroEnabled DDEAUTO</w:t><w:instrText>PAGE</w:instrText>')],
  ['docx', related('hyperlink', 'https://www.city.yame.example/')],
])('a %s goes as it is', async (kind, bytes) => {
  const sent = await bytes()
  expect(await readAttachment(sent)).toEqual({ kind, content: sent })
})

test('a document keeps the figures of its chart, and nothing that is in those', async () => {
  const chart = (more = {}) => office('docx', { 'word/embeddings/Microsoft_Excel_Sheet1.xlsx': office('xlsx', more) })
  expect(await readAttachment(chart())).toMatchObject({ kind: 'docx' })
  expect(await readAttachment(chart({ 'xl/vbaProject.bin': 'x' }))).toEqual({ problem: 'programs' })
})

test('a photo from a camera comes out as small as a screen shows it, on its side as it was', async () => {
  const canvas = createCanvas(2101, 300)
  canvas.getContext('2d').fillRect(0, 0, 1300, 300)
  const camera = canvas.toBuffer('image/jpeg', 92)
  const exif = Buffer.from(
    `\xff\xe1\0\x36Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0${PLACE}`,
    'latin1',
  )
  const sent = Buffer.concat([camera.subarray(0, 2), exif, camera.subarray(2)])
  const read = await readAttachment(sent)
  const content = 'content' in read ? Buffer.from(read.content) : Buffer.alloc(0)
  const shown = await loadImage(content)
  expect(Math.max(shown.width, shown.height)).toBe(2000)
  expect(content.includes(PLACE)).toBe(false)
  expect(content.includes(Buffer.from('\x01\x12\0\x03\0\0\0\x01\0\x06', 'latin1'))).toBe(true)
})

test('pictures come out without what is no picture', async () => {
  const jpeg = await readAttachment(photo(100))
  expect(jpeg).toMatchObject({ kind: 'jpg' })
  expect('content' in jpeg && Buffer.from(jpeg.content).includes(PLACE)).toBe(false)
  const sent = heif()
  const phone = await readAttachment(sent)
  expect(phone).toMatchObject({ kind: 'heic' })
  const content = 'content' in phone ? Buffer.from(phone.content) : Buffer.alloc(0)
  expect(content.length).toBe(sent.length)
  expect(content.includes('THE PICTURE ITSELF') && content.includes('irot')).toBe(true)
  for (const left of ['GPS', 'Exif3', 'udes', 'uuid', 'xml '])
    expect([left, content.includes(left)]).toEqual([left, false])
  expect(await readAttachment(sent.subarray(0, sent.length - 60))).toEqual({ problem: 'broken' })
})

test.each<[string, string, () => Uint8Array | Promise<Uint8Array>]>([
  ['a program', 'kind', () => word('MZ\x90\0 a program')],
  ['a page', 'kind', () => word('<html><script>alert(1)</script>')],
  ['a drawing', 'kind', () => word('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['an archive', 'kind', () => archive({ 'a.txt': 'x' })],
  ['nothing', 'empty', () => word('')],
  ['a picture as large as a town', 'large', () => huge()],
  ['half a photo', 'broken', () => photo(100).subarray(0, 40)],
  ['macros', 'programs', with_('word/vbaProject.bin', 'x')],
  ['macros by another name', 'programs', with_('[Content_Types].xml', '<T ContentType="x.macroEnabled.main+xml"/>')],
  ['old macros', 'programs', () => office('xlsx', { 'xl/macrosheets/sheet1.xml': '<x/>' })],
  ['an embedded object', 'programs', with_('word/embeddings/oleObject1.bin', 'x')],
  ['an embedded program', 'programs', with_('word/media/image1.png', 'MZ\x90\0')],
  ['a shortcut', 'programs', with_('word/media/a.lnk', 'x')],
  ['a foreign template', 'programs', related('attachedTemplate', 'https://evil.example/t.dotm')],
  ['a foreign picture', 'programs', related('image', 'https://evil.example/p.png')],
  ['a command', 'programs', with_('word/footer.xml', '<w:instrText> DDEAUTO c:\\\\cmd.exe</w:instrText>')],
  [
    'a command in pieces',
    'programs',
    with_('word/footer.xml', '<w:instrText>DD</w:instrText><w:instrText>E c</w:instrText>'),
  ],
  ['entities', 'programs', with_('word/header.xml', '<!DOCTYPE a [<!ENTITY b "c">]>')],
  ['a bomb', 'large', with_('word/media/a.bmp', 'a'.repeat(31_000_000))],
  ['a document behind a document', 'broken', () => Buffer.concat([office('docx'), word('more')])],
  ['a PDF in front of an archive', 'broken', async () => Buffer.concat([await pdf(), office('docx')])],
  ['something between', 'broken', () => between(Buffer.from(office('docx')))],
  ['a script', 'programs', () => pdf((document) => document.addJavaScript('main', 'app.alert(1)'))],
  ['a file', 'programs', () => pdf((document) => document.attach(word('MZ'), 'a.exe'), false)],
  ['a start', 'programs', () => pdf((document) => document.catalog.set(...launching(document)), false)],
  ['a start in a packed part', 'programs', () => pdf((document) => document.catalog.set(...launching(document)))],
  ['a script by its other name', 'programs', async () => hidden(await pdf())],
  ['a lock', 'locked', async () => Buffer.from(word((await plain()).replace('/Root', '/Encrypt 9 0 R /Root')))],
  ['half a PDF', 'broken', async () => (await pdf()).subarray(0, 100)],
])('%s is refused: %s', async (_, problem, bytes) => {
  expect(await problemWith(await bytes())).toBe(problem)
})

/** What is read in a process of its own for everybody: here most of it is asked directly, which takes a tenth of the time. */
async function problemWith(bytes: Uint8Array): Promise<string | null> {
  const head = Buffer.from(bytes.subarray(0, 4)).toString('latin1')
  if (head !== 'PK\u0003\u0004' && head !== '%PDF') {
    const read = await readAttachment(bytes)
    return 'problem' in read ? read.problem : null
  }
  try {
    if (head === '%PDF') await checkedPdf(bytes)
    else checkedOffice(bytes)
    return null
  } catch (error) {
    if (error instanceof NotRead) return error.problem
    throw error
  }
}

const plain = async () => Buffer.from(await pdf(undefined, false)).toString('latin1')

function launching({ context }: PDFDocument) {
  const action = context.register(context.obj({ S: 'Launch', F: 'cmd.exe' }))
  const name = context.obj({ OpenAction: action }).keys()[0]!
  return [name, action] as const
}

function hidden(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1')
  return word(text.replace('%%EOF', '9 0 obj <</S %x\n /J#61vaScript /JS (x)>> endobj\n%%EOF'))
}

function huge(): Uint8Array {
  const bytes = Buffer.from(DOT)
  bytes.writeUInt32BE(60_000, 16)
  bytes.writeUInt32BE(60_000, 20)
  return bytes
}

/** A stretch that no file of the archive owns, before its directory. */
function between(bytes: Buffer): Uint8Array {
  const at = bytes.readUInt32LE(bytes.length - 6)
  const moved = Buffer.concat([bytes.subarray(0, at), Buffer.alloc(100, 7), bytes.subarray(at)])
  moved.writeUInt32LE(at + 100, moved.length - 6)
  return moved
}
