import { municipalityName } from '../../lib/regions.ts'
import { TALK } from './answers.ts'
import { FEES, HOURS, nearest, yearsAnswer } from './bands.ts'
import { isAnswered, type OwnTalent } from './profile.ts'
import { TIE_NUMBERS } from './ties.ts'

type Values = Record<string, string | readonly string[]>

/** The values of every field of the profile's forms, from what is stored. What was never answered is left out. */
export function valuesOf(talent: OwnTalent): Values {
  const { hours, fee, style, prefecture } = talent
  const said = hours !== null
  return {
    about: talent.about,
    headline: talent.headline,
    ...(said && { hours: String(nearest(HOURS, hours)) }),
    ...(fee !== null ? { fee: String(nearest(FEES, fee)) } : said && { fee: TALK }),
    ...(style && { style }),
    availability: talent.availability,
    ...(prefecture !== null && { prefecture: String(prefecture) }),
    times: talent.times,
    motives: talent.motives,
    industries: talent.industries,
    ...Object.assign({}, ...talent.codes.map(codeValues)),
    ...Object.assign({}, ...TIE_NUMBERS.map((n) => tieValues(n, talent.ties[n - 1]))),
  }
}

function codeValues({ code, level, years, lastYear, evidence }: OwnTalent['codes'][number]): Values {
  return {
    ...(isAnswered({ level, years }) && { [`level-${code}`]: String(level) }),
    ...(years > 0 && { [`years-${code}`]: String(yearsAnswer(years).years) }),
    [`last-${code}`]: lastYear === null ? '' : String(lastYear),
    [`evidence-${code}`]: evidence,
  }
}

function tieValues(n: number, tie: OwnTalent['ties'][number] | undefined): Values {
  if (!tie) return {}
  return {
    [`tie-kind-${n}`]: tie.kind,
    [`tie-prefecture-${n}`]: String(tie.prefecture),
    [`tie-town-${n}`]: tie.municipality ? (municipalityName(tie.municipality) ?? '') : '',
    [`tie-year-${n}`]: tie.lastYear === null ? '' : String(tie.lastYear),
  }
}
