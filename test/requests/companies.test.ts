import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { accountId, companyId, talentId } from '../../seed/cast.ts'
import { memberships } from '../../src/accounts/schema.ts'
import { companies, companyContacts, companyKeys } from '../../src/companies/schema.ts'
import { asActor, asOwner } from '../../src/lib/db.ts'
import { projectCodes, projects } from '../../src/projects/schema.ts'
import { employerBlocks, talents } from '../../src/talents/schema.ts'
import { type Browser, openHouse } from '../house.ts'

const SEAT = { role: 'member', tasks: 'post' }
const house = await openHouse()
const craft = `/companies/${companyId('craft')}`
const NEW = { name: 'テスト製菓株式会社', prefecture: 6, industry: 'food' }

const signIn = async (browser: Browser, email: string, next = '/home') => {
  await browser.post('/sign-in', { email })
  await house.drain()
  const mail = house.mails.findLast(({ to, text }) => to === email && /\b\d{6}\b/.test(text))!
  return browser.post(`/sign-in/code?next=${encodeURIComponent(next)}`, { code: /\b\d{6}\b/.exec(mail.text)![0] })
}
const newcomer = async (email: string) => {
  const browser = house.visitor()
  await signIn(browser, email)
  return browser
}
const foundedAt = (location: string) => /\/companies\/([0-9a-f-]{36})\?done=founded/.exec(location)![1]!

describe('founding', () => {
  test('needs a person, a name, a prefecture and an industry', async () => {
    expect((await house.visitor().get('/companies/new')).location).toContain('/sign-in?next=%2Fcompanies%2Fnew')
    const owner = await newcomer('a@seika.example')
    const answer = await owner.post('/companies', {
      name: '',
      prefecture: 48,
      industry: 'magic',
      corporateNumber: '123',
    })
    expect(answer.status).toBe(422)
    for (const sentence of [
      '会社の名前を入れてください',
      '都道府県を、もう一度選んで',
      '業種を、もう一度選んで',
      '数字13けたです',
    ]) {
      expect(answer.text).toContain(sentence)
    }
    expect(answer.html).toContain('value="123"')
  })

  test('makes the owner its owner, with contacts and keys from the first moment', async () => {
    const owner = await newcomer('b@seika.example')
    const answer = await owner.post('/companies', { ...NEW, corporateNumber: '５０１０００１０３１９７４ ' })
    expect(answer.status).toBe(422)
    const id = foundedAt((await owner.post('/companies', NEW)).location)
    const [company] = await asOwner(house.db, (tx) => tx.select().from(companies).where(eq(companies.id, id)))
    expect(company).toMatchObject({ ...NEW, corporateNumber: null, version: 1 })
    const keys = await asOwner(house.db, (tx) => tx.select().from(companyKeys).where(eq(companyKeys.companyId, id)))
    const expected = ['name:テスト製菓', 'alike:てすと製菓', 'domain:seika.example'].map((key) =>
      house.deps.secrets.hash(key, 'company'),
    )
    expect(keys.map(({ keyHash }) => keyHash).sort()).toEqual(expected.sort())
    const home = await owner.get(`/companies/${id}?done=founded`)
    expect(home.text).toContain('会社を登録しました')
    expect(home.text).toContain('お困りのことを書く')
    expect((await owner.get('/home')).location).toBe(`/companies/${id}`)
  })

  test('hides whoever hid from it before it was there', async () => {
    const blocked = talentId('kobayashi')
    const keyHash = house.deps.secrets.hash('name:後からできる会社', 'company')
    await asOwner(house.db, async (tx) => {
      await tx.insert(employerBlocks).values({ talentId: blocked, keyHash })
    })
    const owner = await newcomer('c@atokara.example')
    const id = foundedAt((await owner.post('/companies', { ...NEW, name: '㈱後からできる会社' })).location)
    await asOwner(house.db, (tx) => tx.update(companies).set({ verifiedAt: house.now() }).where(eq(companies.id, id)))
    const [account] = await asOwner(house.db, (tx) =>
      tx.select().from(memberships).where(eq(memberships.organisationId, id)),
    )
    const actor = { id: account!.accountId, power: 'person' } as const
    const seen = await asActor(house.db, actor, id, (tx) =>
      tx.select({ id: talents.id }).from(talents).where(eq(talents.id, blocked)),
    )
    expect(seen).toEqual([])
    expect(await asActor(house.db, actor, id, (tx) => tx.select().from(talents))).not.toEqual([])
  })

  test('twice with one 法人番号: the second is told, and nothing is left half made', async () => {
    const number = '9010001000031'
    const owner = await newcomer('d@niban.example')
    const before = await asOwner(house.db, (tx) => tx.select().from(companies))
    const answer = await owner.post('/companies', { ...NEW, corporateNumber: number })
    expect([answer.status, answer.text]).toEqual([422, expect.stringMatching(/法人番号/)])
    expect(answer.html).toContain(`value="${NEW.name}"`)
    expect(await asOwner(house.db, (tx) => tx.select().from(companies))).toHaveLength(before.length)
    expect((await owner.get('/home')).text).toContain('どこから始めますか')
  })

  test('a second copy of the form founds no second company', async () => {
    const owner = await newcomer('e@nidooshi.example')
    const fields = { ...NEW, name: '二度押し商店', _once: 'founding-once' }
    const answers = await Promise.all([owner.post('/companies', fields), owner.post('/companies', fields)])
    expect(new Set(answers.map(({ location }) => location)).size).toBe(1)
    const there = await asOwner(house.db, (tx) => tx.select().from(companies).where(eq(companies.name, fields.name)))
    expect(there).toHaveLength(1)
  })
})

