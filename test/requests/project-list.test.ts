import { beforeAll, describe, expect, test } from 'vitest'
import { companyId } from '../../seed/cast.ts'
import { asOwner } from '../../src/lib/db.ts'
import { projectCodes, projects } from '../../src/projects/schema.ts'
import { openHouse } from '../house.ts'

const house = await openHouse()
const visitor = house.visitor()
const day = (n: number) => new Date(house.now().getTime() - n * 86_400_000)

type Given = Partial<typeof projects.$inferInsert> & { codes?: string[] }

async function posted(title: string, { codes = [], ...given }: Given, days = 1) {
  const id = crypto.randomUUID()
  await asOwner(house.db, async (tx) => {
    await tx.insert(projects).values({
      ...{ id, title, companyId: companyId('craft'), hours: 10, fee: 30_000, style: 'visits', prefecture: 40 },
      ...{
        background: '',
        work: '',
        goal: '',
        posterName: 'なかむら提灯工房',
        createdAt: day(days),
        updatedAt: day(days),
      },
      ...{ submittedAt: day(days), publishedAt: day(days) },
      ...given,
    })
    if (codes.length === 0) return
    await tx.insert(projectCodes).values(codes.map((code, position) => ({ projectId: id, code, position })))
  })
  return id
}

beforeAll(async () => {
  await posted('原価を出す', { codes: ['10035'], style: 'either', fee: 50_000 }, 3)
  await posted(
    '証書を取る',
    { codes: ['56109'], prefecture: 6, style: 'remote', fee: 40_000, companyId: companyId('fertiliser') },
    2,
  )
  await posted('ＥＣで売る', { background: 'ネットの店を１００％見なおしたい' }, 1)
  await posted('お礼なしの相談', { fee: 0, contractKind: 'probono' }, 4)
  await posted('もう閉じた', { closedAt: day(0) })
  await posted('日が過ぎた', { closesOn: '2026-11-22' })
  await posted('まだ出していない', { publishedAt: null })
})

const titles = async (query: string) => {
  const page = await visitor.get(`/projects${query}`)
  expect(page.status).toBe(200)
  return [...page.html.matchAll(/<a href="\/projects\/[0-9a-f-]{36}">(.*?)<\/a>/g)].map(([, title]) =>
    title!.replace(/<[^>]+>/g, ''),
  )
}

describe('the list', () => {
  test('shows what is open, the newest first, with their number', async () => {
    expect(await titles('')).toEqual(['ＥＣで売る', '証書を取る', '原価を出す', 'お礼なしの相談'])
    expect((await visitor.get('/projects')).text).toContain('いま募集中の案件が4件あります')
  })

  test.each([
    ['?prefecture=6', ['証書を取る']],
    ['?code=10035', ['原価を出す']],
    ['?code=10019', ['原価を出す']],
    ['?code=56016', ['証書を取る']],
    ['?remote=yes', ['証書を取る', '原価を出す']],
    ['?hourly=4000', ['証書を取る', '原価を出す']],
    ['?hourly=5000', ['原価を出す']],
    ['?words=ec', ['ＥＣで売る']],
    ['?words=ＥＣ', ['ＥＣで売る']],
    ['?words=100%25', ['ＥＣで売る']],
    ['?words=_', []],
    ['?words=げんか', ['原価を出す']],
    ['?words=提灯 証書', ['証書を取る']],
    ['?words=原価&prefecture=6', []],
    ['?prefecture=99&code=zzz&page=-1', ['ＥＣで売る', '証書を取る', '原価を出す', 'お礼なしの相談']],
  ])('%s', async (query, expected) => {
    expect(await titles(query)).toEqual(expected)
  })

  test('keeps what was chosen, counts by prefecture, and leads on when nothing is found', async () => {
    const page = await visitor.get('/projects?prefecture=13&words=提灯')
    expect(page.html).toMatch(/<option value="13" selected>東京都（0件）/)
    expect(page.text).toContain('福岡県（3件）')
    expect(page.text).toContain('合う案件が、いまは見つかりません')
    expect(page.html).toContain('href="/projects?words=')
  })

  test('goes on over pages', async () => {
    for (let n = 0; n < 25; n++) await posted(`ページの案件${n}`, { prefecture: 13 }, 10 + n)
    const page = await visitor.get('/projects?prefecture=13')
    expect(page.text).toContain('1／2ページ')
    expect(page.html).toContain('href="/projects?prefecture=13&amp;page=2"')
    expect(await titles('?prefecture=13&page=2')).toEqual([20, 21, 22, 23, 24].map((n) => `ページの案件${n}`))
  })
})
