import { beforeAll, describe, expect, test } from 'vitest'
import { companyId } from '../../seed/cast.ts'
import { jobCodes } from '../../src/jobcodes/rules/standard.ts'
import { asOwner } from '../../src/lib/db.ts'
import { projectCodes, projects } from '../../src/projects/schema.ts'
import { HOME, openHouse } from '../house.ts'

const house = await openHouse()
const visitor = house.visitor()
const before = (days: number) => new Date(house.now().getTime() - days * 86_400_000)

type Given = Partial<typeof projects.$inferInsert> & { code?: string }

async function posted(title: string, { code, ...given }: Given, days = 1): Promise<string> {
  const id = crypto.randomUUID()
  await asOwner(house.db, async (tx) => {
    await tx.insert(projects).values({
      ...{ id, title, companyId: companyId('craft'), industry: 'crafts', hours: 10, fee: 30_000, style: 'visits' },
      ...{ prefecture: 40, background: '品ごとの原価が分からない。', work: '原価を出す', goal: '値段に根拠がある' },
      ...{ posterName: 'なかむら提灯工房', posterAddress: '福岡県八女市本町1-1' },
      ...{ createdAt: before(days), updatedAt: before(days), submittedAt: before(days), publishedAt: before(days) },
      ...given,
    })
    if (code) await tx.insert(projectCodes).values({ projectId: id, code, position: 0 })
  })
  return id
}

let id: Record<'craft' | 'free' | 'closed' | 'withdrawn' | 'draft', string>

beforeAll(async () => {
  id = {
    craft: await posted('原価を<出す> & 値決め', { code: '10035', municipality: '40210', closesOn: '2026-12-20' }, 2),
    free: await posted('お礼なしの相談', { prefecture: 6, style: 'remote', fee: 0, contractKind: 'probono' }, 1),
    closed: await posted('もう閉じた', { municipality: '40210', closedAt: before(0) }, 9),
    withdrawn: await posted('取り下げた', { withdrawnAt: before(0) }, 8),
    draft: await posted('まだ出していない', { publishedAt: null, submittedAt: null }),
  }
})

const got = async (path: string) => {
  const answer = await house.request(new Request(HOME + path))
  return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text(), answer }
}

describe('feeds', () => {
  test('tell the open projects, the newest first, in the words of the posting', async () => {
    const { type, text } = await got('/projects.feed.json')
    expect(type).toBe('application/feed+json; charset=utf-8')
    const { items, ...feed } = JSON.parse(text)
    expect(feed).toMatchObject({ home_page_url: `${HOME}/projects`, feed_url: `${HOME}/projects.feed.json` })
    expect(items.map(({ url }: { url: string }) => url)).toEqual(
      [id.free, id.craft].map((one) => `${HOME}/projects/${one}`),
    )
    expect(items[1].content_html).toBe('福岡県　伝統工芸　月30,000円　月10時間　会社に来る。品ごとの原価が分からない。')
    expect(items[0].content_html).toContain('お礼なし')
  })

  test('follow the filters of the page, and the page says where they are', async () => {
    const { text } = await got('/projects.atom?prefecture=40&code=10035')
    expect(text).toContain('<title>めぐりの案件：福岡県・手作業・工芸の原価管理</title>')
    expect(text.match(/<entry>/g)).toHaveLength(1)
    expect(text).toContain('原価を&lt;出す&gt; &amp; 値決め')
    const page = await visitor.get('/projects?prefecture=40&code=10035')
    expect(page.html).toContain('href="/projects.atom?prefecture=40&amp;code=10035"')
    expect(page.html).toContain('href="/projects.feed.json?prefecture=40&amp;code=10035"')
  })

  test('an address that makes no sense is the whole list; cases have feeds, too', async () => {
    expect(JSON.parse((await got('/projects.feed.json?prefecture=x&page=9')).text).items).toHaveLength(2)
    expect((await got('/cases.atom?words=%07&major=%07')).status).toBe(200)
    // The database takes no such text, and no page leads there.
    expect((await got('/cases.atom?words=%00')).status).toBe(404)
    expect(JSON.parse((await got('/cases.feed.json')).text).items).toEqual([])
  })
})

