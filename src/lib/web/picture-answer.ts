import type { Call } from './call.ts'

type Shown = { readonly content: Uint8Array; readonly type: string }

/** A picture that somebody sent, and nothing else, whatever is in it. */
export function pictureAnswer(call: Call, { content, type }: Shown, name = 'photo'): Response {
  return call.c.body(new Uint8Array(content), 200, {
    'content-type': type,
    'content-disposition': `inline; filename="${name}.${type.slice('image/'.length)}"`,
    'content-security-policy': "default-src 'none'; sandbox",
  })
}
