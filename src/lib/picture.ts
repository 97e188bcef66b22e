import { isJpeg, plainJpeg } from './picture/jpeg.ts'
import { isPng, plainPng } from './picture/png.ts'
import { isWebp, plainWebp } from './picture/webp.ts'

export type Picture = { readonly type: 'image/jpeg' | 'image/png' | 'image/webp'; readonly content: Uint8Array }

/**
 * A picture by its own bytes, whatever the sender calls it, without anything in it that is not the picture: no place, no
 * time, no camera, no words, nothing behind its end. Null when it is none of the three kinds, or broken. Pure; the same
 * bytes give the same, and what came out comes out again.
 */
export function readPicture(bytes: Uint8Array): Picture | null {
  if (isJpeg(bytes)) return pictureOf('image/jpeg', plainJpeg(bytes))
  if (isPng(bytes)) return pictureOf('image/png', plainPng(bytes))
  if (isWebp(bytes)) return pictureOf('image/webp', plainWebp(bytes))
  return null
}

function pictureOf(type: Picture['type'], content: Uint8Array | null): Picture | null {
  return content && { type, content }
}
