/**
 * Whether HR of an employer can tell by the time of an answer that somebody hides from them: `npm run bench:hidden -- [--seed 7]
 * [--times 200] [--quick]`. Two worlds of the size of the demo, one with somebody who hides, one where she never was; the same
 * request goes to both, one after the other, in an order that is drawn. Ends with 1 where the medians of a route are 5 ms apart or more.
 */
import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { accountId, companyId } from '../seed/cast.ts'
import { randomFrom } from '../seed/random.ts'
import { accounts } from '../src/accounts/schema.ts'
import { asOwner } from '../src/lib/db.ts'
import { currentMarket, refreshMarket } from '../src/matching/actions/market.ts'
import { projectCodes, projects } from '../src/projects/schema.ts'
import { hidingKeys } from '../src/talents/rules/employer.ts'
import { employerBlocks, employers, talentCodes, talents, ties } from '../src/talents/schema.ts'
import { machine, tellGoal } from './goals.ts'
import { type Demo, HOME, open, openDemo, signIn } from './house.ts'

const { values } = parseArgs({
  options: { seed: { type: 'string' }, times: { type: 'string' }, quick: { type: 'boolean', default: false } },
})
const SEED = Number(values.seed ?? 7)
const TIMES = Number(values.times ?? (values.quick ? 30 : 200))
const WARM_UP = values.quick ? 5 : 20
const GOAL_MS = 5
const CODE = '56109'
const EMPLOYER = companyId('employer')
const [PERSON, ACCOUNT, PROJECT] = [randomUUID(), randomUUID(), randomUUID()]

type World = { readonly demo: Demo; readonly cookie: string }

async function world(isThere: boolean): Promise<World> {
  const demo = await openDemo()
  const at = new Date()
  await asOwner(demo.db, async (tx) => {
    const stamps = { createdAt: at, updatedAt: at }
    await tx.insert(projects).values({
      ...{ id: PROJECT, companyId: EMPLOYER, title: '省エネの計画を立てたい', prefecture: 13, hours: 10, fee: 50_000 },
      ...{ style: 'either', months: 3, submittedAt: at, publishedAt: at, ...stamps },
    })
    await tx.insert(projectCodes).values({ projectId: PROJECT, code: CODE, position: 0 })
    if (!isThere) return
    await tx.insert(accounts).values({ id: ACCOUNT, email: 'hidden@mail.example', ...stamps })
    await tx.insert(talents).values({
      ...{ id: PERSON, accountId: ACCOUNT, headline: '省エネを十年', prefecture: 13, hours: 12, fee: 3000 },
      ...{ style: 'either', availability: 'now', publishedAt: at, employerAnsweredAt: at, ...stamps },
    })
    await tx.insert(talentCodes).values({ talentId: PERSON, code: CODE, level: 4, years: 12 })
    await tx.insert(ties).values({ id: randomUUID(), talentId: PERSON, kind: 'born', prefecture: 13 })
    await tx.insert(employers).values({ talentId: PERSON, none: false, updatedAt: at })
    const answer = { employer: { name: '大東ケミカル株式会社', corporateNumber: '', domain: '' }, others: [] }
    const keys = hidingKeys(answer, '').map((key) => demo.deps.secrets.hash(key, 'company'))
    await tx.insert(employerBlocks).values(keys.map((keyHash) => ({ talentId: PERSON, keyHash })))
  })
  await currentMarket(demo.db, at)
  await refreshMarket(demo.db, at)
  return { demo, cookie: await signIn(demo, accountId('kuroda')) }
}

const own = `/companies/${EMPLOYER}`
const ROUTES: readonly (readonly [string, (n: number) => string])[] = [
  ['people, all', () => `${own}/talents?project=${PROJECT}`],
  ['people, by code', () => `${own}/talents?project=${PROJECT}&code=${CODE}`],
  ['people, by words', () => `${own}/talents?project=${PROJECT}&words=${encodeURIComponent('省エネ')}`],
  ['people, by place, newest', () => `${own}/talents?project=${PROJECT}&prefecture=13&sort=new`],
  ['her card', () => `${own}/talents/${PERSON}?project=${PROJECT}`],
  ['nobody’s card', () => `${own}/talents/${randomUUID()}`],
  ['proposals', () => `${own}/projects/${PROJECT}/proposals`],
  ['applications', () => `${own}/projects/${PROJECT}/applications`],
  ['scouts', () => `${own}/scouts`],
  ['the home of the company', () => own],
  ['projects', (n) => `/projects?page=${1 + (n % 3)}`],
  ['insights', () => '/insights'],
]

