import { and, eq, isNotNull, isNull, lte, sql } from 'drizzle-orm'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { today } from '../../lib/time.ts'
import { TooLate } from '../../lib/web/errors.ts'
import { type Grant, grants, type SubsidyYear, subsidyLedgers, subsidyYears } from '../schema.ts'
import { change } from './grants.ts'

export type Account = {
  readonly partnerId: string
  readonly subsidyId: string
  readonly fiscalYear: number
  /** Yen of the year; null where the rule names none. */
  readonly budget: number | null
}

type Written = Pick<SubsidyYear, 'terms' | 'outline' | 'url'>

/** The office writes the days and amounts of a year, or corrects what it wrote (`version`; 0 where nothing was). */
export async function enterYear(
  act: Act,
  of: Omit<Account, 'budget'>,
  written: Written,
  version: number,
): Promise<void> {
  const by = { enteredAt: act.now, enteredBy: act.actor }
  const key = and(
    ...[eq(subsidyYears.partnerId, of.partnerId), eq(subsidyYears.subsidyId, of.subsidyId)],
    ...[eq(subsidyYears.fiscalYear, of.fiscalYear), eq(subsidyYears.version, version)],
  )
  const kept = await (version === 0
    ? act.tx
        .insert(subsidyYears)
        .values({ ...of, ...written, ...by })
        .onConflictDoNothing()
        .returning()
    : act.tx
        .update(subsidyYears)
        .set({ ...written, ...by, version: version + 1 })
        .where(key)
        .returning())
  if (kept.length === 0) {
    throw new TooLate('画面を開いているあいだに、この年度の決まりが変わりました。開きなおして、確かめてください。', {
      ...{ href: `/partners/${of.partnerId}/subsidies`, label: '補助のページにもどる' },
    })
  }
  const { subsidyId: subsidy, fiscalYear } = of
  await record(
    act,
    'subsidy.year-entered',
    { kind: 'partner', id: of.partnerId },
    { subsidy, fiscalYear, version: version + 1 },
  )
}

type Decision = { readonly yen: number } | { readonly reason: string }

/** The office says yes with an amount that its budget still holds, or no with its reason. */
export async function decideGrant(act: Act, account: Account, grant: Grant, version: number, decision: Decision) {
  const yen = 'yen' in decision ? decision.yen : null
  if (yen !== null) await promise(act, account, { grantedYen: yen })
  const set = {
    ...{ decidedAt: act.now, decidedOn: today(act.now), decidedBy: 'office' as const, grantedYen: yen },
    refusedReason: 'reason' in decision ? decision.reason : null,
  }
  await change(act, grant, version, ['decide', 'office'], set, { granted: yen !== null })
}

/** What the office promised to companies that are not here, so that what is left is right. */
export async function noteOutside(act: Act, account: Account, outsideYen: number): Promise<void> {
  await promise(act, account, { outsideYen })
  const subject = { kind: 'partner', id: account.partnerId }
  await record(act, 'subsidy.outside-noted', subject, { subsidy: account.subsidyId, fiscalYear: account.fiscalYear })
}

/** One statement adds and looks, so that two decisions at once cannot both be the last that fits. */
async function promise(act: Act, account: Account, more: { grantedYen?: number; outsideYen?: number }): Promise<void> {
  const { budget, ...key } = account
  await act.tx
    .insert(subsidyLedgers)
    .values({ ...key, changedAt: act.now })
    .onConflictDoNothing()
  const granted = sql<number>`${subsidyLedgers.grantedYen} + ${more.grantedYen ?? 0}::int`
  const outside =
    more.outsideYen === undefined ? sql<number>`${subsidyLedgers.outsideYen}` : sql<number>`${more.outsideYen}::int`
  const kept = await act.tx
    .update(subsidyLedgers)
    .set({ grantedYen: granted, outsideYen: outside, changedAt: act.now })
    .where(
      and(
        eq(subsidyLedgers.partnerId, key.partnerId),
        eq(subsidyLedgers.subsidyId, key.subsidyId),
        eq(subsidyLedgers.fiscalYear, key.fiscalYear),
        budget === null ? undefined : lte(sql`${granted} + ${outside}`, budget),
      ),
    )
    .returning({ partnerId: subsidyLedgers.partnerId })
  if (kept.length > 0) return
  throw new TooLate('残りの予算を超えます。額を確かめてください。', {
    href: `/partners/${account.partnerId}/subsidies`,
    label: '補助のページにもどる',
  })
}

/** For the program: what a company gave up after the office had promised it is free again. Twice gives the same. */
export async function releaseGrant(act: Act, grantId: string): Promise<void> {
  const [row] = await act.tx
    .update(grants)
    .set({ releasedAt: act.now })
    .where(
      and(
        ...[eq(grants.id, grantId), eq(grants.decidedBy, 'office'), isNotNull(grants.grantedYen)],
        ...[isNotNull(grants.withdrawnAt), isNull(grants.releasedAt)],
      ),
    )
    .returning()
  if (!row?.partnerId || row.grantedYen === null) return
  await act.tx
    .update(subsidyLedgers)
    .set({ grantedYen: sql`${subsidyLedgers.grantedYen} - ${row.grantedYen}::int`, changedAt: act.now })
    .where(
      and(
        eq(subsidyLedgers.partnerId, row.partnerId),
        eq(subsidyLedgers.subsidyId, row.subsidyId),
        eq(subsidyLedgers.fiscalYear, row.fiscalYear),
      ),
    )
  await record(act, 'grant.released', { kind: 'grant', id: grantId }, { subsidy: row.subsidyId })
}
