/**
 * On whose side somebody works on a worry: its own people, or whom they asked to work on it together. `assisting`: the company for
 * which they type in an assisted session, and whose worries alone they see.
 */
export type Side =
  | { readonly as: 'owner' }
  | { readonly as: 'operator'; readonly assisting?: string }
  /** What a company lets a partner see may end: it is asked for the moment. */
  | { readonly as: 'partner'; readonly partner: string; readonly now: Date; readonly assisting?: string }

export const OWNER: Side = { as: 'owner' }

/** Where the worry stands for somebody of this side. */
export function homeOf(side: Side, worryId: string): string {
  if (side.as === 'owner') return `/worries/${worryId}`
  if (side.assisting) return `/companies/${side.assisting}/worries/${worryId}`
  return side.as === 'operator' ? `/desk/worries/${worryId}` : `/partners/${side.partner}/worries/${worryId}`
}

/** The value that stands for the desk where an owner chooses whom to ask. */
export const DESK = 'desk'

/** What a partner is told of a worry that it was asked to look at and no longer sees. */
export const UNSEEN_WORDS = {
  hidden:
    'この企業は、窓口に見せるのをやめました。お困りごとも、いまは開けません。理由を聞いたり、もとにもどすよう頼んだりしないでください。',
  ended: '頼んだ方が、いっしょに見てもらうのを終えました。直したところは、相手の画面に残っています。',
  finished: '見終わったお困りごとなので、もう開けません。直したところは、相手の画面に残っています。',
} as const

export type Unseen = keyof typeof UNSEEN_WORDS
