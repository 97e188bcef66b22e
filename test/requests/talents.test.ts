import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { accountId, type CastName, companyId } from '../../seed/cast.ts'
import { history } from '../../src/history/schema.ts'
import { jobCodes } from '../../src/jobcodes/rules/standard.ts'
import { asOwner, readAs } from '../../src/lib/db.ts'
import { ownTalent } from '../../src/talents/queries/own.ts'
import { codeSuggestions, employerBlocks, employers } from '../../src/talents/schema.ts'
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
  expect(work.text).toContain('1つ目／全部で5つ')

  const codes = await post(koga, newcomer, '/me/profile/work', {
    about: '肥料会社でGXの証書と第三者認証を取ってきました。申請書も自分で書きました。',
    headline: '肥料の環境の証書を十年',
  })
  expect(codes.location).toBe('/me/profile/codes')
  const suggestions = await koga.get(codes.location)
  expect(suggestions.html).toContain(`name="code-${GX}"`)
  expect(suggestions.text).toMatch(/「[^」]*証書[^」]*」から/)

  const none = await post(koga, newcomer, '/me/profile/codes', { q: '' })
  expect(none.status).toBe(422)
  expect(none.text).toContain('1つ以上「はい」にしてください')
  const searched = await post(koga, newcomer, '/me/profile/codes', { [`code-${GX}`]: 'yes', q: '原価計算' })
  expect(searched.location).toBe(`/me/profile/codes?q=${encodeURIComponent('原価計算')}`)
  const found = await koga.get(searched.location)
  expect(found.html).toMatch(new RegExp(`<input[^>]*name="code-${GX}"[^>]*value="yes"[^>]*checked`))
  expect(found.text).toContain('さがした言葉から')

  const picked = await post(koga, newcomer, `/me/profile/codes?q=${encodeURIComponent('原価計算')}`, {
    [`code-${GX}`]: 'yes',
    q: '原価計算',
  })
  expect(picked.location).toBe('/me/profile/pace')
  expect((await koga.get(picked.location)).text).toContain('3つ目／全部で5つ')
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
  const tie = {
    ...{ prefecture: '13', 'tie-kind-1': 'family', 'tie-prefecture-1': '6' },
    ...{ 'tie-town-1': '新庄', 'tie-year-1': '2024' },
  }
  const wishes = await post(koga, newcomer, '/me/profile/place', { ...tie, go: 'tie' })
  expect(wishes.location).toBe('/me/profile/place?more=tie')
  const more = await koga.get(wishes.location)
  expect(more.html).toContain('value="新庄市"')
  expect(more.text).toContain('ゆかりのある土地（2つ目）')
  expect((await koga.get('/me/profile/place')).text).not.toContain('2つ目')
  const employer = await post(koga, newcomer, '/me/profile/place', { ...tie, go: 'skip' })
  expect(employer.location).toBe('/me/profile/employer')
  const ready = await koga.act('/me/profile/employer', { go: 'skip' })
  expect(ready.location).toBe('/me/profile/ready')
  expect(ready.text).toContain('もう案件が見られます')
  expect(ready.text).toContain('勤め先の質問に答えるまで、あなたのことはどの会社にも見えません')
  expect(ready.html).toContain(`href="/me/profile/codes/${GX}"`)
})

