import { type Heard, problemOf, withSaid, wordsOf } from './dictation.ts'

/** What browsers call it, with and without their maker's name; types for it are not in every library of the DOM. */
type Recognition = {
  lang: string
  interimResults: boolean
  maxAlternatives: number
  start(): void
  stop(): void
  abort(): void
  onresult: ((event: { results: Heard }) => void) | null
  onerror: ((event: { error: string }) => void) | null
  onend: (() => void) | null
}
type Recognitions = { SpeechRecognition?: new () => Recognition; webkitSpeechRecognition?: new () => Recognition }

const NOTE = '声は、お使いのブラウザーの会社で文字になります。'

/**
 * <voice-input data-for="…">: a button that writes what is said into a box, where the browser can. One stretch of speech
 * after the other, because telephones say everything twice when they listen on and on.
 */
export class VoiceInput extends HTMLElement {
  private recognition: Recognition | null = null
  private wanted = false
  private heard = false
  private error = ''
  private button = document.createElement('button')
  private status = document.createElement('p')

  connectedCallback() {
    const { SpeechRecognition, webkitSpeechRecognition } = window as unknown as Recognitions
    const Known = SpeechRecognition ?? webkitSpeechRecognition
    const box = document.getElementById(this.dataset.for ?? '')
    if (!Known || !(box instanceof HTMLTextAreaElement) || this.firstElementChild) return
    this.button.type = 'button'
    this.button.className = 'button'
    this.button.dataset.kind = 'quiet'
    this.button.textContent = this.dataset.label ?? ''
    this.button.addEventListener('click', () => (this.wanted ? this.stop() : this.begin(Known, box)))
    this.status.className = 'voice-status'
    this.status.setAttribute('role', 'status')
    const note = document.createElement('p')
    note.className = 'field-hint'
    note.textContent = NOTE
    this.append(this.button, note, this.status)
    box.form?.addEventListener('submit', () => this.leave())
    window.addEventListener('pagehide', () => this.leave())
  }

  disconnectedCallback() {
    this.leave()
  }

  private begin(Known: new () => Recognition, box: HTMLTextAreaElement) {
    this.wanted = true
    this.heard = false
    this.button.textContent = 'ここまでにする'
    this.say('聞いています。お話しください。')
    this.listen(Known, box)
  }

  private listen(Known: new () => Recognition, box: HTMLTextAreaElement) {
    const recognition = new Known()
    this.recognition = recognition
    this.error = ''
    recognition.lang = 'ja-JP'
    recognition.interimResults = true
    recognition.maxAlternatives = 1
    let open = ''
    let written = ''
    recognition.onresult = ({ results }) => {
      const words = wordsOf(results)
      // Some say again what they have said: only what is new is written.
      if (words.sure.startsWith(written)) write(box, words.sure.slice(written.length))
      written = words.sure
      open = words.open
      this.heard ||= words.sure !== '' || open !== ''
      this.say(open === '' ? '聞いています。お話しください。' : `「${open}」`)
    }
    recognition.onerror = ({ error }) => {
      this.error = error
    }
    recognition.onend = () => {
      if (this.recognition !== recognition) return
      // What never became sure was said all the same.
      write(box, open)
      if (this.wanted && this.error === '' && written + open !== '') this.listen(Known, box)
      else this.end(this.wanted && written + open === '' && this.error === '' ? 'no-speech' : this.error)
    }
    try {
      recognition.start()
    } catch {
      this.end('start')
    }
  }

  private stop() {
    this.wanted = false
    this.recognition?.stop()
  }

  private end(error: string) {
    this.wanted = false
    this.recognition = null
    this.button.textContent = this.dataset.label ?? ''
    this.say(problemOf(error, this.heard) || (this.heard ? '声を文字にしました。違うところは直せます。' : ''))
  }

  /** Nothing may be written into a form that was sent. */
  private leave() {
    const { recognition } = this
    if (!recognition) return
    this.recognition = null
    recognition.abort()
    this.end('aborted')
  }

  private say(words: string) {
    this.status.textContent = words
  }
}

/** At the end of what is selected; the form hears of it as of typing, so that it is saved. */
function write(box: HTMLTextAreaElement, words: string) {
  if (words === '') return
  const after = withSaid(box.value, box.selectionEnd, words)
  box.value = after.text
  box.setSelectionRange(after.at, after.at)
  box.dispatchEvent(new Event('input', { bubbles: true }))
}
