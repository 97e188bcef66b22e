import type { Report } from '../../fiscal/rules/report.ts'
import type { FiscalAgain, Lump, Piece } from './fiscal.ts'
import type { Grants } from './fiscal-beside.ts'

/** So few that nothing of them may be told: written down a second time. */
const isFew = (n: number) => n > 0 && n < 5

type Said = number | null | undefined
type Cell = { key: string; said: Said; value: number; who: Set<string> }

const DIVIDED = ['month', 'industry', 'major', 'municipality'] as const
const WITHOUT_WORK = ['companies', 'worries']
const FIGURES = ['companies', 'worries', 'projects', 'applications', 'contracts', 'visits', 'fees']

/** What a report says otherwise than its definitions, tells though it may not, or keeps back without need; nothing: all is well. */
export function fiscalFaults(report: Report, again: FiscalAgain): { compared: number; faults: string[] } {
  const faults: string[] = []
  let compared = 0
  const say = (key: string, fault: string | null) => {
    compared++
    if (fault) faults.push(`${key}: ${fault}`)
  }
  const told = again.settled ? FIGURES : FIGURES.filter((figure) => figure !== 'fees')
  if (!again.settled) say('fees', expect(report.totals.fees, undefined))
  for (const figure of told) {
    const pieces = again.pieces.filter((piece) => piece.figure === figure)
    const whole = cellOf('all', report.totals[figure as keyof Report['totals']], pieces)
    const cuts = DIVIDED.filter((cut) => cut !== 'major' || !WITHOUT_WORK.includes(figure)).map((cut) =>
      cellsOf(report, cut, figure, pieces),
    )
    for (const cell of [whole, ...cuts.flat()]) say(`${figure} ${cell.key}`, faultOf(cell))
    // The whole goes before its parts.
    if (whole.said === null && !isFew(whole.who.size)) say(figure, 'kept back, though many stand behind it')
    for (const cells of cuts) say(`${figure} ${cells[0]?.key ?? ''}`, cutFault(whole, cells))
  }
  for (const figure of ['projects', 'applications', 'contracts'] as const) {
    const own = again.pieces.filter((piece) => piece.figure === figure)
    say(
      `area ${figure}`,
      areaFault(
        report.area[figure],
        again.around.filter((piece) => piece.figure === figure),
        own,
        report.totals[figure],
        again.ground,
      ),
    )
  }
  for (const [key, fault] of Object.entries({ ...singleFaults(report, again), ...grantFaults(report, again.grants) }))
    say(key, fault)
  for (const [step, n] of Object.entries(again.steps))
    say(`step-${step}`, expect(report.singles[`step-${step}` as keyof Report['singles']], fives(n)))
  say('months', report.months.join() === again.months.join() ? null : 'other months')
  for (const cut of DIVIDED.slice(1)) {
    const divided = again.pieces.filter(({ figure }) => cut !== 'major' || !WITHOUT_WORK.includes(figure))
    const [told, there] = [
      report.parts.filter((part) => part.cut === cut).map(({ key }) => key),
      new Set(divided.map((piece) => piece[cut])),
    ]
    say(cut, there.symmetricDifference(new Set(told)).size === 0 ? null : 'other parts')
  }
  for (const goal of new Set([...Object.keys(again.goals), ...Object.keys(report.goals)])) {
    say(`goal ${goal}`, expect(report.goals[goal as keyof Report['goals']], again.goals[goal]))
  }
  return { compared, faults }
}

function expect(said: Said, counted: Said): string | null {
  return said === counted ? null : `${said} said, ${counted} counted`
}

function fives(n: number): number | null {
  return n < 5 ? null : 5 * Math.floor(n / 5)
}

function cellOf(key: string, said: Said, pieces: readonly Piece[]): Cell {
  const some = pieces.filter(({ value }) => value > 0)
  return {
    ...{ key, said, value: some.reduce((sum, { value }) => sum + value, 0) },
    who: new Set(some.map(({ company }) => company)),
  }
}

function cellsOf(report: Report, cut: (typeof DIVIDED)[number], figure: string, pieces: readonly Piece[]): Cell[] {
  return report.parts
    .filter((part) => part.cut === cut)
    .map(({ key, values }) =>
      cellOf(
        `${cut} ${key}`,
        values[figure as keyof typeof values],
        pieces.filter((piece) => piece[cut] === key),
      ),
    )
}

function faultOf({ said, value, who }: Cell): string | null {
  if (said === undefined) return 'not there'
  if (said === null) return null
  if (said !== value) return `${said} said, ${value} counted`
  return isFew(who.size) ? `told, though ${who.size} stand behind it` : null
}

