import { isId } from '../../lib/ids.ts'
import type { Secrets } from '../../lib/secrets.ts'
import { readTimedToken, timedToken } from '../../lib/timed-token.ts'
import { sameHash } from '../../lib/web/call.ts'
import type { Project } from '../schema.ts'
import { stateOf } from './state.ts'
import type { FieldName } from './steps.ts'

/** Days that a printed sheet can be answered from. */
export const PAPER_DAYS = 7
/** What the sheet asks, in the order of the screens. */
export const ASKED = ['background', 'goal', 'hours', 'fee', 'style', 'months'] as const satisfies readonly FieldName[]
/** Days that the answers of a sheet are kept after that. */
export const PAPERS_KEPT = 30
/** People that fit on one sheet. */
export const PEOPLE_ON_PAPER = 5
export const PAPER_OVER = 'この紙のQRコードと番号は、もう使えません。新しい紙を出してもらうか、お電話ください。'

/** What an owner marks beside somebody who was proposed. */
export const CHOICES = ['invite', 'shelve', 'open'] as const
export type Choice = (typeof CHOICES)[number]
export const CHOICE_WORDS: Readonly<Record<Choice, string>> = {
  invite: '声をかけたい',
  shelve: '見送る',
  open: 'まだ決めない',
}
const LETTERS = 32
const DRAFT = 'paper of a draft'

/**
 * What the QR code of a sheet carries: one draft, until when, and that we printed it. It opens the questions of that draft to
 * whoever holds the paper, shows nothing of the draft, and opens nothing else.
 */
export function paperToken(secrets: Secrets, projectId: string, until: Date): string {
  return timedToken(secrets, projectId, until, DRAFT)
}

/** The draft that a token is for; null for one that nobody printed, or whose days are over. */
export function readPaperToken(secrets: Secrets, token: string, now: Date): string | null {
  return readTimedToken(secrets, token, DRAFT, now)
}

/** The same for a sheet with people on it: it lets whoever holds it mark those by their number, and shows nothing of them. */
export function choiceToken(secrets: Secrets, paperId: string): string {
  return `${paperId}.${signed(secrets, `choices ${paperId}`)}`
}

export function readChoiceToken(secrets: Secrets, token: string): string | null {
  const [paperId = '', signature = ''] = token.split('.')
  return isId(paperId) && sameHash(signature, signed(secrets, `choices ${paperId}`)) ? paperId : null
}

/** Where the short codes of sheets are typed, as it is printed. */
export function shortAddress(publicUrl: string): string {
  return `${publicUrl.replace(/^https?:\/\//, '')}/p`
}

function signed(secrets: Secrets, said: string): string {
  return secrets.hash(said, DRAFT).slice(0, LETTERS)
}

/** Only these are answered from a sheet of questions. */
export function isDraft(project: Project): boolean {
  return ['draft', 'returned'].includes(stateOf(project))
}
