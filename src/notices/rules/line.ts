import { z } from 'zod'
import { idNamed } from '../../lib/ids.ts'
import { text } from '../../lib/input.ts'
import type { Secrets } from '../../lib/secrets.ts'

/** LINE's own tokens live ten minutes; the way back to us takes moments. */
export const LINK_MINUTES = 10

/** 256 bits that nobody can guess: what LINE says back when a person agreed there. */
export function nonceOf(secrets: Secrets, nonceId: string): string {
  return secrets.hash(nonceId, 'line-nonce')
}

export const linkForm = z.object({ linkToken: text({ label: 'LINEの番号', max: 200 }) })

/** May be seen on a lock screen: it says nothing but that there is something. */
export function pushWords(count: number, root: string): string {
  return `めぐりのお知らせが${count}件あります。\n${root}/me/notices`
}

export function offerWords(address: string): string {
  return `めぐりのお知らせを、ここでも受け取れます。次のリンクを開いて、めぐりに入ってください（10分のあいだ使えます）。いつでもやめられます。\n${address}`
}

/** The same for the same notices, so that LINE takes a message once however often its job runs. */
export function retryKeyOf(ids: readonly string[]): string {
  return idNamed(ids.join())
}

/** What of LINE's letters concerns us; everything else is passed over. */
const event = z.object({
  type: z.string(),
  webhookEventId: z.string().max(100),
  replyToken: z.string().max(200).optional(),
  source: z.object({ type: z.string().optional(), userId: z.string().max(100).optional() }).optional(),
  link: z.object({ result: z.string(), nonce: z.string().max(200) }).optional(),
})
export type LineEvent = z.output<typeof event>

export const lineLetter = z.object({ events: z.array(event).max(200) })
