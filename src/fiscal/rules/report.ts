import { type Arc, LEAST_COMPANIES, withheldOf } from '../../insights/rules/withhold.ts'
import { inFives, isFew } from '../../lib/few.ts'
import { median } from '../../lib/median.ts'
import type { LegalDate } from '../../lib/time.ts'
import {
  CUTS,
  type Cut,
  FIGURES,
  type FigureId,
  type GrantFigureId,
  isDivided,
  OF_AREA,
  type SingleId,
  type StepFigureId,
} from './figures.ts'

/** So much of one figure, of one company in one month. */
export type Fact = {
  readonly figure: FigureId
  readonly company: string
  readonly month: string
  readonly industry: string
  /** Empty where a company has not said in which. */
  readonly municipality: string
  /** The major of the main work; empty for what is of no project. */
  readonly major: string
  readonly value: number
}

/** A contract of the year: how long it took since its project was published, and whether its company had one before. */
export type Sealed = { readonly company: string; readonly days: number | null; readonly again: boolean }

/** Events that were held, how often somebody came to one, and how many people those are. */
export type Held = { readonly events: number; readonly attendees: number; readonly people: number }

/** A company that had work done after what helped it was over: after a programme, and on a project without a subsidy. */
export type WentOn = { readonly company: string; readonly continued: boolean; readonly unaided: boolean }

/** What was to be reached. */
export type Goals = Readonly<Partial<Record<FigureId | SingleId, number>>>

/** null: withheld. */
export type Figure = number | null

/** What may be shown: only this leaves, and only this is kept when a year is closed. */
export type Report = {
  readonly year: number
  readonly months: readonly string[]
  /** The first day that is not counted. */
  readonly end: LegalDate
  /** Without fees until the year is settled. */
  readonly totals: Readonly<Partial<Record<FigureId, Figure>>>
  /** Without days where there is no contract to count them of. */
  readonly singles: Readonly<Partial<Record<SingleId, Figure>>>
  /** Those of the programmes that began in the year. */
  readonly goals: Goals
  /** Of all companies of the area. */
  readonly area: Readonly<Partial<Record<FigureId, Figure>>>
  readonly parts: readonly Part[]
  /** Of a further version: what stays as the version before told it, because only few companies come to something else. */
  readonly stays?: readonly (FigureId | SingleId)[]
}

export type Part = {
  readonly cut: Cut
  readonly key: string
  readonly values: Readonly<Partial<Record<FigureId, Figure>>>
}

type Counted = {
  readonly year: number
  readonly months: readonly string[]
  readonly end: LegalDate
  readonly isSettled: boolean
  readonly own: readonly Fact[]
  readonly sealed: readonly Sealed[]
  readonly held: Held
  readonly wentOn: readonly WentOn[]
  /** Companies whose consent holds when the counted months are over. */
  readonly standing: number
  /** Null where the office runs no subsidy. */
  readonly grants: Partial<Record<GrantFigureId, Figure>> | null
  /** People who let the partner count them, by the steps they took. */
  readonly steps: Readonly<Record<StepFigureId, number>>
  readonly goals: Goals
  /** Of every company of the area, the own ones there too. */
  readonly area: readonly Fact[]
  /** The municipalities of each partner of the prefecture, this one among them; none: all. */
  readonly areas: readonly (readonly string[])[]
}

/** The figures with small ones, and those that would give them away, left out. */
export function reportOf({
  year,
  months,
  end,
  isSettled,
  own,
  sealed,
  goals,
  area,
  areas,
  ...counted
}: Counted): Report {
  const parts: Part[] = CUTS.flatMap(({ id: cut }) =>
    keysOf(cut, own, months).map((key) => ({ cut, key, values: {} as Partial<Record<FigureId, Figure>> })),
  )
  const totals: Partial<Record<FigureId, Figure>> = {}
  for (const { id: figure } of FIGURES) {
    if (figure === 'fees' && !isSettled) continue
    const facts = own.filter((fact) => fact.figure === figure)
    const shown = shownOf(figure, facts, parts)
    totals[figure] = shown('all')
    for (const { cut, key, values } of parts) {
      if (isDivided(figure, cut)) (values as Partial<Record<FigureId, Figure>>)[figure] = shown(`${cut} ${key}`)
    }
  }
  return {
    ...{ year, months, end, totals, goals, parts },
    singles: {
      standing: inFives(counted.standing),
      ...singlesOf(sealed, totals.contracts ?? null),
      ...goneOn(counted.wentOn),
      ...toldOf(counted.held),
      ...counted.grants,
      ...Object.fromEntries(Object.entries(counted.steps).map(([step, people]) => [step, inFives(people)])),
    },
    area: Object.fromEntries(
      OF_AREA.map((figure) => [figure, ofArea(figure, own, { area, areas }, totals[figure] ?? null)]),
    ),
  }
}

/** Every month that is over; of the other ways to divide whatever there is something of, in the order of its key. */
function keysOf(cut: Cut, facts: readonly Fact[], months: readonly string[]): readonly string[] {
  if (cut === 'month') return months
  return [...new Set(facts.filter(({ figure }) => isDivided(figure, cut)).map((fact) => fact[cut]))].sort()
}