test('search engines find every posting that may be read, closed ones too, and nothing else', async () => {
  const robots = (await got('/robots.txt')).text
  expect(robots).toContain(`Sitemap: ${HOME}/sitemap.xml`)
  for (const link of ['slips', 'answers', 'choices', 'registrations', 'signposts'])
    expect(robots).toContain(`Disallow: /${link}/`)
  const index = await got('/sitemap.xml')
  expect(index.type).toBe('application/xml')
  const parts = [...index.text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, part]) => part!.slice(HOME.length))
  expect(parts).toEqual(['/sitemap/pages.xml', '/sitemap/job-codes.xml', '/sitemap/projects-1.xml'])
  const listed = (await Promise.all(parts.map(got))).map(({ text }) => text).join('')
  for (const one of [id.craft, id.free, id.closed]) expect(listed).toContain(`<loc>${HOME}/projects/${one}</loc>`)
  for (const one of [id.withdrawn, id.draft]) expect(listed).not.toContain(one)
  for (const code of ['10035', jobCodes().ancestors('10035')[1]])
    expect(listed).toContain(`<loc>${HOME}/job-codes/${code}</loc>`)
  for (const none of ['projects-2.xml', 'projects.xml', 'pages-1.xml', 'people-1.xml', 'pages'])
    expect((await got(`/sitemap/${none}`)).status).toBe(404)
})

describe('a posting elsewhere', () => {
  test('says what it is: a request for a service, never a job with a salary', async () => {
    const { html } = await visitor.get(`/projects/${id.craft}`)
    const [, json] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)!
    expect(json).not.toContain('<')
    expect(JSON.parse(json!)).toMatchObject({
      '@type': 'Demand',
      name: '原価を<出す> & 値決め',
      availabilityEnds: '2026-12-20',
      itemOffered: { '@type': 'Service', serviceType: ['手作業・工芸の原価管理'], areaServed: { name: '福岡県' } },
      priceSpecification: { price: 30_000, priceCurrency: 'JPY', unitCode: 'MON' },
      '@reverse': { seeks: { '@type': 'Organization', name: 'なかむら提灯工房' } },
    })
    expect(html).toContain(`<meta property="og:image" content="${HOME}/projects/${id.craft}/picture.png"/>`)
    expect(html).toContain(`<meta property="og:url" content="${HOME}/projects/${id.craft}"/>`)
  })

  test('without a fee no price is named, and what is over asks for nothing any more', async () => {
    expect((await visitor.get(`/projects/${id.free}`)).html).not.toContain('priceSpecification')
    expect((await visitor.get(`/projects/${id.closed}`)).html).not.toContain('ld+json')
  })

  test('has a picture; what nobody may read has none', async () => {
    for (const path of [`/projects/${id.craft}/picture.png`, '/picture.png'])
      expect(await got(path)).toMatchObject({ status: 200, type: 'image/png' })
    for (const path of [`/projects/${id.draft}/picture.png`, `/cases/${id.craft}/picture.png`])
      expect((await got(path)).status).toBe(404)
  })
})

describe('regions', () => {
  test('the list of prefectures counts what there is', async () => {
    const { text } = await visitor.get('/regions')
    expect(text).toContain('福岡県（案件1件）')
    expect(text).toMatch(/沖縄県(?!（)/)
  })

  test('a prefecture shows its projects, those that are over, its towns and its neighbours', async () => {
    const { text, html } = await visitor.get('/regions/40')
    expect(text).toContain('募集中の案件が1件あります。')
    for (const word of ['原価を', 'もう閉じた', '八女市（募集中1件、終わったもの1件）', '佐賀県', '山口県'])
      expect(text).toContain(word)
    for (const word of ['取り下げた', 'まだ出していない', 'お礼なしの相談']) expect(text).not.toContain(word)
    expect(html).toContain('href="/projects.atom?prefecture=40"')
  })

  test('a town, a place without anything, and places that are not there', async () => {
    expect((await visitor.get('/regions/40210')).text).toContain('募集中の案件が1件、終わった案件が1件あります。')
    expect((await visitor.get('/regions/06205')).text).toContain('新庄市で募集中の案件は、いまはありません')
    expect((await got('/regions/06205')).answer.headers.get('x-robots-tag')).toBe('noindex')
    for (const none of ['0', '48', '040', '99999', 'fukuoka']) expect((await got(`/regions/${none}`)).status).toBe(404)
  })
})
