import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { companyId } from '../seed/cast.ts'
import { history } from '../src/history/schema.ts'
import { asOwner } from '../src/lib/db.ts'
import { type Project, projects } from '../src/projects/schema.ts'
import type { Browser, House } from './house.ts'

/** The craft firm, which most tests of projects are about. */
export const craft = `/companies/${companyId('craft')}`
export const WORRY = '提灯を一つ作るのにいくらかかっているのか分からない。値段は昔のままで、忙しいのにお金が残らない。'

/** Three trades in one breath, too much for one person: costing, a new product, selling on the net. */
export const LARGE =
  '提灯を一つ作るのにいくらかかっているのか分からない。新しい商品を考える人がいない。ネットで売りたいが、やり方が分からない。'

export const worryIn = (location: string) => /\/worries\/([0-9a-f-]{36})/.exec(location)![1]!
export const projectIn = (location: string) => /\/projects\/([0-9a-f-]{36})/.exec(location)![1]!

/** The way of a project from one sentence to the public, by the door. */
export function drafting(house: House) {
  const rowOf = async (id: string): Promise<Project> =>
    (await asOwner(house.db, (tx) => tx.select().from(projects).where(eq(projects.id, id))))[0]!

  return {
    rowOf,

    async actsOf(id: string): Promise<string[]> {
      const rows = await asOwner(house.db, (tx) =>
        tx.select().from(history).where(eq(history.subjectId, id)).orderBy(history.id),
      )
      return rows.map(({ act }) => act)
    },

    async drafted(owner: Browser): Promise<string> {
      const told = await owner.post('/worries', { text: WORRY })
      const worry = /\/worries\/([0-9a-f-]{36})/.exec(told.location)![1]!
      const brought = await owner.post(`/worries/${worry}/company`, { company: companyId('craft') })
      expect(brought.location).toMatch(/\/draft\/background$/)
      return projectIn(brought.location)
    },

    /** The answers that only the owner can give. */
    async answered(owner: Browser, id: string): Promise<void> {
      const send = async (step: string, fields: Record<string, string>) => {
        const { version } = await rowOf(id)
        const answer = await owner.post(`${craft}/projects/${id}/draft/${step}`, { ...fields, version })
        expect(answer.status).toBe(303)
      }
      await send('fee', { fee: '50000', feeOther: '' })
      await send('place', { style: 'either', travelPaid: 'yes', place: (await rowOf(id)).place!, prefecture: '40' })
    },

    async submitted(owner: Browser): Promise<string> {
      const id = await this.drafted(owner)
      await this.answered(owner, id)
      const { version } = await rowOf(id)
      const sent = await owner.post(`${craft}/projects/${id}/submission`, { version })
      expect(sent.location).toBe(`${craft}/projects/${id}`)
      return id
    },

    async published(owner: Browser): Promise<string> {
      const id = await this.submitted(owner)
      const desk = await house.as('mori')
      const { version } = await rowOf(id)
      expect((await desk.post(`/desk/projects/${id}/publication`, { version })).status).toBe(303)
      return id
    },
  }
}
