import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { accountId, type CastName } from '../../seed/cast.ts'
import { history } from '../../src/history/schema.ts'
import { asOwner } from '../../src/lib/db.ts'
import { ownTalent } from '../../src/talents/queries/own.ts'
import { employerBlocks, employers } from '../../src/talents/schema.ts'
import { type Browser, openHouse } from '../house.ts'

const house = await openHouse()
const GX = '56109'

/** Somebody who is no talent yet. */
const newcomer: CastName = 'koga'
const stored = (name: CastName) => asOwner(house.db, (tx) => ownTalent(tx, accountId(name)))
const version = async (name: CastName) => (await stored(name))!.version

async function post(browser: Browser, name: CastName, path: string, fields: Record<string, string | string[]>) {
  return browser.post(path, { ...fields, version: String(await version(name)) })
}

test('a profile is made question by question, in plain words, without scripts', async () => {
  const koga = await house.as(newcomer)
  expect((await koga.get('/me')).text).toContain('まだ、どの会社にも見えません')
  expect((await koga.get('/me/profile/work')).location).toBe('/me/profile')
  const work = await koga.act('/me/profile')
  expect(work.location).toBe('/me/profile/work')
  expect(work.text).toContain('1つ目／全部で6つ')

  const codes = await post(koga, newcomer, '/me/profile/work', {
    about: '肥料会社でGXの証書と第三者認証を取ってきました。申請書も自分で書きました。',
    headline: '肥料の環境の証書を十年',
  })
  expect(codes.location).toBe('/me/profile/codes')
  const suggestions = await koga.get(codes.location)
  expect(suggestions.html).toContain(`value="${GX}"`)
  expect(suggestions.text).toMatch(/「[^」]*証書[^」]*」から/)

  const none = await post(koga, newcomer, '/me/profile/codes', { q: '' })
  expect(none.status).toBe(422)
  expect(none.text).toContain('1つ以上選んでください')
  const searched = await post(koga, newcomer, '/me/profile/codes', { codes: GX, q: '原価計算' })
  expect(searched.location).toBe(`/me/profile/codes?q=${encodeURIComponent('原価計算')}`)
  const found = await koga.get(searched.location)
  expect(found.html).toMatch(new RegExp(`value="${GX}"[^>]*checked|checked[^>]*value="${GX}"`))
  expect(found.text).toContain('さがした言葉から')

  const picked = await post(koga, newcomer, `/me/profile/codes?q=${encodeURIComponent('原価計算')}`, {
    codes: [GX],
    q: '原価計算',
  })
  expect(picked.location).toBe(`/me/profile/codes/${GX}`)
  expect((await koga.get(picked.location)).text).toContain('3つ目／全部で7つ')
  const unsaid = await post(koga, newcomer, picked.location, { [`evidence-${GX}`]: 'GXの証書を2件' })
  expect(unsaid.status).toBe(422)
  expect(unsaid.text).toContain('どのくらいできるかを選んでください')
  expect(unsaid.html).toContain('>GXの証書を2件</textarea>')
  const pace = await post(koga, newcomer, picked.location, {
    [`level-${GX}`]: '4',
    [`years-${GX}`]: '12',
    [`evidence-${GX}`]: 'GXの証書を2件',
  })
  expect(pace.location).toBe('/me/profile/pace')
  const place = await post(koga, newcomer, '/me/profile/pace', {
    hours: '10',
    fee: 'talk',
    style: 'either',
    availability: 'talk',
  })
  expect(place.location).toBe('/me/profile/place')
  const wrong = await post(koga, newcomer, '/me/profile/place', {
    prefecture: '13',
    'tie-kind-1': 'family',
    'tie-prefecture-1': '6',
    'tie-town-1': '八女市',
  })
  expect(wrong.text).toContain('山形県に「八女市」は見つかりません')
  const wishes = await post(koga, newcomer, '/me/profile/place', {
    prefecture: '13',
    'tie-kind-1': 'family',
    'tie-prefecture-1': '6',
    'tie-town-1': '新庄',
    'tie-year-1': '2024',
    go: 'tie',
  })
  expect(wishes.location).toBe('/me/profile/place?more=tie')
  const more = await koga.get(wishes.location)
  expect(more.html).toContain('value="新庄市"')
  expect(more.text).toContain('ゆかりのある土地（2つ目）')
  expect((await koga.get('/me/profile/place')).text).not.toContain('2つ目')
  const employer = await post(koga, newcomer, '/me/profile/wishes', {
    motives: ['region', 'skill'],
    industries: ['chemicals'],
  })
  expect(employer.location).toBe('/me/profile/employer')
  expect(await stored(newcomer)).toMatchObject({
    ...{
      hours: 10,
      fee: null,
      style: 'either',
      prefecture: 13,
      motives: ['region', 'skill'],
      industries: ['chemicals'],
    },
    codes: [{ code: GX, level: 4, years: 12, evidence: 'GXの証書を2件' }],
    ties: [{ kind: 'family', prefecture: 6, municipality: '06205', lastYear: 2024 }],
    ...{ employerAnsweredAt: null, publishedAt: null },
  })
})

