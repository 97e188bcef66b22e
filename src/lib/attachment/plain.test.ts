import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCanvas } from '@napi-rs/canvas'
import fc from 'fast-check'
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream, PDFString } from 'pdf-lib'
import { expect, test } from 'vitest'
import { archive, office } from '../../../test/fixtures/archives.ts'
import { PLACE, photo } from '../../../test/fixtures/pictures.ts'
import { readAttachment } from '../attachment.ts'
import { wordsOfDocx } from '../document/docx.ts'
import { openedPdf, wordsOfPage } from '../document/pdf.ts'
import { directoryOf, unpackedFrom } from '../document/zip.ts'
import { fileMade } from './from-heif.ts'
import { checkedOffice } from './office.ts'
import { checkedPdf } from './pdf.ts'
import { plainOffice } from './plain-office.ts'

/** As a camera makes it: with what it noted in front of the picture. */
const taken = (() => {
  const jpeg = createCanvas(8, 8).toBuffer('image/jpeg')
  const notes = Buffer.from(`\xff\xe1\0\x00Exif\0\0${PLACE}`, 'latin1')
  notes[3] = notes.length - 2
  return new Uint8Array(Buffer.concat([jpeg.subarray(0, 2), notes, jpeg.subarray(2)]))
})()

const EMPLOYER = 'Kitahama Denki'
const safe = fc.string({ unit: fc.constantFrom(...'abcdef 0123456789あいう原価'), maxLength: 40 })
const relation = (type: string, target: string) =>
  `<Relationship Id="r${type}" Type="http://x/${type}" Target="${target}"/>`
const relations = (...all: string[]) => `<Relationships>${all.join('')}</Relationships>`
const override = (name: string) => `<Override PartName="/${name}" ContentType="x"/>`
const about = `<x><dc:creator>${EMPLOYER}</dc:creator><Company>${EMPLOYER}</Company></x>`

function unpacked(bytes: Uint8Array): Map<string, Buffer> {
  return new Map([...directoryOf(bytes)].map(([name, entry]) => [name, Buffer.from(unpackedFrom(bytes, entry))]))
}

const written = (words: string, who: string) =>
  `<w:document><w:ins w:author="${who}" w:initials="${who}"><w:t>${words}</w:t></w:ins><w:del w:author="B"/></w:document>`

test('what is written in a Word document stays, who wrote it and for which firm goes', () => {
  fc.assert(
    fc.property(safe, safe, fc.uint8Array({ maxLength: 200 }), (words, more, bytes) => {
      const sent = archive({
        '[Content_Types].xml': `<Types>${override('docProps/core.xml')}${override('word/document.xml')}</Types>`,
        '_rels/.rels': relations(
          relation('metadata/core-properties', 'elsewhere/core.xml'),
          relation('extended-properties', 'docProps/app.xml'),
          relation('officeDocument', 'word/document.xml'),
        ),
        'elsewhere/core.xml': about,
        'docProps/app.xml': about,
        'docProps/custom.xml': about,
        'docProps/thumbnail.jpeg': photo(10),
        'docMetadata/LabelInfo.xml': about,
        'customXml/item1.xml': about,
        'word/_rels/document.xml.rels': relations(
          relation('customXml', '../customXml/item1.xml'),
          relation('a', 'b.bin'),
        ),
        'word/document.xml': written(words, EMPLOYER),
        'word/comments.xml': `<w:comment w:author="${EMPLOYER}"><w:t>${more}</w:t></w:comment>`,
        'word/people.xml': `<w15:person w15:author="B"><w15:presenceInfo w15:userId="S::${EMPLOYER}"/></w15:person>`,
        'word/b.bin': bytes,
        'word/media/image1.jpeg': photo(20),
        'word/embeddings/Sheet1.xlsx': office('xlsx', { 'docProps/core.xml': about, 'xl/s.xml': `<t>${more}</t>` }),
      })
      const plain = plainOffice(sent)!
      const files = unpacked(plain)
      expect(checkedOffice(plain)).toBe('docx')
      expect(wordsOfDocx(plain, directoryOf(plain))).toBe(wordsOfDocx(sent, directoryOf(sent)))
      expect(files.get('word/document.xml')!.toString()).toBe(
        written(words, '書いた人1').replace('w:initials="書いた人1"', 'w:initials=""').replace('"B"', '"書いた人2"'),
      )
      expect(files.get('word/comments.xml')!.toString()).toBe(
        `<w:comment w:author="書いた人1"><w:t>${more}</w:t></w:comment>`,
      )
      expect(files.get('word/b.bin')).toEqual(Buffer.from(bytes))
      expect(files.get('_rels/.rels')!.toString()).toBe(relations(relation('officeDocument', 'word/document.xml')))
      expect(files.get('word/_rels/document.xml.rels')!.toString()).toBe(relations(relation('a', 'b.bin')))
      expect(unpacked(files.get('word/embeddings/Sheet1.xlsx')!).get('xl/s.xml')!.toString()).toBe(`<t>${more}</t>`)
      for (const [name, content] of files) {
        const inside = name.endsWith('.xlsx') ? [...unpacked(content).values()] : [content]
        for (const one of inside)
          expect([name, one.includes(EMPLOYER), one.includes(PLACE)]).toEqual([name, false, false])
      }
      expect(plainOffice(plain)).toBe(null)
    }),
    { numRuns: 40 },
  )
})

