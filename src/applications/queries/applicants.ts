import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm'
import { history } from '../../history/schema.ts'
import type { Tx } from '../../lib/db.ts'
import { cardsWhere, notHiddenFrom } from '../../talents/queries/shown.ts'
import type { TalentCardData } from '../../talents/rules/card.ts'
import { talents } from '../../talents/schema.ts'
import { stateOf } from '../rules/state.ts'
import { type Application, applications } from '../schema.ts'

/** An application with the card of who sent it: no name. No card once the person took it back. */
type Applicant = { readonly application: Application; readonly card: TalentCardData | null }

/** Everybody who applied to a project of this company, the earliest first. */
export async function applicantsOfProject(tx: Tx, companyId: string, projectId: string): Promise<Applicant[]> {
  const rows = await tx
    .select()
    .from(applications)
    .where(
      and(eq(applications.companyId, companyId), eq(applications.projectId, projectId), isNotNull(applications.sentAt)),
    )
    .orderBy(asc(applications.sentAt), asc(applications.number))
  const shown = rows.filter((row) => stateOf(row) !== 'withdrawn').map(({ talentId }) => talentId)
  const cards = await cardsOf(tx, companyId, shown)
  return rows.map((application) => ({
    application,
    card: stateOf(application) === 'withdrawn' ? null : (cards.get(application.talentId) ?? null),
  }))
}

/** Those of a project to whom one answer was given together. */
export async function declinedTogether(
  tx: Tx,
  { id, companyId }: { id: string; companyId: string },
  batch: string,
): Promise<Application[]> {
  const told = tx
    .select({ id: history.subjectId })
    .from(history)
    .where(and(eq(history.batch, batch), eq(history.act, 'application.declined')))
  return tx
    .select()
    .from(applications)
    .where(and(eq(applications.companyId, companyId), eq(applications.projectId, id), inArray(applications.id, told)))
}

/**
 * Unlike in a search, somebody who applied and then hid the profile from searches is still there; not who hides from this very
 * company by now.
 */
async function cardsOf(tx: Tx, companyId: string, talentIds: readonly string[]): Promise<Map<string, TalentCardData>> {
  if (talentIds.length === 0) return new Map()
  const cards = await cardsWhere(tx, and(inArray(talents.id, [...talentIds]), notHiddenFrom(companyId))!)
  return new Map(cards.map((card) => [card.id, card]))
}
