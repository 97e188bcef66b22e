import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { accountId, type CastName, companyId, talentId } from '../../seed/cast.ts'
import { accounts, people } from '../../src/accounts/schema.ts'
import { history } from '../../src/history/schema.ts'
import { asOwner, readAs } from '../../src/lib/db.ts'
import { ownTalent } from '../../src/talents/queries/own.ts'
import { canDo, stateOf, type TalentAct, type TalentState } from '../../src/talents/rules/visible.ts'
import { mainJobChecks, type Talent, talents } from '../../src/talents/schema.ts'
import { publishedProjectOf } from '../fixtures/projects.ts'
import { type Browser, openHouse } from '../house.ts'

const house = await openHouse()
const GX = '56109'

const stored = (name: CastName) => asOwner(house.db, (tx) => ownTalent(tx, accountId(name)))
const version = async (name: CastName) => (await stored(name))!.version

async function post(browser: Browser, name: CastName, path: string, fields: Record<string, string | string[]>) {
  return browser.post(path, { ...fields, version: String(await version(name)) })
}

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
  const takahashi = await house.as('takahashi')
  const before = (await stored('takahashi'))!
  const saved = await takahashi.post('/me/profile/draft?of=work', {
    about: '書きかけの文',
    headline: 'あ'.repeat(50),
    version: String(before.version),
  })
  expect(JSON.parse(saved.html)).toEqual({ version: before.version + 1 })
  expect(await stored('takahashi')).toMatchObject({ about: '書きかけの文', headline: before.headline })
  const late = await takahashi.post('/me/profile/draft?of=work', { about: '古い画面', version: String(before.version) })
  expect(late.status).toBe(409)
  expect((await stored('takahashi'))!.about).toBe('書きかけの文')
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
  for (const version of ['0', '-1', '99999999999', 'x']) {
    const answer = await suzuki.post('/me/profile/work', { about: '新', headline: '新', version })
    expect([version, answer.status]).toEqual([version, 409])
  }
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

test('what is missing for an application is filled in on the way, and the way leads back', async () => {
  const project = await publishedProjectOf(house, 'craft')
  const application = `/me/projects/${project}/application`
  const email = 'atarashii@hito.example'
  const person = house.visitor()
  await person.post('/sign-in', { email })
  await house.drain()
  await person.post('/sign-in/code', {
    code: /\b\d{6}\b/.exec(house.mails.findLast(({ to }) => to === email)!.text)![0],
  })
  const linkIn = (html: string, part: RegExp) =>
    [...html.matchAll(/(?:href|action)="([^"]+)"/g)]
      .map(([, to]) => to!.replaceAll('&amp;', '&'))
      .find((to) => part.test(to))!

  const missing = await person.get(application)
  expect(missing.text).toContain('応募の前に、あと少し')
  const begin = await person.get(linkIn(missing.html, /^\/me\/profile\?/))
  expect(begin.html).toContain(`href="${application}"`)
  let here = await person.act(linkIn(begin.html, /^\/me\/profile\?/))
  const own = async () => {
    const [account] = await asOwner(house.db, (tx) => tx.select().from(accounts).where(eq(accounts.email, email)))
    return (await asOwner(house.db, (tx) => ownTalent(tx, account!.id)))!
  }
  const answers: [RegExp, Record<string, string>][] = [
    [/^\/me\/profile\/work\?/, { about: '工場で原価の表を作ってきました。', headline: '原価の表を15年' }],
    [/^\/me\/profile\/codes\?/, { 'code-10035': 'yes', q: '' }],
    [/^\/me\/profile\/pace\?/, { hours: '10', fee: '4000', style: 'remote', availability: 'now' }],
    [/^\/me\/profile\/place\?/, { prefecture: '26' }],
    [/^\/me\/profile\/employer\?/, { kind: 'none', name: '', corporateNumber: '', domain: '', others: '' }],
    [/^\/me\/profile\/codes\/10035\?/, { 'level-10035': '3', 'years-10035': '12', 'evidence-10035': '' }],
  ]
  for (const [screen, fields] of answers) {
    const action = linkIn(here.html, screen)
    expect([screen.source, action]).toEqual([screen.source, expect.stringContaining('next=')])
    here = await person.act(action, { ...fields, version: (await own()).version })
  }
  expect(here.location).toBe(application)
  expect(here.text).toContain('2つの質問')

  const back = `${application}/sending`
  const drafted = await person.act(application, { answer1: 'あ'.repeat(60), answer2: 'い'.repeat(60) })
  expect(drafted.text).toContain('名前を書く')
  const name = await person.get(linkIn(drafted.html, /^\/me\/person\?/))
  const empty = { familyName: '', givenName: '', familyKana: '', givenKana: '', phone: '', address: '' }
  const action = linkIn(name.html, /^\/me\/person\?/)
  expect(linkIn((await person.post(action, empty)).html, /^\/me\/person\?/)).toBe(action)
  const check = await person.act(action, { ...empty, familyName: '新井', givenName: '光' })
  expect(check.location).toBe(back)
  expect(check.text).toContain('あ'.repeat(60))
})