test('a workbook keeps its figures and loses its people, folders and printers', () => {
  const device = Buffer.alloc(300, 7)
  Buffer.from('Kitahama', 'utf16le').copy(device)
  device.writeUInt16LE(220, 68)
  const shelf = { 'customXml/item1.xml': `<p>${EMPLOYER}</p>`, 'xl/xmlMaps.xml': '<MapInfo><Map ID="1"/></MapInfo>' }
  const sent = office('xlsx', {
    'xl/workbook.xml': `<workbook><mc:AlternateContent><mc:Choice Requires="x15"><x15ac:absPath url="C:\\${EMPLOYER}\\"/></mc:Choice></mc:AlternateContent><fileSharing userName="${EMPLOYER}"/><sheet name="見積"/></workbook>`,
    'xl/comments1.xml': `<authors><author>${EMPLOYER}</author><author></author></authors><t>高い</t>`,
    'xl/persons/person.xml': `<person displayName="${EMPLOYER}" id="{1}" userId="S::a@b" providerId="AD"/>`,
    'xl/printerSettings/printerSettings1.bin': device,
    'xl/printerSettings/printerSettings2.bin': `<?xml version="1.0"?><plist>${EMPLOYER}</plist>`,
    ...shelf,
  })
  const files = unpacked(plainOffice(sent)!)
  expect(files.get('xl/workbook.xml')!.toString()).toBe(
    '<workbook><fileSharing userName=""/><sheet name="見積"/></workbook>',
  )
  expect(files.get('xl/comments1.xml')!.toString()).toBe(
    '<authors><author>書いた人1</author><author></author></authors><t>高い</t>',
  )
  expect(files.get('xl/persons/person.xml')!.toString()).toContain('displayName="書いた人1" id="{1}" userId=""')
  const printer = files.get('xl/printerSettings/printerSettings1.bin')!
  expect([printer.length, printer.readUInt16LE(70), printer.indexOf('K')]).toEqual([220, 0, -1])
  expect(files.get('xl/printerSettings/printerSettings2.bin')!.includes(EMPLOYER)).toBe(false)
  // Cells are filled from it.
  expect(files.get('customXml/item1.xml')!.toString()).toContain(EMPLOYER)
})

async function wordsIn(bytes: Uint8Array): Promise<string[]> {
  const document = await openedPdf(bytes.slice())
  return Promise.all(Array.from({ length: document.numPages }, (_, at) => wordsOfPage(document, at + 1)))
}

