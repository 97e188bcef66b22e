import { jobCodes } from '../../jobcodes/rules/standard.ts'
import type { Call } from '../../lib/web/call.ts'
import { signedIn } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { pickCodes } from '../actions/profile.ts'
import { denyCodes } from '../actions/suggestions.ts'
import { PickCodes } from '../pages/codes.tsx'
import type { QuestionProps } from '../pages/screens.tsx'
import { ownSuggestions } from '../queries/own.ts'
import { publishedByCode, publishedWithAny } from '../queries/used.ts'
import {
  answersIn,
  chosenAfter,
  codesAnswered,
  codesForm,
  fieldOf,
  offersFor,
  problemWithCodes,
  QUERY_MAX,
} from '../rules/offers.ts'
import { nextAddress, withNext } from '../rules/screens.ts'
import { isLeaving, nextIn, withOwn } from './own.ts'

const NOT_IN_USE = 'もう使っていない仕事が入っていました。お手数ですが、下でさがして選びなおしてください。'

export const codeRoutes: Route[] = [
  get('/me/profile/codes', signedIn, (call) =>
    withOwn(call, async ({ talent }) => call.page(await codesPage(call, { talent }, searched(call)))),
  ),

  post('/me/profile/codes', signedIn, (call) =>
    withOwn(call, async ({ talent }) => {
      const own = talent.codes.map(({ code }) => code)
      // A code that is no longer used may stay where it is, but is not taken anew.
      const answered = codesAnswered(call.body)
      const known = answered.filter((code) => isInUse(code) || own.includes(code))
      const form = call.form(codesForm(known))
      const again = async (values: QuestionProps['values'], errors: QuestionProps['errors']) =>
        call.page(await codesPage(call, { talent, values, errors }, searched(call)), { status: 422 })
      if (!form.ok) return again(form.values, form.errors)
      if (known.length < answered.length) return again({ ...call.body }, { q: NOT_IN_USE })

      const { q, go } = form.data
      const answers = answersIn(form.data, known)
      const codes = chosenAfter(own, answers)
      const leaving = isLeaving(go)
      const searching = !leaving && q !== '' && (go === 'search' || q !== searched(call))
      const problem = (searching || leaving) && codes.length === 0 ? null : problemWithCodes(codes)
      if (problem) return again({ ...call.body }, { [known[0] ? fieldOf(known[0]) : 'q']: problem })

      const denied = known.filter((code) => answers.get(code) === 'no')
      const said = offersFor(talent, await call.read((tx) => ownSuggestions(tx, talent.id)), '', denied)
      return call.act(async (act) => {
        await pickCodes(act, talent, call.version, codes)
        await denyCodes(
          act,
          talent.id,
          denied.map((code) => ({ code, phrase: said.find((one) => one.code === code)?.phrase ?? '' })),
          codes,
        )
        if (searching) return withNext(`/me/profile/codes?q=${encodeURIComponent(q)}`, nextIn(call))
        return nextAddress(talent, 'codes', go, nextIn(call))
      })
    }),
  ),
]

function isInUse(code: string): boolean {
  const leaf = jobCodes().leaf(code)
  return leaf !== undefined && !leaf.old
}

async function codesPage(call: Call, props: QuestionProps, query: string) {
  const { talent, values } = props
  const suggestions = await call.read((tx) => ownSuggestions(tx, talent.id))
  const offers = offersFor(talent, suggestions, query, codesAnswered(values ?? {}))
  const codes = offers.map(({ code }) => code)
  const { used, together } = await call.read(async (tx) => ({
    used: await publishedByCode(tx, codes),
    together: await publishedWithAny(tx, codes),
  }))
  return (
    <PickCodes
      {...props}
      next={nextIn(call)}
      query={query}
      together={together}
      offers={offers.map((offer) => ({ ...offer, projects: used.get(offer.code) ?? 0 }))}
    />
  )
}

function searched(call: Call): string {
  return (call.query('q') ?? '').slice(0, QUERY_MAX).trim()
}
