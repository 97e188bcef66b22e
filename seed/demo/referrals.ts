import { addDays, businessDaysAfter, endOfDay, startOfDay, today } from '../../src/lib/time.ts'
import type { Referral } from '../../src/referrals/schema.ts'
import { accountId, companyId, partnerId } from '../cast.ts'
import { nameBasedId } from '../ids.ts'
import { FROM_MIURA } from './handovers.ts'
import type { By, Stage } from './rows.ts'
import type { DemoCompany } from './shapes.ts'

const BANK = partnerId('bank')
const ABE: By = { actor: accountId('abe'), organisation: BANK }
const DESK: By = { actor: accountId('mori'), organisation: null }
const HOUR = 3_600_000

/** The last step a referral of the demo has come to, and how many days ago it was opened. */
type Told = {
  readonly firm: string
  readonly contact: string
  readonly phone: string
  readonly daysAgo: number
  readonly step: 'draft' | 'signed' | 'called' | 'dropped' | 'revoked'
  readonly purpose: Referral['purpose']
  readonly back?: readonly string[]
  readonly note?: string
  readonly dropReason?: Referral['dropReason']
  /** Who opened it, where not abe. */
  readonly by?: By
  readonly company?: { readonly id: string; readonly owner: string }
}

const STRANGERS: readonly Told[] = [
  {
    firm: '有限会社さくらんぼ製菓',
    contact: '那須 光子',
    phone: '0237-00-0611',
    daysAgo: 2,
    step: 'draft',
    purpose: 'listen',
    note: '孫の代まで続けたいが、菓子の作り方が私の頭の中にしかない。注文も電話とFAXだけで、夏は受けきれない。',
  },
  {
    firm: '株式会社羽前精工',
    by: FROM_MIURA,
    contact: '武田 浩',
    phone: '0238-00-0722',
    daysAgo: 5,
    step: 'signed',
    purpose: 'person',
  },
  {
    firm: '合資会社鶴岡木桶店',
    contact: '石井 誠',
    phone: '0235-00-0833',
    daysAgo: 1,
    step: 'signed',
    purpose: 'listen',
  },
  {
    ...{ firm: '株式会社蔵王の湯', contact: '高橋 由美', phone: '023-000-0944', daysAgo: 45 },
    ...{ step: 'dropped', purpose: 'learn', dropReason: 'not-now', by: FROM_MIURA },
  },
  {
    firm: '最上紙業株式会社',
    contact: '奥山 勉',
    phone: '0233-00-0155',
    daysAgo: 60,
    step: 'revoked',
    purpose: 'listen',
  },
]

const KOGA: By = { actor: accountId('koga'), organisation: partnerId('town') }

/** What koga of the town's office brought. */
const FROM_TOWN: readonly Told[] = [
  {
    ...{ firm: '有限会社矢部川の茶園', contact: '松尾 芳子', phone: '0943-00-0611', daysAgo: 3, step: 'draft' },
    ...{ purpose: 'listen', by: KOGA },
    note: '新茶のあとの注文が続かない。通販は娘に言われて始めたが、月に三件ほどで止まっている。',
  },
  {
    ...{ firm: '株式会社見本石灯籠', contact: '隈本 正', phone: '0943-00-0722', daysAgo: 2, step: 'signed' },
    ...{ purpose: 'person', by: KOGA },
  },
]

/**
 * What abe of the bank brought: the fertiliser firm, firms that have been here for long, and some in every step before the
 * company itself is here.
 */
export function referByBank(stage: Stage, companies: readonly DemoCompany[]): void {
  const here = companies
    .filter(({ prefecture }) => prefecture === 6)
    .slice(0, 6)
    .map((company, at): Told => {
      const id = nameBasedId(company.key)
      return {
        ...{ firm: company.name, contact: company.owner.familyName, phone: company.phone, daysAgo: 235 - 15 * at },
        ...{ step: 'called', purpose: at % 2 === 0 ? 'person' : 'listen', back: at === 1 ? ['titles', 'result'] : [] },
        ...(at % 2 === 1 && { by: FROM_MIURA }),
        company: { id, owner: nameBasedId(`${company.key}:owner`) },
      }
    })
  const sato: Told = {
    ...{ firm: '最上みのり肥料株式会社', contact: '佐藤 茂', phone: '0233-00-0101', daysAgo: 20, step: 'called' },
    ...{ purpose: 'person', company: { id: companyId('fertiliser'), owner: accountId('sato') } },
  }
  for (const told of [...here, sato, ...STRANGERS, ...FROM_TOWN]) refer(stage, told)
}

function refer({ now, rows, done }: Stage, told: Told): void {
  const opener = told.by ?? ABE
  const { firm, contact, phone, daysAgo, step, purpose, back = [], note, dropReason = null, company } = told
  const id = nameBasedId(`referral:${firm}`)
  const subject = { kind: 'referral', id }
  const at = (days: number, hour: number) =>
    new Date(startOfDay(addDays(today(now), days - daysAgo)).getTime() + hour * HOUR)
  const openedAt = at(0, 10.3)
  const until = addDays(today(openedAt), 730)
  done(openedAt, 'referral.opened', subject, opener, { here: null })
  const isGone = step === 'revoked'
  const row = {
    ...{ id, partnerId: opener.organisation!, companyId: company?.id ?? null, purpose, back: [...back], until },
    ...{ firm: isGone ? null : firm, contact: isGone ? null : contact, phone: isGone ? null : phone, note },
    ...{ openedBy: opener.actor!, openedAt, codeMadeAt: openedAt, version: 1 },
  }
  if (step === 'draft') {
    rows.referrals.push(row)
    return
  }
  const consentedAt = at(0, 14.6)
  const isHere = company !== undefined
  const by: By = isHere ? { actor: company.owner, organisation: company.id } : opener
  const callBy = businessDaysAfter(today(consentedAt), 2)
  const calledAt = new Date(startOfDay(businessDaysAfter(today(consentedAt), 1)).getTime() + 11.2 * HOUR)
  const isCalled = step !== 'signed'
  done(consentedAt, isHere ? 'referral.agreed' : 'referral.signed', subject, by)
  if (isCalled) done(calledAt, 'referral.called', subject, DESK)
  const [droppedAt, revokedAt] = [step === 'dropped' ? at(9, 15.1) : null, isGone ? at(6, 9.4) : null]
  if (droppedAt) done(droppedAt, 'referral.dropped', subject, DESK, { reason: dropReason })
  if (revokedAt) done(revokedAt, 'referral.revoked', subject, DESK)
  rows.referrals.push({
    ...row,
    ...{ consentedAt, consentWay: isHere ? 'phone' : 'paper', consentedBy: by.actor, callBy },
    ...{ signedOn: isHere ? null : today(consentedAt), confirmedAt: isHere ? consentedAt : isCalled ? calledAt : null },
    ...(isCalled && { calledAt, calledBy: DESK.actor }),
    ...{ droppedAt, droppedBy: droppedAt && DESK.actor, dropReason, revokedAt },
  })
  if (isHere && company.id !== companyId('fertiliser')) {
    const given = { consentedAt, until: endOfDay(until), fields: [...back] }
    rows.partnerCompanies.push({ partnerId: BANK, companyId: company.id, ...given })
  }
}
