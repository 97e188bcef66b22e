import { fieldsOf, putBack, typedOf } from './form-fields.ts'
import { KeptDraft } from './kept-draft.ts'
import { isSaved, savedWords } from './saving.ts'

const WAIT = 1000
const KEPT_ALIVE_BYTES = 60_000

/**
 * Saves the form inside while somebody types: at most one second of typing is ever lost. POSTs the fields, without
 * `_once`, to `data-autosave`; an answer `{ "version": n, "live": { "name": […] } }` renews the form's version and its lines.
 * What the network lost stays on the device and comes back with the page.
 */
export class DraftForm extends HTMLElement {
  private timer: ReturnType<typeof setTimeout> | undefined
  private saving = false
  private again = false
  private sent = false
  /** The typed fields as the server knows them. */
  private base = ''

  connectedCallback() {
    const form = this.querySelector('form')
    const address = this.dataset.autosave
    if (!form || !address) return
    const kept = new KeptDraft(address)
    this.base = JSON.stringify(typedOf(form))
    const lost = kept.take(this.base)
    const typed = () => {
      kept.keep(this.base, typedOf(form))
      this.timer ??= setTimeout(() => this.save(form, address, kept), WAIT)
    }
    form.addEventListener('input', typed)
    form.addEventListener('change', typed)
    form.addEventListener('submit', (event) => this.submitted(event, kept))
    window.addEventListener('pagehide', () => this.timer && this.save(form, address, kept))
    window.addEventListener('pageshow', () => {
      this.sent = false
    })
    window.addEventListener('online', () => kept.take(this.base) && this.save(form, address, kept))
    if (lost) {
      putBack(form, lost)
      this.say('前に書いた内容を戻しました')
      typed()
    }
  }

  private async save(form: HTMLFormElement, address: string, kept: KeptDraft) {
    clearTimeout(this.timer)
    this.timer = undefined
    if (this.sent) return
    if (this.saving) {
      this.again = true
      return
    }
    this.saving = true
    const fields = fieldsOf(form)
    const body = new URLSearchParams(fields)
    try {
      // Browsers refuse to keep alive what is larger; a long talk is saved all the same while the page is open.
      const keepalive = body.toString().length < KEPT_ALIVE_BYTES
      const answer = await fetch(address, { method: 'POST', body, keepalive })
      if (isSaved(answer)) {
        await renew(form, answer)
        this.base = JSON.stringify(fields.filter(([name]) => name !== 'version'))
        if (JSON.stringify(typedOf(form)) === this.base) kept.forget()
        else kept.keep(this.base, typedOf(form))
      }
      this.say(savedWords(answer))
      if (answer.redirected) this.offerSignIn()
    } catch {
      this.say(savedWords())
    }
    this.saving = false
    if (this.again) {
      this.again = false
      await this.save(form, address, kept)
    }
  }

  private submitted(event: Event, kept: KeptDraft) {
    if (navigator.onLine === false) {
      event.preventDefault()
      this.say('いまつながっていません。つながってから、もう一度押してください')
      return
    }
    if (event.defaultPrevented) return
    this.sent = true
    clearTimeout(this.timer)
    this.timer = undefined
    kept.send(this.base, typedOf(event.target as HTMLFormElement))
  }

  /** The session is over: what was typed stays here, and this page opens again after signing in. */
  private offerSignIn() {
    const link = document.createElement('a')
    link.href = `/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`
    link.textContent = '入りなおす'
    this.querySelector('[data-status]')?.append(' ', link)
  }

  private say(words: string) {
    const line = this.querySelector('[data-status]')
    if (line) line.textContent = words
  }
}

/** What the server says of what was saved: the version, and the lines under the form. */
async function renew(form: HTMLFormElement, answer: Response) {
  if (!answer.headers.get('content-type')?.includes('json')) return
  const { version, live = {} } = (await answer.json()) as { version?: number; live?: Record<string, readonly string[]> }
  const field = form.elements.namedItem('version')
  if (version !== undefined && field instanceof HTMLInputElement) field.value = String(version)
  for (const lines of form.querySelectorAll<HTMLElement>('[data-live]')) {
    const words = live[lines.dataset.live!]
    if (words) renewLines(lines, words)
  }
}

function renewLines(lines: HTMLElement, [first, ...more]: readonly string[]) {
  lines.hidden = first === undefined
  lines.querySelector('p')!.textContent = first ?? ''
  lines.querySelector('ul')!.replaceChildren(
    ...more.map((words) => {
      const line = document.createElement('li')
      line.textContent = words
      return line
    }),
  )
}
