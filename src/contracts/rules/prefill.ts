import type { Person } from '../../accounts/schema.ts'
import type { Company } from '../../companies/schema.ts'
import { type LegalDate, lastDayOfMonths, readLegalDate } from '../../law/dates.ts'
import type { Terms } from '../../law/terms.ts'
import type { Project } from '../../projects/schema.ts'

/** The payment day offered first: within the law's limit, and what most firms do anyway. */
export const USUAL_PAYMENT = '毎月末日締め翌月25日払い'
const USUAL_MONTHS = 3

type Sources = {
  readonly project: Pick<
    Project,
    'title' | 'work' | 'excluded' | 'startOn' | 'months' | 'fee' | 'hours' | 'travelPaid' | 'style' | 'place'
  >
  readonly company: Pick<Company, 'name'>
  readonly companyAddress: string
  readonly person: Pick<Person, 'familyName' | 'givenName'> | undefined
}

/** The first version of terms, from what both sides have already said. What nobody said stays open. */
export function firstTerms({ project, company, companyAddress, person }: Sources, today: LegalDate): Terms {
  const wanted = readLegalDate(project.startOn ?? '')
  const periodFrom = wanted && wanted > today ? wanted : today
  return {
    companyName: company.name,
    talentName: person ? `${person.familyName} ${person.givenName}` : '',
    commissionedOn: today,
    work: workOf(project),
    deliverables: '',
    ip: null,
    ipScope: '',
    periodFrom,
    periodTo: lastDayOfMonths(periodFrom, project.months ?? USUAL_MONTHS),
    place: placeOf(project, companyAddress),
    inspected: false,
    inspectionOn: null,
    inspectionDays: null,
    feeKind: project.fee === null ? null : 'monthly',
    feeYen: project.fee,
    hoursCap: project.hours,
    taxIncluded: project.fee === null ? null : false,
    expenses: project.travelPaid === null ? null : project.travelPaid ? 'actual' : 'included',
    expensesRule: project.travelPaid ? '訪問のための交通費と宿泊費は、実費を支払う。' : '',
    payment: USUAL_PAYMENT,
    transferFeePayer: 'company',
    recommissioned: false,
    originalClient: '',
    originalPaymentOn: null,
    undecided: [],
  }
}

function workOf({ title, work, excluded }: Sources['project']): string {
  const parts = [title?.trim(), work?.trim(), excluded?.trim() && `頼まないこと：${excluded.trim()}`]
  return parts.filter(Boolean).join('\n')
}

function placeOf({ style, place }: Sources['project'], companyAddress: string): string {
  const visited = place?.trim() || companyAddress
  if (style === 'visits') return visited
  if (style === 'remote' || visited === '') return style ? '在宅（オンライン）' : ''
  return style ? `在宅（オンライン）と、訪問（${visited}）` : ''
}
