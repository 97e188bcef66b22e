import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { companyId } from '../../seed/cast.ts'
import { admit } from '../../src/app/admit.ts'
import { routes } from '../../src/app/routes.ts'
import { owesUnseen } from '../../src/applications/queries/promises.ts'
import { applications } from '../../src/applications/schema.ts'
import { asOwner, readAs } from '../../src/lib/db.ts'
import { NotThere } from '../../src/lib/web/errors.ts'
import { writeTown } from '../fixtures/full.ts'
import { publishedProjectOf } from '../fixtures/projects.ts'
import { SEATS, type Seat, seatsIn } from '../fixtures/seats.ts'
import { openHouse } from '../house.ts'

const house = await openHouse()
const town = await writeTown(house)
const COMPANY = companyId('craft')
const craft = `/companies/${COMPANY}`
const { join, browserOf } = seatsIn(house, COMPANY)

test('each role and task gets in where the declaration says so, and nowhere else', async () => {
  const seats = Object.keys(SEATS) as Seat[]
  const people = await Promise.all(seats.map(async (seat) => ({ seat, ...(await join(seat)) })))
  const may = Object.fromEntries(seats.map((seat) => [seat, [] as string[]])) as Record<Seat, string[]>
  for (const { guard, method, path } of routes) {
    if (guard.kind !== 'member' || guard.param !== 'companyId') continue
    for (const { seat, id, email } of people) {
      const [role, tasks] = SEATS[seat]
      const given = role !== 'member' || !guard.tasks || tasks.some((task) => guard.tasks!.includes(task))
      const account = { id, email, name: '', power: 'person', sessionId: id, strongAt: null }
      const who = await admit(guard, account, () => COMPANY, { ...house.deps, life: { stopping: false } }).catch(
        (error: unknown) => {
          if (error instanceof NotThere) return null
          throw error
        },
      )
      expect([path, seat, who !== null]).toEqual([path, seat, guard.roles.includes(role) && given])
      if (who && method === 'POST') may[seat].push(path.replace('/companies/:companyId', ''))
    }
  }
  // What is said of the roles on the screen (accounts/rules/invitations), in addresses.
  const signing = '/contracts/:contractId/agreement'
  const posting = ['/projects', '/projects/:projectId/submission', '/projects/:projectId/closure']
  const choosing = ['/applications/:applicationId/offer', '/applications/:applicationId/decline']
  const running = ['/members', '/members/:accountId/membership', '/departments', '/projects/:projectId/department']
  expect(may.viewer).toEqual(['/members/departure'])
  const own = { poster: posting, chooser: choosing, signer: [signing] }
  for (const [seat, paths] of Object.entries(own)) {
    expect([seat, may[seat as Seat]]).toEqual([seat, expect.arrayContaining(paths)])
    const others = Object.values(own)
      .flat()
      .filter((path) => !paths.includes(path))
    expect([seat, others.filter((path) => may[seat as Seat].includes(path))]).toEqual([seat, []])
  }
  expect(may.all).toEqual(expect.arrayContaining([...may.poster, ...may.chooser, ...may.signer]))
  for (const path of running)
    expect([path, may.all.includes(path), may.owner.includes(path)]).toEqual([path, false, true])
  expect(may.owner).toEqual(expect.arrayContaining(may.all))
})

test('whoever only publishes learns nothing of people, and an answer that is owed stops them all the same', async () => {
  const [poster, chooser] = [await join('poster'), await join('chooser')]
  const [publishing, choosing] = [await browserOf(poster), await browserOf(chooser)]
  const own = `${craft}/projects/${town.projects.busy}`
  const [application] = await asOwner(house.db, (tx) =>
    tx.select().from(applications).where(eq(applications.projectId, town.projects.busy)).limit(1),
  )
  const { rows: walled } = await asOwner(house.db, (tx) =>
    tx.execute<{ name: string }>(sql`select tablename as name from pg_policies where policyname = 'tasks'`),
  )
  const seen = (id: string) =>
    readAs(house.db, { id, power: 'person' }, COMPANY, async (tx) => {
      let n = 0
      for (const { name } of walled) {
        const { rows } = await tx.execute<{ n: string }>(
          sql.raw(`select count(*) as n from ${name} where company_id = '${COMPANY}'`),
        )
        n += Number(rows[0]!.n)
      }
      return n
    })
  expect(walled.length).toBeGreaterThan(15)
  expect(await seen(poster.id)).toBe(0)
  expect(await seen(chooser.id)).toBeGreaterThan(10)
  const peoples = [
    ...[`${own}/applications`, `${own}/proposals`, `${own}/scores`, `${craft}/talents`, `${craft}/scouts`],
    `${craft}/applications/${application!.id}`,
  ]
  for (const path of [...peoples, craft, own]) {
    const isOfPeople = peoples.includes(path)
    const page = await publishing.get(path)
    expect([path, page.status, (await choosing.get(path)).status]).toEqual([path, isOfPeople ? 404 : 200, 200])
    for (const other of peoples) expect([path, page.html.includes(`href="${other}"`)]).toEqual([path, false])
  }
  expect((await choosing.get(`${craft}/projects/new`)).status).toBe(404)
  expect((await choosing.post(`${craft}/projects`, {})).status).toBe(404)
  expect((await choosing.get(own)).html).toContain(`href="${own}/`)

  // Letters: to each of what they do.
  const tanaka = await house.as('tanaka')
  const other = await publishedProjectOf(house, 'craft')
  await tanaka.act(`/me/projects/${other}/talk`, { topic: '自分の経験が役に立つか、聞いてみたいです。' })
  house.setTime(new Date(house.now().getTime() + 31 * 60_000))
  await house.drain()
  const heard = (to: string) => house.mails.filter((mail) => mail.to === to).map(({ subject }) => subject)
  expect(heard(chooser.email)).toContain('めぐり：15分話したい方がいます')
  expect(heard(poster.email)).not.toContain('めぐり：15分話したい方がいます')
  // What came back from paper, too: marks beside people to those who choose, answers of a draft to those who post.
  await asOwner(house.db, async (tx) => {
    await house.jobs.enqueue(tx, 'projects.tellChosen', { projectId: other, key: 'marks' })
    await house.jobs.enqueue(tx, 'projects.tellAnswered', { projectId: other, key: 'answers' })
  })
  await house.drain()
  const [marks, answers] = ['合いそうな人の紙から、印が届きました', '質問の紙から、答えが届きました']
  expect([heard(chooser.email).includes(marks!), heard(chooser.email).includes(answers!)]).toEqual([true, false])
  expect([heard(poster.email).includes(marks!), heard(poster.email).includes(answers!)]).toEqual([false, true])

  expect((await publishing.post(`${craft}/projects`, {})).status).toBe(303)
  await asOwner(house.db, (tx) =>
    tx.execute(sql`update applications set answer_by = now() - interval '9 years', shortlisted_at = null, interview_at = null,
      offered_at = null, accepted_at = null, declined_at = null, withdrawn_at = null, lapsed_at = null
      where id = ${application!.id}`),
  )
  const owes = (id: string) =>
    readAs(house.db, { id, power: 'person' }, COMPANY, (tx) => owesUnseen(tx, COMPANY, house.now()))
  expect(await owes(poster.id)).toBe(true)
})
