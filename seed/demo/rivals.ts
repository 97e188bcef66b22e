import { type Random, randomFrom } from '../random.ts'
import { homePrefecture, townOf } from '../regions.ts'
import { COST_NEAR_MISSES, GX_NEAR_MISSES } from '../texts/near-misses.ts'
import { MANNERS } from '../texts/talent.ts'
import type { NearMiss } from '../texts/types.ts'
import { EMPLOYER_HEADS, WORKPLACES } from '../texts/workplaces.ts'
import { namedPerson } from './people.ts'
import type { DemoTalent, DemoTie } from './shapes.ts'

/** How many people there are of each kind of near-miss. */
const EACH = 2

/** The rivals of the two cases: at least twenty each, none of whom an expert would put first. */
export function rivalsOf(seed: number): DemoTalent[] {
  return [...nearMisses(seed, 'gx', GX_NEAR_MISSES), ...nearMisses(seed, 'cost', COST_NEAR_MISSES)]
}

export function nearMisses(seed: number, name: string, kinds: readonly NearMiss[], each: number = EACH): DemoTalent[] {
  return kinds.flatMap((kind, at) =>
    Array.from({ length: each }, (_, n) => nearMiss(`rival:${seed}:${name}:${at}:${n}`, kind, n)),
  )
}

function nearMiss(key: string, kind: NearMiss, n: number): DemoTalent {
  const random = randomFrom(key)
  const prefecture = homePrefecture(random)
  const workplace = WORKPLACES.find(({ industry }) => industry === kind.industries[0])!
  const employer = `${random.pick(EMPLOYER_HEADS)}${random.pick(workplace.names)}株式会社`
  return {
    key,
    ...namedPerson(random),
    headline: n === 0 ? kind.headline : `${kind.headline}（${workplace.kind}）`,
    about: `${kind.about}${random.pick(MANNERS)}`,
    prefecture,
    municipality: townOf(random, prefecture).code,
    hours: kind.hours,
    fee: kind.fee + random.between(0, 2) * 500,
    style: random.pick(['remote', 'either', 'either']),
    availability: random.pick(['now', 'talk']),
    motives: random.several(['region', 'skill', 'craft', 'income', 'people'], 2),
    industries: [...kind.industries],
    codes: kind.codes.map(([code, level, years, evidence]) => ({
      ...{ code, level, evidence, lastYearsAgo: 0 },
      years: years === 0 ? 0 : Math.max(1, years + varied(random)),
    })),
    ties: (kind.ties ?? []).map(([tie, where, yearsAgo]) => {
      return { kind: tie as DemoTie['kind'], prefecture: where, municipality: null, yearsAgo }
    }),
    employer: { name: employer, domain: `${key.replaceAll(':', '-')}.example` },
    activeMonthsAgo: 0,
  }
}

function varied(random: Random): number {
  return random.between(-1, 2)
}