describe('the home of a company', () => {
  test('is for its own people only', async () => {
    for (const path of ['', '/details', '/members']) {
      expect((await (await house.as('sato')).get(craft + path)).status).toBe(404)
      expect((await (await house.as('mori')).get(craft + path)).status).toBe(404)
      expect((await house.visitor().get(craft + path)).location).toContain('/sign-in')
    }
    expect((await (await house.as('nakamura')).get('/companies/nonsense')).status).toBe(404)
  })

  test('has one main action; a viewer sees and does not act', async () => {
    const owner = await house.as('nakamura')
    expect((await owner.get(craft)).text).toContain('お困りのことを書く')
    const told = await owner.post('/worries', { text: 'ひとつ作るのにいくら掛かっとるか分からん' })
    const { location } = await owner.post(`${told.location}/company`, { company: companyId('craft') })
    const home = await owner.get(craft)
    expect(home.text).toContain('書きかけです')
    expect(home.html).toContain(`href="${location.replace('/background', '')}"`)
    await asOwner(house.db, (tx) => tx.delete(projectCodes))
    await asOwner(house.db, (tx) => tx.delete(projects))
    const again = await owner.get(craft)
    expect(again.text).toContain('から、案件を作れます')
    expect(again.html).toContain(`href="${told.location}"`)
    const viewer = await (await house.as('chiyo')).get(craft)
    expect(viewer.text).toContain('見るだけの役目')
    expect(viewer.html).not.toContain(`${craft}/details`)
    expect((await (await house.as('chiyo')).get(`${craft}/details`)).status).toBe(404)
  })
})

describe('the details', () => {
  const form = {
    ...{ name: '有限会社なかむら提灯工房', nameKana: '', corporateNumber: '', prefecture: 40, municipality: '40210' },
    ...{ industry: 'crafts', employees: '１１', officers: '', about: '提灯', contactName: '', address: '', phone: '' },
    email: 'kobo@nakamura-chochin.example',
  }
  const row = async () =>
    (
      await asOwner(house.db, (tx) =>
        tx
          .select()
          .from(companies)
          .where(eq(companies.id, companyId('craft'))),
      )
    )[0]!

  test('are shown, changed, and kept against an older form', async () => {
    const owner = await house.as('nakamura')
    expect((await owner.get(`${craft}/details`)).html).toContain('value="有限会社なかむら提灯工房"')
    const { version } = await row()
    const saved = await owner.act(`${craft}/details`, { ...form, version })
    expect(saved.text).toContain('保存しました')
    expect(await row()).toMatchObject({ employees: 11, officers: null, nameKana: null, version: version + 1 })
    expect((await owner.post(`${craft}/details`, { ...form, about: '古い', version })).status).toBe(409)
    expect((await row()).about).toBe('提灯')
    const [contacts] = await asOwner(house.db, (tx) =>
      tx
        .select()
        .from(companyContacts)
        .where(eq(companyContacts.companyId, companyId('craft'))),
    )
    expect(contacts!.phone).toBeNull()
  })

  test('a new name adds a key and takes none away', async () => {
    const keys = () =>
      asOwner(house.db, (tx) =>
        tx
          .select()
          .from(companyKeys)
          .where(eq(companyKeys.companyId, companyId('craft'))),
      )
    const before = await keys()
    const owner = await house.as('nakamura')
    await owner.act(`${craft}/details`, { ...form, name: '新しい提灯', version: (await row()).version })
    const after = await keys()
    expect(after).toEqual(expect.arrayContaining(before))
    expect(after.map(({ keyHash }) => keyHash)).toContain(house.deps.secrets.hash('name:新しい提灯', 'company'))
  })

  test('what does not fit comes back with every value', async () => {
    const owner = await house.as('nakamura')
    const { version } = await row()
    const wrong = { ...form, prefecture: 6, employees: '多い', corporateNumber: '9010001000030', version }
    const answer = await owner.post(`${craft}/details`, wrong)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('数字が合いません')
    expect(answer.html).toContain('value="多い"')
    const elsewhere = await owner.post(`${craft}/details`, { ...form, prefecture: 6, version })
    expect(elsewhere.text).toContain('市区町村を、都道府県に合わせて')
    const taken = await owner.post(`${craft}/details`, { ...form, corporateNumber: '9010001000031', version })
    expect(taken.status).toBe(422)
    expect((await row()).version).toBe(version)
  })
})

