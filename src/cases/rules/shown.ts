import { groupOfIndustry } from '../../companies/rules/industries.ts'
import { jobCodes } from '../../jobcodes/rules/standard.ts'
import { FEWEST_TOLD } from '../../lib/few.ts'
import { regionOf } from '../../lib/regions.ts'

/** A value is shown only where this many companies share all that is shown beside it. */
export const LEAST_SHARING = FEWEST_TOLD

/** Where somebody works and what was asked for there. */
export type Spot = {
  readonly codes: readonly string[]
  readonly industry: string
  readonly prefecture: number
  /** A band of `sizeBand`. */
  readonly size: string | null
}
/** One published posting: everybody may know that this company asked for this. */
export type Neighbour = Spot & { readonly companyId: string }

/** A spot as it is shown; what is null is not shown at all. */
export type ShownSpot = {
  readonly shownCodes: string[]
  readonly shownIndustry: string | null
  readonly shownPrefecture: number | null
  readonly shownRegion: string | null
  readonly shownSize: string | null
}

type Rung = {
  readonly code: 'all' | 'leaf' | 'middle' | 'major' | null
  readonly industry: 'own' | 'group' | null
  readonly place: 'prefecture' | 'region' | null
  readonly size: boolean
}

/** From all that is known to next to nothing; of what is left out first the least is missed. */
const LADDER: readonly Rung[] = [
  { code: 'all', industry: 'own', place: 'prefecture', size: true },
  { code: 'leaf', industry: 'own', place: 'prefecture', size: true },
  { code: 'leaf', industry: 'own', place: 'region', size: true },
  { code: 'leaf', industry: 'group', place: 'region', size: true },
  { code: 'middle', industry: 'own', place: 'region', size: true },
  { code: 'middle', industry: 'group', place: 'region', size: true },
  { code: 'middle', industry: 'group', place: 'region', size: false },
  { code: 'middle', industry: 'group', place: null, size: false },
  { code: 'middle', industry: null, place: 'region', size: false },
  { code: 'middle', industry: null, place: null, size: false },
  { code: 'major', industry: null, place: null, size: false },
  { code: null, industry: null, place: null, size: false },
]

/** As the company itself says it, because it stands there with its name. */
export function shownByName({ codes, industry, prefecture, size }: Spot): ShownSpot {
  return {
    shownCodes: [...codes],
    shownIndustry: industry,
    shownPrefecture: prefecture,
    shownRegion: regionOf(prefecture).id,
    shownSize: size,
  }
}

/**
 * As it is shown without a name: the first of the ladder that at least five companies share, the own one among them. Whoever
 * asks hands over one fixed picture of all postings, and keeps the answer: what comes later changes nothing that was shown.
 */
export function shownWithoutName(own: Neighbour, all: readonly Neighbour[]): ShownSpot {
  const near = [own, ...all]
  for (const rung of LADDER) {
    const shown = onRung(own, rung)
    if (isShared(near, shown)) return shown
  }
  return onRung(own, LADDER.at(-1)!)
}

/** Before anybody has looked who shares it. */
export function leastShown(own: Spot): ShownSpot {
  return onRung(own, LADDER.at(-1)!)
}

function isShared(near: readonly Neighbour[], shown: ShownSpot): boolean {
  const sharing = new Set<string>()
  for (const other of near) {
    if (shares(other, shown)) sharing.add(other.companyId)
    if (sharing.size >= LEAST_SHARING) return true
  }
  return false
}

const codesAbove = new WeakMap<readonly string[], ReadonlySet<string>>()

/** The codes with all that stands above them; each posting is asked many times. */
function withAbove(codes: readonly string[]): ReadonlySet<string> {
  let above = codesAbove.get(codes)
  if (!above) {
    above = new Set(codes.flatMap((code) => [code, ...jobCodes().ancestors(code)]))
    codesAbove.set(codes, above)
  }
  return above
}

/** Does this posting look like what is shown? */
export function shares(other: Spot, shown: ShownSpot): boolean {
  const { shownCodes, shownIndustry, shownPrefecture, shownRegion, shownSize } = shown
  const above = withAbove(other.codes)
  return (
    shownCodes.every((code) => above.has(code)) &&
    (shownIndustry === null || shownIndustry === other.industry || shownIndustry === groupOfIndustry(other.industry)) &&
    (shownPrefecture === null || shownPrefecture === other.prefecture) &&
    (shownRegion === null || shownRegion === regionOf(other.prefecture).id) &&
    (shownSize === null || shownSize === other.size)
  )
}

function onRung({ codes, industry, prefecture, size }: Spot, rung: Rung): ShownSpot {
  return {
    shownCodes: codesOn(codes, rung.code),
    shownIndustry: rung.industry === 'own' ? industry : rung.industry && groupOfIndustry(industry),
    shownPrefecture: rung.place === 'prefecture' ? prefecture : null,
    shownRegion: rung.place ? regionOf(prefecture).id : null,
    shownSize: rung.size ? size : null,
  }
}

function codesOn(codes: readonly string[], level: Rung['code']): string[] {
  const [main] = codes
  if (main === undefined || level === null) return []
  if (level === 'all') return [...codes]
  if (level === 'leaf') return [main]
  const above = jobCodes().ancestors(main)
  const code = level === 'middle' ? above[1] : above[0]
  return code === undefined ? [] : [code]
}
