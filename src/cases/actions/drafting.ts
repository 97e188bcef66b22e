import { periodOf } from '../../contracts/rules/periods.ts'
import { record } from '../../history/actions.ts'
import { daysBetween, wholeMonths } from '../../law/dates.ts'
import type { Act } from '../../lib/act.ts'
import { today } from '../../lib/time.ts'
import { finishedContract, unmatchedProject } from '../queries/finished.ts'
import { suspectedCauses } from '../rules/causes.ts'
import { draftFacts, draftText, sizeBand, unmatchedText } from '../rules/draft.ts'
import { replacementsFor } from '../rules/names.ts'
import { isFailed } from '../rules/outcomes.ts'
import { placesOf } from '../rules/places.ts'
import { cases } from '../schema.ts'

/** For the program: both have looked back, so there is something to tell. Twice makes one. */
export async function draftCase(act: Act, contractId: string): Promise<void> {
  const finished = await finishedContract(act.tx, contractId, act.now)
  if (!finished) return
  const { contract, project, company, terms, reviews, months, codes, applicants } = finished
  const period = periodOf(terms)
  const ended = today(contract.endedAt ?? contract.endedEarlyAt ?? act.now)
  const to = period && ended < period.to ? ended : period?.to
  const source = {
    ...postedOf(project),
    employees: company.employees,
    terms,
    wholeMonths: period && to ? wholeMonths(period.from, to) : 0,
    endedEarly: contract.endedEarlyAt !== null,
    months,
    reviews,
    names: replacementsFor({
      companies: [company.name, terms.companyName],
      people: [terms.talentName],
      places: placesOf(company),
    }),
  }
  const facts = draftFacts(source)
  const said = new Set(reviews.map(({ outcome }) => outcome))
  const differed = said.size > 1 || said.has('missed')
  const noticeBy = contract.endNoticeBy
  const { lowFee, late, musts } = finished
  const signs = { ...facts, applicants, lowFee, late, musts, codes: codes.length, noticeBy, differed }
  await keep(act, {
    ...draftText(source),
    ...facts,
    contractId,
    accountId: contract.accountId,
    talentPrefecture: finished.talentPrefecture,
    ...placeOf(finished),
    suspected: isFailed(facts.outcome) ? suspectedCauses(signs) : [],
    days: daysOf(project.publishedAt, finished.acceptedAt),
  })
}

/** For the program: nobody was found, or the company took it back after everybody could read it. Twice makes one. */
export async function draftUnmatched(act: Act, projectId: string): Promise<void> {
  const found = await unmatchedProject(act.tx, projectId, act.now)
  if (!found) return
  const { project, company, codes, applicants } = found
  const outcome = project.unfilledAt ? 'unfilled' : 'withdrawn'
  const ended = project.unfilledAt ?? project.withdrawnAt
  if (!ended) return
  const fee = project.fee ?? 0
  const names = replacementsFor({
    companies: [company.name, project.posterName ?? ''],
    people: [],
    places: placesOf(company),
  })
  const { lowFee, late, musts } = found
  await keep(act, {
    ...unmatchedText({ ...postedOf(project), outcome, applicants, names }),
    ...{ outcome, hours: project.hours ?? 0, months: project.months ?? 1, fee, size: sizeBand(company.employees) },
    contractId: null,
    accountId: null,
    talentPrefecture: null,
    ...placeOf(found),
    suspected: suspectedCauses({
      ...{ outcome, applicants, fee, lowFee, codes: codes.length, musts, late, noticeBy: null, differed: false },
    }),
    days: null,
  })
}

type Draft = Omit<typeof cases.$inferInsert, 'id' | 'createdAt' | 'updatedAt'>

async function keep(act: Act, draft: Draft): Promise<void> {
  const id = act.newId()
  const made = await act.tx
    .insert(cases)
    .values({ ...draft, id, createdAt: act.now, updatedAt: act.now })
    .onConflictDoNothing()
    .returning({ id: cases.id })
  if (made.length === 0) return
  const { contractId = null, projectId } = draft
  await record(act, 'case.drafted', { kind: 'case', id }, contractId ? { contractId } : { contractId, projectId })
}

type Found = NonNullable<Awaited<ReturnType<typeof unmatchedProject>>>

function postedOf({ title, background, goal, work }: Found['project']) {
  return { title: title ?? '', background: background ?? '', goal: goal ?? '', work: work ?? '' }
}

function placeOf({ project, company, codes, applicants }: Pick<Found, 'project' | 'company' | 'codes' | 'applicants'>) {
  return {
    projectId: project.id,
    companyId: company.id,
    codes,
    applicants,
    industry: project.industry ?? company.industry,
    prefecture: project.prefecture ?? company.prefecture,
  }
}

function daysOf(from: Date | null, to: Date | null): number | null {
  return from && to ? daysBetween(today(from), today(to)) : null
}
