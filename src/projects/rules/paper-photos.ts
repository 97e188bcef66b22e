import { z } from 'zod'
import { choice } from '../../lib/input.ts'
import { PAPER_DAYS, PAPERS_KEPT } from './paper.ts'

/** Which sheet of a project somebody filled in: the questions of its draft, the people proposed for it, or the whole draft. */
export const PAPER_KINDS = ['draft', 'proposals', 'approval'] as const
export type PaperKind = (typeof PAPER_KINDS)[number]

export const paperForm = z.object({ sheet: choice({ label: '紙', options: PAPER_KINDS }) })

/** Days after which a photo of a sheet goes as its sheet does. */
export const PAPER_PHOTOS_KEPT = PAPER_DAYS + PAPERS_KEPT
export const TOO_LATE = 'この紙の写真は、もう受け取れません。新しい紙を出してください。'
export const GONE = 'この写真は、もう書き写されたか、出した方が消しました。'
