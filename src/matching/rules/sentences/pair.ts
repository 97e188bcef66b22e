import { industryName, nearIndustries } from '../../../companies/rules/industries.ts'
import type { Facts } from '../../../engine/engine.ts'
import { jobCodes } from '../../../jobcodes/rules/standard.ts'
import { type MotiveId, motiveName } from '../../../talents/rules/words.ts'
import { fold } from '../../../text/normalise.ts'
import { words } from '../../../text/words.ts'
import type { ProjectFacts, TalentFacts } from '../facts.ts'
import { motivesOffered } from '../motives.ts'

/** One pair as sentences speak of it. */
export type Pair = { readonly talent: TalentFacts; readonly project: ProjectFacts; readonly facts: Facts }

const WORDS = 3
const figures = new Intl.NumberFormat('ja-JP')

/** The code of the person that counts most, the code of the project that it met, and how near they are. */
export function metCodes({ talent, facts }: Pair) {
  if (facts.code === null || facts.wanted === null) return null
  const places = jobCodes().places
  const [own, wanted] = [places[facts.code], places[facts.wanted]]
  const line = own && talent.codes.find(({ code }) => code === own.leaf.id)
  if (!own || !wanted || !line) return null
  const near = (['none', 'major', 'middle', 'leaf'] as const)[facts.agreement]!
  return { own: own.leaf, wanted: wanted.leaf, major: own.major.name, middle: wanted.middle.name, near, line }
}

/** The industry of the person that is the project's own, or a neighbour of it. */
export function metIndustry({ talent, project }: Pair): { name: string; same: boolean } | null {
  if (project.industry === null) return null
  if (talent.industries.includes(project.industry)) return { name: industryName(project.industry), same: true }
  const near = talent.industries.find((id) => nearIndustries(project.industry!).includes(id))
  return near === undefined ? null : { name: industryName(near), same: false }
}

export function sharedMotives({ talent, project }: Pair): string[] {
  const offered = motivesOffered(project)
  return talent.motives.filter((id) => offered.includes(id as MotiveId)).flatMap((id) => motiveName(id) ?? [])
}

/** Words of the project that the person uses too, the longer ones first: they say more. */
export function sharedWords({ talent, project }: Pair): string[] {
  const own = new Set(
    words(fold([talent.headline, talent.about, ...talent.codes.map(({ evidence }) => evidence)].join('\n'))),
  )
  const said = words(fold([project.title, project.background, project.work].filter(Boolean).join('\n')))
  const shared = [...new Set(said)].filter((word) => own.has(word) && word.length >= 2)
  return shared.sort((a, b) => b.length - a.length).slice(0, WORDS)
}

export function yen(amount: number): string {
  return `${figures.format(amount)}円`
}

/** 「職人」「工程」 */
export function quoted(list: readonly string[]): string {
  return list.map((one) => `「${one}」`).join('')
}
