import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { accountId, companyId } from '../../seed/cast.ts'
import { applications } from '../../src/applications/schema.ts'
import { companies } from '../../src/companies/schema.ts'
import { history } from '../../src/history/schema.ts'
import { asOwner } from '../../src/lib/db.ts'
import { craft, drafting } from '../drafting.ts'
import { applicationRow, apply, forCompany, lettersTo, step, writeApplication } from '../fixtures/applications.ts'
import { AT_ANY_HOUR } from '../fixtures/notices.ts'
import { publishedProjectOf } from '../fixtures/projects.ts'
import { type Browser, openHouse } from '../house.ts'

const DAY = 86_400_000

const house = await openHouse()
const way = drafting(house)
let tanaka: Browser
let nakamura: Browser

beforeAll(async () => {
  tanaka = await house.as('tanaka')
  nakamura = await house.as('nakamura')
  for (const browser of [tanaka, nakamura]) await browser.act('/me/notices/settings', AT_ANY_HOUR)
})

/** A session of the desk ends after twelve hours. */
const desk = () => house.as('mori')

/** Every morning's work, as if it ran twice. */
async function morning(at: Date): Promise<void> {
  house.setTime(at)
  for (let n = 0; n < 2; n++) {
    await asOwner(house.db, (tx) => house.jobs.enqueue(tx, 'applications.remind', {}))
    await house.drain()
  }
}

describe('an answer that was promised', () => {
  let id: string

  test('is asked for at half of the time and near its end; both sides hear once when the day has passed', async () => {
    id = await apply(tanaka, await publishedProjectOf(house, 'craft'))
    const { sentAt, answerBy } = await applicationRow(house, id)
    const whole = answerBy!.getTime() - sentAt!.getTime()
    const keys = (name: string) =>
      lettersTo(house, name).flatMap(({ id: key }) => (key.includes(id) ? [key.split('-')[0]] : []))
    const told = async (share: number) => {
      await morning(new Date(sentAt!.getTime() + whole * share))
      return [keys('nakamura'), keys('tanaka')]
    }
    expect(await told(0.4)).toEqual([[], []])
    expect(await told(0.5)).toEqual([['half'], []])
    expect(await told(0.7)).toEqual([['half'], []])
    expect(await told(0.8)).toEqual([['half', 'near'], []])
    expect(await told(1.1)).toEqual([['half', 'near', 'late'], ['late']])
    expect(await told(1.5)).toEqual([['half', 'near', 'late'], ['late']])
    // What anybody may see on the screen of a telephone says nothing of it.
    const letter = lettersTo(house, 'tanaka').find(({ id: key }) => key.startsWith('late'))!
    expect(letter.subject).toBe('めぐりからのお知らせ')
    expect(letter.text).toContain('事務局が企業に電話して')
  })

  test('then stands on the list of the desk, with whom to call; a call is written down and it rests for two days', async () => {
    expect((await (await desk()).get('/desk')).text).toContain('有限会社なかむら提灯工房に電話する')
    const path = `/desk/companies/${companyId('craft')}/promise-call`
    expect((await (await desk()).act(path)).location).toBe('/desk')
    expect((await (await desk()).get('/desk')).text).not.toContain('なかむら提灯工房に電話する')
    const [row] = await asOwner(house.db, (tx) => tx.select().from(history).where(eq(history.act, 'promise.called')))
    expect(row).toMatchObject({ actor: accountId('mori'), subjectId: companyId('craft'), data: { applications: [id] } })
    house.setTime(new Date(house.now().getTime() + 3 * DAY))
    const again = await (await desk()).get('/desk')
    expect(again.text).toContain('なかむら提灯工房に電話する')
    expect(again.text).toContain('前の電話：')
    for (const other of [nakamura, tanaka]) expect((await other.post(path)).status).toBe(404)
  })

  test('keeps the company from sending a new posting, which loses nothing, until it is given', async () => {
    const draft = await way.drafted(nakamura)
    await way.answered(nakamura, draft)
    const page = await nakamura.get(`${craft}/projects/${draft}/submission`)
    expect(page.text).toContain('先に、応募された方へ返事をお願いします')
    expect(page.html).toContain(`href="${forCompany(id)}"`)
    expect(page.html).not.toContain('事務局に送る</')
    const { version } = await way.rowOf(draft)
    const sent = await nakamura.post(`${craft}/projects/${draft}/submission`, { version })
    expect(sent.status).toBe(409)
    expect(sent.text).toContain('返事の約束の日が過ぎた応募があります')
    await step(house, nakamura, `${forCompany(id)}/shortlisting`)
    expect((await (await desk()).get('/desk')).text).not.toContain('なかむら提灯工房に電話する')
    expect((await (await desk()).post(`/desk/companies/${companyId('craft')}/promise-call`)).status).toBe(409)
    expect((await nakamura.post(`${craft}/projects/${draft}/submission`, { version })).status).toBe(303)
  })
})

test('everybody sees how a company answers, as soon as that tells of nobody', async () => {
  const project = await publishedProjectOf(house, 'craft')
  const page = async () => (await house.visitor().get(`/projects/${project}`)).text
  expect(await page()).toContain('まだ応募が少ないので、数は出していません。')
  const wrote = async (state: 'declined' | 'shortlisted' | 'interview' | 'withdrawn' | 'offered') => {
    const own = eq(applications.id, await writeApplication(house, state))
    const answerBy = new Date(house.now().getTime() + DAY)
    await asOwner(house.db, (tx) => tx.update(applications).set({ answerBy }).where(own))
  }
  // Whoever withdrew before the day counts for nothing.
  for (const state of ['declined', 'shortlisted', 'interview', 'withdrawn'] as const) await wrote(state)
  expect(await page()).toContain('まだ応募が少ないので')
  await wrote('offered')
  // The one of above came too late.
  expect(await page()).toMatch(/約束の日までに、5件のうち4件に返事をしました。返事まで、ふつう\d+日です。/)
})

test('what a company did before is there for everybody, once somebody has made sure of it', async () => {
  const record = `/companies/${companyId('craft')}/record`
  const project = await publishedProjectOf(house, 'craft')
  expect((await house.visitor().get(`/projects/${project}`)).html).toContain(`href="${record}"`)
  const { text } = await house.visitor().get(record)
  for (const words of ['有限会社なかむら提灯工房', '5件のうち4件に返事', 'まだありません', '手作業の原価が分かる表'])
    expect(text).toContain(words)
  expect(text).not.toMatch(/田中|中村/)
  const unknown = async (change: Partial<typeof companies.$inferInsert>) => {
    await asOwner(house.db, (tx) =>
      tx
        .update(companies)
        .set(change)
        .where(eq(companies.id, companyId('craft'))),
    )
    return (await house.visitor().get(record)).status
  }
  expect(await unknown({ verifiedAt: null })).toBe(404)
  expect(await unknown({ verifiedAt: house.now(), closedAt: house.now() })).toBe(404)
  expect(await unknown({ closedAt: null })).toBe(200)
  // Nothing of it was ever shown.
  expect((await house.visitor().get(`/companies/${companyId('employer')}/record`)).status).toBe(404)
})
