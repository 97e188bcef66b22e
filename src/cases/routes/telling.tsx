import { found } from '../../lib/web/errors.ts'
import { operator } from '../../lib/web/guard.ts'
import { pictureAnswer } from '../../lib/web/picture-answer.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { publishStory, writeStory } from '../actions/stories.ts'
import { DeskCase } from '../pages/desk.tsx'
import { photoOfStory } from '../queries/stories.ts'
import { PHOTO_LIMITS, storyForm, storyPhoto } from '../rules/stories.ts'
import { deskCase } from './desk-case.ts'

const STORY = '/desk/cases/:caseId/story'

/** The desk tells a case as a story. */
export const tellingRoutes: Route[] = [
  post(
    STORY,
    operator,
    async (call) => {
      const seen = await deskCase(call)
      const form = call.form(storyForm)
      const photo = storyPhoto(call.files.photo)
      if (!form.ok || typeof photo === 'string') {
        const errors = { ...(!form.ok && form.errors), ...(typeof photo === 'string' && { photo }) }
        const telling = { values: form.ok ? { ...form.data } : form.values, errors }
        return call.page(<DeskCase {...seen} telling={telling} />, { status: 422 })
      }
      return call.act(async (act) => {
        await writeStory(act, seen.row, seen.story ? call.version : null, form.data, photo)
        return `/desk/cases/${seen.row.id}#story`
      })
    },
    { ...PHOTO_LIMITS, rate: { count: 60, seconds: 600 } },
  ),

  post(`${STORY}/publication`, operator, async (call) => {
    const { row } = await deskCase(call)
    return call.act(async (act) => {
      await publishStory(act, row, call.version)
      return `/desk/cases/${row.id}#story`
    })
  }),

  get(`${STORY}/photo`, operator, async (call) => {
    return pictureAnswer(call, found(await call.read((tx) => photoOfStory(tx, call.id('caseId')))))
  }),
]
