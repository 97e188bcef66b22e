import { h, type VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { publishedCaseIds } from '../cases/queries/published.ts'
import { publishedEventIds } from '../events/queries/events.ts'
import { jobCodes } from '../jobcodes/rules/standard.ts'
import type { Tx } from '../lib/db.ts'
import { PREFECTURES } from '../lib/regions.ts'
import type { Call } from '../lib/web/call.ts'
import { NotThere } from '../lib/web/errors.ts'
import { anyone } from '../lib/web/guard.ts'
import { get, type Route } from '../lib/web/route.ts'
import { programmeSlugs } from '../partners/queries/programmes.ts'
import { readableProjectIds } from '../projects/queries/list.ts'

/** A search engine takes 50,000 addresses in one file. */
const PART = 20_000
const PAGES = [
  '/',
  '/projects',
  '/cases',
  '/stories',
  '/events',
  '/regions',
  '/job-codes',
  '/insights',
  '/insights/data',
  '/circulation',
  '/about',
  '/about/partners',
  '/about/ranking',
  '/about/words',
]
const FOR_AN_HOUR = { cache: 'public, max-age=3600' }

type Place = { readonly path: string; readonly changed?: Date }

/** All that is for everybody, for search engines: one list of lists, and the lists (sitemaps.org 0.9). */
export const routes: Route[] = [
  get(
    '/sitemap.xml',
    anyone,
    async (call) => {
      const parts = await call.read(async (tx) => [
        'pages',
        'job-codes',
        ...numbered('projects', (await readableProjectIds(tx)).length),
        ...numbered('cases', (await publishedCaseIds(tx)).length),
        ...numbered('events', (await publishedEventIds(tx)).length),
        ...numbered('programmes', (await programmeSlugs(tx)).length),
      ])
      const places = parts.map((part) => ({ path: `/sitemap/${part}.xml` }))
      return xml(call, 'sitemapindex', 'sitemap', places)
    },
    FOR_AN_HOUR,
  ),

  get('/sitemap/:part', anyone, async (call) => xml(call, 'urlset', 'url', await placesOf(call)), FOR_AN_HOUR),
]

function numbered(name: string, count: number): string[] {
  return Array.from({ length: Math.ceil(count / PART) }, (_, part) => `${name}-${part + 1}`)
}

async function placesOf(call: Call): Promise<Place[]> {
  const [, name, number] =
    /^(pages|job-codes|projects|cases|events|programmes)(?:-([1-9]\d{0,3}))?\.xml$/.exec(call.param('part')) ?? []
  if (name === 'pages' && !number)
    return [...PAGES, ...PREFECTURES.map(({ id }) => `/regions/${id}`)].map((path) => ({ path }))
  if (name === 'job-codes' && !number) {
    const middles = jobCodes().majors.flatMap((major) => major.middles)
    return [...middles, ...jobCodes().places.map(({ leaf }) => leaf)].map(({ id }) => ({ path: `/job-codes/${id}` }))
  }
  if (!number || !name || !(name in LISTS)) throw new NotThere()
  const all = await call.read((tx) => idsOf(name as keyof typeof LISTS, tx))
  const part = all.slice((Number(number) - 1) * PART, Number(number) * PART)
  if (part.length === 0) throw new NotThere()
  return part.map(({ id, changed }) => ({ path: `/${name}/${id}`, ...(changed && { changed }) }))
}

/** Ends of addresses in the order in which they came. */
const LISTS = {
  projects: readableProjectIds,
  cases: publishedCaseIds,
  events: publishedEventIds,
  programmes: programmeSlugs,
}

function idsOf(name: keyof typeof LISTS, tx: Tx): Promise<readonly { id: string; changed: Date | null }[]> {
  return LISTS[name](tx)
}

function xml(call: Call, list: string, item: string, places: readonly Place[]): Response {
  const { publicUrl } = call.deps.config
  const items = places.map(({ path, changed }) =>
    h(item, { key: path }, [tag('loc', publicUrl + path), changed && tag('lastmod', changed.toISOString())]),
  )
  const text = renderToString(h(list, { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' }, items))
  return call.c.body(`<?xml version="1.0" encoding="UTF-8"?>${text}`, 200, { 'content-type': 'application/xml' })
}

function tag(name: string, text: string): VNode {
  return h(name, { key: name }, text)
}
