import type { Call } from './call.ts'

/** A picture that somebody sent, and nothing else, whatever is in it. */
export function pictureAnswer(call: Call, { content, type }: { content: Uint8Array; type: string }): Response {
  return call.c.body(new Uint8Array(content), 200, {
    'content-type': type,
    'content-disposition': `inline; filename="photo.${type.slice('image/'.length)}"`,
    'content-security-policy': "default-src 'none'; sandbox",
  })
}
