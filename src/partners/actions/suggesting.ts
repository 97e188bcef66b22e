import { programmeSuggestions } from '../../companies/schema.ts'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { TooLate } from '../../lib/web/errors.ts'

/** Tells a company of a programme that would suit it, once. */
export async function suggestProgramme(act: Act, programmeId: string, companyId: string): Promise<void> {
  const made = await act.tx
    .insert(programmeSuggestions)
    .values({ programmeId, companyId, suggestedBy: act.actor!, suggestedAt: act.now })
    .onConflictDoNothing()
    .returning({ companyId: programmeSuggestions.companyId })
  if (made.length === 0) throw new TooLate('この会社には、もうすすめました。')
  await record(act, 'programme.suggested', { kind: 'company', id: companyId }, { programme: programmeId })
}
