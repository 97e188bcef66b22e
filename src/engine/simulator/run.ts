import type { Market } from '../market/market.ts'
import { createDraws, DRAW } from './draws.ts'
import { type Figures, figuresOf, type Match } from './figures.ts'
import { knowing } from './knowing.ts'
import type { Lists, Morning } from './morning.ts'
import { attention, type Setting } from './setting.ts'
import { partOf, type World } from './world.ts'

/** What happened, and what every method is measured by. */
export type Run = {
  readonly matches: readonly Match[]
  readonly figures: Figures
  /** By project, the day of the first look at it and of the first application; −1 where there was none. */
  readonly first: { readonly look: Int32Array; readonly application: Int32Array }
}

/**
 * One market over its days. On a day: contracts end and give their hours back; the platform plans the lists of everybody who is
 * there; whoever comes looks down the list, each place with its attention, and decides once and for all on what was looked at;
 * some companies look at the applications since last time, best liked first, each place with its attention, and offer while
 * there are openings; whoever has the hours left takes it.
 * What is decided already, or needs more hours than are left, is in nobody's list.
 */
export function run(setting: Setting, world: World, plan: (morning: Morning) => Lists, seed: number): Run {
  const { people, projects, truth, belief, isNew } = world
  const { people: n, projects: m, days, visiting } = setting
  const draws = createDraws(seed)
  const hours = people.hours.slice()
  const openings = projects.openings.slice()
  const closed = projects.arrives.map((day) => Math.min(days, day + setting.openFor))
  const decided = new Uint8Array(n * m)
  const applied: number[][] = Array.from({ length: m }, () => [])
  const exposure = new Float64Array(m)
  const looks = new Int32Array(m)
  const first = { look: new Int32Array(m).fill(-1), application: new Int32Array(m).fill(-1) }
  const known = { people: knowing(isNew.people), projects: knowing(isNew.projects) }
  const openDays = new Int32Array(m)
  const matches: Match[] = []
  const endings = new Map<number, Match[]>()
  const places = attention(setting)

  const open = (project: number, day: number) =>
    projects.arrives[project]! <= day && day < closed[project]! && openings[project]! > 0
  const fits = (person: number, project: number) =>
    decided[person * m + project] === 0 && hours[person]! >= projects.hours[project]!

  const visit = (day: number, person: number, list: ArrayLike<number>, there: Int32Array) => {
    let place = 0
    for (let at = 0; at < list.length && place < places.length; at++) {
      const project = there[list[at]!]!
      if (!fits(person, project)) continue
      exposure[project]! += places[place]!
      if (draws(DRAW.look, day, person, place) < places[place]!) {
        looks[project]!++
        if (first.look[project]! < 0) first.look[project] = day
        decided[person * m + project] = 1
        const applies = draws(DRAW.apply, person, project) < truth.wants.values[person * m + project]!
        known.projects.tell(project, applies, belief.wants.values[person * m + project]!)
        if (applies) applied[project]!.push(person)
        if (applies && first.application[project]! < 0) first.application[project] = day
      }
      place++
    }
  }
  const answer = (day: number, project: number) => {
    const likes = (person: number) => truth.wanted.values[project * n + person]!
    const waiting = applied[project]!.sort((a, b) => likes(b) - likes(a) || a - b)
    applied[project] = []
    const looked = attention(setting, waiting.length)
    for (const [place, person] of waiting.entries()) {
      const offers = draws(DRAW.offer, person, project) < likes(person) * looked[place]!
      known.people.tell(person, offers, belief.wanted.values[project * n + person]! * looked[place]!)
      if (!offers || openings[project] === 0 || hours[person]! < projects.hours[project]!) continue
      openings[project]!--
      hours[person]! -= projects.hours[project]!
      const match = { day, person, project }
      matches.push(match)
      const end = day + setting.contractFor
      endings.set(end, [...(endings.get(end) ?? []), match])
    }
  }

  for (let day = 0; day < days; day++) {
    for (const { person, project } of endings.get(day) ?? []) hours[person]! += projects.hours[project]!
    const there = Int32Array.from(numbers(m).filter((project) => open(project, day)))
    const present = Int32Array.from(numbers(n).filter((person) => people.arrives[person]! <= day && hours[person]! > 0))
    for (const project of there) openDays[project]!++
    const coming = present.filter((person) => draws(DRAW.visit, day, person) < visiting)
    if (there.length > 0 && coming.length > 0) {
      const lists = plan({
        ...{ day, people: present, projects: there },
        waiting: (column) => applied[there[column]!]!.length,
        known: { people: known.people.of(present), projects: known.projects.of(there) },
        market: onlyWhatFits(partOf(belief, present, there), present, there, fits),
        looked: { left: attention(setting, there.length), right: attention(setting, present.length) },
        places: places.length,
        openings: Float64Array.from(there, (project) => openings[project]!),
        hours: Float64Array.from(present, (person) => hours[person]!),
        wantedHours: Float64Array.from(there, (project) => projects.hours[project]!),
        random: (row, count) => draws(DRAW.list, day, present[row]!, count),
      })
      for (const person of coming) visit(day, person, lists(present.indexOf(person)), there)
    }
    for (const project of numbers(m))
      if (open(project, day) && (day - projects.arrives[project]!) % setting.answerEvery === setting.answerEvery - 1)
        answer(day, project)
  }
  return { matches, first, figures: figuresOf({ setting, world, closed, matches, exposure, looks, openDays }) }
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, at) => at)
}

function onlyWhatFits(
  market: Market,
  present: Int32Array,
  there: Int32Array,
  fits: (person: number, project: number) => boolean,
): Market {
  const { wants, wanted } = market
  for (const [row, person] of present.entries()) {
    for (const [column, project] of there.entries()) {
      if (fits(person, project)) continue
      wants.values[row * there.length + column] = 0
      wanted.values[column * present.length + row] = 0
    }
  }
  return market
}
