import { z } from 'zod'
import { choice, day, text, together, wholeNumber, yen } from '../../lib/input.ts'
import type { LegalDate } from '../../lib/time.ts'
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

const subsidy = text({ label: '補助', max: 60 })
export const planForm = extraForm.extend({ subsidy })

/** A day that has come. */
const past = (label: string, today: LegalDate) =>
  day({ label }).refine((on) => on <= today, `${label}は、今日までの日にしてください。`)

/** `asks`: the office is here, so the company has to say whether it is shown the application. */
export const applicationForm = (today: LegalDate, asks: boolean) =>
  z.object({
    on: past('申し込んだ日', today),
    share: choice<'here' | 'direct', boolean>({
      label: '窓口に知らせるか',
      options: ['here', 'direct'],
      required: asks,
    }),
  })

/** What the office decided, as it stands in its letter. */
export const decisionForm = (today: LegalDate) =>
  together(
    z.object({
      on: past('決まった日', today),
      answer: choice({ label: '窓口の返事', options: ['yes', 'no'] }),
      yen: yen({ label: '決まった額', min: 1, max: MOST, required: false }),
    }),
    (read, wrong) => {
      if (read.answer === 'yes' && read.yen === null) wrong('yen', '決まった額を入れてください。')
    },
  )

export const dayForm = (label: string, today: LegalDate) => z.object({ on: past(label, today) })

export const paymentForm = (today: LegalDate) =>
  z.object({ on: past('受け取った日', today), yen: yen({ label: '受け取った額', min: 0, max: MOST }) })

export const officeForm = together(
  z.object({
    answer: choice({ label: '返事', options: ['yes', 'no'] }),
    yen: yen({ label: '交付する額', min: 1, max: MOST, required: false }),
    reason: text({ label: '認められないわけ', max: 300, required: false }),
  }),
  (read, wrong) => {
    if (read.answer === 'yes' && read.yen === null) wrong('yen', '交付する額を入れてください。')
    if (read.answer === 'no' && read.reason === '')
      wrong('reason', '認められないわけを、会社が分かるように書いてください。')
  },
)

export const outsideForm = z.object({
  subsidy,
  fiscalYear: wholeNumber({ label: '年度', min: 2000, max: 2100 }),
  yen: yen({ label: 'めぐりの外で決めた額', min: 0, max: 1_000_000_000 }),
})
