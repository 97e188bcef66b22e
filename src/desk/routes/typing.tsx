import { ChangedMeanwhile, leaveUntyped, typePhotos } from '../../challenges/actions/photos.ts'
import { answersOf } from '../../challenges/queries/answers.ts'
import { worryToType } from '../../challenges/queries/photos.ts'
import { WORRY_BYTES } from '../../challenges/rules/forms.ts'
import { typingForm, unreadableForm, withTyped } from '../../challenges/rules/photos.ts'
import { treesFrom } from '../../challenges/rules/said.ts'
import type { Act } from '../../lib/act.ts'
import { isId } from '../../lib/ids.ts'
import type { Call } from '../../lib/web/call.ts'
import { found, TooLate } from '../../lib/web/errors.ts'
import { operator } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { TypePhotos } from '../pages/typing.tsx'

const PATH = '/desk/worries/:worryId/typing'
const LONG = { bodyLimit: WORRY_BYTES }

/** Photos of notes: somebody of the desk reads them and types what they say. */
export const typingRoutes: Route[] = [
  get(PATH, operator, async (call) => {
    const there = await call.read((tx) => worryToType(tx, call.id('worryId')))
    // Whoever was told by a letter may come when a colleague has done it.
    return there ? call.page(<TypePhotos {...there} />) : call.go(`/desk/worries/${call.id('worryId')}`)
  }),

  post(
    PATH,
    operator,
    async (call) => {
      const { worry } = await toType(call)
      const form = call.form(typingForm)
      if (!form.ok) return again(call, form.values, { errors: form.errors })
      const typed = withTyped(worry.text, form.data.text)
      if ('problem' in typed) return again(call, call.body, { errors: { text: typed.problem } })
      const answers = await call.read((tx) => answersOf(tx, worry.id))
      const trees = treesFrom(typed.text, answers)
      const photos = idsIn(form.data.photos)
      return done(call, form.data.text, (act) =>
        typePhotos(act, worry.id, { text: typed.text, trees, photos, before: worry }),
      )
    },
    LONG,
  ),

  post(
    `${PATH}/unreadable`,
    operator,
    async (call) => {
      const { worry } = await toType(call)
      const form = call.form(unreadableForm)
      if (!form.ok) return again(call, form.values, { errors: form.errors })
      return done(call, form.data.text, (act) => leaveUntyped(act, worry.id, idsIn(form.data.photos)))
    },
    LONG,
  ),
]

async function toType(call: Call) {
  const id = call.id('worryId')
  const there = await call.read((tx) => worryToType(tx, id))
  if (there) return there
  throw new TooLate('この写真は、もう書き写されたか、出した方が消しました。', { href: '/desk', label: '事務局' })
}

/** What was typed is never lost: somebody who was overtaken gets it back with the photos as they are now. */
async function done(call: Call, text: string, verb: (act: Act) => Promise<void>): Promise<Response> {
  return call
    .act(async (act) => {
      await verb(act)
      return '/desk'
    })
    .catch((error: unknown) => {
      if (!(error instanceof ChangedMeanwhile)) throw error
      return again(call, { text }, { changed: true })
    })
}

async function again(call: Call, { text }: FormValues, told: { errors?: FormErrors; changed?: true }) {
  const there = found(await call.read((tx) => worryToType(tx, call.id('worryId'))))
  return call.page(<TypePhotos {...there} values={{ text }} {...told} />, { status: told.changed ? 409 : 422 })
}

export function idsIn(photos: string): string[] {
  return photos.split(' ').filter(isId)
}