/** A scout to her is a form that is posted: it finds nobody in either world. */
async function postScout({ demo, cookie }: World): Promise<{ status: number }> {
  const words = '省エネのことで困っています。十年の経験を、ぜひお貸しください。'
  const body = new URLSearchParams({ project: PROJECT, words, _once: randomUUID() })
  const headers = { origin: HOME, 'sec-fetch-site': 'same-origin', cookie }
  const answer = await demo.app.request(
    new Request(`${HOME}${own}/talents/${PERSON}/scouts`, { method: 'POST', body, headers }),
  )
  await answer.text()
  return { status: answer.status }
}

const [withHer, without] = [await world(true), await world(false)]
const { chance, between } = randomFrom(`hidden ${SEED}`)
console.log(
  machine(`seed ${SEED}; 2 worlds of 2,000 people, embedded databases; ${TIMES} pairs a route after ${WARM_UP}`),
)
console.log(
  'route                         median with / without   difference (95 % by bootstrap)   middle half with / without',
)
for (const [name, path] of [...ROUTES, ['a scout to her', null] as const]) {
  const times: [number[], number[]] = [[], []]
  let alike = true
  for (let n = -WARM_UP; n < TIMES; n++) {
    const address = path?.(n + WARM_UP)
    const order = chance(0.5) ? [0, 1] : [1, 0]
    const answers = []
    for (const at of order) {
      const one = [withHer, without][at]!
      const [clock, processor] = [performance.now(), process.cpuUsage()]
      const { status } = address === undefined ? await postScout(one) : await open(one.demo, address, one.cookie)
      const { user, system } = process.cpuUsage(processor)
      answers.push(status)
      // As `timed` in goals.ts: by the processor where other programs beside it make the clock longer.
      if (n >= 0) times[at]!.push(Math.min(performance.now() - clock, (user + system) / 1000))
    }
    alike &&= answers[0] === answers[1]
  }
  const [a, b] = times
  const difference = median(a) - median(b)
  const [low, high] = spread(a, b)
  const figures = `${median(a).toFixed(2)} / ${median(b).toFixed(2)} ms`.padEnd(24)
  const told = `${difference.toFixed(2)} ms (${low.toFixed(2)} to ${high.toFixed(2)})`.padEnd(32)
  console.log(`${name.padEnd(30)}${figures}${told}${middle(a)} / ${middle(b)}`)
  // Few pairs tell little: with --quick only what cannot be chance is missed.
  const isChance = values.quick && low <= 0 && high >= 0
  if (!alike || (Math.abs(difference) >= GOAL_MS && !isChance))
    tellGoal(`${name}: ${told.trim()}${alike ? '' : ', other answers'}`, false)
}
console.log(`goal: medians less than ${GOAL_MS} ms apart, the same status`)
await withHer.demo.close()
await without.demo.close()

function median(times: readonly number[]): number {
  return quantile(times, 0.5)
}

function middle(times: readonly number[]): string {
  return `${quantile(times, 0.25).toFixed(1)}–${quantile(times, 0.75).toFixed(1)}`
}

function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!
}

/** Within what the difference of the medians lies in 95 of 100 draws of the same pairs. */
function spread(a: readonly number[], b: readonly number[]): [number, number] {
  const draws = Array.from({ length: 1000 }, () => {
    const drawn = Array.from(a, () => between(0, a.length - 1))
    return median(drawn.map((at) => a[at]!)) - median(drawn.map((at) => b[at]!))
  })
  return [quantile(draws, 0.025), quantile(draws, 0.975)]
}