/** Nobody, looking at the whole and at the parts that are told, may find out what few of the others did. */
function cutFault(whole: Cell, cells: readonly Cell[]): string | null {
  const there = cells.filter(({ value }) => value > 0)
  const hidden = there.filter(({ said }) => said === null)
  if (cells.every(({ said }) => said === null)) {
    // A way to divide that is not told at all has something small in it.
    return whole.value === 0 || there.some(({ who }) => isFew(who.size)) ? null : 'kept back without need'
  }
  if (cells.some(({ said, value }) => said === null && value === 0)) return 'nothing is kept back'
  if (hidden.length === 0) return whole.said === null && whole.value > 0 ? 'the sum gives the whole away' : null
  if (!there.some(({ who }) => isFew(who.size)) && whole.said !== null) return 'kept back without need'
  if (whole.said === null) return null
  const left = new Set(hidden.flatMap(({ who }) => [...who]))
  if (isFew(left.size)) return 'the rest is of few'
  const rest = whole.value - there.filter(({ said }) => said !== null).reduce((sum, { value }) => sum + value, 0)
  // Each of them is one at least: a rest of so many ones says what each is.
  return rest === hidden.length && hidden.some(({ who }) => isFew(who.size)) ? 'the rest says each' : null
}

/** All of the area, and what others have of it: whole, and wherever it lies in the areas of the same partners. */
function areaFault(
  said: Said,
  around: readonly Piece[],
  own: readonly Piece[],
  shown: Said,
  ground: FiscalAgain['ground'],
): string | null {
  const cell = cellOf('area', said, around)
  const sum = (pieces: readonly Piece[], company: string) =>
    pieces.reduce((total, one) => total + (one.company === company ? one.value : 0), 0)
  const others = (pieces: readonly Piece[]) =>
    new Set(pieces.flatMap(({ company }) => (sum(pieces, company) > sum(own, company) ? [company] : []))).size
  const grounds = [...new Set(around.map(({ municipality }) => ground(municipality)))].map((name) =>
    around.filter(({ municipality }) => ground(municipality) === name),
  )
  const isTooSmall = grounds.some((pieces) => isFew(cellOf('', null, pieces).who.size) || isFew(others(pieces)))
  if (said === null) {
    const isHeld = shown === null && others(around) === 0 && cell.who.size > 0
    return isTooSmall || isHeld ? null : 'kept back without need'
  }
  return faultOf(cell) ?? (isTooSmall ? 'told, though it leaves few when taken off another' : null)
}

function singleFaults(report: Report, again: FiscalAgain): Record<string, string | null> {
  const { singles, totals } = report
  const kept = (lump: Lump) => (isFew(lump.who.size) ? null : lump.value)
  const { middle, who } = again.days
  const [on, free] = [again.continued, again.unaided]
  const [onlyOn, onlyFree] = [on.difference(free).size, free.difference(on).size]
  const isLeft = (onlyOn === 0 && isFew(onlyFree)) || (onlyFree === 0 && isFew(onlyOn))
  const isAgainKept = totals.contracts === null || isFew(again.first.who.size)
  return {
    standing: expect(singles.standing, fives(again.standing)),
    again: expect(singles.again, isAgainKept ? null : kept(again.again)),
    days: expect(singles.days, middle === null ? undefined : isFew(who.size) ? null : Math.round(middle)),
    continued: expect(singles.continued, isFew(on.size) ? null : on.size),
    unaided: expect(singles.unaided, isFew(free.size) || isLeft ? null : free.size),
    events: expect(singles.events, again.events),
    attendees: expect(singles.attendees, isFew(again.attendees.most) ? null : again.attendees.value),
  }
}

const STEPS = ['planned', 'applied', 'granted', 'paid'] as const
const NONE: Grants = { count: 0, yen: 0, each: new Set(), who: () => new Set() }

function grantFaults({ singles }: Report, grants: FiscalAgain['grants']): Record<string, string | null> {
  const faults: Record<string, string | null> = {}
  if (!grants) {
    for (const step of STEPS) faults[step] = expect(singles[step], undefined)
    return faults
  }
  const { left, released, bound, apart, ...steps } = grants
  const isTold = (step: (typeof STEPS)[number]) => singles[step] !== null
  // What is left between two that are told, and of the last one.
  let isAllMany = !apart.some(({ size }) => isFew(size))
  for (const [at, step] of STEPS.entries()) {
    for (const without of [
      ...STEPS.slice(at + 1).map((later) => ({ later, less: steps[later] })),
      { later: null, less: NONE },
    ]) {
      const few = isFew(steps[step].who(without.less).size)
      if (few) isAllMany = false
      const isSeen = isTold(step) && (without.later === null || isTold(without.later))
      faults[`${step} ${without.later}`] = few && isSeen ? 'few are left between two numbers' : null
    }
  }
  const isUnshown = isFew(steps.planned.who(steps.applied).size) && isTold('planned') && steps.planned.count > 0
  faults['planned unshown'] = isUnshown ? 'told, though few were not shown to the office' : null
  for (const step of STEPS) {
    const { count, yen } = steps[step]
    faults[step] = isTold(step)
      ? expect(singles[step], count)
      : count === 0 || isAllMany
        ? 'kept back without need'
        : null
    faults[`${step}Yen`] = expect(singles[`${step}Yen`], isTold(step) ? yen : null)
  }
  const mayTell = isTold('granted') && !isFew(released.size) && !isFew(bound.size)
  faults.leftYen = expect(singles.leftYen, left === null ? undefined : mayTell ? left : null)
  return faults
}
