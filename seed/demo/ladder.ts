import { FIELDS, untilOf } from '../../src/ladder/rules/sharing.ts'
import { partnerId } from '../cast.ts'
import { nameBasedId } from '../ids.ts'
import { randomFrom } from '../random.ts'
import type { Working } from './loop/contract.ts'
import type { Stage } from './rows.ts'
import type { DemoTalent } from './shapes.ts'

const DAY = 86_400_000
/** 山形県, where the bank of the cast is. */
const OF_BANK = 6
const SHARING_WITH_BANK = 16

/**
 * After work in the prefecture of the bank many let it count them, and some let it know their name. `asked`: who was asked
 * before, after other work there.
 */
export function shareLadder(
  stage: Stage,
  { row, person }: Working,
  prefecture: number | null | undefined,
  endedAt: Date,
  asked: Set<string>,
): void {
  const random = randomFrom(`ladder/${row.id}`)
  if (prefecture !== OF_BANK || asked.has(row.accountId) || !random.chance(0.8)) return
  asked.add(row.accountId)
  const at = new Date(endedAt.getTime() + random.between(1, 20) * DAY)
  share(stage, person.actor!, 'bank', random.chance(0.4) ? 'named' : 'counted', at)
}

/** Somebody who lived in the town of the cast, or was born there, lets it know their name. */
export function shareWithTownAs(
  stage: Stage,
  { key, talentId, accountId }: { key: string; talentId: string; accountId: string },
  kind: 'born' | 'lived',
  daysAgo: number,
): void {
  stage.rows.ties.push({
    ...{ id: nameBasedId(`${key}:tie:town`), talentId, kind, prefecture: 40, municipality: '40210', lastYear: null },
  })
  share(stage, accountId, 'town', 'named', new Date(stage.now.getTime() - daysAgo * DAY))
}

/** People who were born in the town of the cast, or know it otherwise, and want to hear from it. */
export function shareWithTown(stage: Stage, people: readonly DemoTalent[]): void {
  for (const [nth, { key }] of people.entries()) {
    stage.rows.ties.push({
      ...{ id: nameBasedId(`${key}:tie:town`), talentId: nameBasedId(key), kind: nth % 2 ? 'lived' : 'born' },
      ...{ prefecture: 40, municipality: '40210', lastYear: null },
    })
    const at = new Date(stage.now.getTime() - (40 + nth * 9) * DAY)
    share(stage, nameBasedId(`${key}:account`), 'town', nth < 3 ? 'named' : 'counted', at)
  }
}

/** People who know the prefecture of the bank; whoever was asked after work there has answered already. */
export function shareWithBank(stage: Stage, talents: readonly DemoTalent[], asked: ReadonlySet<string>): void {
  const known = talents.filter(({ ties }) => ties.some(({ prefecture }) => prefecture === OF_BANK))
  const open = known.map(({ key }) => nameBasedId(`${key}:account`)).filter((account) => !asked.has(account))
  for (const [nth, account] of open.slice(0, SHARING_WITH_BANK).entries()) {
    const at = new Date(stage.now.getTime() - (40 + nth * 11) * DAY)
    share(stage, account, 'bank', nth % 4 === 0 ? 'named' : 'counted', at)
  }
}

function share(stage: Stage, account: string, name: 'bank' | 'town', what: 'named' | 'counted', at: Date): void {
  const partner = partnerId(name)
  const id = nameBasedId(`ladder:${account}:${partner}`)
  const by = { actor: account, organisation: null }
  if (!stage.done(at, `ladder.${what}`, { kind: 'partner', id: partner }, by)) return
  stage.rows.consents.push({
    ...{ id, accountId: account, recipientId: partner, purpose: 'ladder', fields: [...FIELDS[what]] },
    ...{ subjectId: null, givenAt: at, until: untilOf(at, '3'), revokedAt: null },
  })
}