/**
 * What may be told of one figure. The whole goes before its parts: a way to divide it into parts so small that the whole
 * would have to go with them is not told at all.
 */
function shownOf(figure: FigureId, facts: readonly Fact[], parts: readonly Part[]): (name: string) => Figure {
  let cuts = CUTS.filter(({ id }) => isDivided(figure, id)).map(({ id }) => id)
  for (;;) {
    const arcs = arcsOf(cuts, facts, parts)
    const withheld = withheldOf([...arcs.values()])
    const whole = arcs.get('all')!
    if (!withheld.has(whole) || whole.companies < LEAST_COMPANIES || cuts.length === 0) {
      return (name) => {
        const arc = arcs.get(name)
        return !arc || withheld.has(arc) ? null : arc.value
      }
    }
    const widest = (cut: Cut) => Math.max(...[...arcs].map(([name, arc]) => (name.startsWith(cut) ? arc.companies : 0)))
    const [finest] = cuts.toSorted((a, b) => widest(a) - widest(b))
    cuts = cuts.filter((cut) => cut !== finest)
  }
}

/** Ways to divide a figure one after the other, and back by the whole: one circulation. */
function arcsOf(cuts: readonly Cut[], facts: readonly Fact[], parts: readonly Part[]): Map<string, Arc> {
  const arcs = new Map<string, Arc>([['all', arcOf(facts, String(cuts.length), '0')]])
  for (const [at, cut] of cuts.entries()) {
    const by = Map.groupBy(facts, (fact) => fact[cut])
    for (const part of parts.filter((one) => one.cut === cut)) {
      arcs.set(`${cut} ${part.key}`, arcOf(by.get(part.key) ?? [], String(at), String(at + 1)))
    }
  }
  return arcs
}

function arcOf(facts: readonly Fact[], from: string, to: string): Arc {
  const some = facts.filter(({ value }) => value > 0)
  return { from, to, value: sum(some), companies: new Set(some.map(({ company }) => company)).size }
}

function sum(facts: readonly { value: number }[]): number {
  return facts.reduce((total, { value }) => total + value, 0)
}

/** What is left of all contracts without those of companies that came again must not be small either. */
function singlesOf(sealed: readonly Sealed[], contracts: Figure): Report['singles'] {
  const few = (rows: readonly Sealed[]) => isFew(new Set(rows.map(({ company }) => company)).size)
  const [again, first] = [sealed.filter((one) => one.again), sealed.filter((one) => !one.again)]
  const timed = sealed.filter(({ days }) => days !== null)
  const middle = median(timed.map(({ days }) => days!))
  const isKept = contracts === null || few(again) || few(first)
  return {
    again: isKept ? null : again.length,
    ...(middle !== null && { days: few(timed) ? null : Math.round(middle) }),
  }
}

/** Where one of the two is a part of the other, what is left of the larger must not be small either. */
function goneOn(rows: readonly WentOn[]): Report['singles'] {
  const [after, without] = [rows.filter((one) => one.continued), rows.filter((one) => one.unaided)]
  const both = rows.filter((one) => one.continued && one.unaided).length
  const [onlyAfter, onlyWithout] = [after.length - both, without.length - both]
  const isLeft = (onlyAfter === 0 && isFew(onlyWithout)) || (onlyWithout === 0 && isFew(onlyAfter))
  return {
    continued: isFew(after.length) ? null : after.length,
    unaided: isFew(without.length) || isLeft ? null : without.length,
  }
}

/** A partner says itself what it holds; who came is told from as many people on as of companies. */
function toldOf({ events, attendees, people }: Held): Report['singles'] {
  return { events, attendees: isFew(people) ? null : attendees }
}

/**
 * All of the area, unless what others have there, once the own is taken off, would be that of few. Whoever reads what several offices
 * tell can take one area off another: so the same holds for each piece of the area that lies in the same areas of all of them.
 * Whatever the areas add up to, or leave of each other, is made of whole pieces.
 */
function ofArea(
  figure: FigureId,
  own: readonly Fact[],
  { area, areas }: Pick<Counted, 'area' | 'areas'>,
  shown: Figure,
): Figure {
  const here = area.filter((fact) => fact.figure === figure && fact.value > 0)
  const ofOwn = new Map<string, number>()
  for (const fact of own) {
    if (fact.figure === figure) ofOwn.set(fact.company, (ofOwn.get(fact.company) ?? 0) + fact.value)
  }
  const inSame = (fact: Fact) => areas.map((towns) => towns.length === 0 || towns.includes(fact.municipality)).join()
  let others = 0
  for (const piece of Map.groupBy(here, inSame).values()) {
    const companies = Map.groupBy(piece, ({ company }) => company)
    const apart = [...companies].filter(([company, facts]) => sum(facts) > (ofOwn.get(company) ?? 0)).length
    if (isFew(companies.size) || isFew(apart)) return null
    others += apart
  }
  // A partner knows the dates of its own companies' projects and contracts, also where their sum is withheld.
  return shown === null && others === 0 && here.length > 0 ? null : sum(here)
}
