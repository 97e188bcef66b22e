import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { accountId, type CastName, talentId } from '../../seed/cast.ts'
import { accounts, people } from '../../src/accounts/schema.ts'
import { history } from '../../src/history/schema.ts'
import { asOwner } from '../../src/lib/db.ts'
import { ownTalent } from '../../src/talents/queries/own.ts'
import { canDo, stateOf, type TalentAct, type TalentState } from '../../src/talents/rules/visible.ts'
import { employerBlocks, employers, type Talent, talents } from '../../src/talents/schema.ts'
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
    ['name:みほん精機', 'domain:mihon.example', 'name:おやがいしゃ', 'name:とりひきさき', 'domain:cast.example']
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

test('what the table does not allow changes nothing', async () => {
  const at = house.now()
  const states: Record<TalentState, Partial<Talent>> = {
    draft: { publishedAt: null, hiddenAt: null, availability: 'now' },
    visible: { publishedAt: at, hiddenAt: null, availability: 'now' },
    hidden: { publishedAt: at, hiddenAt: at, availability: 'now' },
    paused: { publishedAt: at, hiddenAt: null, availability: 'pause' },
  }
  const acts: Record<TalentAct, [string, Record<string, string>]> = {
    publish: ['/me/profile/publication', {}],
    hide: ['/me/profile/hiding', {}],
    pause: ['/me/profile/availability', { availability: 'pause' }],
    resume: ['/me/profile/availability', { availability: 'talk' }],
  }
  const suzuki = await house.as('suzuki')
  for (const [state, columns] of Object.entries(states) as [TalentState, Partial<Talent>][]) {
    for (const [act, [path, fields]] of Object.entries(acts) as [TalentAct, (typeof acts)[TalentAct]][]) {
      await asOwner(house.db, (tx) =>
        tx
          .update(talents)
          .set(columns)
          .where(eq(talents.id, talentId('suzuki'))),
      )
      const before = (await stored('suzuki'))!
      expect(stateOf(before)).toBe(state)
      const answer = await post(suzuki, 'suzuki', path, fields)
      expect([state, act, answer.status]).toEqual([state, act, canDo(act, state) ? 303 : 409])
      if (!canDo(act, state)) expect(await stored('suzuki')).toEqual(before)
    }
  }
})

test('what is being typed is kept, what cannot be used is left out', async () => {
  const koga = await house.as(newcomer)
  const before = (await stored(newcomer))!
  const saved = await koga.post('/me/profile/draft?of=work', {
    about: '書きかけの文',
    headline: 'あ'.repeat(50),
    version: String(before.version),
  })
  expect(JSON.parse(saved.html)).toEqual({ version: before.version + 1 })
  expect(await stored(newcomer)).toMatchObject({ about: '書きかけの文', headline: before.headline })
  const late = await koga.post('/me/profile/draft?of=work', { about: '古い画面', version: String(before.version) })
  expect(late.status).toBe(409)
  expect((await stored(newcomer))!.about).toBe('書きかけの文')
})

test('a text that names the employer is not kept', async () => {
  const kobayashi = await house.as('kobayashi')
  const about = (await stored('kobayashi'))!.about
  const fields = { about, headline: '（株）大東 ケミカルの環境担当' }
  const refused = await post(kobayashi, 'kobayashi', '/me/profile/work', fields)
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('勤め先の名前が入っています')
  expect(refused.html).toContain('value="（株）大東 ケミカルの環境担当"')
  await post(kobayashi, 'kobayashi', '/me/profile/draft', fields)
  await post(kobayashi, 'kobayashi', '/me/profile/work', { ...fields, go: 'back' })
  expect((await stored('kobayashi'))!.headline).toBe('化学メーカーで環境・GXの証書を取る仕事を十二年')
})

