import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { TooLate } from '../../lib/web/errors.ts'
import { type OwnTalent, openSteps } from '../rules/profile.ts'
import { canDo, stateOf, type TalentAct } from '../rules/visible.ts'
import { type Talent, talents } from '../schema.ts'
import { touch } from './profile.ts'

const PROFILE = { href: '/me/profile', label: 'プロフィールを開く' }

/** From now on companies see the profile, those it hides from excepted. */
export async function publishTalent(act: Act, talent: OwnTalent, version: number): Promise<void> {
  if (openSteps(talent).length > 0) throw new TooLate('まだ答えていない質問があります。', PROFILE)
  allow('publish', talent)
  await touch(act, talent.id, version, { publishedAt: talent.publishedAt ?? act.now, hiddenAt: null })
  await record(act, 'talent.published', { kind: 'talent', id: talent.id })
}

/** From now on no company sees the profile. Takes no version: whoever wants to be gone must not be told to try again. */
export async function hideTalent(act: Act, accountId: string): Promise<void> {
  const [hidden] = await act.tx
    .update(talents)
    .set({ hiddenAt: act.now, updatedAt: act.now, version: sql`${talents.version} + 1` })
    .where(and(eq(talents.accountId, accountId), isNotNull(talents.publishedAt), isNull(talents.hiddenAt)))
    .returning({ id: talents.id })
  if (!hidden) throw new TooLate('もう、どの会社にも見えていません。', { href: '/me', label: '自分のページへ' })
  await record(act, 'talent.hidden', { kind: 'talent', id: hidden.id })
}

/** Takes a rest, or ends it: `availability` is what companies may know afterwards. */
export async function changeAvailability(
  act: Act,
  talent: OwnTalent,
  version: number,
  availability: Talent['availability'],
): Promise<void> {
  const name = availability === 'pause' ? 'pause' : 'resume'
  allow(name, talent)
  await touch(act, talent.id, version, { availability })
  await record(act, name === 'pause' ? 'talent.paused' : 'talent.resumed', { kind: 'talent', id: talent.id })
}

function allow(name: TalentAct, talent: OwnTalent): void {
  if (!canDo(name, stateOf(talent))) throw new TooLate('いまの状態では、できません。', PROFILE)
}
