import { z } from 'zod'
import { yen } from '../../lib/input.ts'
import { COST_WORDS } from './subsidies.ts'

const MOST = 10_000_000
const cost = (name: keyof typeof COST_WORDS) =>
  yen({ label: COST_WORDS[name], required: false, max: MOST }).transform((amount) => amount ?? 0)

/** What only the company knows: costs beside the fee, in all, and whether somebody else pays. */
export const extraForm = z.object({
  travel: cost('travel'),
  lodging: cost('lodging'),
  platform: cost('platform'),
  elsewhere: z.literal('yes').optional().catch(undefined),
})
export type Extra = z.output<typeof extraForm>
