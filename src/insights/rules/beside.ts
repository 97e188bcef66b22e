import { hourlyEquivalent } from '../../law/fee.ts'
import { regionOf } from '../../lib/regions.ts'
import { inYen } from '../../projects/rules/choices.ts'
import type { Project } from '../../projects/schema.ts'
import { groupName } from './tables.ts'
import { type Group, groupsOfWork, type Usual } from './usual.ts'

type Asked = Pick<Project, 'fee' | 'hours' | 'contractKind' | 'style' | 'travelPaid' | 'prefecture'>

/** What an hour of a project is paid, where it can be set beside others: as `hourly` of a release is counted. */
export function hourlyOf({ fee, hours, contractKind, style, travelPaid }: Asked): number | null {
  if (contractKind !== 'direct' || !fee || (style !== 'remote' && travelPaid === false)) return null
  return hourlyEquivalent(fee, hours)
}

/** Beside what a project stands: its kind of work, and its region. */
export function groupsBeside({ prefecture }: Asked, code: string | undefined): [work: Group[], place: Group[]] {
  return [code ? groupsOfWork(code) : [], prefecture === null ? [] : [`region ${regionOf(prefecture).id}`]]
}

/** For whoever reads a posting: what others pay for an hour, and whether this is less or more than most of the nearest. */
export function besideInWords(hourly: number, told: readonly Usual[]): string {
  return [...told.map(othersInWords), ...told.slice(0, 1).map((nearest) => placeOf(hourly, nearest))].join('')
}

function othersInWords({ group, n, low, half, high }: Usual): string {
  const middle =
    low === high ? `ふつう${inYen(half)}です。` : `まん中が${inYen(half)}、半分が${inYen(low)}から${inYen(high)}です。`
  return `「${groupName(group)}」の案件（${n}件以上から）では、1時間あたり${middle}`
}

function placeOf(hourly: number, { low, high }: Usual): string {
  if (hourly < low) return 'この案件は、ほかより少なめです。'
  return hourly > high ? 'この案件は、ほかより多めです。' : ''
}
