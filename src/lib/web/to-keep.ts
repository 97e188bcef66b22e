import type { Context } from 'hono'

type Kept = { readonly name: string; readonly end: string; readonly type: string; readonly content: Uint8Array }

/** A file that somebody sent, to keep and never to look at here: whatever is in it, nothing of it runs. */
export function toKeep(c: Context, { name, end, type, content }: Kept): Response {
  return c.body(new Uint8Array(content), 200, {
    'content-type': type,
    'content-disposition': disposition(name, `file.${end}`),
    'content-security-policy': "default-src 'none'; sandbox",
  })
}

/** A file to keep under a name in any language (RFC 6266), and for old programs under one of plain letters. */
export function disposition(name: string, plain: string): string {
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
