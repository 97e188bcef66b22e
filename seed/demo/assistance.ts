import { addDays, endOfDay, startOfDay, today } from '../../src/lib/time.ts'
import { accountId, companyId, partnerId } from '../cast.ts'
import { nameBasedId } from '../ids.ts'
import type { By, Stage } from './rows.ts'

const FIRM = companyId('craft')
const TOWN = partnerId('town')
const OWNER: By = { actor: accountId('nakamura'), organisation: FIRM }
/** koga types for the workshop: in its name, as herself. */
const KOGA: By = { actor: accountId('koga'), organisation: FIRM }
const HOUR = 3_600_000
const HALF_AN_HOUR = HOUR / 2
const PROJECT = { kind: 'project', id: nameBasedId('workshop:times') }
const FIELDS = ['background', 'goal', 'fee']

/** The lantern workshop lets the town's office type for it; koga wrote half of a project, and nakamura read it and found it right. */
export function typeForWorkshop({ now, rows, done }: Stage): void {
  const before = (days: number, hour: number) =>
    new Date(startOfDay(addDays(today(now), -days)).getTime() + hour * HOUR)
  const mandate = { kind: 'mandate', id: nameBasedId('assistance:mandate') }
  const session = { kind: 'assisted-session', id: nameBasedId('assistance:session') }
  const [given, started, ended, confirmed] = [before(30, 10.1), before(5, 10), before(5, 10.4), before(5, 13.1)]
  const between = { companyId: FIRM, partnerId: TOWN, scope: 'draft' } as const
  rows.mandates.push({
    ...{ id: mandate.id, ...between, way: 'screen', givenBy: OWNER.actor!, givenAt: given, startsAt: given },
    endsAt: endOfDay(addDays(today(given), 183)),
  })
  done(given, 'mandate.given', mandate, OWNER, { company: FIRM, partner: TOWN, scope: 'draft' })
  rows.assistedSessions.push({
    ...{ id: session.id, ...between, assistantId: KOGA.actor!, signInId: nameBasedId('assistance:sign-in') },
    ...{ mandateId: mandate.id, startedAt: started, endedAt: ended },
    expiresAt: new Date(started.getTime() + HALF_AN_HOUR),
  })
  done(started, 'assisted-session.begun', session, KOGA, { partner: TOWN, scope: 'draft', mandate: mandate.id })
  const written = before(5, 10.2)
  done(written, 'project.saved', PROJECT, KOGA, { fields: FIELDS, assisted: session.id })
  for (const field of FIELDS) {
    rows.entries.push({
      ...{ sessionId: session.id, companyId: FIRM, subjectKind: PROJECT.kind, subjectId: PROJECT.id, field },
      ...{ enteredBy: KOGA.actor!, at: written, confirmedAt: confirmed },
    })
  }
  done(ended, 'assisted-session.ended', session, KOGA)
  done(confirmed, 'assisted-session.confirmed', session, OWNER)
}
