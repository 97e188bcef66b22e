const PARTS = 'h1, h2, h3, p, li, dt, dd, th, td, summary, label, legend, button'

/** 「この画面を読み上げる」 by the browser's own voice, one part after the other; the button is there only where there is a voice. */
export class ReadAloud extends HTMLElement {
  connectedCallback() {
    if (!('speechSynthesis' in window) || this.firstElementChild) return
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'menu-link'
    button.textContent = START
    button.addEventListener('click', () => (speechSynthesis.speaking ? stop(button) : read(button)))
    this.append(button)
    window.addEventListener('pagehide', () => speechSynthesis.cancel())
  }
}

const START = 'この画面を読み上げる'

function read(button: HTMLButtonElement) {
  const parts = partsToRead(document)
  button.textContent = '読み上げを止める'
  for (const [nth, part] of parts.entries()) {
    const words = new SpeechSynthesisUtterance(wordsOf(part))
    words.lang = 'ja-JP'
    words.onstart = () => {
      mark(part)
      part.scrollIntoView({ block: 'nearest' })
    }
    if (nth === parts.length - 1) words.onend = () => stop(button)
    speechSynthesis.speak(words)
  }
}

function stop(button: HTMLButtonElement) {
  speechSynthesis.cancel()
  button.textContent = START
  mark(null)
}

/** What can be seen of the main part, in its order; of parts in each other the inner ones, so that there is a pause between them. */
function partsToRead(page: Document): Element[] {
  return [...page.querySelectorAll(`main :is(${PARTS})`)].filter(
    (part) => part.getClientRects().length > 0 && !part.querySelector(PARTS),
  )
}

/** Without the small kana, which say again what stands under them. */
function wordsOf(part: Element): string {
  const copy = part.cloneNode(true) as Element
  for (const kana of copy.querySelectorAll('rt')) kana.remove()
  return copy.textContent ?? ''
}

function mark(part: Element | null) {
  for (const old of document.querySelectorAll('[data-reading]')) old.removeAttribute('data-reading')
  part?.setAttribute('data-reading', '')
}
