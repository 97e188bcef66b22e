import { eq } from 'drizzle-orm'
import { companyId, type FirmName } from '../seed/cast.ts'
import { structure } from '../src/challenges/rules/structure.ts'
import { codesOf } from '../src/challenges/rules/tree.ts'
import { companies } from '../src/companies/schema.ts'
import { record } from '../src/history/actions.ts'
import { actOf } from '../src/lib/act.ts'
import { asActor } from '../src/lib/db.ts'
import { draftProject } from '../src/projects/actions/drafting.ts'
import { draftFrom } from '../src/projects/rules/draft.ts'
import { projects } from '../src/projects/schema.ts'
import type { House } from './house.ts'

const SYSTEM = { id: null, power: 'system' } as const
export const GX = '取引先から、肥料にGXの証書を付けてくれと言われた。何をどうすれば取れるのか分からない。'
export const COST = '職人が手で作っとるけん、提灯ひとつの原価が出せん。'

/** A project from a worry, its tree taken as it is, live from now on. Returns the address of its proposals. */
export async function publish(house: House, firm: FirmName, worry: string): Promise<{ id: string; address: string }> {
  // Before the transaction, which would not wait for it: the first worry of a process takes long to read.
  const tree = structure(worry)[0]!
  const id = await asActor(house.db, SYSTEM, null, async (tx) => {
    const act = actOf(house.deps, tx, null, companyId(firm), house.now())
    const [company] = await tx
      .select()
      .from(companies)
      .where(eq(companies.id, companyId(firm)))
    const poster = { ...company!, contactName: '係', address: '見本町1-1', phone: '03-0000-0000', email: null }
    const draft = draftFrom(poster, { worry, codes: codesOf(tree), outcomes: [] })
    const made = await draftProject(
      act,
      companyId(firm),
      { ...draft, fee: 40_000, hours: 10, style: 'either', travelPaid: true },
      null,
    )
    await tx.update(projects).set({ submittedAt: act.now, publishedAt: act.now }).where(eq(projects.id, made))
    await record(act, 'project.published', { kind: 'project', id: made })
    return made
  })
  return { id, address: `/companies/${companyId(firm)}/projects/${id}/proposals` }
}
