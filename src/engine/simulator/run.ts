import type { Market } from '../market/market.ts'
import { createDraws, DRAW } from './draws.ts'
import { type Figures, figuresOf, type Match, type Seen, unseen } from './figures.ts'
import { knowing } from './knowing.ts'
import type { Lists, Morning } from './morning.ts'
import { attention, type Setting } from './setting.ts'
import { partOf, type World } from './world.ts'

/** What happened, and what every method is measured by. */
export type Run = {
  readonly matches: readonly Match[]
  readonly figures: Figures
  /**
   * By project, the day of the first look at it and of the first application; by person, of the first look by a company in its list of
   * people; −1 where there was none.
   */
  readonly first: { readonly look: Int32Array; readonly application: Int32Array; readonly seen: Int32Array }
}

/** A list by the numbers of the world, who of it can still be had, chance by place, and what is decided at a look. */
type Walk = {
  readonly list: ArrayLike<number>
  readonly stands: (one: number) => boolean
  readonly chance: (place: number) => number
  readonly decide: (one: number) => void
}

const WEEK = 7

/**
 * One market over its days. On a day: contracts end and give their hours back; the platform plans the lists of everybody who is
 * there; whoever comes looks down the list, each place with its attention, and decides once and for all on what was looked at;
 * some companies go down their lists of people in the same way and approach whom they like, and whoever is approached, wants it and has
 * the hours left takes it at once; some companies look at the applications since last time, best liked first, each place with its
 * attention, and offer while there are openings; whoever has the hours left takes it.
 * What either side decided already, or needs more hours than are left, is in nobody's list. Nothing is learnt of somebody from a
 * company's list: only answers to applications and looks at projects tell.
 */
export function run(setting: Setting, world: World, plan: (morning: Morning) => Lists, seed: number): Run {
  const { people, projects, truth, belief, isNew } = world
  const { people: n, projects: m, days, visiting, looking } = setting
  const draws = createDraws(seed)
  const hours = people.hours.slice()
  const openings = projects.openings.slice()
  const closed = projects.arrives.map((day) => Math.min(days, day + setting.openFor))
  const decided = new Uint8Array(n * m)
  const applied: number[][] = Array.from({ length: m }, () => [])
  const seen = { people: unseen(n), projects: unseen(m) }
  const application = new Int32Array(m).fill(-1)
  const known = { people: knowing(isNew.people), projects: knowing(isNew.projects) }
  const thisWeek = { sent: new Int32Array(m), got: new Int32Array(n) }
  const matches: Match[] = []
  const endings = new Map<number, Match[]>()
  const places = attention(setting)

  const open = (project: number, day: number) =>
    projects.arrives[project]! <= day && day < closed[project]! && openings[project]! > 0
  const fits = (person: number, project: number) =>
    decided[person * m + project] === 0 && hours[person]! >= projects.hours[project]!

  const goDown = (day: number, { exposure, looks, first }: Seen, { list, stands, chance, decide }: Walk) => {
    let place = 0
    for (let at = 0; at < list.length && place < places.length; at++) {
      const one = list[at]!
      if (!stands(one)) continue
      exposure[one]! += places[place]!
      if (chance(place) < places[place]!) {
        looks[one]!++
        if (first[one]! < 0) first[one] = day
        decide(one)
      }
      place++
    }
  }
  const visit = (day: number, person: number, list: ArrayLike<number>) =>
    goDown(day, seen.projects, {
      list,
      stands: (project) => fits(person, project),
      chance: (place) => draws(DRAW.look, day, person, place),
      decide: (project) => {
        decided[person * m + project] = 1
        const applies = draws(DRAW.apply, person, project) < truth.wants.values[person * m + project]!
        known.projects.tell(project, applies, belief.wants.values[person * m + project]!)
        if (applies) applied[project]!.push(person)
        if (applies && application[project]! < 0) application[project] = day
      },
    })
  const search = (day: number, project: number, list: ArrayLike<number>) =>
    goDown(day, seen.people, {
      list,
      stands: (person) =>
        fits(person, project) &&
        openings[project]! > 0 &&
        thisWeek.sent[project]! < setting.approaches &&
        thisWeek.got[person]! < setting.approached,
      chance: (place) => draws(DRAW.find, day, project, place),
      decide: (person) => {
        decided[person * m + project] = 1
        if (draws(DRAW.offer, person, project) >= truth.wanted.values[project * n + person]!) return
        thisWeek.sent[project]!++
        thisWeek.got[person]!++
        if (draws(DRAW.apply, person, project) < truth.wants.values[person * m + project]!)
          take({ day, person, project, way: 'approached' })
      },
    })
  const answer = (day: number, project: number) => {
    const likes = (person: number) => truth.wanted.values[project * n + person]!
    const waiting = applied[project]!.sort((a, b) => likes(b) - likes(a) || a - b)
    applied[project] = []
    const looked = attention(setting, waiting.length)
    for (const [place, person] of waiting.entries()) {
      const offers = draws(DRAW.offer, person, project) < likes(person) * looked[place]!
      known.people.tell(person, offers, belief.wanted.values[project * n + person]! * looked[place]!)
      if (offers && openings[project]! > 0 && hours[person]! >= projects.hours[project]!)
        take({ day, person, project, way: 'applied' })
    }
  }
  const take = (match: Match) => {
    const { day, person, project } = match
    openings[project]!--
    hours[person]! -= projects.hours[project]!
    matches.push(match)
    const end = day + setting.contractFor
    endings.set(end, [...(endings.get(end) ?? []), match])
  }

  for (let day = 0; day < days; day++) {
    for (const { person, project } of endings.get(day) ?? []) hours[person]! += projects.hours[project]!
    if (day % WEEK === 0) for (const counts of [thisWeek.sent, thisWeek.got]) counts.fill(0)
    const there = Int32Array.from(numbers(m).filter((project) => open(project, day)))
    const present = Int32Array.from(numbers(n).filter((person) => people.arrives[person]! <= day && hours[person]! > 0))
    for (const project of there) seen.projects.days[project]!++
    for (const person of present) seen.people.days[person]!++
    const coming = numbers(present.length).filter((row) => draws(DRAW.visit, day, present[row]!) < visiting)
    const searching = numbers(there.length).filter((column) => draws(DRAW.search, day, there[column]!) < looking)
    if (there.length > 0 && coming.length + searching.length > 0) {
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
        random: {
          left: (row, count) => draws(DRAW.list, day, present[row]!, count),
          right: (column, count) => draws(DRAW.crowd, day, there[column]!, count),
        },
      })
      for (const row of coming) visit(day, present[row]!, named(lists.left(row), there))
      for (const column of searching) search(day, there[column]!, named(lists.right(column), present))
    }
    for (const project of numbers(m))
      if (open(project, day) && (day - projects.arrives[project]!) % setting.answerEvery === setting.answerEvery - 1)
        answer(day, project)
  }
  const first = { look: seen.projects.first, application, seen: seen.people.first }
  return { matches, first, figures: figuresOf({ setting, world, closed, matches, seen }) }
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, at) => at)
}

function named(list: ArrayLike<number>, names: Int32Array): Int32Array {
  return Int32Array.from(list, (at) => names[at]!)
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