test('a CV is read and not kept; each code found is answered with はい or 違う', async () => {
  const koga = await house.as(newcomer)
  const cv = [
    '肥料会社でGXの証書と第三者認証を取ってきました。申請書も自分で書きました。',
    '織物の会社で、職人の手作業の時間を測って品物ごとの原価計算をしました。みほん精機の案件です。',
  ].join('\n')
  const empty = await koga.post('/me/profile/cv', { cv: '  ' })
  expect([empty.status, empty.text]).toEqual([
    422,
    expect.stringContaining('経歴書の文を貼るか、ファイルを選んでください'),
  ])
  const none = await koga.post('/me/profile/cv', { cv: '090-1234-5678' })
  expect([none.status, none.html]).toEqual([422, expect.stringContaining('>090-1234-5678</textarea>')])
  const long = await koga.post('/me/profile/cv', { cv: '長'.repeat(20_001) })
  expect([long.status, long.text.includes('長長長')]).toEqual([422, true])
  const picture = { file: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]) }
  const refused = await koga.upload('/me/profile/cv', { cv: '貼った文' }, picture)
  expect([refused.status, refused.text.includes('このファイルは読めません')]).toEqual([422, true])
  expect(refused.html).toContain('>貼った文</textarea>')
  const read = await koga.upload('/me/profile/cv', { cv: '' }, { file: new TextEncoder().encode(cv) })
  expect(read.location).toBe('/me/profile/codes')
  const found = await koga.act('/me/profile/cv', { cv })
  expect(found.location).toBe('/me/profile/codes')
  expect(found.html).toContain('name="code-10035"')
  expect(found.text).toMatch(/あなたの言葉「[^」]*原価計算[^」]*」から/)

  const kept = await asOwner(house.db, (tx) => tx.select().from(codeSuggestions))
  expect(kept.every(({ phrase }) => phrase.length <= 60)).toBe(true)
  const tooMany = Object.fromEntries(
    jobCodes()
      .places.slice(0, 7)
      .map(({ leaf }) => [`code-${leaf.id}`, 'yes']),
  )
  expect((await post(koga, newcomer, '/me/profile/codes', tooMany)).text).toContain('「はい」は6つまでです')
  await post(koga, newcomer, '/me/profile/codes', { 'code-10035': 'no', q: '' })
  expect((await koga.get('/me/profile/codes')).html).not.toContain('name="code-10035"')
  await koga.act('/me/profile/cv', { cv })
  expect((await koga.get('/me/profile/codes')).html).not.toContain('name="code-10035"')
  expect((await koga.get('/me/profile/codes?q=原価計算')).html).toContain('name="code-10035"')
  expect((await stored(newcomer))!.codes.map(({ code }) => code)).toEqual([GX])

  const desk = { id: accountId('mori'), power: 'operator' } as const
  const others = [desk, { id: null, power: 'system' }, { id: accountId('sato'), power: 'person' }] as const
  for (const actor of others)
    expect(await readAs(house.db, actor, companyId('fertiliser'), (tx) => tx.$count(codeSuggestions))).toBe(0)
})

test('what can wait is answered later, in any order', async () => {
  const koga = await house.as(newcomer)
  const level = `/me/profile/codes/${GX}`
  const unsaid = await post(koga, newcomer, level, { [`evidence-${GX}`]: 'GXの証書を2件' })
  expect(unsaid.status).toBe(422)
  expect(unsaid.text).toContain('どのくらいできるかを選んでください')
  expect(unsaid.html).toContain('>GXの証書を2件</textarea>')
  const said = { [`level-${GX}`]: '4', [`years-${GX}`]: '12', [`evidence-${GX}`]: 'GXの証書を2件' }
  expect((await post(koga, newcomer, level, said)).location).toBe('/me/profile/ready')
  expect((await koga.get('/me/profile/ready')).html).toContain('href="/me/profile/wishes"')
  const wishes = { motives: ['region', 'skill'], industries: ['chemicals'] }
  expect((await post(koga, newcomer, '/me/profile/wishes', wishes)).location).toBe('/me/profile/ready')
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

test('whoever passes over everything can look at projects, and no company sees them', async () => {
  const person = await house.as('chiyo')
  let here = await person.act('/me/profile')
  for (const question of ['work', 'codes', 'pace', 'place', 'employer']) {
    expect(here.location).toBe(`/me/profile/${question}`)
    here = await person.act(here.location, { go: 'skip', version: await version('chiyo') })
  }
  expect(here.text).toContain('もう案件が見られます')
  expect(here.html).toContain('href="/projects"')
  expect((await post(person, 'chiyo', '/me/profile/publication', {})).status).toBe(409)
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
  expect(answered.location).toBe('/me/profile/ready')
  expect((await koga.get('/me/profile/ready')).html).toContain('href="/me/profile/preview"')
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
    ['みほん精機', 'おやがいしゃ', 'とりひきさき']
      .flatMap((name) => [`name:${name}`, `alike:${name}`])
      .concat('domain:mihon.example')
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
