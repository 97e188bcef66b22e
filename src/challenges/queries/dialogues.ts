import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm'
import { companies, partnerCompanies } from '../../companies/schema.ts'
import type { Tx } from '../../lib/db.ts'
import { consentHolds } from '../../partners/queries.ts'
import { partners } from '../../partners/schema.ts'
import type { SeenDialogue } from '../rules/dialogue-state.ts'
import { type DialogueLine, dialogueLines, dialogues } from '../schema.ts'

/** The companies that show themselves to a partner now, by name: to whom it may hand something. For the partner. */
export async function companiesShown(tx: Tx, partnerId: string, now: Date) {
  return tx
    .select({ id: companies.id, name: companies.name })
    .from(partnerCompanies)
    .innerJoin(companies, eq(companies.id, partnerCompanies.companyId))
    .where(and(eq(partnerCompanies.partnerId, partnerId), consentHolds(now)))
    .orderBy(asc(companies.nameKana), asc(companies.name), asc(companies.id))
}

/** What a partner handed over, the newest first; the lines only as long as nobody answered. */
export async function dialoguesOfPartner(tx: Tx, partnerId: string, now: Date, limit = 100): Promise<SeenDialogue[]> {
  const rows = await tx
    .select({ dialogue: dialogues, company: companies.name })
    .from(dialogues)
    .innerJoin(companies, eq(companies.id, dialogues.companyId))
    .innerJoin(
      partnerCompanies,
      and(
        ...[eq(partnerCompanies.companyId, dialogues.companyId), eq(partnerCompanies.partnerId, dialogues.partnerId)],
        consentHolds(now),
      ),
    )
    .where(eq(dialogues.partnerId, partnerId))
    .orderBy(desc(dialogues.handedAt), desc(dialogues.id))
    .limit(limit)
  const ids = rows.map(({ dialogue }) => dialogue.id)
  const lines =
    ids.length > 0 ? await tx.select().from(dialogueLines).where(inArray(dialogueLines.dialogueId, ids)) : []
  const own = Map.groupBy(lines, ({ dialogueId }) => dialogueId)
  return rows.map((row) => ({ ...row, lines: own.get(row.dialogue.id) ?? [] }))
}

/** One that was handed to this company, with who handed it. */
export async function dialogueOfCompany(tx: Tx, companyId: string, id: string) {
  const [row] = await tx
    .select({ dialogue: dialogues, partner: partners.name })
    .from(dialogues)
    .innerJoin(partners, eq(partners.id, dialogues.partnerId))
    .where(and(eq(dialogues.id, id), eq(dialogues.companyId, companyId)))
  if (!row) return undefined
  return { ...row, lines: await tx.select().from(dialogueLines).where(eq(dialogueLines.dialogueId, id)) }
}

/** Sheets that wait for this company, the oldest first. */
export async function waitingDialogues(tx: Tx, companyId: string) {
  const { takenAt, declinedAt, recalledAt, lapsedAt } = dialogues
  return tx
    .select({ id: dialogues.id, partner: partners.name })
    .from(dialogues)
    .innerJoin(partners, eq(partners.id, dialogues.partnerId))
    .where(
      and(
        eq(dialogues.companyId, companyId),
        ...[takenAt, declinedAt, recalledAt, lapsedAt].map((answered) => isNull(answered)),
      ),
    )
    .orderBy(asc(dialogues.handedAt))
}

/** The lines of sheets from which a worry was begun, for whoever may see the worry. */
export async function linesOfWorry(tx: Tx, worryId: string): Promise<DialogueLine[]> {
  return tx.select().from(dialogueLines).where(eq(dialogueLines.worryId, worryId))
}
