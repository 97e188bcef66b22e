import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { accountId, companyId } from '../../seed/cast.ts'
import { history } from '../../src/history/schema.ts'
import { classifier } from '../../src/jobcodes/rules/standard.ts'
import { asOwner, type Tx } from '../../src/lib/db.ts'
import { projectCodes, projects } from '../../src/projects/schema.ts'
import { talents, ties } from '../../src/talents/schema.ts'
import { openHouse } from '../house.ts'

const house = await openHouse()
const visitor = house.visitor()
const day = (n: number) => new Date(house.now().getTime() - n * 86_400_000)

type Given = Partial<typeof projects.$inferInsert> & { codes?: string[] }

/** As every act of the product does: what changes is written down. */
async function changed(tx: Tx, id: string, act: string) {
  await tx.insert(history).values({ at: house.now(), act, subjectKind: 'project', subjectId: id })
}

async function posted(title: string, { codes = [], ...given }: Given, days = 1) {
  const id = crypto.randomUUID()
  await asOwner(house.db, async (tx) => {
    await tx.insert(projects).values({
      ...{ id, title, companyId: companyId('craft'), hours: 10, fee: 30_000, style: 'visits', prefecture: 40 },
      ...{ background: '', work: '', goal: '', posterName: 'なかむら提灯工房', municipality: '40210', months: 3 },
      ...{ createdAt: day(days), updatedAt: day(days), submittedAt: day(days), publishedAt: day(days) },
      ...given,
    })
    if (codes.length > 0)
      await tx.insert(projectCodes).values(codes.map((code, position) => ({ projectId: id, code, position })))
    await changed(tx, id, 'project.published')
  })
  return id
}

let closed = ''
beforeAll(async () => {
  // The server makes it ready at its start.
  classifier.now()
  await posted('原価を出す', { codes: ['10035'], style: 'either', fee: 50_000, months: 6, closesOn: '2026-12-24' }, 3)
  await posted(
    '証書を取る',
    {
      ...{
        codes: ['56109'],
        prefecture: 6,
        municipality: '06205',
        style: 'remote',
        fee: 40_000,
        industry: 'chemicals',
      },
      ...{ companyId: companyId('fertiliser'), startOn: '2027-01-01', closesOn: '2026-12-01' },
    },
    2,
  )
  await posted('ＥＣで売る', { background: 'ネットの店を１００％見なおしたい', hours: 5, fee: 10_000 }, 1)
  await posted('お礼なしの相談', { fee: 0, contractKind: 'probono', background: '提灯ができるまでの話' }, 4)
  closed = await posted('もう閉じた原価の話', { closedAt: day(0) })
  await posted('日が過ぎた', { closesOn: '2026-11-22' })
  await posted('取り下げた', { withdrawnAt: day(0) })
  await posted('まだ出していない', { publishedAt: null })
}, 120_000)

const titles = async (query: string, browser = visitor) => {
  const page = await browser.get(`/projects${query}`)
  expect(page.status).toBe(200)
  return [...page.html.matchAll(/<a href="\/projects\/[0-9a-f-]{36}">(.*?)<\/a>/g)].map(([, title]) =>
    title!.replace(/<[^>]+>/g, ''),
  )
}
const ALL = ['ＥＣで売る', '証書を取る', '原価を出す', 'お礼なしの相談']

