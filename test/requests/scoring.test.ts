import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { accountId, companyId } from '../../seed/cast.ts'
import { memberships } from '../../src/accounts/schema.ts'
import { assessments, criteria, selectionNotes } from '../../src/applications/schema.ts'
import { history } from '../../src/history/schema.ts'
import { asOwner, readAs } from '../../src/lib/db.ts'
import { forCompany, writeApplication } from '../fixtures/applications.ts'
import { publishedProjectOf } from '../fixtures/projects.ts'
import { type Browser, openHouse } from '../house.ts'

const house = await openHouse()
let nakamura: Browser
let colleague: Browser
let chiyo: Browser
let project: string
let scores: string
let tanaka: string
let suzuki: string

beforeAll(async () => {
  // Watanabe helps in the workshop: a second pair of eyes.
  await asOwner(house.db, (tx) =>
    tx.insert(memberships).values({
      ...{ id: randomUUID(), accountId: accountId('watanabe'), organisationId: companyId('craft') },
      ...{ role: 'member', since: house.now() },
    }),
  )
  nakamura = await house.as('nakamura')
  colleague = await house.as('watanabe')
  chiyo = await house.as('chiyo')
  project = await publishedProjectOf(house, 'craft')
  scores = `/companies/${companyId('craft')}/projects/${project}/scores`
  tanaka = await writeApplication(house, 'read', { name: 'tanaka', project })
  suzuki = await writeApplication(house, 'shortlisted', { name: 'suzuki', project })
})

const rowsOf = () => asOwner(house.db, (tx) => tx.select().from(criteria).where(eq(criteria.projectId, project)))
const declare = async (lines: readonly (readonly [string, string])[]) =>
  nakamura.post(scores.replace('scores', 'criteria'), {
    version: (await rowsOf()).length,
    ...Object.fromEntries(
      [1, 2, 3, 4, 5].flatMap((n) => [
        [`name${n}`, lines[n - 1]?.[0] ?? ''],
        [`weight${n}`, lines[n - 1]?.[1] ?? ''],
      ]),
    ),
  })
const keyOf = async (name: string) => (await rowsOf()).find((row) => row.name === name && !row.endedAt)!.key
const give = async (browser: Browser, id: string, skill: string, care: string, words = '') =>
  browser.post(`${forCompany(id)}/assessment`, {
    ...{ [await keyOf('原価の経験')]: skill, [await keyOf('分かろうとしているか')]: care, words },
  })

test('what is looked at is declared before, from a draft, and a viewer cannot', async () => {
  const draft = await nakamura.get(scores)
  expect(draft.text).toContain('見るところを決める')
  expect(draft.html).toContain('value="「手作業・工芸の原価管理」の経験"')
  expect((await chiyo.get(scores)).text).toContain('まだ決まっていません')
  expect((await chiyo.post(scores.replace('scores', 'criteria'), { version: 0, name1: 'x' })).status).toBe(404)
  const twice = await declare([
    ['原価の経験', '3'],
    ['原価の経験', '1'],
  ])
  expect([twice.status, twice.text.includes('同じものが、もうあります')]).toEqual([422, true])
  expect((await declare([])).status).toBe(422)
  const wished = [
    ['原価の経験', '3'],
    ['分かろうとしているか', '1'],
  ] as const
  expect((await declare(wished)).status).toBe(303)
  const declared = await nakamura.get(scores)
  expect(declared.text).toContain('原価の経験（とても大事）')
  expect(declared.text).toContain('中村 清さんが決めました')
  const stale = await nakamura.post(scores.replace('scores', 'criteria'), { version: 0, name1: '別のこと' })
  expect(stale.status).toBe(409)
})

test('everybody gives points alone first; the others’ show after the own', async () => {
  expect((await nakamura.post(`${forCompany(tanaka)}/assessment`, { words: '' })).status).toBe(422)
  expect((await give(nakamura, tanaka, '5', '1', '手がしっかりしている。')).status).toBe(303)
  expect((await give(chiyo, tanaka, '5', '5')).status).toBe(404)
  const seen = () =>
    readAs(house.db, { id: accountId('watanabe'), power: 'person' }, companyId('craft'), (tx) =>
      tx.select().from(assessments),
    )
  expect(await seen()).toEqual([])
  const before = await colleague.get(forCompany(tanaka))
  expect(before.text).toContain('ほかに1人が点をつけました')
  expect(before.text).not.toContain('手がしっかりしている')
  expect((await colleague.get(scores)).text).toContain('原価の経験 まだ')
  expect((await chiyo.get(scores)).text).not.toContain('4.0')

  await give(colleague, tanaka, '2', '2')
  const after = await colleague.get(forCompany(tanaka))
  expect(after.text).toContain('中村 清さん：4.0')
  expect(after.text).toContain('手がしっかりしている')
  expect(await seen()).toHaveLength(2)
  const table = await colleague.get(scores)
  expect(table.text).toContain('3.0（2人）')
  expect(table.text).toContain('意見が分かれています（点の差2.0）')
  await give(nakamura, suzuki, '3', '3')
  expect((await colleague.get(scores)).text).not.toContain('3.0（1人）')
})

