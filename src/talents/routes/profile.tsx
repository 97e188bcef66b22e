import { z } from 'zod'
import { personOf } from '../../accounts/queries.ts'
import { fullName } from '../../accounts/rules.ts'
import { choice } from '../../lib/input.ts'
import type { Call } from '../../lib/web/call.ts'
import { Refused, TooLate } from '../../lib/web/errors.ts'
import { signedIn } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { answerEmployer } from '../actions/employer.ts'
import { startProfile } from '../actions/profile.ts'
import { changeAvailability, hideTalent, publishTalent } from '../actions/showing.ts'
import { EmployerQuestion } from '../pages/employer.tsx'
import { Preview } from '../pages/preview.tsx'
import { BeginProfile, Profile } from '../pages/profile.tsx'
import { Ready } from '../pages/ready.tsx'
import type { QuestionProps } from '../pages/screens.tsx'
import { applicantOf } from '../rules/card.ts'
import { looksLikeEmployers } from '../rules/employer.ts'
import { employerForm, employerIn } from '../rules/employer-form.ts'
import { leakOf } from '../rules/leaks.ts'
import { nextAddress, withNext } from '../rules/screens.ts'
import { AVAILABILITIES } from '../rules/words.ts'
import { isLeaving, nextIn, type Own, ownIn, readOwn, withOwn } from './own.ts'

const availabilityForm = z.object({
  availability: choice({ label: 'いつから', options: AVAILABILITIES.map(({ id }) => id) }),
})

export const profileRoutes: Route[] = [
  get('/me/profile', signedIn, async (call) => {
    const own = await readOwn(call)
    const next = nextIn(call)
    return call.page(own ? <Profile talent={own.talent} next={next} /> : <BeginProfile next={next} />)
  }),

  post('/me/profile', signedIn, (call) =>
    call.act(async (act) => {
      await startProfile(act, call.accountId)
      return withNext('/me/profile/work', nextIn(call))
    }),
  ),

  get('/me/profile/employer', signedIn, (call) =>
    withOwn(call, (own) => call.page(employerPage(call, own, { talent: own.talent }))),
  ),

  post('/me/profile/employer', signedIn, (call) =>
    withOwn(call, async (own) => {
      const { talent } = own
      const go = String(call.body.go ?? '')
      if (isLeaving(go)) return call.go(nextAddress(talent, 'employer', go, nextIn(call)))
      const form = call.form(employerForm)
      if (!form.ok) {
        const { values, errors } = form
        return call.page(employerPage(call, own, { talent, values, errors }), { status: 422 })
      }
      return call.act(async (act) => {
        await answerEmployer(act, call.deps.secrets, talent.id, call.version, employerIn(form.data), addressOf(call))
        return nextAddress(talent, 'employer', go, nextIn(call))
      })
    }),
  ),

  get('/me/profile/ready', signedIn, (call) => withOwn(call, ({ talent }) => call.page(<Ready talent={talent} />))),

  get('/me/profile/preview', signedIn, (call) =>
    withOwn(call, async ({ talent, employer }) => {
      const person = await call.read((tx) => personOf(tx, call.accountId))
      const applicant = applicantOf(talent, person ? fullName(person) : null)
      return call.page(
        <Preview talent={talent} applicant={applicant} answer={employer} leak={leakOf(talent, employer)} />,
      )
    }),
  ),

  post('/me/profile/publication', signedIn, (call) =>
    withOwn(call, ({ talent, employer }) => {
      const leak = leakOf(talent, employer)
      if (leak) throw new TooLate('勤め先の名前が、文の中に入っています。消してから見えるようにしましょう。', leak)
      return call.act(async (act) => {
        await publishTalent(act, await ownIn(call, act), call.version)
        return '/me?done=publication'
      })
    }),
  ),

  post('/me/profile/hiding', signedIn, (call) =>
    call.act(async (act) => {
      await hideTalent(act, call.accountId)
      return '/me?done=hiding'
    }),
  ),

  post('/me/profile/availability', signedIn, (call) =>
    withOwn(call, ({ talent }) => {
      const form = call.form(availabilityForm)
      if (!form.ok) throw new Refused(400, '画面のボタンから選んでください。')
      const { availability } = form.data
      return call.act(async (act) => {
        await changeAvailability(act, talent, call.version, availability)
        return availability === 'pause' ? `/me?done=pause&before=${talent.availability}` : '/me?done=resumption'
      })
    }),
  ),
]

function employerPage(call: Call, { employer }: Own, props: QuestionProps) {
  const address = addressOf(call)
  const risky = employer !== undefined && looksLikeEmployers(address, employer)
  return <EmployerQuestion {...props} next={nextIn(call)} answer={employer} ownAddress={address} risky={risky} />
}

function addressOf(call: Call): string {
  return call.who.account?.email ?? ''
}
