import { z } from 'zod'
import { text } from '../../lib/input.ts'

const NAME = /^(?=.{4,100}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/

/** The host name at which a partner's page is the first one; `own` is the one of this instance. */
export function hostForm(own: string) {
  return z.object({
    host: text({ label: 'ホスト名', max: 100, required: false })
      .transform((name) => name.normalize('NFKC').toLowerCase())
      .refine((name) => name === '' || NAME.test(name), {
        message: 'ホスト名だけを、半角で入れてください（例：fukugyo.city.example.jp）。',
      })
      .refine((name) => name !== own, { message: 'めぐりそのものの住所です。ほかの名前にしてください。' }),
  })
}

export const HOST_TAKEN = 'この名前は、ほかの提携先が使っています。'

/** yame.example.jp:3000 → yame.example.jp; null for what names no host. */
export function hostNameIn(header: string): string | null {
  const address = `http://${header}`
  return URL.canParse(address) && /^[\w.-]+(?::\d+)?$/.test(header) ? new URL(address).hostname : null
}
