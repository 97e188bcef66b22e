import { addDays, endOfDay, startOfDay, today } from '../../src/lib/time.ts'
import { BEGUN } from '../../src/mandates/rules.ts'
import { accountId, companyId, partnerId } from '../cast.ts'
import { nameBasedId } from '../ids.ts'
import type { By, Stage } from './rows.ts'
import { TYPED_LINES, TYPED_WORDS } from './typed-worry.ts'

const FIRM = companyId('craft')
const TOWN = partnerId('town')
const OWNER: By = { actor: accountId('nakamura'), organisation: FIRM }
/** koga types for the workshop: in its name, as herself. */
const KOGA: By = { actor: accountId('koga'), organisation: FIRM }
const HOUR = 3_600_000
const HALF_AN_HOUR = HOUR / 2
const BETWEEN = { companyId: FIRM, partnerId: TOWN, scope: 'draft' } as const
const MANDATE = { kind: 'mandate', id: nameBasedId('assistance:mandate') }

/**
 * The lantern workshop lets the town's office type for it: koga wrote half of a project, which nakamura read and found right,
 * and yesterday a worry, which nakamura has not read yet.
 */
export function typeForWorkshop(stage: Stage): void {
  const { now, rows, done } = stage
  const before = (days: number, hour: number) =>
    new Date(startOfDay(addDays(today(now), -days)).getTime() + hour * HOUR)
  const given = before(30, 10.1)
  rows.mandates.push({
    ...{ id: MANDATE.id, ...BETWEEN, way: 'screen', givenBy: OWNER.actor!, givenAt: given, startsAt: given },
    endsAt: endOfDay(addDays(today(given), 183)),
  })
  done(given, 'mandate.given', MANDATE, OWNER, { company: FIRM, partner: TOWN, scope: 'draft' })
  halfAProject(stage, before(5, 10), before(5, 13.1))
  aWorry(stage, before(1, 15))
}

function halfAProject(stage: Stage, at: Date, confirmedAt: Date): void {
  const project = { kind: 'project', id: nameBasedId('workshop:times') }
  const fields = ['background', 'goal', 'fee']
  const session = sit(stage, 'assistance:session', at, (id, written) => {
    stage.done(written, 'project.saved', project, KOGA, { fields, assisted: id })
    enter(stage, id, project, fields, { at: written, confirmedAt })
  })
  stage.done(confirmedAt, 'assisted-session.confirmed', session, OWNER)
}

function aWorry(stage: Stage, at: Date): void {
  const worry = { kind: 'worry', id: nameBasedId('assistance:worry') }
  const lineId = (key: string) => nameBasedId(`assistance:worry:${key}`)
  sit(stage, 'assistance:second-session', at, (id, written) => {
    const moments = { createdAt: written, updatedAt: written, structuredAt: written, claimedAt: written }
    stage.rows.worries.push({
      ...{ id: worry.id, text: TYPED_WORDS, companyId: FIRM, browserHash: `assisted ${id}`, ...moments },
    })
    for (const [position, { key, under, isSaidRight, ...line }] of TYPED_LINES.entries()) {
      stage.rows.challengeNodes.push({
        ...{ id: lineId(key), worryId: worry.id, parentId: under ? lineId(under) : null, ...line, position },
        createdAt: written,
        ...(isSaidRight && { confirmedAt: written, writtenBy: KOGA.actor, writtenAs: 'partner' as const }),
      })
    }
    stage.done(written, 'worry.told', worry, KOGA, { nodes: TYPED_LINES.length, assisted: id })
    const right = TYPED_LINES.filter(({ isSaidRight }) => isSaidRight).map(({ key }) => lineId(key))
    for (const line of right) {
      const data = { worry: worry.id, assisted: id }
      stage.done(written, 'node.confirmed', { kind: 'challenge-node', id: line }, KOGA, data)
    }
    enter(stage, id, worry, [BEGUN, ...right.map((line) => `line:${line}`)], { at: written })
  })
}

/** Half an hour beside the owner, begun by the mandate; `work` is what was written in it. */
function sit({ rows, done }: Stage, key: string, startedAt: Date, work: (id: string, written: Date) => void) {
  const session = { kind: 'assisted-session', id: nameBasedId(key) }
  rows.assistedSessions.push({
    ...{ id: session.id, ...BETWEEN, assistantId: KOGA.actor!, signInId: nameBasedId(`${key}:sign-in`) },
    ...{ mandateId: MANDATE.id, startedAt, endedAt: new Date(startedAt.getTime() + 0.4 * HOUR) },
    expiresAt: new Date(startedAt.getTime() + HALF_AN_HOUR),
  })
  done(startedAt, 'assisted-session.begun', session, KOGA, { partner: TOWN, scope: 'draft', mandate: MANDATE.id })
  work(session.id, new Date(startedAt.getTime() + 0.2 * HOUR))
  done(new Date(startedAt.getTime() + 0.4 * HOUR), 'assisted-session.ended', session, KOGA)
  return session
}

type When = { readonly at: Date; readonly confirmedAt?: Date }

function enter(
  { rows }: Stage,
  sessionId: string,
  subject: { kind: string; id: string },
  fields: string[],
  when: When,
) {
  for (const field of fields) {
    rows.entries.push({
      ...{ sessionId, companyId: FIRM, subjectKind: subject.kind, subjectId: subject.id, field },
      ...{ enteredBy: KOGA.actor!, ...when },
    })
  }
}
