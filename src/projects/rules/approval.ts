import { createHash } from 'node:crypto'
import { z } from 'zod'
import { choice, longText } from '../../lib/input.ts'
import type { Secrets } from '../../lib/secrets.ts'
import { readTimedToken, timedToken } from '../../lib/timed-token.ts'
import type { Paper } from '../schema.ts'
import type { WholeDraft } from './entered.ts'

/** What somebody says to a draft that was printed as a whole. */
export const APPROVALS = ['approved', 'change'] as const
export const APPROVAL_WORDS: Readonly<Record<(typeof APPROVALS)[number], string>> = {
  approved: 'このまま出してよい',
  change: '直したいところがある',
}
export const CHANGED_SINCE =
  'この紙を出したあとに、下書きが変わりました。新しい紙を出して、もう一度確かめてもらってください。'
export const NEWER_PAPER =
  'この画面を開いたあとに、新しい紙が出ました。返事が書いてある紙と同じかを、もう一度確かめてください。'
const PURPOSE = 'paper with a whole draft'

const said = z.object({
  answer: choice({ label: '返事', options: APPROVALS }),
  words: longText({ label: '直したいところ', max: 1000, required: false }),
})

export const approvalForm = withWords(said)
/** On the page of a paper: which paper it is that was answered. */
export const typedApprovalForm = withWords(said.extend({ paper: z.uuid() }))

function withWords<T extends z.ZodType<z.output<typeof said>>>(form: T) {
  return form.refine(({ answer, words }) => answer === 'approved' || words, {
    message: '直したいところを書いてください。',
    path: ['words'],
  })
}

/** What the QR code of a whole draft carries: this paper, until when. It opens two answers, and shows nothing of the draft. */
export function approvalToken(secrets: Secrets, { id, expiresAt }: Pick<Paper, 'id' | 'expiresAt'>): string {
  return timedToken(secrets, id, expiresAt, PURPOSE)
}

export function readApprovalToken(secrets: Secrets, token: string, now: Date): string | null {
  return readTimedToken(secrets, token, PURPOSE, now)
}

/** Known again by it: whether the draft still says what stood on the paper. */
export function printOf({ lines }: WholeDraft): string {
  return createHash('sha256').update(JSON.stringify(lines)).digest('base64url')
}
