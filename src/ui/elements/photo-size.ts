import { sizeWithin } from './sizing.ts'

const LONGEST = 1600
const QUALITY = 0.85

/**
 * <photo-size>: makes chosen photos smaller before they are sent, because telephones make pictures of eight megabytes and
 * lines in the country are thin. What cannot be drawn goes as it is: the server has the last word.
 */
export class PhotoSize extends HTMLElement {
  private busy: Promise<void> | null = null

  connectedCallback() {
    const input = this.querySelector('input')
    if (!input || !('createImageBitmap' in window)) return
    input.addEventListener('change', () => {
      this.say('')
      const files = [...(input.files ?? [])]
      if (files.length === 0) return
      const work = shrink(input, files)
        .then((done) => done && this.say('写真を、送りやすい大きさにしました'))
        .catch(() => {})
        .then(() => {
          if (this.busy === work) this.busy = null
        })
      this.busy = work
    })
    input.form?.addEventListener('submit', (event) => {
      if (!this.busy) return
      event.preventDefault()
      event.stopImmediatePropagation()
      this.say('写真を用意しています')
      const { submitter } = event
      this.busy.then(() => (submitter as HTMLButtonElement | null)?.click())
    })
  }

  private say(words: string) {
    const line = this.querySelector('[data-photo-status]')
    if (line) line.textContent = words
  }
}

/** Puts smaller pictures in the place of the chosen ones, unless others were chosen meanwhile. */
async function shrink(input: HTMLInputElement, files: readonly File[]): Promise<boolean> {
  const made: File[] = []
  // One after the other: several large ones at once are more than an old telephone holds.
  for (const file of files) made.push(await smaller(file).catch(() => file))
  const changed = made.some((file, at) => file !== files[at])
  if (!changed || input.files?.[0] !== files[0] || input.files?.length !== files.length) return false
  const chosen = new DataTransfer()
  for (const file of made) chosen.items.add(file)
  input.files = chosen.files
  return true
}

async function smaller(file: File): Promise<File> {
  if (!/^image\//.test(file.type) && !/\.hei[cf]$/i.test(file.name)) return file
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  const { width, height } = sizeWithin(picture.width, picture.height, LONGEST)
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const pen = canvas.getContext('2d')
  if (!pen) return file
  // What is seen through in a picture would turn black.
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, width, height)
  pen.drawImage(picture, 0, 0, width, height)
  picture.close()
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', QUALITY))
  if (!blob || (blob.size >= file.size && /^image\/(jpeg|png|webp)$/.test(file.type))) return file
  return new File([blob], `${file.name.replace(/\.\w+$/, '')}.jpg`, { type: 'image/jpeg' })
}
