import { fiscalYear, fiscalYearOf } from '../../src/law/fiscal-year.ts'
import { addDays, startOfDay, today } from '../../src/lib/time.ts'
import { covers } from '../../src/partners/rules/area.ts'
import { OF_BANKS, OF_TOWN_HALLS, usualMilestones } from '../../src/partners/rules/milestones.ts'
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
const OFFICE_HOUR = 10 * 3_600_000

export const programmeId = (name: Name) => nameBasedId(`demo:programme:${name}`)

/** Its fiscal year: this one, or the one before it. */
export function yearOf(name: Name, now: Date) {
  return fiscalYear(fiscalYearOf(today(now)) - (name === 'before' ? 1 : 0))
}

type Place = { readonly prefecture: number | null; readonly municipality: string | null }

/** In what a firm of the bulk has a project that is begun at this time: what runs then for its place. */
export function joinedBy(stage: Stage, place: Place, at: Date): Name | null {
  const day = today(at)
  const runs = (name: Name) => {
    const { first, last } = yearOf(name, stage.now)
    const partner = name === 'town' ? PARTNERS.town : PARTNERS.bank
    return covers(partner, place) && day >= first && day <= last
  }
  return (Object.keys(PROGRAMMES) as Name[]).find(runs) ?? null
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
      milestones: usualMilestones(name === 'town' ? OF_TOWN_HALLS : OF_BANKS, fiscalYearOf(first)),
      ...{ createdAt: at(DRAFTED), publishedAt: at(PUBLISHED), updatedAt: at(PUBLISHED), version: 2 },
    })
    done(at(DRAFTED), 'programme.begun', subject, BY[name])
    done(at(PUBLISHED), 'programme.published', subject, BY[name])
  }
}
