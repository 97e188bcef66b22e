import { sizeWithin } from './sizing.ts'

const LONGEST = 1600
const QUALITY = 0.85

/**
 * <photo-size>: makes a chosen photo smaller before it is sent, because telephones make pictures of eight megabytes and
 * lines in the country are thin. What cannot be drawn goes as it is: the server has the last word.
 */
export class PhotoSize extends HTMLElement {
  private busy: Promise<void> | null = null

  connectedCallback() {
    const input = this.querySelector('input')
    if (!input || !('createImageBitmap' in window)) return
    input.addEventListener('change', () => {
      this.say('')
      const file = input.files?.[0]
      if (!file) return
      const work = shrink(input, file)
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

/** Puts the smaller picture in the place of the chosen one, unless another was chosen meanwhile. */
async function shrink(input: HTMLInputElement, file: File): Promise<boolean> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  const { width, height } = sizeWithin(picture.width, picture.height, LONGEST)
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const pen = canvas.getContext('2d')
  if (!pen) return false
  // What is seen through in a picture would turn black.
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, width, height)
  pen.drawImage(picture, 0, 0, width, height)
  picture.close()
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', QUALITY))
  if (!blob || (blob.size >= file.size && /^image\/(jpeg|png|webp)$/.test(file.type))) return false
  const files = new DataTransfer()
  files.items.add(new File([blob], 'memo.jpg', { type: 'image/jpeg' }))
  if (input.files?.[0] !== file) return false
  input.files = files.files
  return true
}
