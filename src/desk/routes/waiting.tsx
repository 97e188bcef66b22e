import { record } from '../../history/actions.ts'
import { TooLate } from '../../lib/web/errors.ts'
import { operator } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { pageOrSheet } from '../../lib/web/sheet-answer.ts'
import { signCounts } from '../../messages/queries.ts'
import { papersToType } from '../../projects/queries/paper-photos.ts'
import { projectNumber } from '../../projects/rules/state.ts'
import { waitingHandovers } from '../../referrals/queries/handovers.ts'
import { Desk } from '../pages/desk.tsx'
import { waitingSheet } from '../pages/waiting-sheet.ts'
import { WATCHED_DAYS } from '../pages/watching.tsx'
import { waitingForDesk } from '../queries/waiting.ts'
import { numbersOf } from '../queries.ts'
import { referred } from './calls.tsx'

/** What waits. */
export const waitingRoutes: Route[] = [
  get('/desk', operator, async (call) => {
    const isAdministrator = call.who.actor.power === 'administrator'
    const jobs = await call.deps.jobs.resting()
    const subjects = jobs.map(({ payload }) => String(payload.subjectId ?? ''))
    const waiting = await call.read(async (tx) => {
      const all = await waitingForDesk(tx, call.accountId, call.now)
      return {
        ...{ ...all, calls: await referred(tx, all.calls) },
        handovers: await waitingHandovers(tx, null, call.accountId, isAdministrator),
        counts: await signCounts(tx, new Date(call.now.getTime() - WATCHED_DAYS * 86_400_000)),
        numbers: await numbersOf(tx, subjects.filter(isId)),
      }
    })
    const papers = (await call.readAsSystem(papersToType)).map((paper) => ({ ...paper, isPaper: true as const }))
    const resting = jobs.map((job, at) => {
      const number = waiting.numbers.get(subjects[at]!)
      return { ...job, reference: number === undefined ? null : projectNumber({ number }) }
    })
    const props = { ...waiting, typing: [...waiting.typing, ...papers], resting, isAdministrator, now: call.now }
    return pageOrSheet(
      call,
      () => <Desk {...props} />,
      () => waitingSheet(props),
    )
  }),

  post('/desk/jobs/:jobId/retry', operator, async (call) => {
    const id = call.id('jobId')
    const next = { href: '/desk', label: '事務局' }
    // The job store keeps its own transactions; a second press finds nothing that rests.
    if (!(await call.deps.jobs.retry(id))) throw new TooLate('この仕事は、もう動きはじめています。', next)
    return call.act(async (act) => {
      await record(act, 'job.retried', { kind: 'job', id })
      return '/desk'
    })
  }),
]

function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
}
