import { FEEDS, type FeedEntry, type FeedKind, feedText } from '../feed.ts'
import type { Call } from './call.ts'
import { anyone } from './guard.ts'
import { get, type Route } from './route.ts'

/** A public list as programs follow it; `page` is where people read it, filters included. */
export type Followed = { title: string; description: string; page: string; entries: readonly FeedEntry[] }

const ENDS: Readonly<Record<FeedKind, string>> = { atom: '.atom', json: '.feed.json' }

/** The list of `path` as two feeds; every filter of the page is one of theirs. */
export function feedRoutes(path: string, read: (call: Call) => Promise<Followed>): Route[] {
  return (['atom', 'json'] as const).map((kind) =>
    get(
      path + ENDS[kind],
      anyone,
      async (call) => {
        const { page, ...list } = await read(call)
        const { publicUrl } = call.deps.config
        const self = publicUrl + path + ENDS[kind] + page.replace(/^[^?]*/, '')
        const text = feedText(kind, { ...list, page: publicUrl + page, self })
        return call.c.body(text, 200, { 'content-type': FEEDS[kind] })
      },
      { cache: 'public, max-age=600' },
    ),
  )
}
