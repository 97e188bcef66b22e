import { sql } from 'drizzle-orm'
import { answersOf } from '../../events/queries/afterwards.ts'
import { summed, USEFUL, WISHES } from '../../events/rules/afterwards.ts'
import { countedReport } from '../../fiscal/routes/counted.ts'
import type { Report } from '../../fiscal/rules/report.ts'
import { asOwner, type Db, readAs } from '../../lib/db.ts'
import { reachedBy } from '../../partners/queries/programmes.ts'
import { partners } from '../../partners/schema.ts'
import { fiscalAgain } from './fiscal.ts'
import { fiscalFaults } from './fiscal-faults.ts'
import { dayOf, type FiscalRows, ms, readFiscalRows } from './fiscal-rows.ts'
import { programmeAgain } from './programmes.ts'

export type Judged = { compared: number; wrong: string[] }

/** What is read here began in this fiscal year. */
const FIRST_YEAR = 2024
const SYSTEM = { id: null, power: 'system' } as const

/** The years of all partners, as they stand and as they were closed, the public figures of programmes, and what is said of events. */
export async function recountOffices(db: Db, now: Date): Promise<Judged> {
  const rows = await asOwner(db, readFiscalRows)
  const told = [await yearsOf(db, rows, now), await programmesOf(db, rows, now), await eventsOf(db, now)]
  return { compared: told.reduce((sum, { compared }) => sum + compared, 0), wrong: told.flatMap(({ wrong }) => wrong) }
}

type Closing = { partner: string; year: number; n: number; at: number; report: Report }

async function yearsOf(db: Db, rows: FiscalRows, now: Date): Promise<Judged> {
  const wrong: string[] = []
  let compared = 0
  const judge = (name: string, report: Report, again: ReturnType<typeof fiscalAgain>) => {
    const judged = fiscalFaults(report, again)
    compared += judged.compared
    wrong.push(...judged.faults.map((fault) => `${name} ${fault}`))
  }
  const all = await asOwner(db, (tx) => tx.select().from(partners))
  for (const partner of all) {
    const row = rows.partners.find(({ id }) => id === partner.id)!
    for (let year = FIRST_YEAR; dayOf(now.getTime()) >= `${year}-04-01`; year++) {
      const report = await readAs(db, SYSTEM, null, (tx) => countedReport(tx, partner, year, now))
      judge(`${partner.slug} ${year}`, report, fiscalAgain(rows, row, year, now.getTime()))
    }
  }
  const closed = await asOwner(db, (tx) =>
    tx.execute<Closing>(
      sql`select partner_id as partner, year, n, ${ms('closed_at')} as at, report from fiscal_closings order by 1, 2, 3`,
    ),
  )
  for (const [index, { partner, year, n, at, report }] of closed.rows.entries()) {
    const row = rows.partners.find(({ id }) => id === partner)!
    const name = `${row.slug} ${year} v${n}`
    const judged = fiscalFaults(report, fiscalAgain(rows, row, year, at))
    // What stays as the version before told it is compared with that version.
    const before = n > 1 ? closed.rows[index - 1]!.report : report
    const stays = n > 1 ? [...(report.stays ?? []), 'attendees'] : []
    compared += judged.compared
    wrong.push(
      ...judged.faults
        .filter((fault) => !stays.some((id) => fault.replace('area ', '').split(/[ :]/)[0] === id))
        .map((fault) => `${name} ${fault}`),
      ...stays
        .filter((id) => saidOf(report, id) !== saidOf(before, id))
        .map((id) => `${name} ${id}: not what the version before said`),
    )
  }
  return { compared, wrong }
}

function saidOf({ totals, singles, area, parts }: Report, id: string): string {
  const values = (one: object) => (one as Record<string, unknown>)[id] ?? null
  const there = parts.map((part) => [part.cut, part.key, values(part.values)]).filter(([, , value]) => value !== null)
  return JSON.stringify([values(totals), values(singles), values(area), there])
}

async function programmesOf(db: Db, rows: FiscalRows, now: Date): Promise<Judged> {
  const wrong: string[] = []
  let compared = 0
  for (const { id } of rows.programmes.filter((one) => one.public)) {
    const said = await readAs(db, { id: null, power: 'visitor' }, null, (tx) => reachedBy(tx, id, 'everybody', now))
    for (const [name, value] of Object.entries(programmeAgain(rows, id, now.getTime()))) {
      compared++
      const told = said[name as keyof typeof said]
      if (told !== value) wrong.push(`programme ${id} ${name}: ${told} said, ${value} counted`)
    }
  }
  return { compared, wrong }
}

type Held = { id: string; partner: string | null; open: boolean; seats: number; ends: number }
type Guest = { event: string; holds: boolean }
type Answered = { event: string; useful: string; wishes: string[]; at: number; who: string }

/** The seats that everybody reads of an event, and what its host reads of the answers. */
async function eventsOf(db: Db, now: Date): Promise<Judged> {
  const { events, guests, answers } = await asOwner(db, async (tx) => ({
    events: (
      await tx.execute<Held>(sql`select id, partner_id as partner, seats, ${ms('ends_at')} as ends,
        choosing = 'first' and published_at is not null and closed_at is null and called_off_at is null
          and register_until > ${now} and begins_at > ${now} as open from events`)
    ).rows,
    guests: (
      await tx.execute<Guest>(sql`select event_id as event, cancelled_at is null and lapsed_at is null and refused_at is null
        and (seated_at is not null or offered_at is not null) as holds from registrations`)
    ).rows,
    answers: (
      await tx.execute<Answered>(sql`select event_id as event, useful, wishes, ${ms('answered_at')} as at,
        registration_id as who from event_answers`)
    ).rows,
  }))
  const wrong: string[] = []
  let compared = 0
  const expect = (key: string, said: number, counted: number) => {
    compared++
    if (said !== counted) wrong.push(`${key}: ${said} said, ${counted} counted`)
  }
  for (const { id, partner, open, seats, ends } of events) {
    if (open) expect(`event ${id} seats`, seats, guests.filter(({ event, holds }) => event === id && holds).length)
    const host =
      partner === null ? ({ id: null, power: 'operator' } as const) : ({ id: null, power: 'person' } as const)
    const said = await readAs(db, host, partner, (tx) => answersOf(tx, id, now))
    const all = answers.filter(({ event }) => event === id).sort((a, b) => a.at - b.at || (a.who < b.who ? -1 : 1))
    // In fives while answers may still come, five at least waiting; nothing below five.
    const isOver = now.getTime() > ends + 14 * 86_400_000
    const counted =
      all.length < 5 ? [] : all.slice(0, isOver ? all.length : Math.max(0, 5 * Math.floor(all.length / 5) - 5))
    const words: Record<string, string> = { ...USEFUL, ...WISHES }
    const sums = new Map(summed(said).map(({ label, count }) => [label, count]))
    for (const [key, label] of Object.entries(words)) {
      const n = counted.filter(({ useful, wishes }) => useful === key || wishes.includes(key)).length
      expect(`event ${id} ${key}`, sums.get(label) ?? 0, n)
    }
  }
  return { compared, wrong }
}
