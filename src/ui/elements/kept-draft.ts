export type Fields = [name: string, value: string][]

interface Kept {
  /** The fields as the server last had them. */
  base: string
  fields: Fields
}

const PREFIX = 'draft '
const SENT = 'draft sent'

/** What was typed but has not reached the server, by address of the draft. */
export class KeptDraft {
  private readonly key: string

  constructor(address: string) {
    this.key = PREFIX + address
  }

  keep(base: string, fields: Fields) {
    try {
      localStorage.setItem(this.key, JSON.stringify({ base, fields } satisfies Kept))
    } catch {
      // Full or forbidden: the server's copy is then the only one.
    }
  }

  /** Only when the server's copy is still the one this was typed upon: newer words must not be overwritten. */
  take(base: string): Fields | undefined {
    try {
      const kept = JSON.parse(localStorage.getItem(this.key) ?? 'null') as Kept | null
      if (kept?.base === base) return kept.fields
      this.forget()
    } catch {
      this.forget()
    }
    return undefined
  }

  /** On its way to the server: forgotten as soon as another page of ours says that it arrived (see `settle`). */
  send(base: string, fields: Fields) {
    this.keep(base, fields)
    try {
      sessionStorage.setItem(SENT, this.key)
    } catch {
      // Then it waits here until its page opens again.
    }
  }

  /** Called by every page: whatever was sent from the page before has arrived, unless this page says that it did not. */
  static settle() {
    try {
      const key = sessionStorage.getItem(SENT)
      if (!key || location.pathname.startsWith('/sign-in') || document.querySelector('[data-problem]')) return
      sessionStorage.removeItem(SENT)
      if (!document.querySelector(`[data-autosave="${CSS.escape(key.slice(PREFIX.length))}"]`))
        localStorage.removeItem(key)
    } catch {
      // Nothing was kept either.
    }
  }

  forget() {
    try {
      localStorage.removeItem(this.key)
    } catch {
      // Nothing was kept either.
    }
  }
}
