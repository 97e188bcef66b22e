import { expect, test } from 'vitest'
import { jobCodes } from '../../jobcodes/rules/standard.ts'
import { draftFrom, type Poster } from './draft.ts'

const POSTER: Poster = {
  ...{ name: '最上みのり肥料株式会社', prefecture: 6, municipality: '06205', industry: 'chemicals' },
  ...{ contactName: '佐藤 茂', address: '山形県新庄市見本町一丁目2番3号 本社2階' },
  ...{ phone: '0233-00-0101', email: 'info@mogami-minori.example' },
}

test('the owner’s own words, and work, goal, hours and months from the confirmed job codes', () => {
  const worry = '取引先からGXの証書を出せと言われて困っている。'
  const draft = draftFrom(POSTER, { worry, codes: ['56109', '56050'], outcomes: ['証書が取引先に届いている'] })
  expect(draft).toMatchObject({
    title: '環境認証・GX認証の取得を、一緒に進めてくれる方',
    background: worry,
    hours: 10,
    months: 3,
    prefecture: 6,
    posterName: POSTER.name,
    posterAddress: POSTER.address,
    posterContact: '電話 0233-00-0101、メール info@mogami-minori.example（佐藤 茂）',
    codes: [
      { code: '56109', level: 3, must: true, position: 0 },
      { code: '56050', level: 2, must: false, position: 1 },
    ],
  })
  expect(draft.work).toContain(jobCodes().leaf('56109')!.tasks[0])
  expect(draft.goal?.split('\n')[0]).toBe('・証書が取引先に届いている')
})

test('any job code gives a draft that reads: no half brackets, no empty lines for lists, within the form', () => {
  for (const { leaf } of jobCodes().places) {
    const draft = draftFrom(POSTER, { worry: '困っている', codes: [leaf.id], outcomes: [] })
    const { title, work, goal, excluded, hours, months } = draft
    expect(title!.length).toBeLessThanOrEqual(60)
    expect(work!.length).toBeLessThanOrEqual(2000)
    for (const text of [title, work, goal, excluded]) {
      const said = text ?? ''
      expect(said.split('「').length, said).toBe(said.split('」').length)
      expect(said.split('（').length, said).toBe(said.split('）').length)
      expect(said).not.toMatch(/undefined|null|^・$/m)
    }
    if (hours !== null) expect([5, 10, 15, 20]).toContain(hours)
    if (months !== null) expect([3, 6, 12]).toContain(months)
  }
})

test('a blank start knows only who posts', () => {
  expect(draftFrom(POSTER, null)).toMatchObject({
    ...{ title: null, background: null, work: null, goal: null, hours: null, months: null, codes: [] },
    ...{ posterName: POSTER.name, industry: 'chemicals', prefecture: 6 },
  })
})

test('what was left of the tree is asked for, what was taken away is not', () => {
  const { tasks, deliverables } = jobCodes().leaf('56109')!
  const said = { worry: '困っている', codes: ['56109'], outcomes: [] }
  const draft = draftFrom(POSTER, { ...said, scope: ['まず話を聞く'], exclusions: ['夜の電話'] })
  expect(draft.work).toContain('・まず話を聞く')
  for (const taken of [...tasks.slice(0, 2), deliverables[0]!]) expect(draft.work).not.toContain(taken)
  expect(draft.work).toContain(tasks[2])
  expect(draft.excluded).toBe('・夜の電話')
  const nothing = draftFrom(POSTER, { ...said, scope: [], exclusions: [] })
  expect(nothing.work).toContain(tasks[2])
  expect(nothing.excluded).toBeNull()
  expect(draftFrom(POSTER, { ...said, scope: null, exclusions: null })).toEqual(draftFrom(POSTER, said))
})