test('an answer that stands for an exact figure leaves it exact', async () => {
  const tanaka = await house.as('tanaka')
  const page = await tanaka.get('/me/profile/pace')
  expect(page.html).toMatch(/name="hours" value="20" checked|value="20"[^>]*checked/)
  await post(tanaka, 'tanaka', '/me/profile/pace', { hours: '20', fee: '2500', style: 'either', availability: 'now' })
  expect(await stored('tanaka')).toMatchObject({ hours: 24, fee: 2500 })
  await post(tanaka, 'tanaka', '/me/profile/pace', { hours: '10', fee: 'talk', style: 'either', availability: 'now' })
  expect(await stored('tanaka')).toMatchObject({ hours: 10, fee: null })
})

test('one page with everything writes the same draft', async () => {
  const ito = await house.as('ito')
  const own = (await stored('ito'))!
  expect((await ito.get('/me/profile/everything')).text).toContain(own.about)
  const fields = Object.fromEntries(
    own.codes.flatMap(({ code }) => [
      [`level-${code}`, '3'],
      [`years-${code}`, '25'],
      [`evidence-${code}`, '部品工場で標準原価を見てきた'],
    ]),
  )
  const saved = await post(ito, 'ito', '/me/profile/everything', {
    ...{ about: '機械の部品の原価を見てきました。', headline: '原価を見る人', prefecture: '23' },
    ...{ hours: '15', fee: '4000', style: 'remote', availability: 'talk' },
    ...fields,
  })
  expect(saved.location).toBe('/me/profile/preview')
  expect(await stored('ito')).toMatchObject({ headline: '原価を見る人', fee: 3500, codes: [{ level: 3, years: 25 }] })
})

test('a name that a contract cannot print is refused where it is typed', async () => {
  const kobayashi = await house.as('kobayashi')
  const refused = await kobayashi.post('/me/person', { familyName: '𠮷\u{e0200}', givenName: '恵' })
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('契約の書類に印刷できない字です')
  const saved = await kobayashi.act('/me/person', {
    ...{ familyName: '小林', givenName: '恵', familyKana: 'コバヤシ', phone: '０９０ー１２３４ー５６７８' },
    address: '埼玉県さいたま市見本1-2-3',
  })
  expect(saved.text).toContain('保存しました')
  const [person] = await asOwner(house.db, (tx) =>
    tx
      .select()
      .from(people)
      .where(eq(people.accountId, accountId('kobayashi'))),
  )
  expect(person).toMatchObject({ familyKana: 'こばやし', givenKana: null, phone: '090-1234-5678' })
})

test('somebody whose mail is the employer’s is told so', async () => {
  const browser = await house.as('kobayashi')
  expect((await browser.get('/me/profile/employer')).text).not.toContain('勤め先のものかもしれません')
  await asOwner(house.db, (tx) =>
    tx
      .update(accounts)
      .set({ email: 'k@mail.daito.co.jp' })
      .where(eq(accounts.id, accountId('kobayashi'))),
  )
  expect((await browser.get('/me/profile/employer')).text).toContain('勤め先のものかもしれません')
})

test('a form that was made from an older profile changes nothing', async () => {
  const suzuki = await house.as('suzuki')
  const before = (await stored('suzuki'))!
  const answer = await suzuki.post('/me/profile/work', { about: '新', headline: '新', version: '0' })
  expect(answer.status).toBe(409)
  expect(await stored('suzuki')).toEqual(before)
})

test('nobody’s own page can be asked for by somebody else', async () => {
  const visitor = await house.visitor().get('/me')
  expect(visitor.location).toContain('/sign-in')
  const suzuki = await house.as('suzuki')
  for (const path of ['/me', '/me/profile', '/me/profile/employer', '/me/profile/preview', '/me/person']) {
    expect((await suzuki.get(path)).text).not.toMatch(/小林|大東ケミカル|GXの証書を取る/)
  }
  expect((await suzuki.get(`/me/profile/codes/${GX}`)).status).toBe(404)
  const count = await asOwner(house.db, (tx) => tx.$count(talents))
  await suzuki.post('/me/profile')
  expect(await asOwner(house.db, (tx) => tx.$count(talents))).toBe(count)
})
