import type { TalentSeed } from '../../seed/cast/types.ts'
import { PEOPLE } from '../../seed/cast.ts'
import { nearMisses } from '../../seed/demo/rivals.ts'
import type { DemoTalent } from '../../seed/demo/shapes.ts'
import { demoTalents, RESERVED } from '../../seed/generate.ts'
import type { NearMiss } from '../../seed/texts/types.ts'
import { jobCodes } from '../../src/jobcodes/rules/standard.ts'
import { NO_ANSWERS, NO_RECORD, type TalentFacts } from '../../src/matching/rules/facts.ts'
import { PAIRS, type Pair } from './pairs.ts'

export const THIS_YEAR = 2026
const DAYS_A_MONTH = 30

/** Everybody of one seed's market: the bulk, the cast, the right person of each pair, and near-misses of all. */
export function marketOf(seed: number, people: number): TalentFacts[] {
  const reserved = new Set([...RESERVED, ...PAIRS.map(({ work }) => work)])
  const written = [
    ...PAIRS.map(rightOf),
    ...castFacts(),
    ...PAIRS.flatMap((pair, at) => rivalsOf(seed, pair, at).map(factsOf)),
  ]
  return [...demoTalents(seed, people - written.length, reserved).map(factsOf), ...written]
}

export const rightId = (pair: Pair) => `right:${pair.name}`

function castFacts(): TalentFacts[] {
  return Object.entries(PEOPLE).flatMap(([name, person]) => {
    const talent = 'talent' in person ? (person.talent as TalentSeed) : undefined
    if (!talent) return []
    const { codes, ties, employer: _, availability, motives, industries, ...said } = talent
    return [
      {
        ...said,
        ...{ id: name, visible: availability !== 'pause', motives: [...motives], industries: [...industries] },
        codes: codes.map(([code, level, years, evidence]) => ({ code, level, years, evidence, confirmed: false })),
        ties: ties.map(([kind, prefecture, lastYear]) => ({ kind, prefecture, municipality: null, lastYear })),
        ...{ record: NO_RECORD, answers: NO_ANSWERS },
      },
    ]
  })
}

export function factsOf(talent: DemoTalent): TalentFacts {
  const { key, headline, about, prefecture, hours, fee, style, motives, industries, activeMonthsAgo } = talent
  return {
    ...{ id: key, headline, about, prefecture, hours, fee, style, motives, industries },
    visible: talent.availability !== 'pause',
    codes: talent.codes.map((code) => ({ ...code, confirmed: false })),
    ties: talent.ties.map(({ yearsAgo, ...tie }) => ({
      ...tie,
      lastYear: yearsAgo === null ? null : THIS_YEAR - yearsAgo,
    })),
    record: NO_RECORD,
    answers: { ...NO_ANSWERS, seenDays: activeMonthsAgo * DAYS_A_MONTH },
  }
}

function rightOf(pair: Pair): TalentFacts {
  const { codes, ties, ...said } = pair.right
  return {
    ...said,
    ...{ id: rightId(pair), visible: true, record: NO_RECORD, answers: NO_ANSWERS },
    codes: codes.map(([code, level, years, evidence]) => ({ code, level, years, evidence, confirmed: false })),
    ties: ties.map(([kind, prefecture, ago]) => {
      return { kind, prefecture, municipality: null, lastYear: ago === null ? null : THIS_YEAR - ago }
    }),
  }
}

/** Four of each kind of near-miss for a pair; each says the owner's own words back and lacks one thing. */
function rivalsOf(seed: number, pair: Pair, at: number): DemoTalent[] {
  const codes = jobCodes()
  const leaf = codes.leaf(pair.work)!
  const [, middle] = codes.ancestors(leaf.id)
  // Whoever does all that the right person does would be no near-miss.
  const done = new Set([leaf.id, ...pair.right.codes.map(([code]) => code)])
  const near = [...leaf.related, ...codes.leavesOf(middle!).map(({ id }) => id)].filter(
    (id) => !done.has(id) && codes.leaf(id),
  )
  const about = `「${pair.worry}」というご相談を、たくさんお受けしてきました。`
  const { industry, prefecture } = pair.firm
  const common = { about, industries: [industry], hours: 20, fee: 2500 }
  const bond = [['work', prefecture, 0]] as const
  const shown = (id: string) => `${codes.leaf(id)!.name.replace(/（.*?）/g, '')}を28社で担当し、成果を出した`
  const kinds: NearMiss[] = [
    {
      ...common,
      lacks: 'となりの仕事の人',
      headline: `${codes.leaf(near[0]!)!.name}の専門`,
      codes: [[near[0]!, 4, 20, shown(near[0]!)]],
      ties: bond,
    },
    {
      ...common,
      lacks: '近い仕事を広く知る人',
      headline: `${leaf.name}に近い仕事を何でも`,
      codes: near.slice(0, 4).map((id) => [id, 4, 15, shown(id)] as const),
      ties: bond,
    },
    {
      ...common,
      lacks: '月2時間しかない',
      headline: `${leaf.name}の担当`,
      codes: [[leaf.id, 3, 6, shown(leaf.id)]],
      hours: 2,
      ties: bond,
    },
    {
      ...common,
      lacks: '学んだだけ',
      headline: `${leaf.name}を勉強中`,
      codes: [[leaf.id, 1, 0, '']],
      hours: 40,
      fee: 1500,
      ties: bond,
    },
    {
      ...common,
      lacks: '報酬がまるで合わない',
      headline: `${leaf.name}の顧問`,
      codes: [[leaf.id, 3, 6, shown(leaf.id)]],
      fee: 30_000,
    },
  ]
  return nearMisses(seed, `pair${at}`, kinds, 4)
}