describe('members', () => {
  let link = ''
  const invited = 'apprentice@nakamura-chochin.example'
  const lastTo = (email: string) => house.mails.findLast(({ to }) => to === email)!

  beforeAll(async () => {
    const owner = await house.as('nakamura')
    const page = await owner.act(`${craft}/members`, { ...SEAT, email: 'Apprentice@nakamura-chochin.example' })
    expect(page.text).toContain('招待のメールを送ります')
    expect(page.text).toContain(invited)
    await house.drain()
    link = new URL(/https?:\/\/\S+/.exec(lastTo(invited).text)![0]).pathname
  })

  test('only an owner invites', async () => {
    const viewer = await house.as('chiyo')
    expect((await viewer.get(`${craft}/members`)).text).not.toContain('招待を送る')
    expect((await viewer.post(`${craft}/members`, { email: 'x@y.example', role: 'owner' })).status).toBe(404)
    const owner = await house.as('nakamura')
    const again = await owner.post(`${craft}/members`, { ...SEAT, email: 'nakamura@cast.example' })
    expect(again.text).toContain('もう一緒に使っています')
    expect((await owner.post(`${craft}/members`, { email: 'いない', role: 'boss' })).status).toBe(422)
  })

  test('the link works for the invited address only, once', async () => {
    const wrong = await house.as('sato')
    expect((await wrong.get(link)).text).toContain('別の方への招待です')
    expect((await wrong.post(link)).status).toBe(403)
    const visitor = house.visitor()
    const asked = await visitor.get(link)
    expect(asked.location).toBe(`/sign-in?next=${encodeURIComponent(link)}`)
    expect((await signIn(visitor, invited, link)).location).toBe(link)
    expect((await visitor.get(craft)).status).toBe(404)
    expect((await visitor.get(link)).text).toContain('に加わる')
    expect((await visitor.post(link)).location).toBe(craft)
    expect((await visitor.get(craft)).status).toBe(200)
    expect((await visitor.post(link)).status).toBe(409)
    await house.drain()
    expect(lastTo('nakamura@cast.example').text).toContain('加わりました')
    expect((await visitor.post(`${craft}/members`, { email: 'z@z.example', role: 'owner' })).status).toBe(404)
  })

  test('a withdrawn or old invitation opens nothing', async () => {
    const owner = await house.as('nakamura')
    const page = await owner.act(`${craft}/members`, { email: 'late@z.example', role: 'viewer' })
    await house.drain()
    const late = new URL(/https?:\/\/\S+/.exec(lastTo('late@z.example').text)![0]).pathname
    const withdrawal = /invitations\/[0-9a-f-]{36}\/withdrawal/.exec(page.html)![0]
    expect((await (await house.as('chiyo')).post(`${craft}/${withdrawal}`)).status).toBe(404)
    const guest = await newcomer('late@z.example')
    expect((await guest.get(late)).status).toBe(200)
    await owner.act(`${craft}/${withdrawal}`)
    expect((await guest.get(late)).status).toBe(404)
    expect((await guest.post(late)).status).toBe(409)
    expect((await owner.post(`${craft}/${withdrawal}`)).status).toBe(409)
    await owner.act(`${craft}/members`, { email: 'late@z.example', role: 'viewer' })
    await house.drain()
    const old = new URL(/https?:\/\/\S+/.exec(lastTo('late@z.example').text)![0]).pathname
    house.setTime(new Date(house.now().getTime() + 7 * 86_400_000 + 1000))
    const later = await newcomer('late@z.example')
    expect((await later.get(old)).status).toBe(404)
    expect((await later.get('/invitations/nonsense')).status).toBe(404)
  })

  test('whoever is taken out is told and is out; the last owner stays', async () => {
    const owner = await house.as('nakamura')
    expect((await owner.post(`${craft}/members/departure`)).status).toBe(409)
    expect((await owner.get(craft)).status).toBe(200)
    const chiyo = await house.as('chiyo')
    expect((await chiyo.post(`${craft}/members/${accountId('nakamura')}/removal`)).status).toBe(404)
    expect((await owner.post(`${craft}/members/${accountId('sato')}/removal`)).status).toBe(409)
    await owner.act(`${craft}/members/${accountId('chiyo')}/removal`)
    await house.drain()
    expect(lastTo('chiyo@cast.example').text).toContain('外れました')
    expect((await chiyo.get(craft)).status).toBe(404)
    const apprentice = await newcomer(invited)
    expect((await apprentice.post(`${craft}/members/departure`)).location).toBe('/home')
    expect((await apprentice.get(craft)).status).toBe(404)
  })
})

describe('/home', () => {
  test('leads straight to the only place', async () => {
    expect((await (await house.as('sato')).get('/home')).location).toBe(`/companies/${companyId('fertiliser')}`)
    expect((await (await house.as('mori')).get('/home')).location).toBe('/desk')
    expect((await (await house.as('abe')).get('/home')).location).toMatch(/^\/partners\//)
    expect((await house.visitor().get('/home')).location).toBe('/sign-in?next=%2Fhome')
  })

  test('offers both ways to somebody new', async () => {
    const page = await (await newcomer('brand@new.example')).get('/home')
    expect(page.html).toContain('href="/me"')
    expect(page.html).toContain('href="/worries/new"')
  })
})
