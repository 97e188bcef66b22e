import { and, eq, sql } from 'drizzle-orm'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import type { LegalDate } from '../../lib/time.ts'
import { TooLate } from '../../lib/web/errors.ts'
import type { Eligibility } from '../rules/eligibility.ts'
import { type GrantAct, may, type Who } from '../rules/grant.ts'
import { type Grant, grantEvidence, grants } from '../schema.ts'

type Of = { readonly companyId: string; readonly projectId: string }

/** The company means to apply: what was worked out on this day is kept with it. */
export async function planGrant(act: Act, of: Of, found: Eligibility, partnerId: string | null): Promise<string> {
  const { subsidy, answer, fiscalYear, costs, amount } = found
  const back = { href: `/companies/${of.companyId}/projects/${of.projectId}/subsidies`, label: '使える補助にもどる' }
  if (answer === 'no') throw new TooLate('この補助は、いまは使えません。わけを確かめてください。', back)
  if (answer === 'last-year') throw new TooLate('今年度の決まりが、まだ分かりません。窓口に聞いてください。', back)
  const id = act.newId()
  const [row] = await act.tx
    .insert(grants)
    .values({
      ...{ id, ...of, subsidyId: subsidy.id, fiscalYear, partnerId, costs: { ...costs }, expectedYen: amount.yen },
      ...{ plannedAt: act.now, plannedBy: act.actor },
    })
    .onConflictDoNothing()
    .returning({ id: grants.id })
  if (!row) throw new TooLate('この案件では、この補助をもう予定に入れています。', back)
  await record(act, 'grant.planned', { kind: 'grant', id }, { projectId: of.projectId, subsidy: subsidy.id })
  return id
}

/** It went to the office: by post or at its window, or shown to it here. */
export function applyForGrant(act: Act, grant: Grant, version: number, appliedOn: LegalDate, share: boolean) {
  const shared = share && grant.partnerId !== null
  const set = { appliedAt: act.now, appliedOn, ...(shared && { sharedAt: act.now }) }
  return change(act, grant, version, ['apply', 'company'], set, { shared })
}

type Decision = { readonly on: LegalDate; readonly yen: number | null }

/** What the office's letter says, written down by the company. */
export function noteDecision(act: Act, grant: Grant, version: number, { on, yen }: Decision) {
  const set = { decidedAt: act.now, decidedOn: on, decidedBy: 'company' as const, grantedYen: yen }
  return change(act, grant, version, ['decide', 'company'], set, { granted: yen !== null })
}

export function claimGrant(act: Act, grant: Grant, version: number, claimedOn: LegalDate) {
  return change(act, grant, version, ['claim', 'company'], { claimedAt: act.now, claimedOn })
}

export function notePayment(act: Act, grant: Grant, version: number, paidOn: LegalDate, paidYen: number) {
  return change(act, grant, version, ['pay', 'company'], { paidAt: act.now, paidOn, paidYen })
}

export function withdrawGrant(act: Act, grant: Grant, version: number) {
  return change(act, grant, version, ['withdraw', 'company'], { withdrawnAt: act.now })
}

type Brought = { readonly what: string; readonly file: { kind: string; content: Uint8Array } | null }

/** The company has a piece of evidence; brought again it takes the place of what was there. */
export async function bringEvidence(act: Act, grant: Grant, { what, file }: Brought): Promise<void> {
  if (!may('bring', grant, 'company')) throw tooLate()
  const held = {
    heldAt: act.now,
    heldBy: act.actor,
    kind: file?.kind ?? null,
    content: file && Buffer.from(file.content),
  }
  await act.tx
    .insert(grantEvidence)
    .values({ grantId: grant.id, companyId: grant.companyId, projectId: grant.projectId, what, ...held })
    .onConflictDoUpdate({ target: [grantEvidence.grantId, grantEvidence.what], set: held })
  await record(act, 'grant.evidence-brought', { kind: 'grant', id: grant.id }, { file: file !== null })
}

/** It was not that. */
export async function dropEvidence(act: Act, grant: Grant, what: string): Promise<void> {
  if (!may('bring', grant, 'company')) throw tooLate()
  const gone = await act.tx
    .delete(grantEvidence)
    .where(and(eq(grantEvidence.grantId, grant.id), eq(grantEvidence.what, what)))
    .returning({ what: grantEvidence.what })
  if (gone.length > 0) await record(act, 'grant.evidence-dropped', { kind: 'grant', id: grant.id })
}

const NAMES: Readonly<Record<Exclude<GrantAct, 'bring'>, string>> = {
  apply: 'grant.applied',
  decide: 'grant.decided',
  claim: 'grant.claimed',
  pay: 'grant.paid',
  withdraw: 'grant.withdrawn',
}

/** One step of a grant, from where it stood when the page was made. */
export async function change(
  act: Act,
  grant: Grant,
  version: number,
  [name, who]: readonly [Exclude<GrantAct, 'bring'>, Who],
  set: Partial<Grant>,
  data: Record<string, boolean> = {},
): Promise<void> {
  if (!may(name, grant, who)) throw tooLate()
  const changed = await act.tx
    .update(grants)
    .set({ ...set, version: sql`${grants.version} + 1` })
    .where(and(eq(grants.id, grant.id), eq(grants.version, version)))
    .returning({ id: grants.id })
  if (changed.length === 0) throw tooLate()
  await record(act, NAMES[name], { kind: 'grant', id: grant.id }, { subsidy: grant.subsidyId, ...data })
}

function tooLate(): TooLate {
  return new TooLate('画面を開いているあいだに、ようすが変わりました。開きなおして、確かめてください。')
}
