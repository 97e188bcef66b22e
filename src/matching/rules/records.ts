import type { Project, Talent } from '../../engine/engine.ts'
import { jobCodes } from '../../jobcodes/rules/standard.ts'
import { hourlyEquivalent } from '../../law/fee.ts'
import { CODES } from '../../talents/rules/profile.ts'
import { TIE_KINDS } from '../../talents/rules/words.ts'
import { VECTOR_LENGTH } from '../../text/vector.ts'
import { evidenceStrength, yearsBin } from './evidence.ts'
import type { ProjectFacts, TalentFacts } from './facts.ts'
import { textsOfProject, textsOfTalent, widened } from './meaning.ts'
import { motivesOffered } from './motives.ts'
import { vectorOf } from './vectors.ts'
import { industryNumber, motiveBits } from './world.ts'

/** What the engine takes of one row. */
const MOST_WANTED = 4
const MOST_TIES = 4
const MOST_INDUSTRIES = 3
const MOST_HOURS = 250
const MOST_FEE = 65_000
const MOST_DAYS = 65_000
/** A tie of which only the place was said counts as one of middling strength. */
const KIND_NOT_SAID = TIE_KINDS.findIndex(({ id }) => id === 'school')

/** 0 remote only, 2 monthly, 3 weekly; somebody who is open to both comes by now and then. */
const TALENT_VISITS = { remote: 0, either: 2, visits: 3 } as const
/** 0 remote only, 1 welcome but not asked, 3 monthly. */
const PROJECT_VISITS = { remote: 0, either: 1, visits: 3 } as const

/** A professional as a row of the engine. `thisYear` dates the ties. */
export function talentRecord(talent: TalentFacts, id: number, thisYear: number): Talent {
  const codes = jobCodes()
  return {
    id,
    visible: talent.visible,
    seeks: talent.seeks !== false,
    since: dayOf(talent.publishedAt ?? null),
    codes: talent.codes
      .filter(({ code }) => codes.indexOf(code) >= 0)
      .slice(0, CODES)
      .map(({ code, level, years, evidence, confirmed }) => ({
        code: codes.indexOf(code),
        level,
        years: yearsBin(years),
        evidence: evidenceStrength(evidence, confirmed),
      })),
    industries: known(talent.industries.map(industryNumber)).slice(0, MOST_INDUSTRIES),
    ties: talent.ties.slice(0, MOST_TIES).map(({ kind, prefecture, municipality, lastYear }) => ({
      kind: kind === null ? KIND_NOT_SAID : TIE_KINDS.findIndex(({ id }) => id === kind),
      recency: recencyOf(lastYear, thisYear),
      place: placeOf(prefecture, municipality)!,
    })),
    prefecture: talent.prefecture,
    hours: atMost(talent.hours, MOST_HOURS),
    fee: atMost(talent.fee, MOST_FEE),
    visits: talent.style === null ? null : TALENT_VISITS[talent.style],
    motives: motiveBits(talent.motives),
    record: talent.record,
    answers: answersOf(talent.answers),
    text: talent.vector ?? textVector(talent, textsOfTalent(talent)),
  }
}

/** A project as a row of the engine, or as its question. */
export function projectRecord(project: ProjectFacts, id: number): Project {
  const codes = jobCodes()
  const wanted = project.codes.filter(({ code }) => codes.indexOf(code) >= 0)
  return {
    id,
    open: project.open,
    codes: [...wanted.filter(({ must }) => must), ...wanted.filter(({ must }) => !must)]
      .slice(0, MOST_WANTED)
      .map(({ code, level, must }) => ({ code: codes.indexOf(code), level, must })),
    industry: industryNumber(project.industry),
    place: placeOf(project.prefecture, project.municipality),
    hours: atMost(project.hours, MOST_HOURS),
    fee: atMost(hourlyFee(project), MOST_FEE),
    visits: project.style === null ? null : PROJECT_VISITS[project.style],
    travelPaid: project.travelPaid === true,
    motives: motiveBits(motivesOffered(project)),
    record: project.record,
    answers: answersOf(project.answers),
    text: project.vector ?? textVector(project, textsOfProject(project)),
  }
}

function textVector(
  { meaning, space }: Pick<TalentFacts, 'meaning' | 'space'>,
  texts: readonly (string | null)[],
): Int8Array {
  const own = vectorOf(texts, space)
  return inEngine(meaning === undefined ? own : widened(own, meaning))
}

/** The engine takes vectors of length 127, so that a sixteenth of a cosine is a bin. */
const ENGINE_LENGTH = 127

function inEngine(vector: Int8Array): Int8Array {
  return vector.map((value) => Math.round((value * ENGINE_LENGTH) / VECTOR_LENGTH))
}

/** Yen an hour, as its page says it; null as long as fee or hours are not said. */
export function hourlyFee({ fee, hours, hourly }: Pick<ProjectFacts, 'fee' | 'hours' | 'hourly'>): number | null {
  if (hourly !== undefined) return hourly
  return fee === null ? null : hourlyEquivalent(fee, hours)
}

/** 3 this year or last, 2 within three years, 1 within ten, 0 long ago or not said. */
function recencyOf(lastYear: number | null, thisYear: number): number {
  if (lastYear === null) return 0
  const years = thisYear - lastYear
  return years <= 1 ? 3 : years <= 3 ? 2 : years <= 10 ? 1 : 0
}

/** A day in Japan as the engine takes it, 0 where none is known: never the time of the day. */
function dayOf(moment: Date | null): number {
  if (moment === null) return 0
  return Math.max(0, Math.floor((moment.getTime() + 9 * 3_600_000) / 86_400_000) - FIRST_DAY)
}

/** 2020-01-01. */
const FIRST_DAY = 18_262

/** JIS X 0402 without its check digit: the municipality, or 6000 for all of 山形県. */
function placeOf(prefecture: number | null, municipality: string | null): number | null {
  if (municipality !== null && /^\d{5}$/.test(municipality)) return Number(municipality)
  return prefecture === null ? null : prefecture * 1000
}

function answersOf({ seenDays, asked, answered }: TalentFacts['answers']) {
  return { asked, answered, ...(seenDays !== null && { seenDays: Math.min(Math.max(0, seenDays), MOST_DAYS) }) }
}

function atMost(value: number | null, most: number): number | null {
  return value === null ? null : Math.min(value, most)
}

function known<T>(values: readonly (T | null)[]): T[] {
  return values.filter((value) => value !== null)
}
