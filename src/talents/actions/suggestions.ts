import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import type { Suggestion } from '../rules/cv.ts'
import { codeSuggestions } from '../schema.ts'

/** Keeps what a CV led to, in place of what an earlier one did; a code that was denied stays denied. The CV is not kept. */
export async function keepSuggestions(act: Act, talentId: string, suggestions: readonly Suggestion[]): Promise<void> {
  const own = eq(codeSuggestions.talentId, talentId)
  await act.tx.delete(codeSuggestions).where(and(own, isNull(codeSuggestions.deniedAt)))
  await act.tx
    .insert(codeSuggestions)
    .values(suggestions.map((one, position) => ({ talentId, ...one, position, suggestedAt: act.now })))
    .onConflictDoNothing()
  await record(act, 'talent.cv-read', { kind: 'talent', id: talentId }, { codes: suggestions.map(({ code }) => code) })
}

/** 「違う」 to these codes, and no longer to those: part of the act that chooses codes. */
export async function denyCodes(
  act: Act,
  talentId: string,
  denied: readonly Suggestion[],
  chosen: readonly string[],
): Promise<void> {
  if (denied.length > 0) {
    await act.tx
      .insert(codeSuggestions)
      .values(denied.map((one) => ({ talentId, ...one, suggestedAt: act.now, deniedAt: act.now })))
      .onConflictDoUpdate({
        target: [codeSuggestions.talentId, codeSuggestions.code],
        set: { deniedAt: sql`excluded.denied_at` },
      })
  }
  if (chosen.length === 0) return
  await act.tx
    .update(codeSuggestions)
    .set({ deniedAt: null })
    .where(and(eq(codeSuggestions.talentId, talentId), inArray(codeSuggestions.code, [...chosen])))
}
