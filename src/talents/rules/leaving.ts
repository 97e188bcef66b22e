import { z } from 'zod'
import { checkbox } from '../../lib/input.ts'

/** What still goes on with somebody: as long as there is any of it, others count on them. In the order of the screen. */
export const BINDING_WORDS = {
  staff: '事務局の役目があります。事務局の管理者が外します。',
  membership: '会社か提携先の一員です。代表の方か責任者が外せます。ほかにいないときは、お電話ください。',
  contract: '終わっていない契約があります。',
  application: '返事を待っている応募があります。',
  talk: '話す約束か、その返事待ちがあります。',
  event: 'これからの催しに申し込んでいます。',
} as const

export type Binding = keyof typeof BINDING_WORDS
export const BINDINGS = Object.keys(BINDING_WORDS) as readonly Binding[]

export const leavingForm = z.object({ sure: checkbox({ label: 'もとに戻せないことが分かりました', required: true }) })
