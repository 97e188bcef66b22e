import { Feed } from 'feed'

/** One thing of a list that goes on: where it is read, what it says, since when. */
export type FeedEntry = {
  readonly url: string
  readonly title: string
  readonly summary: string
  readonly published: Date
}

export type FeedOf = {
  readonly title: string
  readonly description: string
  /** The list as a page, and where this feed itself stands; whole addresses. */
  readonly page: string
  readonly self: string
  /** The newest first. */
  readonly entries: readonly FeedEntry[]
}

export const FEEDS = {
  atom: 'application/atom+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
} as const
export type FeedKind = keyof typeof FEEDS

/** A list for programs that look for new things: Atom (RFC 4287) or JSON Feed 1. The same entries give the same text. */
export function feedText(kind: FeedKind, { title, description, page, self, entries }: FeedOf): string {
  const feed = new Feed({
    ...{ title, description, id: page, link: page, language: 'ja', generator: 'Meguri' },
    feedLinks: { [kind]: self },
    // Nothing new, nothing changed: the newest entry tells when, the beginning of time an empty list.
    updated: entries[0]?.published ?? new Date(0),
  })
  for (const { url, title: said, summary, published } of entries)
    feed.addItem({
      ...{ id: url, link: url, date: published, published },
      // What goes out as HTML (all but the title of a JSON feed) is made of plain words.
      title: kind === 'atom' ? asHtml(said) : said,
      description: asHtml(summary),
    })
  return kind === 'atom' ? feed.atom1() : feed.json1()
}

/** Without the signs that XML cannot carry at all. */
function asHtml(words: string): string {
  const plain = words.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, ' ')
  return plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
