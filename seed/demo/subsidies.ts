import { dayOfMonth } from '../../src/law/dates.ts'
import { fiscalYearOf } from '../../src/law/fiscal-year.ts'
import { addDays, startOfDay, today } from '../../src/lib/time.ts'
import { amountOf } from '../../src/subsidies/rules/amount.ts'
import { subsidyOf } from '../../src/subsidies/rules/subsidies.ts'
import type { grants } from '../../src/subsidies/schema.ts'
import { accountId, COMPANIES, companyId, partnerId } from '../cast.ts'
import { nameBasedId } from '../ids.ts'
import { WORKSHOP } from '../texts/workshop.ts'
import type { Aid } from './grants.ts'
import type { By, Stage } from './rows.ts'

const FIRM = companyId('craft')
const OWNER: By = { actor: accountId('nakamura'), organisation: FIRM }
const DESK: By = { actor: accountId('mori'), organisation: null }
const OFFICE: By = { actor: accountId('koga'), organisation: partnerId('town') }
const HOUR = 3_600_000
const OUTSIDE = 1_240_000

type Before = (days: number, hour: number) => Date
type Row = typeof grants.$inferInsert & { id: string; version: number }

/** The lantern workshop got one subsidy and waits for another; the fertiliser firm means to apply; the town's office has both. */
export function tellSubsidies(stage: Stage, aid: Aid): void {
  const before: Before = (days, hour) => new Date(startOfDay(addDays(today(stage.now), -days)).getTime() + hour * HOUR)
  const prices = publish(stage, 'prices', before)
  const times = publish(stage, 'times', before)
  const costs = { fee: WORKSHOP.prices.fee * WORKSHOP.prices.months, travel: 66_000, lodging: 18_000, platform: 0 }
  const granted = plan(stage, { project: prices, subsidy: 'example-hotaru', costs, at: before(20, 10.5) })
  apply(stage, granted, before(18, 11.2))
  decide(stage, granted, before(9, 15.4), aid)
  const more = { fee: WORKSHOP.times.fee * 2, travel: 44_000, lodging: 0, platform: 0 }
  apply(
    stage,
    plan(stage, { project: times, subsidy: 'example-hotaru', costs: more, at: before(4, 9.4) }),
    before(2, 16.1),
  )
  plan(stage, {
    ...{ project: nameBasedId('story:project'), subsidy: 'example-mogami', at: before(3, 13.3) },
    ...{ costs: { fee: 84_000, travel: 120_000, lodging: 36_000, platform: 0 }, firm: companyId('fertiliser') },
    by: { actor: accountId('sato'), organisation: companyId('fertiliser') },
  })
}

/** Two that are open for everybody, begun when there is still time to apply. */
function publish({ now, rows, done }: Stage, name: keyof typeof WORKSHOP, before: Before): string {
  const { code, ...words } = WORKSHOP[name]
  const id = nameBasedId(`workshop:${name}`)
  const days = name === 'prices' ? 21 : 5
  const [drafted, submitted, published] = [before(days, 9.3), before(days, 14.2), before(days - 1, 11.4)]
  const { name: posterName, address, phone, contactName, prefecture, municipality, industry } = COMPANIES.craft
  rows.projects.push({
    ...{ id, companyId: FIRM, createdBy: OWNER.actor, ...words, industry, openings: 1, travelPaid: true },
    ...{ style: 'either', place: `在宅と、${address}`, prefecture, municipality, contractKind: 'direct' },
    ...{ ending: '期間の終わりに話し合い、続けるときは新しく取り決めます。', answerDays: 7, posterName },
    ...{ posterAddress: address, posterContact: `電話 ${phone}（${contactName}）` },
    ...{ question1: '手仕事の現場で、近いことをしたことはありますか。', question2: 'はじめの一日に、何をしますか。' },
    startOn: dayOfMonth(today(now), 2, 1),
    closesOn: addDays(today(now), 20),
    ...{ unsure: [], returnReasons: [], createdAt: drafted, submittedAt: submitted, publishedAt: published },
    ...{ updatedAt: published, version: 3 },
  })
  rows.projectCodes.push({ projectId: id, code, level: 3, must: true, position: 0 })
  done(drafted, 'project.drafted', { kind: 'project', id }, OWNER)
  done(submitted, 'project.submitted', { kind: 'project', id }, OWNER)
  done(published, 'project.published', { kind: 'project', id }, DESK)
  return id
}

type Planned = { project: string; subsidy: string; costs: Row['costs']; at: Date; firm?: string; by?: By }

function plan({ rows, done }: Stage, { project, subsidy, costs, at, firm = FIRM, by = OWNER }: Planned): Row {
  const id = nameBasedId(`grant:${project}`)
  const row = {
    ...{ id, subsidyId: subsidy, fiscalYear: fiscalYearOf(today(at)), companyId: firm, projectId: project, costs },
    ...{ partnerId: firm === FIRM ? partnerId('town') : null, plannedAt: at, plannedBy: by.actor, version: 1 },
    expectedYen: amountOf(subsidyOf(subsidy)!, costs).yen,
  }
  rows.grants.push(row)
  done(at, 'grant.planned', { kind: 'grant', id }, by, { projectId: project, subsidy })
  return rows.grants.at(-1) as Row
}

function apply({ done }: Stage, row: Row, at: Date): void {
  Object.assign(row, { appliedAt: at, appliedOn: today(at), sharedAt: at, version: row.version + 1 })
  done(at, 'grant.applied', { kind: 'grant', id: row.id }, OWNER, { subsidy: row.subsidyId })
}

function decide({ rows, done }: Stage, row: Row, at: Date, { granted }: Aid): void {
  const decided = { decidedAt: at, decidedOn: today(at), decidedBy: 'office', grantedYen: row.expectedYen }
  Object.assign(row, decided, { version: row.version + 1 })
  done(at, 'grant.decided', { kind: 'grant', id: row.id }, OFFICE, { subsidy: row.subsidyId })
  granted.set(row.fiscalYear, (granted.get(row.fiscalYear) ?? 0) + row.expectedYen)
  for (const [fiscalYear, grantedYen] of granted) {
    rows.subsidyLedgers.push({
      ...{ partnerId: row.partnerId!, subsidyId: row.subsidyId, fiscalYear, changedAt: at, grantedYen },
      outsideYen: fiscalYear === row.fiscalYear ? OUTSIDE : 0,
    })
  }
  done(at, 'subsidy.outside-noted', { kind: 'partner', id: row.partnerId! }, OFFICE, { subsidy: row.subsidyId })
}
