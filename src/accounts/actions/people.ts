import type { Act } from '../../lib/act.ts'
import { consents, memberships, organisations, people } from '../schema.ts'

type Details = {
  familyName: string
  givenName: string
  familyKana?: string | null
  givenKana?: string | null
  phone?: string | null
  address?: string | null
}

/** Writes down who somebody is. What is left out stays as it was. */
export async function savePerson(act: Act, accountId: string, details: Details): Promise<void> {
  const set = { ...details, updatedAt: act.now }
  await act.tx
    .insert(people)
    .values({ accountId, ...set })
    .onConflictDoUpdate({ target: people.accountId, set })
}

/** A new organisation with its first member as owner. The act must be in the name of the new organisation. */
export async function foundOrganisation(act: Act, id: string, kind: 'company' | 'partner', ownerId: string) {
  await act.tx.insert(organisations).values({ id, kind, createdAt: act.now })
  await act.tx
    .insert(memberships)
    .values({ id: act.newId(), accountId: ownerId, organisationId: id, role: 'owner', since: act.now })
}

type Consent = Pick<
  typeof consents.$inferInsert,
  'accountId' | 'recipientId' | 'purpose' | 'fields' | 'subjectId' | 'until'
>

/** Writes down what somebody agreed to show, to whom, for what. */
export async function giveConsent(act: Act, consent: Consent): Promise<void> {
  await act.tx.insert(consents).values({ id: act.newId(), ...consent, givenAt: act.now })
}
