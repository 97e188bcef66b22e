import { expect, test } from 'vitest'
import { jobCodes } from '../../jobcodes/rules/standard.ts'
import type { Poster } from './draft.ts'
import { draftFromCode, templateCode, untouchedSteps } from './template.ts'

const POSTER: Poster = {
  ...{ name: '見本提灯', prefecture: 40, municipality: '40210', industry: 'E32' },
  ...{ contactName: '中村', address: '福岡県八女市見本町1-2', phone: '0943-00-0000', email: 'a@example.jp' },
}
const codes = jobCodes().places.map(({ leaf }) => leaf.id)

test('every job code makes a draft that says only what the code says of itself', () => {
  for (const code of codes) {
    const draft = draftFromCode(POSTER, code)
    const leaf = jobCodes().leaf(code)!
    expect(draft).toMatchObject({ background: null, fee: null, style: null, posterName: POSTER.name })
    expect(draft.title).toContain(leaf.name.replace(/(支援|の相談)$/, '').slice(0, 4))
    for (const task of leaf.tasks.slice(0, 3)) expect(draft.work).toContain(task)
    expect(draft.goal).toContain(leaf.success[0])
    expect(draft.codes).toEqual([{ code, level: 3, must: true, position: 0 }])
    expect([...draft.title!].length).toBeLessThanOrEqual(60)
  }
})

test('a screen is the template’s until a letter of it changes', () => {
  const { codes: asked, ...content } = draftFromCode(POSTER, codes[0]!)
  const begun = { ...content, worryId: null }
  expect(untouchedSteps(begun, asked)).toEqual(['work', 'goal'])
  expect(untouchedSteps({ ...begun, goal: `${begun.goal}。`, excluded: null }, asked)).toEqual(['work'])
  const own = { ...begun, title: '提灯の原価', work: '一緒に測る', goal: '原価表', excluded: null }
  expect(untouchedSteps(own, asked)).toEqual([])
  expect(untouchedSteps({ ...begun, worryId: 'x' }, asked)).toEqual([])
  expect(untouchedSteps({ ...begun }, [])).toEqual([])
})

test('a number that is none begins nothing', () => {
  expect(templateCode(codes[0]!)).toBe(codes[0])
  for (const odd of ['', '00000', 'constructor']) expect(templateCode(odd)).toBeNull()
})
