import { z } from 'zod'
import { jobCodes } from '../../jobcodes/rules/standard.ts'
import { choices, text } from '../../lib/input.ts'
import type { Call } from '../../lib/web/call.ts'
import { signedIn } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { pickCodes } from '../actions/profile.ts'
import { PickCodes } from '../pages/codes.tsx'
import type { QuestionProps } from '../pages/screens.tsx'
import { publishedByCode } from '../queries/used.ts'
import { offersFor } from '../rules/offers.ts'
import { CODES } from '../rules/profile.ts'
import { nextAddress, withNext } from '../rules/screens.ts'
import { nextIn, withOwn } from './own.ts'

const QUERY_MAX = 100

/** All codes in use, and those of the person's own that are not: they may stay. */
const codesForm = (own: readonly { readonly code: string }[]) =>
  z.object({
    codes: choices({
      label: '当てはまる仕事',
      options: [...new Set([...jobCodes().places.map(({ leaf }) => leaf.id), ...own.map(({ code }) => code)])],
      max: CODES,
    }),
    q: text({ label: 'さがす言葉', max: QUERY_MAX, required: false }),
    go: text({ label: 'ボタン', max: 20, required: false }),
  })

export const codeRoutes: Route[] = [
  get('/me/profile/codes', signedIn, (call) =>
    withOwn(call, async ({ talent }) => call.page(await codesPage(call, { talent }, searched(call)))),
  ),

  post('/me/profile/codes', signedIn, (call) =>
    withOwn(call, async ({ talent }) => {
      const form = call.form(codesForm(talent.codes))
      if (!form.ok) {
        const props = { talent, values: form.values, errors: form.errors }
        return call.page(await codesPage(call, props, searched(call)), { status: 422 })
      }
      const { codes, q, go } = form.data
      const leaving = go === 'back' || go === 'list'
      const searching = !leaving && q !== '' && (go === 'search' || q !== searched(call))
      if (codes.length === 0 && !searching && !leaving) {
        const errors = { codes: '当てはまる仕事を、1つ以上選んでください。' }
        return call.page(await codesPage(call, { talent, values: { q }, errors }, searched(call)), { status: 422 })
      }
      const ordered = inOrder(call, codes)
      return call.act(async (act) => {
        await pickCodes(act, talent, call.version, ordered)
        if (searching) return withNext(`/me/profile/codes?q=${encodeURIComponent(q)}`, nextIn(call))
        return nextAddress({ codes: ordered.map((code) => ({ code })) }, 'codes', go, nextIn(call))
      })
    }),
  ),
]

async function codesPage(call: Call, props: QuestionProps, query: string) {
  const ticked = [props.values?.codes ?? []].flat().map(String)
  const offers = offersFor(props.talent, query, ticked)
  const used = await call.read((tx) =>
    publishedByCode(
      tx,
      offers.map(({ code }) => code),
    ),
  )
  return (
    <PickCodes
      {...props}
      next={nextIn(call)}
      query={query}
      offers={offers.map((offer) => ({ ...offer, projects: used.get(offer.code) ?? 0 }))}
    />
  )
}

function searched(call: Call): string {
  return (call.query('q') ?? '').slice(0, QUERY_MAX).trim()
}

/** As they stood on the screen, the person's best suggestion first: the list of all codes has another order. */
function inOrder(call: Call, codes: readonly string[]): string[] {
  return [...new Set([call.body.codes ?? []].flat())].filter((code) => codes.includes(code))
}
