import { subsidies } from '../../subsidies/rules/subsidies.ts'
import { dayOf, type FiscalRows, midnight } from './fiscal-rows.ts'

/** Some grants; `who`: the companies behind those of them that are not among others. */
export type Grants = { count: number; yen: number; each: Set<string>; who: (without: Grants) => Set<string> }
export type GrantsAgain = Record<'planned' | 'applied' | 'granted' | 'paid', Grants> & {
  /** Yen; null where no budget is known. */
  left: number | null
  released: Set<string>
  bound: Set<string>
  apart: Set<string>[]
}

/** Who came again, or had work done, after a programme of the partner was over, or on a project without a subsidy after one with. */
export function wentOn(
  rows: FiscalRows,
  partner: string,
  { settles, counts }: { settles: number; counts: (company: string, at: number) => boolean },
) {
  const aided = new Set(
    rows.grants.filter(({ granted, gone }) => granted !== null && gone === null).map(({ project }) => project),
  )
  const all = [...rows.contracts.values()]
  const later = [
    ...all.map((one) => ({ ...one, began: one.at })),
    ...[...rows.months.values()].flatMap(({ contract, day, sure }) => {
      const one = rows.contracts.get(contract)
      return one && sure !== null && sure < settles ? [{ ...one, began: one.at, at: midnight(day) }] : []
    }),
  ].filter(({ company, at }) => counts(company, at))
  const [continued, unaided] = [new Set<string>(), new Set<string>()]
  for (const { company, project, at, began } of later) {
    const before = all.filter((one) => one.company === company)
    const afterProgramme = rows.programmes.some(
      (one) =>
        one.partner === partner &&
        one.public &&
        one.last < dayOf(at) &&
        before.some((contract) => dayOf(contract.at) >= one.first && dayOf(contract.at) <= one.last),
    )
    const afterAid = before.some((contract) => aided.has(contract.project) && contract.at < began)
    if (afterProgramme) continued.add(company)
    if (!aided.has(project) && (afterProgramme || afterAid)) unaided.add(company)
  }
  return { continued, unaided }
}

export function grantsAgain(
  rows: FiscalRows,
  { id, slug }: { id: string; slug: string },
  year: number,
  until: number,
): GrantsAgain | null {
  const written = (subsidy: string) => rows.budgets.get(`${id} ${subsidy} ${year}`)
  const runs = subsidies()
    .filter((one) => one.partner === slug)
    .filter((one) => written(one.id) !== undefined || one.period.year === 'every' || one.period.year === year)
    .map((one) => ({ id: one.id, budget: written(one.id) === undefined ? one.budget : written(one.id) }))
  if (runs.length === 0) return null
  const was = (at: number | null) => at !== null && at < until
  const planned = rows.grants.filter((one) => one.partner === id && one.year === year && was(one.planned))
  const applied = planned.filter((one) => was(one.applied) && was(one.shown))
  const granted = applied.filter((one) => was(one.decided) && one.granted !== null)
  const paid = granted.filter((one) => was(one.paid) && one.got !== null)
  const released = granted.filter((one) => was(one.released))
  const whoOf = (some: typeof planned) => new Set(some.map(({ company }) => company))
  const sum = (yen: readonly (number | null)[]) => yen.reduce<number>((total, one) => total + (one ?? 0), 0)
  const of = (some: typeof planned, yen: number): Grants => {
    const keys = new Map(some.map((one) => [`${one.company} ${one.project} ${one.planned}`, one.company]))
    return {
      ...{ count: some.length, yen, each: new Set(keys.keys()) },
      who: (without) => new Set([...keys].flatMap(([key, company]) => (without.each.has(key) ? [] : [company]))),
    }
  }
  const isKnown = runs.every(({ budget }) => budget !== undefined && budget !== null)
  const budget = sum(runs.map((one) => (one.budget ?? 0) - (rows.outside.get(`${id} ${one.id} ${year}`) ?? 0)))
  return {
    planned: of(planned, sum(planned.map(({ expected }) => expected))),
    applied: of(applied, sum(applied.map(({ expected }) => expected))),
    granted: of(granted, sum(granted.map((one) => one.granted))),
    paid: of(paid, sum(paid.map(({ got }) => got))),
    left: isKnown ? budget - sum(granted.filter((one) => !was(one.released)).map((one) => one.granted)) : null,
    released: whoOf(released),
    bound: whoOf(granted.filter((one) => !was(one.released))),
    // Refused, not yet decided, not yet paid.
    apart: [
      whoOf(applied.filter((one) => was(one.decided) && one.granted === null)),
      whoOf(applied.filter((one) => !was(one.decided))),
      whoOf(granted.filter((one) => !paid.includes(one))),
    ],
  }
}

/** How many of those who let the partner count them had come how far on a day. */
export function stepsAgain(
  rows: FiscalRows,
  partner: FiscalRows['partners'][number],
  end: number,
): Record<string, number> {
  const people = new Set(
    rows.counted
      .filter(
        (one) =>
          one.partner === partner.id &&
          one.from < end &&
          (one.revoked === null || one.revoked >= end) &&
          (one.until === null || one.until > end),
      )
      .map(({ account }) => account),
  )
  const isHere = ({ prefecture, town }: { prefecture: number; town: string | null }) =>
    prefecture === partner.prefecture && (partner.area.length === 0 || (town !== null && partner.area.includes(town)))
  const near = (company: string) => {
    const { prefecture, town } = rows.companies.get(company)!
    return isHere({ prefecture, town: town || null })
  }
  const steps: Record<string, Set<string>> = {}
  const note = (step: string, who: string | null, at: number | null) => {
    steps[step] ??= new Set()
    if (who !== null && people.has(who) && (at === null || at < end)) steps[step].add(who)
  }
  const over = new Map<string, number>()
  for (const { account, company, over: at } of rows.contracts.values()) {
    if (at !== null && at < end && near(company)) over.set(account, Math.min(at, over.get(account) ?? at))
  }
  const seen = (step: string, account: string | null, at: number) => {
    note(step, account, at)
    if (account !== null && (over.get(account) ?? Number.POSITIVE_INFINITY) < at) note('returned', account, at)
  }
  for (const step of ['knows', 'came', 'applied', 'worked', 'visited', 'returned', 'introduced'])
    steps[step] = new Set()
  for (const one of rows.known) if (isHere(one)) note(one.kind, one.account, one.at)
  for (const { account, company, at } of rows.applications) if (near(company)) note('applied', account, at)
  for (const { account, company, at } of rows.contracts.values()) if (near(company)) seen('worked', account, at)
  for (const one of rows.visits) if (isHere(one)) seen('visited', one.account, midnight(one.day))
  for (const { event, account, at } of rows.came) {
    const where = rows.events.get(event)!
    if (isHere(where)) seen('came', account, at)
  }
  return Object.fromEntries(Object.entries(steps).map(([step, who]) => [step, who.size]))
}

export function goalsAgain(rows: FiscalRows, partner: string, year: number): Record<string, number> {
  const goals: Record<string, number> = {}
  for (const one of rows.programmes) {
    const isOfYear = one.first >= `${year}-04-01` && one.first < `${year + 1}-04-01`
    if (one.partner !== partner || !one.public || !isOfYear) continue
    for (const [name, goal] of Object.entries(one.goals)) if (goal !== null) goals[name] = (goals[name] ?? 0) + goal
  }
  return goals
}