test('without the employer’s name nothing can be shown', async () => {
  const koga = await house.as(newcomer)
  const early = await post(koga, newcomer, '/me/profile/publication', {})
  expect(early.status).toBe(409)
  expect(early.text).toContain('まだ答えていない質問があります')
  expect((await koga.get('/me/profile/preview')).html).not.toContain('action="/me/profile/publication"')

  const empty = await post(koga, newcomer, '/me/profile/employer', { kind: 'company', name: '株式会社', others: '' })
  expect(empty.status).toBe(422)
  const number = await post(koga, newcomer, '/me/profile/employer', {
    kind: 'company',
    name: 'ア',
    corporateNumber: '123',
  })
  expect(number.text).toContain('法人番号は13桁の数字です')
  const shared = await post(koga, newcomer, '/me/profile/employer', {
    kind: 'company',
    name: 'ア',
    domain: 'gmail.com',
  })
  expect(shared.status).toBe(422)
  const answered = await post(koga, newcomer, '/me/profile/employer', {
    kind: 'company',
    name: '㈱みほん精機',
    domain: 'ＨＲ＠mihon.example',
    others: '株式会社おやがいしゃ\n\n有限会社とりひきさき',
  })
  expect(answered.location).toBe('/me/profile/preview')
  const preview = await koga.get('/me/profile/preview')
  expect(preview.text).toContain('次の会社の人には、あなたのことは一切見えません。 ㈱みほん精機')
  const kept = await koga.get('/me/profile/employer')
  expect(kept.html).toContain('value="mihon.example"')
  expect(kept.text).toContain('株式会社おやがいしゃ 有限会社とりひきさき')

  const { id } = (await stored(newcomer))!
  const [row] = await asOwner(house.db, (tx) => tx.select().from(employers).where(eq(employers.talentId, id)))
  expect(JSON.stringify(row)).not.toContain('みほん')
  const blocks = await asOwner(house.db, (tx) =>
    tx.select().from(employerBlocks).where(eq(employerBlocks.talentId, id)),
  )
  expect(blocks.map(({ keyHash }) => keyHash).sort()).toEqual(
    ['name:みほん精機', 'domain:mihon.example', 'name:おやがいしゃ', 'name:とりひきさき']
      .map((key) => house.deps.secrets.hash(key, 'company'))
      .sort(),
  )
  const rows = await asOwner(house.db, (tx) => tx.select().from(history).where(eq(history.subjectId, id)))
  expect(JSON.stringify(rows.map(({ data }) => data))).not.toContain('みほん')
})

test('shown with one tap, hidden with one tap, and each can be taken back', async () => {
  const koga = await house.as(newcomer)
  const mails = house.mails.length
  const shown = await koga.act('/me/profile/publication', { version: await version(newcomer) })
  expect(shown.location).toBe('/me?done=publication')
  expect(shown.text).toContain('会社から見えるようになりました')
  const hidden = await koga.act('/me/profile/hiding')
  expect(hidden.text).toContain('隠しました')
  expect((await koga.post('/me/profile/hiding')).status).toBe(409)
  await koga.act('/me/profile/publication', { version: await version(newcomer) })
  const paused = await koga.act('/me/profile/availability', { availability: 'pause', version: await version(newcomer) })
  expect(paused.text).toContain('休みにしました')
  expect(paused.html).toContain('name="availability" value="talk"')
  await koga.act('/me/profile/availability', { availability: 'talk', version: await version(newcomer) })
  expect((await stored(newcomer))!.availability).toBe('talk')
  await house.drain()
  const letters = house.mails.slice(mails).filter(({ to }) => to === 'koga@cast.example')
  expect(letters).toHaveLength(3)
  for (const { subject } of letters) expect(subject).toBe('めぐりからのお知らせ')
})
