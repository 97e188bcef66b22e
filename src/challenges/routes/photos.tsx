import { asShown } from '../../lib/attachment.ts'
import type { Call } from '../../lib/web/call.ts'
import { found } from '../../lib/web/errors.ts'
import { anyone } from '../../lib/web/guard.ts'
import { pictureAnswer } from '../../lib/web/picture-answer.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { addPhoto, removePhoto, restorePhoto } from '../actions/photos.ts'
import { PhotoAgain } from '../pages/photos.tsx'
import { photoFor } from '../queries/photos.ts'
import { needPhoto, PHOTO, PHOTO_RATE } from '../rules/photos.ts'
import { type Door, homeAt, OWN, THERE, viewerOf, worryThere } from './viewing.ts'

const PHOTOS = `${THERE}/photos`

/** A photo as whoever may see its worry gets it. */
export function photosAt(door: Door): Route[] {
  return [
    get(`${door.there}/photos/:photoId`, door.read, async (call) => {
      const [worryId, photoId] = [call.id('worryId'), call.id('photoId')]
      const photo = found(await call.read((tx) => photoFor(tx, viewerOf(call, door), worryId, photoId)))
      return pictureAnswer(call, photo, 'memo')
    }),
  ]
}

/** One more photo, by the door of who may write. */
export function onePhotoAt(door: Door): Route {
  return post(
    `${door.there}/photos`,
    door.write,
    async (call) => {
      const { worry } = await worryThere(call, 'write', door)
      const photo = needPhoto(await asShown(call.files[PHOTO]))
      if ('problem' in photo) {
        return call.page(<PhotoAgain home={homeAt(call, door)} error={photo.problem} />, { status: 422 })
      }
      return acted(call, '#photos', (act) => addPhoto(act, viewerOf(call, door), worry.id, photo.picture), door)
    },
    PHOTO_RATE,
  )
}

/** The owner's own photos: one less, and that one back. */
export const photos: Route[] = [
  post(`${PHOTOS}/:photoId/removal`, anyone, async (call) => {
    const { worry } = await worryThere(call, 'write')
    const photoId = call.id('photoId')
    return acted(call, `?photo=${photoId}`, (act) => removePhoto(act, viewerOf(call, OWN), worry.id, photoId))
  }),

  post(`${PHOTOS}/:photoId/restoration`, anyone, async (call) => {
    const { worry } = await worryThere(call, 'write')
    const photoId = call.id('photoId')
    return acted(call, '#photos', (act) => restorePhoto(act, viewerOf(call, OWN), worry.id, photoId))
  }),
]

/** Acts on the worry's photos and comes back to it. */
function acted(
  call: Call,
  place: string,
  verb: (act: Parameters<typeof addPhoto>[0]) => Promise<unknown>,
  door: Door = OWN,
) {
  return call.act(async (act) => {
    await verb(act)
    return `${homeAt(call, door)}${place}`
  })
}
