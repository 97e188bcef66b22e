import { and, eq, notInArray, sql } from 'drizzle-orm'
import { record } from '../../history/actions.ts'
import { jobCodes } from '../../jobcodes/rules/standard.ts'
import { firstOfMonth } from '../../law/dates.ts'
import type { Act } from '../../lib/act.ts'
import { today } from '../../lib/time.ts'
import { TooLate } from '../../lib/web/errors.ts'
import type { Changes } from '../rules/changes.ts'
import { type OwnTalent, PICKED } from '../rules/profile.ts'
import { type Talent, talentCodes, talents, ties } from '../schema.ts'

const STALE = '別の画面で、このプロフィールが変わりました。新しい内容を見て、もう一度お試しください。'

/** Begins somebody's profile; a second time changes nothing. */
export async function startProfile(act: Act, accountId: string): Promise<void> {
  const id = act.newId()
  const stamps = { createdAt: act.now, updatedAt: act.now, activeOn: monthOf(act.now) }
  const begun = await act.tx
    .insert(talents)
    .values({ id, accountId, ...stamps })
    .onConflictDoNothing({ target: talents.accountId })
    .returning({ id: talents.id })
  if (begun.length > 0) await record(act, 'talent.started', { kind: 'talent', id })
}

/** Keeps what somebody is typing. Not an act yet, so nothing follows from it. Returns the new version. */
export async function keepDraft(act: Act, talent: OwnTalent, version: number, changes: Changes): Promise<number> {
  const kept = await touch(act, talent.id, version, changes.columns)
  await writeParts(act, talent.id, changes)
  return kept.version
}

/** Answers one question, or many. */
export async function changeProfile(act: Act, talent: OwnTalent, version: number, changes: Changes): Promise<void> {
  await keepDraft(act, talent, version, changes)
  await record(act, 'talent.changed', { kind: 'talent', id: talent.id })
}

/**
 * The job codes of a profile are these, in this order; what was said about one that stays is kept, and what was said about one
 * that is no longer used goes to what was picked in its place.
 */
export async function pickCodes(act: Act, talent: OwnTalent, version: number, codes: readonly string[]): Promise<void> {
  await touch(act, talent.id, version, {})
  const own = eq(talentCodes.talentId, talent.id)
  await act.tx.delete(talentCodes).where(codes.length > 0 ? and(own, notInArray(talentCodes.code, [...codes])) : own)
  if (codes.length > 0) {
    await act.tx
      .insert(talentCodes)
      .values(
        codes.map((code, position) => ({ talentId: talent.id, code, ...saidBefore(talent, code, codes), position })),
      )
      .onConflictDoUpdate({
        target: [talentCodes.talentId, talentCodes.code],
        set: { position: sql`excluded.position` },
      })
  }
  await record(act, 'talent.changed', { kind: 'talent', id: talent.id }, { codes: [...codes] })
}

function saidBefore(talent: OwnTalent, code: string, picked: readonly string[]) {
  const before = talent.codes.find((own) => !picked.includes(own.code) && jobCodes().current(own.code).includes(code))
  if (!before) return PICKED
  const { level, years, lastYear, evidence } = before
  return { level, years, lastYear, evidence }
}

/** Changes the row of a profile that is still the one the person saw. */
export async function touch(
  act: Act,
  talentId: string,
  version: number,
  columns: Partial<Omit<Talent, 'id' | 'accountId' | 'version'>>,
): Promise<Talent> {
  const [row] = await act.tx
    .update(talents)
    .set({ ...columns, updatedAt: act.now, activeOn: monthOf(act.now), version: version + 1 })
    .where(and(eq(talents.id, talentId), eq(talents.version, version)))
    .returning()
  if (!row) throw new TooLate(STALE, { href: '/me/profile', label: 'プロフィールを開く' })
  return row
}

async function writeParts(act: Act, talentId: string, { codes, ties: bonds }: Changes): Promise<void> {
  for (const { code, ...change } of codes) {
    await act.tx
      .update(talentCodes)
      .set(change)
      .where(and(eq(talentCodes.talentId, talentId), eq(talentCodes.code, code)))
  }
  if (!bonds) return
  await act.tx.delete(ties).where(eq(ties.talentId, talentId))
  if (bonds.length > 0) await act.tx.insert(ties).values(bonds.map((tie) => ({ id: act.newId(), talentId, ...tie })))
}

/** Never the day: when somebody was here last is nobody's business. */
export function monthOf(now: Date): string {
  return firstOfMonth(today(now))
}
