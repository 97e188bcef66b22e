import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { giveConsent } from '../../accounts/actions/people.ts'
import { personOf } from '../../accounts/queries.ts'
import { fullName } from '../../accounts/rules.ts'
import { consents } from '../../accounts/schema.ts'
import type { Party } from '../../contracts/rules/side.ts'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { TooLate } from '../../lib/web/errors.ts'
import { allowedToPublish, calledOf, caseById, ownedCase, postedOf } from '../queries/cases.ts'
import { neighbours } from '../queries/neighbours.ts'
import type { CaseText } from '../rules/draft.ts'
import { exposedIn, MEND_FIRST, mustBeMended } from '../rules/exposed.ts'
import type { Choice } from '../rules/forms.ts'
import { jointOpenness } from '../rules/openness.ts'
import { isFailed } from '../rules/outcomes.ts'
import { type Neighbour, shownByName, shownWithoutName } from '../rules/shown.ts'
import { type Case, cases, stories } from '../schema.ts'

const MOVED = '画面を開いているあいだに、この事例が変わりました。もう一度読んでください。'
const next = sql`${cases.version} + 1`

type Mended = CaseText & { readonly told: string }

/** The desk mends the text; whoever had agreed to the old one is asked again, and sees what was mended. */
export async function editCase(act: Act, id: string, version: number, { told, ...text }: Mended): Promise<void> {
  const before = await caseById(act.tx, id)
  const earlier = before && {
    ...Object.fromEntries(Object.keys(text).map((part) => [part, before[part as keyof CaseText]])),
    told: before.told ?? '',
  }
  const set = { ...text, told: before?.told == null ? null : told, earlier, updatedAt: act.now, version: next }
  const [row] = await act.tx
    .update(cases)
    .set({ ...set, companyConsentAt: null, talentConsentAt: null })
    .where(and(open(id), eq(cases.version, version)))
    .returning({ contractId: cases.contractId })
  if (!row) throw new TooLate(MOVED)
  await record(act, 'case.edited', { kind: 'case', id }, { contractId: row.contractId })
}

/**
 * One side says how far the text as it stands may be seen. Both may do so at once: the version stays the same, unless one
 * of them says something new of why it failed. Then the other is asked again.
 */
export async function chooseOpenness(
  act: Act,
  party: Party,
  id: string,
  version: number,
  { openness, ...why }: Choice,
  by: string,
): Promise<void> {
  const before = await caseById(act.tx, id)
  const said = before && isFailed(before.outcome) ? reasonsOf(party, why) : {}
  const isNew = before !== null && Object.entries(said).some(([name, value]) => !sameAs(before, name, value))
  const again = party.side === 'company' ? { talentConsentAt: null } : { companyConsentAt: null }
  const person = party.side === 'talent' && openness === 'named' ? await personOf(act.tx, by) : undefined
  const set =
    party.side === 'company'
      ? { companyOpenness: openness, companyConsentAt: act.now }
      : { talentOpenness: openness, talentConsentAt: act.now, talentName: person ? fullName(person) : null }
  const [row] = await act.tx
    .update(cases)
    .set({ ...set, ...said, ...(isNew && { ...again, updatedAt: act.now, version: next }) })
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
  const data = { contractId: row.contractId, side: party.side, openness, joint, again: isNew }
  await record(act, 'case.chosen', { kind: 'case', id }, { ...data, causes: row.causes })
}

/** Why it failed, as this side is asked: the company chooses, the person says it. */
function reasonsOf(party: Party, { causes, told }: Omit<Choice, 'openness'>) {
  return party.side === 'company' ? { causes } : { told: told === '' ? null : told }
}

function sameAs(before: Case, name: string, value: unknown): boolean {
  return JSON.stringify(before[name as 'causes' | 'told']) === JSON.stringify(value)
}

/** A person of the desk has read the text and lets it go out; only what both sides allow, and as they allow it. */
export async function publishCase(act: Act, id: string, version: number): Promise<void> {
  const text = await caseById(act.tx, id)
  if (text && mustBeMended(text, exposedIn(text, await calledOf(act.tx, text), await postedOf(act.tx, text)))) {
    throw new TooLate(MEND_FIRST, { href: `/desk/cases/${id}`, label: '文章を直す' })
  }
  const [row] = await act.tx
    .update(cases)
    .set({
      publishedAt: act.now,
      ...(text && shownAmong(text, jointOpenness(text) === 'named' ? [] : await neighbours(act.tx))),
      version: next,
    })
    .where(and(open(id), eq(cases.version, version), allowedToPublish()))
    .returning({ contractId: cases.contractId })
  if (!row) throw new TooLate(MOVED)
  await record(act, 'case.published', { kind: 'case', id }, { contractId: row.contractId })
}

/** What of where it was is shown, found once: what comes later changes nothing of it. */
function shownAmong(row: Case, around: readonly Neighbour[]) {
  return jointOpenness(row) === 'named' ? shownByName(row) : shownWithoutName(row, around)
}

/** For the program: what was published before anybody looked at who shares its place. Twice finds nothing more. */
export async function settleShown(act: Act): Promise<void> {
  const rows = await act.tx
    .select()
    .from(cases)
    .where(and(isNotNull(cases.publishedAt), isNull(cases.shownCodes)))
  if (rows.length === 0) return
  const around = await neighbours(act.tx)
  for (const row of rows) {
    const settled = await act.tx
      .update(cases)
      .set({ ...shownAmong(row, around), version: next })
      .where(and(eq(cases.id, row.id), eq(cases.version, row.version)))
      .returning({ id: cases.id })
    for (const { id } of settled)
      await record(act, 'case.settled', { kind: 'case', id }, { contractId: row.contractId })
  }
}

/** For the program: a project that had failed goes on, and what waited to be told of it is over. */
export async function dropCase(act: Act, projectId: string): Promise<void> {
  const [row] = await act.tx
    .update(cases)
    .set({ withdrawnAt: act.now, version: next })
    .where(
      and(
        eq(cases.projectId, projectId),
        isNull(cases.contractId),
        isNull(cases.publishedAt),
        isNull(cases.withdrawnAt),
      ),
    )
    .returning({ id: cases.id })
  if (row) await record(act, 'case.dropped', { kind: 'case', id: row.id }, { contractId: null, projectId })
}

/** Either side takes the case back, for good. */
export async function withdrawCase(act: Act, party: Party, id: string): Promise<void> {
  const [row] = await act.tx
    .update(cases)
    .set({ withdrawnAt: act.now, talentName: null, version: next })
    .where(and(eq(cases.id, id), ownedCase(party), isNull(cases.withdrawnAt)))
    .returning({ contractId: cases.contractId })
  if (!row) throw new TooLate('この事例は、もう取り下げられています。')
  // Told as a story it goes too, for good, and so does the photo.
  await act.tx
    .update(stories)
    .set({ withdrawnAt: act.now, photo: null, photoType: null })
    .where(and(eq(stories.caseId, id), isNull(stories.withdrawnAt)))
  await record(act, 'case.withdrawn', { kind: 'case', id }, { contractId: row.contractId, side: party.side })
}

/** Whoever leaves takes back every case that they had a say in: none is left that they agreed to. */
export async function withdrawCasesOf(act: Act, accountId: string): Promise<void> {
  const party = { side: 'talent', accountId } as const
  const rows = await act.tx
    .select({ id: cases.id })
    .from(cases)
    .where(and(ownedCase(party), isNull(cases.withdrawnAt)))
  for (const { id } of rows) await withdrawCase(act, party, id)
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
