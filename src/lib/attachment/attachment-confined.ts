import { answer } from '../confined/inside.ts'
import { compoundProblem } from '../document/compound.ts'
import { NotRead } from '../document/kinds.ts'
import { isHeif, plainHeif } from '../picture/heif.ts'
import { FRAMES } from '../picture/jpeg.ts'
import { MOST_PIXELS, segments } from '../picture/jpeg-decode.ts'
import { smallerJpeg } from '../picture/smaller.ts'
import { type Picture, readPicture } from '../picture.ts'
import type { Kind } from './kinds.ts'
import { checkedOffice } from './office.ts'
import { checkedPdf } from './pdf.ts'
import { plainOffice } from './plain-office.ts'

const PICTURES = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' } as const

await answer(async (bytes) => {
  try {
    const { kind, content } = await read(bytes)
    return { value: { kind, changed: content !== undefined }, ...(content && { bytes: content }) }
  } catch (error) {
    return { value: { problem: error instanceof NotRead ? error.problem : 'broken' } }
  }
})

/** Its kind, and its content where that is not what was sent. */
async function read(bytes: Uint8Array): Promise<{ kind: Kind; content?: Uint8Array }> {
  if (bytes.length === 0) throw new NotRead('empty')
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1')
  if (head.startsWith('%PDF-')) {
    return { kind: 'pdf', ...changed(await checkedPdf(bytes)) }
  }
  if (head.startsWith('PK\u0003\u0004')) return { kind: checkedOffice(bytes), ...changed(plainOffice(bytes)) }
  const compound = compoundProblem(bytes)
  if (compound) throw new NotRead(compound)
  if (isHeif(bytes)) return { kind: 'heic', content: whole(plainHeif(bytes)) }
  const picture = readPicture(bytes)
  if (picture) {
    if (pixelsOf(picture) > MOST_PIXELS) throw new NotRead('large')
    const smaller = picture.type === 'image/jpeg' ? smallerOrNone(picture.content) : null
    return { kind: PICTURES[picture.type], content: smaller ?? picture.content }
  }
  throw new NotRead(/^(?:\xff\xd8|\x89PNG|RIFF)/.test(head) ? 'broken' : 'kind')
}

function changed(content: Uint8Array | null): { content?: Uint8Array } {
  return content ? { content } : {}
}

/** What a browser would have to make room for. */
function pixelsOf({ type, content }: Picture): number {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength)
  if (type === 'image/png') return view.getUint32(16) * view.getUint32(20)
  const frame = type === 'image/jpeg' ? segments(content).find(({ marker }) => FRAMES.has(marker)) : undefined
  return frame ? view.getUint16(frame.from + 1) * view.getUint16(frame.from + 3) : 0
}

/** A photo whose coded part is broken is shown as far as it goes: it is not ours to mend. */
function smallerOrNone(content: Uint8Array): Uint8Array | null {
  try {
    return smallerJpeg(content)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

function whole(content: Uint8Array | null): Uint8Array {
  if (!content) throw new NotRead('broken')
  return content
}
