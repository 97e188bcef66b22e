import { readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { z } from 'zod'
import type { Assets } from '../app/render.tsx'
import type { App } from '../app.tsx'

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
}
const manifest = z.record(z.string(), z.string()).and(z.object({ js: z.string(), css: z.string() }))

/** What the build made, by the address it is served under; all in memory, because it is small and never changes. */
export function readAssets(dist: string): { assets: Assets; serve(app: App): void } {
  const listed = manifest.parse(JSON.parse(readFileSync(join(dist, 'assets.json'), 'utf8')))
  const files = new Map(Object.values(listed).map((address) => [address, readFileSync(join(dist, address))]))
  return {
    assets: { css: listed.css, js: listed.js, ...(listed['favicon.svg'] && { icon: listed['favicon.svg'] }) },
    serve(app) {
      app.use('/assets/*', async (c, next) => {
        const file = files.get(c.req.path)
        if (!file || !['GET', 'HEAD'].includes(c.req.method)) return next()
        // The name changes with the content, so that a browser never has to ask again.
        c.header('cache-control', 'public, max-age=31536000, immutable')
        c.header('content-type', TYPES[extname(c.req.path)] ?? 'application/octet-stream')
        return c.body(new Uint8Array(file))
      })
    },
  }
}
