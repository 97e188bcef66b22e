import { asShown } from '../../lib/attachment.ts'
import type { Call } from '../../lib/web/call.ts'
import { tellForm, worryForm } from '../rules/forms.ts'
import { PHOTO, PHOTO_AGAIN, PHOTO_LIMITS, readPhoto } from '../rules/photos.ts'

/** Of a worry that is told, with a photo or without. */
export const TELLING = { ...PHOTO_LIMITS, rate: { count: 60, seconds: 600 } }

/** What was told of a worry, with the photo that may stand beside it or come alone; or what to put right. */
export async function toldIn(call: Call) {
  const sent = call.files[PHOTO]
  const form = call.form(sent ? tellForm : worryForm)
  const photo = readPhoto(await asShown(sent))
  if (form.ok && !('problem' in photo)) return { told: { ...form.data, picture: photo.picture } }
  const errors = {
    ...(!form.ok && { ...form.errors, ...(sent && { [PHOTO]: PHOTO_AGAIN }) }),
    ...('problem' in photo && { [PHOTO]: photo.problem }),
  }
  return { again: { values: form.ok ? { text: form.data.text } : form.values, errors } }
}
