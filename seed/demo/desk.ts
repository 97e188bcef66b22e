import { addressWithoutMail } from '../../src/accounts/rules/spoken.ts'
import type { consultations } from '../../src/desk/schema.ts'
import { addDays, endOfDay, startOfDay, today } from '../../src/lib/time.ts'
import { accountId } from '../cast.ts'
import { nameBasedId } from '../ids.ts'
import type { By, Stage } from './rows.ts'
import type { DemoCompany } from './shapes.ts'

const HOUR = 3_600_000
const DESK: By = { actor: accountId('mori'), organisation: null }
const VISITOR: By = { actor: null, organisation: null }

type Asked = Pick<typeof consultations.$inferInsert, 'name' | 'phone' | 'wish' | 'note' | 'page'>

/** Who asked to be called, the last first; the first two still wait. */
const CALLS: readonly Asked[] = [
  {
    ...{ name: '大場 キヨ', phone: '0234-00-0188', wish: 'morning', page: '/worries/new' },
    note: '漬物屋です。何から書けばよいか分からないので、話を聞いてほしいです。',
  },
  {
    ...{ name: '森下 俊', phone: '090-0000-0766', wish: 'evening', page: '/projects' },
    note: '勤め先の許可がまだですが、話だけ聞くことはできますか。',
  },
  { name: '斎藤 久子', phone: '0238-00-0355', wish: 'soon', page: '/about/partners', note: '' },
  {
    ...{ name: '野田 勝', phone: '0942-00-0412', wish: 'afternoon', page: '/worries/new' },
    note: '息子に代わりに入力してもらいたい。',
  },
]
const WAITING = 2

/** Who has no mail address: written down by the desk, told everything by telephone. */
const WITHOUT_MAIL = [
  ['工藤', 'ハナ', '0237-00-0129'],
  ['古閑', '正治', '0943-00-0870'],
] as const

/** What a week at the desk is like: calls, people without mail, and a firm for which it may type. */
export function busyDesk(stage: Stage, [firm]: readonly DemoCompany[]): void {
  const { now, rows, done } = stage
  const at = (days: number, hour: number) => new Date(startOfDay(addDays(today(now), -days)).getTime() + hour * HOUR)
  for (const [nth, asked] of CALLS.entries()) {
    const subject = { kind: 'consultation', id: nameBasedId(`desk:call:${nth}`) }
    const createdAt = at(1 + nth * 2, 17.4 - nth)
    const calledBackAt = nth < WAITING ? null : new Date(createdAt.getTime() + 19 * HOUR)
    const calledBackBy = calledBackAt && DESK.actor
    rows.consultations.push({ id: subject.id, ...asked, createdAt, calledBackAt, calledBackBy })
    done(createdAt, 'consultation.asked', subject, VISITOR)
    if (calledBackAt) done(calledBackAt, 'consultation.called-back', subject, DESK)
  }
  for (const [nth, [familyName, givenName, phone]] of WITHOUT_MAIL.entries()) {
    const [id, createdAt] = [nameBasedId(`desk:person:${nth}`), at(20 + 13 * nth, 10.6)]
    rows.accounts.push({
      ...{
        id,
        email: addressWithoutMail(id),
        emailVerified: false,
        name: `${familyName} ${givenName}`,
        power: 'person',
      },
      ...{ createdAt, updatedAt: createdAt },
    })
    rows.people.push({ accountId: id, familyName, givenName, phone, updatedAt: createdAt })
    done(createdAt, 'person.written-down', { kind: 'account', id }, DESK)
  }
  if (firm) trust(stage, firm, at(14, 11.3))
}

/** A firm lets the desk type for it. */
function trust({ rows, done }: Stage, { key }: DemoCompany, given: Date): void {
  const id = nameBasedId('desk:mandate')
  const owner: By = { actor: nameBasedId(`${key}:owner`), organisation: nameBasedId(key) }
  rows.mandates.push({
    ...{ id, companyId: owner.organisation!, partnerId: null, scope: 'draft', way: 'screen', givenBy: owner.actor! },
    ...{ givenAt: given, startsAt: given, endsAt: endOfDay(addDays(today(given), 92)) },
  })
  done(given, 'mandate.given', { kind: 'mandate', id }, owner, {
    ...{ company: owner.organisation, partner: null, scope: 'draft' },
  })
}
