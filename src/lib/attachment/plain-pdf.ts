import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from 'pdf-lib'
import { NotRead } from '../document/kinds.ts'
import { readPicture } from '../picture.ts'

/** A signature covers all bytes of a file but itself. */
const SIGNED = /\/ByteRange[\0\t\n\f\r ]{0,20}\[/
/** What other programs keep of their own beside a page. */
const KEPT_BY_PROGRAMS = ['PieceInfo', 'LastModified'].map((name) => PDFName.of(name))
const [METADATA, SUBTYPE, AUTHOR, FILTER] = ['Metadata', 'Subtype', 'T', 'Filter'].map((name) => PDFName.of(name)) as [
  PDFName,
  PDFName,
  PDFName,
  PDFName,
]
/** Remarks on a page, whose `T` is who made them; a field of a form is called by its `T`. */
const REMARKS = new Set(
  ['Text', 'FreeText', 'Line', 'Square', 'Circle', 'Polygon', 'PolyLine', 'Highlight', 'Underline', 'Squiggly']
    .concat(['StrikeOut', 'Stamp', 'Caret', 'Ink', 'Popup', 'Redact'])
    .map((name) => PDFName.of(name)),
)

/**
 * A PDF that was found harmless, without what it tells of who made it: its information and XMP, who made remarks, what
 * cameras noted in its photos, and what earlier versions left in it unseen. Null: somebody signed it, so it stays as it is.
 * @throws NotRead when it cannot be written anew
 */
export async function plainPdf(bytes: Uint8Array): Promise<Uint8Array | null> {
  if (SIGNED.test(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'))) return null
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false })
    const { context } = document
    context.trailerInfo.Info = undefined!
    context.trailerInfo.ID = undefined!
    for (const [ref, object] of context.enumerateIndirectObjects()) cleaned(context, ref, object)
    const seen = reachable(context)
    for (const [ref] of context.enumerateIndirectObjects()) if (!seen.has(ref)) context.delete(ref)
    return await document.save({ addDefaultPage: false, updateFieldAppearances: false })
  } catch {
    throw new NotRead('broken')
  }
}

function cleaned(context: PDFContext, ref: PDFRef, object: PDFObject): void {
  const own = [object]
  for (let one = own.pop(); one; one = own.pop()) {
    if (one instanceof PDFArray) own.push(...one.asArray())
    const dict = one instanceof PDFStream ? one.dict : one
    if (!(dict instanceof PDFDict)) continue
    for (const key of KEPT_BY_PROGRAMS) dict.delete(key)
    if (isMetadata(context.lookup(dict.get(METADATA)))) dict.delete(METADATA)
    if (REMARKS.has(dict.get(SUBTYPE) as PDFName)) dict.delete(AUTHOR)
    own.push(...dict.values())
  }
  if (!(object instanceof PDFRawStream) || !isPhoto(context.lookup(object.dict.get(FILTER)))) return
  const photo = readPicture(object.contents)
  if (photo?.type === 'image/jpeg') context.assign(ref, PDFRawStream.of(object.dict, photo.content))
}

/** Its filter stands alone or, as many programs write, in a list of one. */
function isPhoto(filter: PDFObject | undefined): boolean {
  const only = filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter
  return only === PDFName.of('DCTDecode')
}

function isMetadata(object: PDFObject | undefined): boolean {
  if (!(object instanceof PDFStream)) return false
  return object.dict.get(SUBTYPE) === PDFName.of('XML') || object.dict.get(PDFName.of('Type')) === METADATA
}

/** What a reader can come to from the root. */
function reachable(context: PDFContext): ReadonlySet<PDFRef> {
  const seen = new Set<PDFRef>()
  const left: (PDFObject | undefined)[] = [context.trailerInfo.Root]
  while (left.length > 0) {
    const object = left.pop()
    if (object instanceof PDFRef) {
      if (!seen.has(object)) left.push(context.lookup(object))
      seen.add(object)
    } else if (object instanceof PDFArray) {
      left.push(...object.asArray())
    } else {
      const dict = object instanceof PDFStream ? object.dict : object
      if (dict instanceof PDFDict) left.push(...dict.values())
    }
  }
  return seen
}
