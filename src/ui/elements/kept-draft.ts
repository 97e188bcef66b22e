export type Fields = [name: string, value: string][]

interface Kept {
  /** The fields as the server last had them. */
  base: string
  fields: Fields
}

/** What was typed but has not reached the server, by address of the draft. */
export class KeptDraft {
  private readonly key: string

  constructor(address: string) {
    this.key = `draft ${address}`
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

  forget() {
    try {
      localStorage.removeItem(this.key)
    } catch {
      // Nothing was kept either.
    }
  }
}