test('the round is opened once, and what was agreed on is written down', async () => {
  expect((await nakamura.get(scores)).text).toContain('みんなの点を、いま見せ合う')
  expect((await chiyo.post(`${scores}/opening`)).status).toBe(404)
  const opened = await nakamura.act(`${scores}/opening`)
  expect(opened.text).toContain('中村 清さんが、みんなの点を見せ合うことにしました')
  expect((await nakamura.post(`${scores}/opening`)).status).toBe(409)
  expect((await chiyo.get(scores)).text).toContain('3.0（1人）')
  expect((await nakamura.post(`${forCompany(tanaka)}/consensus`, { consensus: '' })).status).toBe(422)
  await nakamura.act(`${forCompany(tanaka)}/consensus`, { consensus: 'まず会って話を聞く。' })
  expect((await colleague.get(forCompany(tanaka))).text).toContain('まず会って話を聞く。')

  const picked = await nakamura.get(`${scores}?a=${tanaka}`)
  expect(picked.html).toContain(`?a=${tanaka}&amp;b=${suzuki}`)
  const pair = await nakamura.get(`${scores}?a=${tanaka}&b=${suzuki}`)
  for (const words of ['2人をくらべる', '原価の経験', '3.5', 'まず会って話を聞く。', '織物']) {
    expect(pair.text).toContain(words)
  }
  expect((await nakamura.get(`${scores}?a=${tanaka}&b=${randomUUID()}`)).status).toBe(404)
})

test('another weight after the first points says so, and keeps the points', async () => {
  house.setTime(new Date(house.now().getTime() + 3_600_000))
  await declare([
    ['原価の経験', '1'],
    ['分かろうとしているか', '1'],
  ])
  const changed = await nakamura.get(scores)
  expect(changed.text).toContain('点をつけはじめたあとに変えました')
  expect(changed.text).toContain('原価の経験（とても大事）は、')
  expect(changed.text).toContain('2.5（2人）')
  await give(nakamura, tanaka, '4', '4')
  expect((await colleague.get(forCompany(tanaka))).text).toContain('に直しました')
})

test('notes stay in the company, and are removed by their writer, who may take that back', async () => {
  await nakamura.act(`${forCompany(tanaka)}/notes`, { words: '電話の声が落ち着いている。' })
  expect((await chiyo.get(forCompany(tanaka))).text).toContain('電話の声が落ち着いている。')
  const [note] = await asOwner(house.db, (tx) => tx.select().from(selectionNotes))
  const removal = `${forCompany(tanaka)}/notes/${note!.id}/removal`
  expect((await colleague.post(removal)).status).toBe(409)
  expect((await nakamura.act(removal)).text).not.toContain('電話の声が落ち着いている。')
  expect((await nakamura.act(`${removal}/cancellation`)).text).toContain('電話の声が落ち着いている。')
  for (const name of ['tanaka', 'sato', 'mori'] as const) {
    const power = name === 'mori' ? 'operator' : 'person'
    const own = await readAs(
      house.db,
      { id: accountId(name), power },
      name === 'sato' ? companyId('fertiliser') : null,
      async (tx) => [
        ...(await tx.select().from(selectionNotes)),
        ...(await tx.select().from(assessments)),
        ...(await tx.select().from(criteria)),
      ],
    )
    expect([name, own]).toEqual([name, []])
  }
  expect((await (await house.as('tanaka')).get(`/me/applications/${tanaka}`)).text).not.toContain('落ち着いている')
  // History tells who did what to whom, never in what words.
  const kept = await asOwner(house.db, (tx) => tx.select().from(history).where(eq(history.subjectId, tanaka)))
  expect(JSON.stringify(kept)).not.toMatch(/落ち着い|会って/)
  expect(new Set(kept.map(({ act }) => act))).toEqual(
    new Set(
      ['assessed', 'concluded', 'note-written', 'note-removed', 'note-restored'].map((act) => `application.${act}`),
    ),
  )
})
