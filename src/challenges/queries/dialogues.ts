import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm'
import { companies, partnerCompanies } from '../../companies/schema.ts'
import type { Tx } from '../../lib/db.ts'
import { consentHolds } from '../../partners/queries.ts'
import { partners } from '../../partners/schema.ts'
import type { SeenDialogue } from '../rules/dialogue-state.ts'
import { type DialogueLine, dialogueLines, dialogues } from '../schema.ts'

const LISTED = 100

/** Nobody answered it. */
export function isWaiting() {
  const { takenAt, declinedAt, recalledAt, lapsedAt } = dialogues
  return and(isNull(takenAt), isNull(declinedAt), isNull(recalledAt), isNull(lapsedAt))
}

/** What a partner handed over, the newest first; the lines only as long as nobody answered. */
export async function dialoguesOfPartner(tx: Tx, partnerId: string, now: Date): Promise<SeenDialogue[]> {
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
    .limit(LISTED)
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
  return tx
    .select({ id: dialogues.id, partner: partners.name })
    .from(dialogues)
    .innerJoin(partners, eq(partners.id, dialogues.partnerId))
    .where(and(eq(dialogues.companyId, companyId), isWaiting()))
    .orderBy(asc(dialogues.handedAt))
}

/** The lines of sheets from which a worry was begun, for whoever may see the worry. */
export async function linesOfWorry(tx: Tx, worryId: string): Promise<DialogueLine[]> {
  return tx.select().from(dialogueLines).where(eq(dialogueLines.worryId, worryId))
}