describe('the list', () => {
  test('shows what is open, the newest first, with their number', async () => {
    expect(await titles('')).toEqual(ALL)
    expect((await visitor.get('/projects')).text).toContain('いま募集中の案件が4件あります')
  })

  test.each([
    ['?prefecture=6', ['証書を取る']],
    ['?prefecture=6&municipality=06205', ['証書を取る']],
    ['?prefecture=6&municipality=06201', []],
    ['?code=10035', ['原価を出す']],
    ['?code=10024', ['原価を出す']],
    ['?code=10019', ['原価を出す']],
    ['?code=56016', ['証書を取る']],
    ['?industry=chemicals', ['証書を取る']],
    ['?remote=yes', ['証書を取る', '原価を出す']],
    ['?style=visits', ['ＥＣで売る', '原価を出す', 'お礼なしの相談']],
    ['?hours=5', ['ＥＣで売る']],
    ['?hourly=4000', ['証書を取る', '原価を出す']],
    ['?hourly=5000', ['原価を出す']],
    ['?months=3&style=remote', ['証書を取る']],
    ['?contract=probono', ['お礼なしの相談']],
    ['?start=soon', ['ＥＣで売る', '原価を出す', 'お礼なしの相談']],
    ['?start=2027-01', ALL],
    ['?sort=due', ['証書を取る', '原価を出す', 'ＥＣで売る', 'お礼なしの相談']],
    ['?words=ec', ['ＥＣで売る']],
    ['?words=ＥＣ', ['ＥＣで売る']],
    ['?words=100%25', ['ＥＣで売る']],
    ['?words=_', []],
    ['?words=げんか', ['原価を出す']],
    ['?words=ｹﾞﾝｶ', ['原価を出す']],
    ['?words=やまがた', ['証書を取る']],
    ['?words=肥料', ['証書を取る']],
    ['?words=どんぶり勘定', ['原価を出す']],
    ['?words=原価&prefecture=6', []],
    ['?words=原価&over=yes', ['原価を出す', 'もう閉じた原価の話']],
    ['?tied=yes&sort=fit', ALL],
    ['?prefecture=99&code=zzz&page=-1', ALL],
  ])('%s', async (query, expected) => {
    expect(await titles(query)).toEqual(expected)
  })

  test('keeps what was chosen, counts every further choice, and leads on when nothing is found', async () => {
    const page = await visitor.get('/projects?prefecture=41&words=提灯')
    expect(page.html).toMatch(/<option value="41" selected>佐賀県（0件）/)
    expect(page.text).toContain('福岡県（3件）')
    expect(page.text).toContain('合う案件が、いまは見つかりません')
    expect(page.text).toContain('「佐賀県」をはずす（4件）')
    expect(page.text).toContain('となりの福岡県（3件）')
    expect(page.html).toContain('href="/projects?words=%E6%8F%90%E7%81%AF&amp;prefecture=40"')
    const odd = await visitor.get('/projects?words=ぬぬぬ&style=remote')
    expect(odd.text).toContain('言葉をはずす（2件）')
  })

  test('says what is chosen and takes each away, on a page of its own address', async () => {
    const page = await visitor.get('/projects?words=原価&prefecture=40&style=remote')
    expect(page.html).toContain('aria-label="「離れたまま働ける」をはずす"')
    expect(page.html).toContain('href="/projects?words=%E5%8E%9F%E4%BE%A1&amp;prefecture=40"')
    expect(page.html).toContain('href="/projects?words=%E5%8E%9F%E4%BE%A1"')
    expect(page.html).toMatch(/<option value="10">|<option value="10" ?>月10時間まで（1件）/)
  })

  test('shows why: the words in another light, the job code, what was typed wrong', async () => {
    const said = await visitor.get('/projects?words=げんか')
    expect(said.html).toContain('<mark>原価</mark>')
    expect(said.html).toContain('/job-codes/10035')
    expect((await visitor.get('/projects?words=どんぶり勘定')).text).toContain(
      '「どんぶり勘定」は、仕事「手作業・工芸の原価管理」に近い話です',
    )
    const wrong = await visitor.get('/projects?words=原科管理')
    expect(wrong.text).toContain('「原科管理」は見つからないので、「原価管理」でさがしました')
    const some = await titles('?words=提灯 証書')
    expect([some[0], some.length]).toEqual(['証書を取る', 4])
    const part = await visitor.get('/projects?words=提灯 証書')
    expect(part.text).toContain('すべての言葉に合うのは1件です')
    expect(part.text).toContain('「証書」は見当たりません')
  })

  test('marks up nothing of what was typed', async () => {
    const page = await visitor.get(`/projects?words=${encodeURIComponent('<script>"\'&')}`)
    expect(page.status).toBe(200)
    expect(page.html).not.toContain('<script>"')
  })

  test('keeps what is over readable, and says so', async () => {
    const page = await visitor.get('/projects?over=yes')
    expect(page.text).toContain('もう閉じた原価の話')
    expect(page.text).toContain('募集は終わりました')
    expect(page.text).not.toContain('取り下げた')
    expect(page.text).not.toContain('まだ出していない')
    expect((await visitor.get(`/projects/${closed}`)).text).toContain('この募集は、もう終わりました')
  })

  test('follows what happens to a project', async () => {
    const id = await posted('すぐに閉じる案件', {}, 0)
    expect(await titles('?words=すぐに閉じる')).toContain('すぐに閉じる案件')
    await asOwner(house.db, async (tx) => {
      await tx.update(projects).set({ withdrawnAt: house.now() }).where(eq(projects.id, id))
      await changed(tx, id, 'project.withdrawn')
    })
    expect(await titles('?words=すぐに閉じる&over=yes')).not.toContain('すぐに閉じる案件')
  })

  test('knows the places and the work of somebody with a profile, and asks nothing of that from others', async () => {
    const tanaka = await house.as('tanaka')
    const [own] = await asOwner(house.db, (tx) =>
      tx
        .select({ id: talents.id })
        .from(talents)
        .where(eq(talents.accountId, accountId('tanaka'))),
    )
    await asOwner(house.db, async (tx) => {
      await tx.delete(ties).where(eq(ties.talentId, own!.id))
      await tx.insert(ties).values({ id: crypto.randomUUID(), talentId: own!.id, kind: 'born', prefecture: 6 })
    })
    expect((await tanaka.get('/projects')).text).toContain('ゆかりのある県だけ（1件）')
    expect(await titles('?tied=yes', tanaka)).toEqual(['証書を取る'])
    expect(await titles('?sort=fit', tanaka)).toHaveLength(4)
    expect((await visitor.get('/projects')).text).not.toContain('ゆかりのある県だけ')
  })

  test('goes on over pages', async () => {
    for (let n = 0; n < 25; n++) await posted(`ページの案件${n}`, { prefecture: 13, municipality: '13101' }, 10 + n)
    const page = await visitor.get('/projects?prefecture=13')
    expect(page.text).toContain('1／2ページ')
    expect(page.html).toContain('href="/projects?prefecture=13&amp;page=2"')
    expect(await titles('?prefecture=13&page=2')).toEqual([20, 21, 22, 23, 24].map((n) => `ページの案件${n}`))
    expect((await visitor.get('/projects?prefecture=13&page=9')).text).toContain('はじめのページを見る')
  })
})

test('how often a posting was opened is told to everybody and to its company in whole tens, and counts people alone', async () => {
  const id = await posted('灯りの箱を作りたい', {})
  const phone = { 'user-agent': 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Safari/604.1' }
  for (let n = 0; n < 9; n++) await visitor.get(`/projects/${id}`, phone)
  await visitor.get(`/projects/${id}`, { 'user-agent': 'Googlebot/2.1' })
  expect((await visitor.get(`/projects/${id}`, phone)).text).not.toContain('開かれています')
  await Promise.all([1, 2, 3].map(() => visitor.get(`/projects/${id}`, phone)))
  expect((await visitor.get(`/projects/${id}`)).text).toContain('このページは、10回以上開かれています')
  const owner = await house.as('nakamura')
  const own = await owner.get(`/companies/${companyId('craft')}/projects/${id}`)
  expect(own.text).toContain('みんなに見えているページは、10回以上開かれています')
  const [asAll, toVisitor] = [await owner.get(`/projects/${id}`), await visitor.get(`/projects/${id}`)]
  expect(asAll.text).toContain('ご自分の会社の案件です')
  expect([asAll, toVisitor].map(({ text }) => text.includes('応募する'))).toEqual([false, true])
})
