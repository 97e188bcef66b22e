import { industryName } from '../../../companies/rules/industries.ts'
import { jobCodes } from '../../../jobcodes/rules/standard.ts'
import { hourlyEquivalent } from '../../../law/fee.ts'
import { municipalityName, PREFECTURES } from '../../../lib/regions.ts'
import type { Entry, Shape } from '../../../text/search/documents.ts'
import type { Project } from '../../schema.ts'
import { stateOf } from '../state.ts'
import { dayNumber, HOURLY, HOURS, MONTHS, SOON } from './bands.ts'

/** The fields of a project as the search knows them. */
export const FIELDS = ['title', 'main', 'words', 'background', 'who', 'further'] as const
type FieldName = (typeof FIELDS)[number]

/** How much a word counts there. `main` is the work that is asked for first, `who` the company and its place. */
const WEIGHTS: Readonly<Record<FieldName, number>> = {
  ...{ title: 3, main: 2.4, words: 1.4, background: 1, who: 1.8, further: 1.2 },
}

/** What projects are narrowed by. `home` is the prefecture once more: for the places that somebody is tied to. */
export const COLUMNS = [
  'prefecture',
  'home',
  'municipality',
  'code',
  'industry',
  'style',
  'hours',
  'hourly',
  'months',
  'contract',
  'start',
  'programme',
] as const
export type Column = (typeof COLUMNS)[number]

export const SHAPE: Shape = { weights: FIELDS.map((name) => WEIGHTS[name]), columns: COLUMNS }

/** With the end of the address of the programme that it is part of. */
export type Searched = Omit<Project, 'createdAt' | 'updatedAt' | 'returnReasons' | 'unsure'> & {
  programme: string | null
}

export const codeKey = (code: string) => `code:${code}`
export const industryKey = (industry: string) => `industry:${industry}`
/** A prefecture by its number, a municipality by its five digits. */
export const placeKey = (place: number | string) => `place:${place}`

/**
 * A published project as the search keeps it: only what everybody may read. One that was withdrawn, or whose publication was
 * taken back, is none.
 */
export function projectEntry(project: Searched, codes: readonly string[]): Entry | null {
  const state = stateOf(project)
  if (project.publishedAt === null || state === 'withdrawn') return null
  const { id, prefecture, municipality, industry, closesOn } = project
  const place = placeNames(project)
  const texts: Readonly<Record<FieldName, string>> = {
    title: project.title ?? '',
    main: '',
    words: joined(project.work, project.goal),
    background: project.background ?? '',
    who: joined(project.posterName, project.place, place, industry && industryName(industry)),
    further: '',
  }
  const [main = [], ...others] = codes.map((code) => [...new Set([code, ...jobCodes().current(code)])])
  const who = field('who')
  const keys: [string, number][] = [
    ...main.map((code): [string, number] => [codeKey(code), field('main')]),
    ...others.flat().map((code): [string, number] => [codeKey(code), field('further')]),
    ...[prefecture, municipality].flatMap((at): [string, number][] => (at === null ? [] : [[placeKey(at), who]])),
    ...(industry ? [[industryKey(industry), who] as [string, number]] : []),
  ]
  const open = state === 'published'
  return {
    ...{ id, texts: FIELDS.map((name) => texts[name]), keys },
    values: valuesOf(project, [...main, ...others.flat()]),
    time: project.publishedAt.getTime(),
    until: !open ? -1 : closesOn === null ? Number.POSITIVE_INFINITY : dayNumber(closesOn),
  }
}

function valuesOf(project: Searched, codes: readonly string[]): string[][] {
  const { prefecture, municipality, industry, style, hours, fee, months, contractKind, startOn } = project
  const home = prefecture === null ? [] : [String(prefecture)]
  const hourly = contractKind === 'probono' || fee === null ? null : hourlyEquivalent(fee, hours)
  const values: Readonly<Record<Column, readonly string[]>> = {
    ...{ prefecture: home, home, municipality: municipality ? [municipality] : [] },
    code: codes.flatMap((code) => [code, ...jobCodes().ancestors(code)]),
    industry: industry ? [industry] : [],
    style: style === null ? [] : style === 'either' ? ['remote', 'visits'] : [style],
    hours: HOURS.filter((most) => hours !== null && hours <= most).map(String),
    // fee ≥ hourly × hours, so that nothing is rounded into a band
    hourly: HOURLY.filter((least) => hourly !== null && fee! >= least * hours!).map(String),
    months: MONTHS.filter((most) => months !== null && months <= most).map(String),
    contract: [contractKind],
    start: [startOn === null ? SOON : startOn.slice(0, 7)],
    programme: project.programme === null ? [] : [project.programme],
  }
  return COLUMNS.map((name) => [...values[name]])
}

/** 山形県新庄市, for the words of a place. */
export function placeNames({ prefecture, municipality }: Pick<Project, 'prefecture' | 'municipality'>): string {
  const name = prefecture === null ? '' : (PREFECTURES[prefecture - 1]?.name ?? '')
  return name + ((municipality && municipalityName(municipality)) || '')
}

function field(name: FieldName): number {
  return FIELDS.indexOf(name)
}

function joined(...texts: readonly (string | null | undefined)[]): string {
  return texts.filter(Boolean).join('\n')
}
