import { jobCodes } from '../../jobcodes/rules/standard.ts'
import type { MotiveId } from '../../talents/rules/words.ts'
import type { ProjectFacts } from './facts.ts'

const HANDWORK = ['crafts', 'textiles', 'pottery', 'wood']
/** 経営・事業計画 and 事業承継: work beside the owner. */
const BESIDE_THE_OWNER = ['11981', '71015']
/** 関係人口と移住 */
const MOVING = '68021'
/** Yen an hour from which somebody who looks for income finds it. */
const GOOD_FEE = 3500
/** 「やったことがある」: there is room to learn. */
const LEARNER = 2

/** What a project offers of what people look for, read from what it says anyway: no owner is asked about it. */
export function motivesOffered(project: ProjectFacts): MotiveId[] {
  const { industry, style, hours, fee, codes } = project
  const [main] = codes
  const [major, middle] = main ? jobCodes().ancestors(main.code) : []
  const offers: Readonly<Record<MotiveId, boolean>> = {
    region: true,
    skill: true,
    learn: codes.some(({ must, level }) => must && level <= LEARNER),
    craft: industry !== null && HANDWORK.includes(industry),
    owner: major !== undefined && BESIDE_THE_OWNER.includes(major),
    people: style === 'visits' || style === 'either',
    move: style === 'visits' || middle === MOVING,
    income: hours !== null && fee !== null && fee / hours >= GOOD_FEE,
  }
  return (Object.keys(offers) as MotiveId[]).filter((motive) => offers[motive])
}
