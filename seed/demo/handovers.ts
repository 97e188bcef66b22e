import { addDays, startOfDay, today } from '../../src/lib/time.ts'
import { PARTS, type Part } from '../../src/referrals/rules/handover.ts'
import { accountId, partnerId } from '../cast.ts'
import { nameBasedId } from '../ids.ts'
import type { By, Stage } from './rows.ts'

const HOUR = 3_600_000
const [BANK, TOWN] = [partnerId('bank'), partnerId('town')]
const ABE: By = { actor: accountId('abe'), organisation: BANK }
const KOGA: By = { actor: accountId('koga'), organisation: TOWN }
const MORI: By = { actor: accountId('mori'), organisation: null }
const HAYASHI: By = { actor: accountId('hayashi'), organisation: null }
const MIURA = nameBasedId('referral:miura')
const TAJIMA = nameBasedId('handover:tajima')
export const FROM_MIURA: By = { actor: MIURA, organisation: BANK }
const FROM_TAJIMA: By = { actor: TAJIMA, organisation: TOWN }

type At = (days: number, hour: number) => Date

/** What is left to whom: at the bank and at the desk it waits for the rest of its parts, at the town's office all is received. */
export function leaveHandovers(stage: Stage): void {
  const at: At = (days, hour) => new Date(startOfDay(addDays(today(stage.now), -days)).getTime() + hour * HOUR)
  join(stage, FROM_MIURA, at(238, 9), {
    ...{ mail: 'miura@hinata-bank.example', phone: '023-000-0404' },
    names: ['三浦', '直子', 'みうら', 'なおこ'],
  })
  join(stage, FROM_TAJIMA, at(241, 9), {
    ...{ mail: 'tajima@hotaru.example', phone: '0943-00-0505' },
    names: ['田島', '健二', 'たじま', 'けんじ'],
  })
  hand(stage, 'handover:miura', FROM_MIURA, ABE, at(3, 16.2), at(1, 9.1), {
    parts: ['matters', 'contacts'],
    words:
      '羽前精工の武田さんは、電話は午前だけです。\n蔵王の湯さんは、来年の春に、もう一度お話を聞くことになっています。',
  })
  hand(stage, 'handover:tajima', FROM_TAJIMA, KOGA, at(12, 15.5), at(11, 9.4), {
    parts: PARTS,
    words: '観光課に移ります。冬の相談茶会の和室は、もう押さえてあります。鍵は公民館で借ります。',
  })
  hand(stage, 'handover:desk', MORI, HAYASHI, at(2, 17.5), at(1, 10.2), {
    parts: ['matters', 'promises', 'contacts'],
    words: '来週は休みます。電話は、火曜と木曜の午前にまとめてかけています。',
  })
}

type Colleague = {
  readonly mail: string
  readonly phone: string
  readonly names: readonly [string, string, string, string]
}

/** Somebody of the house, beside the one of the cast. */
function join({ rows }: Stage, { actor, organisation }: By, since: Date, { mail, phone, names }: Colleague): void {
  const [familyName, givenName, familyKana, givenKana] = names
  const id = actor!
  rows.accounts.push({
    ...{ id, email: mail, emailVerified: true, name: '', power: 'person', createdAt: since, updatedAt: since },
  })
  rows.people.push({ accountId: id, familyName, givenName, familyKana, givenKana, phone, updatedAt: since })
  rows.memberships.push({
    ...{ id: nameBasedId(`${mail}:membership`), accountId: id, organisationId: organisation!, role: 'member', since },
  })
}

type Left = { readonly parts: readonly Part[]; readonly words: string }

/** Given at `given`; the parts are acknowledged one after the other from `read` on, and with the last of all it is received. */
function hand(
  { rows, done }: Stage,
  key: string,
  from: By,
  to: By,
  given: Date,
  read: Date,
  { parts, words }: Left,
): void {
  const id = nameBasedId(key)
  const subject = { kind: 'handover', id }
  done(given, 'handover.given', subject, from, { to: to.actor })
  const receivedAt = parts.length === PARTS.length ? new Date(read.getTime() + (parts.length - 1) * 360_000) : null
  rows.handovers.push({
    ...{ id, partnerId: from.organisation, fromId: from.actor!, toId: to.actor!, givenBy: from.actor! },
    ...{ givenAt: given, receivedAt, words },
  })
  for (const [n, part] of parts.entries()) {
    const at = new Date(read.getTime() + n * 360_000)
    rows.handoverReceipts.push({ handoverId: id, part, acknowledgedAt: at })
    done(at, at.getTime() === receivedAt?.getTime() ? 'handover.received' : 'handover.acknowledged', subject, to, {
      part,
    })
  }
}
