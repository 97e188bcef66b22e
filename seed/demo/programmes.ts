import { addDays, fiscalYear, fiscalYearOf, startOfDay, today } from '../../src/lib/time.ts'
import { accountId, PARTNERS, partnerId } from '../cast.ts'
import { nameBasedId } from '../ids.ts'
import { PROGRAMMES } from '../texts/programmes.ts'
import type { By, Stage } from './rows.ts'

type Name = keyof typeof PROGRAMMES

const BY: Readonly<Record<Name, By>> = {
  town: { actor: accountId('koga'), organisation: partnerId('town') },
  bank: { actor: accountId('abe'), organisation: partnerId('bank') },
  before: { actor: accountId('abe'), organisation: partnerId('bank') },
}
/** Days before its first that it was drafted, and shown to everybody. */
const [DRAFTED, PUBLISHED] = [40, 12]
const BANK_PREFECTURE = PARTNERS.bank.prefecture
const OFFICE_HOUR = 10 * 3_600_000

export const programmeId = (name: Name) => nameBasedId(`demo:programme:${name}`)

/** Its fiscal year: this one, or the one before it. */
export function yearOf(name: Name, now: Date) {
  return fiscalYear(fiscalYearOf(today(now)) - (name === 'before' ? 1 : 0))
}

/** How a firm of the bulk has its project in what the bank runs, and when it said so; most have it in nothing. */
export function joinedBy(
  stage: Stage,
  prefecture: number,
  at: Date,
  random: { chance(p: number): boolean },
): Name | null {
  if (prefecture !== BANK_PREFECTURE || !random.chance(0.7)) return null
  const day = today(at)
  return (
    (['bank', 'before'] as const).find((name) => {
      const { first, last } = yearOf(name, stage.now)
      return day >= first && day <= last
    }) ?? null
  )
}

/** What the town and the bank run this year, and what the bank ran the year before. */
export function runProgrammes({ now, rows, done }: Stage): void {
  for (const name of Object.keys(PROGRAMMES) as Name[]) {
    const { goals, ...said } = PROGRAMMES[name]
    const { first, last } = yearOf(name, now)
    const at = (days: number) => new Date(startOfDay(addDays(first, -days)).getTime() + OFFICE_HOUR)
    const subject = { kind: 'programme', id: programmeId(name) }
    rows.programmes.push({
      ...{ id: subject.id, partnerId: BY[name].organisation!, ...said, ...goals, firstDay: first, lastDay: last },
      ...{ createdAt: at(DRAFTED), publishedAt: at(PUBLISHED), updatedAt: at(PUBLISHED), version: 2 },
    })
    done(at(DRAFTED), 'programme.begun', subject, BY[name])
    done(at(PUBLISHED), 'programme.published', subject, BY[name])
  }
}