test('what stands on the pages of a PDF stays, who made it with what goes', async () => {
  const page = fc.string({ unit: fc.constantFrom(...'abcdef 0123456789()\\'), maxLength: 30 })
  await fc.assert(
    fc.asyncProperty(fc.array(page, { minLength: 1, maxLength: 4 }), fc.boolean(), async (pages, useObjectStreams) => {
      const document = await PDFDocument.create()
      const { context, catalog } = document
      document.setAuthor(EMPLOYER)
      document.setProducer(EMPLOYER)
      const told = context.stream(`<x:xmpmeta>${EMPLOYER}</x:xmpmeta>`, { Type: 'Metadata', Subtype: 'XML' })
      catalog.set(PDFName.of('Metadata'), context.register(told))
      context.register(PDFString.of(`${EMPLOYER}, an earlier version`))
      const jpeg = await document.embedJpg(taken)
      // As many programs write it: a filter in a list.
      const scan = context.stream(taken, { Type: 'XObject', Subtype: 'Image', Filter: ['DCTDecode'] })
      catalog.set(PDFName.of('Scan'), context.register(scan))
      for (const words of pages) {
        const added = document.addPage([200, 200])
        added.drawText(words, { size: 8 })
        added.drawImage(jpeg)
        added.node.set(PDFName.of('PieceInfo'), context.obj({ Maker: PDFString.of(EMPLOYER) }))
        const remark = {
          Type: 'Annot',
          Subtype: 'Text',
          Rect: [0, 0, 9, 9],
          T: PDFString.of(EMPLOYER),
          Contents: PDFString.of('why?'),
        }
        added.node.set(PDFName.of('Annots'), context.obj([context.register(context.obj(remark))]))
      }
      const sent = await document.save({ useObjectStreams })
      const plain = (await checkedPdf(sent))!
      expect(await wordsIn(plain)).toEqual(await wordsIn(sent))
      const again = await PDFDocument.load(plain, { updateMetadata: false })
      expect([again.getAuthor(), again.getProducer()]).toEqual([undefined, undefined])
      const left = again.context.enumerateIndirectObjects().map(([, object]) => object)
      const readable = left.map((object) =>
        object instanceof PDFRawStream ? Buffer.from(object.contents).toString('latin1') : object.toString(),
      )
      expect(readable.filter((one) => one.includes(EMPLOYER) || one.includes(PLACE))).toEqual([])
      const remarks = again.getPage(0).node.lookup(PDFName.of('Annots'), PDFArray)
      expect(remarks.lookup(0, PDFDict).lookup(PDFName.of('Contents'), PDFString).asString()).toBe('why?')
    }),
    { numRuns: 12 },
  )
})

test('a document is cleaned on its way in', async () => {
  const read = await readAttachment(office('docx', { 'docProps/core.xml': about }))
  expect('content' in read && [...directoryOf(read.content).keys()]).toEqual([
    '[Content_Types].xml',
    '_rels/.rels',
    'word/document.xml',
  ])
  const document = await PDFDocument.create()
  document.setAuthor(EMPLOYER)
  document.addPage()
  const paper = await readAttachment(await document.save())
  expect(paper).toMatchObject({ kind: 'pdf' })
  expect((await PDFDocument.load('content' in paper ? paper.content : '')).getAuthor()).toBe(undefined)
})

test('of what a decoder left behind only a file is read: no way out of its folder, nothing without an end', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'meguri-made-'))
  try {
    const at = (name: string) => join(folder, name)
    writeFileSync(at('photo.jpg'), 'made')
    symlinkSync('/etc/hostname', at('link.jpg'))
    symlinkSync('/dev/zero', at('endless.jpg'))
    execFileSync('mkfifo', [at('pipe.jpg')])
    expect(Buffer.from((await fileMade(at('photo.jpg')))!).toString()).toBe('made')
    for (const name of ['link.jpg', 'endless.jpg', 'pipe.jpg', 'none.jpg', '.'])
      expect([name, await fileMade(at(name))]).toEqual([name, null])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
