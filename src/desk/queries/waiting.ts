import { lettersToTell } from '../../accounts/queries/spoken.ts'
import { overdueCompanies } from '../../applications/queries/promises.ts'
import { readyCases } from '../../cases/queries/cases.ts'
import { storiesToPublish } from '../../cases/queries/stories.ts'
import { worriesToType } from '../../challenges/queries/photos.ts'
import { askedWorries } from '../../challenges/queries/together.ts'
import { waitingSigningCalls } from '../../contracts/queries/signing.ts'
import type { Tx } from '../../lib/db.ts'
import { waitingReports } from '../../messages/queries/reports.ts'
import { waitingReferrals } from '../../referrals/queries/slips.ts'
import { waitingCalls, waitingProjects } from '../queries.ts'

/** All that waits for the desk, each kind the oldest first; whoever of the desk reads it may not see every worry. */
export async function waitingForDesk(tx: Tx, reader: string, now: Date) {
  return {
    projects: await waitingProjects(tx),
    calls: await waitingCalls(tx),
    signing: await waitingSigningCalls(tx),
    letters: await lettersToTell(tx),
    cases: await readyCases(tx),
    stories: await storiesToPublish(tx),
    overdue: await overdueCompanies(tx, now),
    referrals: await waitingReferrals(tx, now),
    typing: await worriesToType(tx),
    worries: await askedWorries(tx, { browser: '', account: reader, side: { as: 'operator' } }),
    reports: await waitingReports(tx),
  }
}
