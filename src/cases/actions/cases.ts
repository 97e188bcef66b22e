import { and, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { giveConsent } from '../../accounts/actions/people.ts'
import { personOf } from '../../accounts/queries.ts'
import { fullName } from '../../accounts/rules.ts'
import { consents } from '../../accounts/schema.ts'
import { periodOf } from '../../contracts/rules/periods.ts'
import type { Party } from '../../contracts/rules/side.ts'
import { record } from '../../history/actions.ts'
import { wholeMonths } from '../../law/dates.ts'
import type { Act } from '../../lib/act.ts'
import { today } from '../../lib/time.ts'
import { TooLate } from '../../lib/web/errors.ts'
import { calledOf, caseById, finishedContract, ownedCase } from '../queries/cases.ts'
import { type CaseText, draftFacts, draftText } from '../rules/draft.ts'
import { exposedIn, MEND_FIRST, mustBeMended } from '../rules/exposed.ts'
import { replacementsFor } from '../rules/names.ts'
import { jointOpenness, type Openness } from '../rules/openness.ts'
import { cases } from '../schema.ts'

const MOVED = '画面を開いているあいだに、この事例が変わりました。もう一度読んでください。'
const next = sql`${cases.version} + 1`

/** For the program: both have looked back, so there is something to tell. Twice makes one. */
export async function draftCase(act: Act, contractId: string): Promise<void> {
  const finished = await finishedContract(act.tx, contractId)
  if (!finished) return
  const { contract, project, company, terms, reviews, months, codes } = finished
  const period = periodOf(terms)
  const ended = today(contract.endedAt ?? contract.endedEarlyAt ?? act.now)
  const to = period && ended < period.to ? ended : period?.to
  const source = {
    title: project.title ?? '',
    background: project.background ?? '',
    goal: project.goal ?? '',
    work: project.work ?? '',
    employees: company.employees,
    terms,
    wholeMonths: period && to ? wholeMonths(period.from, to) : 0,
    months,
    reviews,
    names: replacementsFor({ companies: [company.name, terms.companyName], people: [terms.talentName] }),
  }
  const id = act.newId()
  const made = await act.tx
    .insert(cases)
    .values({
      ...draftText(source),
      ...draftFacts(source),
      id,
      contractId,
      projectId: project.id,
      companyId: company.id,
      accountId: contract.accountId,
      codes,
      industry: project.industry ?? company.industry,
      prefecture: project.prefecture ?? company.prefecture,
      talentPrefecture: finished.talentPrefecture,
      applicants: finished.applicants,
      createdAt: act.now,
      updatedAt: act.now,
    })
    .onConflictDoNothing()
    .returning({ id: cases.id })
  if (made.length > 0) await record(act, 'case.drafted', { kind: 'case', id }, { contractId })
}

/** The desk mends the text; whoever had agreed to the old one is asked again. */
export async function editCase(act: Act, id: string, version: number, text: CaseText): Promise<void> {
  const [row] = await act.tx
    .update(cases)
    .set({ ...text, companyConsentAt: null, talentConsentAt: null, updatedAt: act.now, version: next })
    .where(and(open(id), eq(cases.version, version)))
    .returning({ contractId: cases.contractId })
  if (!row) throw new TooLate(MOVED)
  await record(act, 'case.edited', { kind: 'case', id }, { contractId: row.contractId })
}

/** One side says how far the text as it stands may be seen. Both may do so at once: the version stays the same. */
export async function chooseOpenness(
  act: Act,
  party: Party,
  id: string,
  version: number,
  openness: Openness,
  by: string,
): Promise<void> {
  const person = party.side === 'talent' && openness === 'named' ? await personOf(act.tx, by) : undefined
  const set =
    party.side === 'company'
      ? { companyOpenness: openness, companyConsentAt: act.now }
      : { talentOpenness: openness, talentConsentAt: act.now, talentName: person ? fullName(person) : null }
  const [row] = await act.tx
    .update(cases)
    .set(set)
    .where(and(open(id), ownedCase(party), eq(cases.version, version)))
    .returning()
  if (!row) throw new TooLate(MOVED)
  await act.tx
    .update(consents)
    .set({ revokedAt: act.now })
    .where(and(eq(consents.accountId, by), eq(consents.subjectId, id), isNull(consents.revokedAt)))
  if (openness !== 'private') {
    await giveConsent(act, { accountId: by, purpose: 'case', fields: [openness], subjectId: id })
  }
  const joint = jointOpenness(row)
  const data = { contractId: row.contractId, side: party.side, openness, joint }
  await record(act, 'case.chosen', { kind: 'case', id }, data)
}

/** A person of the desk has read the text and lets it go out; only what both sides allow, and as they allow it. */
export async function publishCase(act: Act, id: string, version: number): Promise<void> {
  const text = await caseById(act.tx, id)
  if (text && mustBeMended(text, exposedIn(text, await calledOf(act.tx, text)))) {
    throw new TooLate(MEND_FIRST, { href: `/desk/cases/${id}`, label: '文章を直す' })
  }
  const readable = ['anonymous', 'named'] as const
  const [row] = await act.tx
    .update(cases)
    .set({ publishedAt: act.now, version: next })
    .where(
      and(
        open(id),
        eq(cases.version, version),
        inArray(cases.companyOpenness, [...readable]),
        inArray(cases.talentOpenness, [...readable]),
        isNotNull(cases.companyConsentAt),
        isNotNull(cases.talentConsentAt),
      ),
    )
    .returning({ contractId: cases.contractId })
  if (!row) throw new TooLate(MOVED)
  await record(act, 'case.published', { kind: 'case', id }, { contractId: row.contractId })
}

/** Either side takes the case back, for good. */
export async function withdrawCase(act: Act, party: Party, id: string): Promise<void> {
  const [row] = await act.tx
    .update(cases)
    .set({ withdrawnAt: act.now, talentName: null, version: next })
    .where(and(eq(cases.id, id), ownedCase(party), isNull(cases.withdrawnAt)))
    .returning({ contractId: cases.contractId })
  if (!row) throw new TooLate('この事例は、もう取り下げられています。')
  await record(act, 'case.withdrawn', { kind: 'case', id }, { contractId: row.contractId, side: party.side })
}

/** For the program: what both sides had agreed to for a case ends with the case. */
export async function endConsents(act: Act, id: string): Promise<void> {
  if (!(await caseById(act.tx, id))?.withdrawnAt) return
  await act.tx
    .update(consents)
    .set({ revokedAt: act.now })
    .where(and(eq(consents.subjectId, id), eq(consents.purpose, 'case'), isNull(consents.revokedAt)))
}

function open(id: string) {
  return and(eq(cases.id, id), isNull(cases.publishedAt), isNull(cases.withdrawnAt))
}
