/** Not there, or not yours: the same answer for both. */
export class NotThere extends Error {
  constructor() {
    super('not there')
  }
}

/** Too late: what the person saw is no longer so. The page says what happened and where to go on. */
export class TooLate extends Error {
  readonly next: { href: string; label: string } | undefined
  constructor(sentence: string, next?: { href: string; label: string }) {
    super(sentence)
    this.next = next
  }
}

/** The request itself cannot be accepted: wrong origin, wrong type, too large, too often. */
export class Refused extends Error {
  readonly status: 400 | 403 | 413 | 415 | 429
  constructor(status: 400 | 403 | 413 | 415 | 429, sentence: string) {
    super(sentence)
    this.status = status
  }
}

/** More than a form may hold; `body` is what could be read of it. */
export class TooLarge extends Refused {
  readonly body: Readonly<Record<string, string | string[]>>
  constructor(sentence: string, body: Readonly<Record<string, string | string[]>>) {
    super(413, sentence)
    this.body = body
  }
}

/** The row or a sentence that it is not there. */
export function found<T>(row: T | null | undefined): T {
  if (row === null || row === undefined) throw new NotThere()
  return row
}