test('nobody is sent elsewhere from the profile', async () => {
  const tanaka = await house.as('tanaka')
  const fields = { familyName: '田中', givenName: '正雄', familyKana: '', givenKana: '', phone: '', address: '' }
  for (const next of ['//evil.example', 'https://evil.example', '/\\evil.example']) {
    const answer = await tanaka.post(`/me/person?next=${encodeURIComponent(next)}`, fields)
    expect(answer.location).toBe('/me/person?done=person')
  }
})

test('the check of the main job’s rules is for nobody else, and can be taken along and forgotten', async () => {
  const ito = await house.as('ito')
  expect((await ito.get('/me/main-job/result')).location).toBe('/me/main-job')
  const open = await ito.act('/me/main-job', { hours: 'fine' })
  expect(open.text).toContain('まだ答えていない質問があります')
  const answers = { permission: 'needed', competitor: 'no', hours: 'tight', secrets: 'yes', income: 'over' }
  const result = await ito.act('/me/main-job', answers)
  expect(result.text).toContain('契約の前に、片づけておくことがあります')
  expect(result.text).toContain('確定申告をします')
  expect(result.html).toContain('href="https://www.nta.go.jp/')
  expect((await ito.get('/me/main-job')).html).toMatch(/name="permission" value="needed" checked/)

  const [row] = await asOwner(house.db, (tx) => tx.select().from(mainJobChecks))
  expect(row!.sealed).not.toMatch(/needed|tight/)
  for (const power of ['person', 'operator', 'administrator', 'system'] as const) {
    const actor = { id: power === 'system' ? null : accountId('suzuki'), power }
    expect(await readAs(house.db, actor, companyId('craft'), (tx) => tx.$count(mainJobChecks))).toBe(0)
  }
  const told = await asOwner(house.db, (tx) => tx.select().from(history))
  expect(told.map(({ act }) => act).filter((act) => /job|check/.test(act))).toEqual([])
  expect((await (await house.as('suzuki')).get('/me/main-job')).html).not.toContain(' checked')
  const forgotten = await ito.act('/me/main-job/removal')
  expect(forgotten.text).toContain('答えを消しました')
  expect(await asOwner(house.db, (tx) => tx.$count(mainJobChecks))).toBe(0)
})

test('when somebody is free and when they last did it is kept and shown after an application only', async () => {
  const tanaka = await house.as('tanaka')
  const [code] = (await stored('tanaka'))!.codes
  const last = { 'level-10035': '4', 'years-10035': '25', 'last-10035': '2021', 'evidence-10035': code!.evidence }
  await post(tanaka, 'tanaka', '/me/profile/codes/10035', last)
  const pace = { hours: '10', times: ['weekend', 'daytime'], fee: '4000', style: 'either', availability: 'now' }
  expect((await tanaka.get('/me/profile/pace')).text).toContain('月10時間なら40,000円')
  await post(tanaka, 'tanaka', '/me/profile/pace', pace)
  const { times, codes } = (await stored('tanaka'))!
  expect([times, codes[0]!.lastYear]).toEqual([['weekend', 'daytime'], 2021])
  const [before, after, contracted] = (await tanaka.get('/me/profile/preview')).text.split(
    /応募した会社だけに|契約した会社だけに/,
  )
  expect(contracted).toContain('契約書の名前 田中 正雄')
  expect(contracted).toContain(
    '契約のあとも、勤務先・電話番号・メールアドレス・番地までの住所は、めぐりからは伝えません',
  )
  expect(before).not.toMatch(/土日|2021/)
  expect(after).toContain('さいごは2021年')
  expect(after).toContain('土日・休日、平日の昼')
})
