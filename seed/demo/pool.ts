import { DISCLOSED } from '../../src/applications/rules/disclosure.ts'
import { jobCodes } from '../../src/jobcodes/rules/standard.ts'
import { nameBasedId } from '../ids.ts'
import type { Random } from '../random.ts'
import type { ProjectPlan } from './project-plan.ts'
import type { DemoTalent } from './shapes.ts'
import { workName } from './wording.ts'

export const DISCLOSED_FIELDS: readonly string[] = DISCLOSED.map(({ field }) => field)
/** The rules allow 20 applications a calendar month; hardly anybody sends so many. */
const MOST_A_MONTH = 8

export type PoolTalent = {
  id: string
  accountId: string
  joinedAt: Date
  demo: DemoTalent
  /** How well somebody fits at first sight: what a company would go by. */
  fit(plan: ProjectPlan): number
  /** What fills an answer of theirs. */
  says(plan: ProjectPlan): { work: string; years: number; evidence: string }
}

export type Pool = { applicants(plan: ProjectPlan, from: Date, count: number, random: Random): PoolTalent[] }

/** Who could apply: found by leaf, middle and major group of the work. */
export function createPool(talents: readonly DemoTalent[], joinedAt: (at: number) => Date): Pool {
  const all = talents.map((demo, at) => poolTalent(demo, joinedAt(at)))
  const groups = new Map<string, PoolTalent[]>()
  for (const talent of all) {
    for (const { code } of talent.demo.codes) {
      for (const group of [code, ...jobCodes().ancestors(code)]) {
        const list = groups.get(group) ?? []
        if (list.at(-1) !== talent) list.push(talent)
        groups.set(group, list)
      }
    }
  }
  const sent = new Map<string, number>()
  return {
    applicants(plan, from, count, random) {
      const [major, middle] = jobCodes().ancestors(plan.leaf.id) as [string, string]
      const month = from.toISOString().slice(0, 7)
      const chosen = new Set<PoolTalent>()
      for (let tries = 0; chosen.size < count && tries < count * 60; tries++) {
        const anybody = tries > count * 12
        const group = anybody
          ? all
          : (groups.get(
              random.weighted([
                [plan.leaf.id, 42],
                [middle, 30],
                [major, 22],
                ['', 6],
              ] as const),
            ) ?? all)
        const talent = random.pick(group)
        const key = `${talent.id}:${month}`
        const full = (sent.get(key) ?? 0) >= MOST_A_MONTH
        const atHome = talent.demo.employer?.domain === plan.company.domain
        if (talent.joinedAt > from || full || atHome || chosen.has(talent)) continue
        chosen.add(talent)
        sent.set(key, (sent.get(key) ?? 0) + 1)
      }
      return [...chosen]
    },
  }
}

function poolTalent(demo: DemoTalent, joinedAt: Date): PoolTalent {
  const codes = jobCodes()
  const nearest = (plan: ProjectPlan) => {
    const [major, middle] = codes.ancestors(plan.leaf.id)
    const worth = (code: string) =>
      code === plan.leaf.id ? 3 : codes.ancestors(code)[1] === middle ? 2 : codes.ancestors(code)[0] === major ? 1 : 0
    return demo.codes.map((code) => ({ ...code, worth: worth(code.code) })).sort((a, b) => b.worth - a.worth)[0]!
  }
  return {
    id: nameBasedId(demo.key),
    accountId: nameBasedId(`${demo.key}:account`),
    joinedAt,
    demo,
    fit(plan) {
      const { worth, level } = nearest(plan)
      const near = demo.ties.some(({ prefecture }) => prefecture === plan.company.prefecture) ? 1 : 0
      const known = demo.industries.includes(plan.company.industry) ? 1 : 0
      return worth * 4 + level * 1.5 + near + known + Math.min(1, demo.hours / plan.hours) * 2
    },
    says(plan) {
      const { code, years, evidence } = nearest(plan)
      const work = workName(codes.leaf(code)!)
      return {
        work,
        years: Math.max(1, years),
        evidence: evidence || `${work}に関わる仕事をしてきました`.replace(/ました$/, 'た'),
      }
    },
  }
}
