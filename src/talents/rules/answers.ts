import { z } from 'zod'
import { INDUSTRIES } from '../../companies/rules/industries.ts'
import { jobCodes } from '../../jobcodes/rules/standard.ts'
import { choice, choices, longText, text } from '../../lib/input.ts'
import { PREFECTURES } from '../../lib/regions.ts'
import { FEES, HOURS, YEARS } from './bands.ts'
import { CODES, TIES } from './profile.ts'
import { AVAILABILITIES, LEVELS, MOTIVES, STYLES, TIE_KINDS } from './words.ts'

export const ABOUT_MAX = 1000
export const HEADLINE_MAX = 40
export const EVIDENCE_MAX = 80

const strings = (numbers: readonly number[]) => numbers.map(String)
const ids = <T extends string>(words: readonly { id: T }[]) => words.map(({ id }) => id)
const prefectures = strings(ids(PREFECTURES as readonly { id: never }[]) as unknown as number[])

/** 「前にもどる」 and the like, beside the answers. */
const go = { go: text({ label: 'ボタン', max: 20, required: false }) }

const work = {
  about: longText({ label: 'してきたこと', max: ABOUT_MAX }),
  headline: text({ label: 'ひとことで言うと', max: HEADLINE_MAX }),
}

const pace = {
  hours: choice({ label: '使える時間', options: strings(HOURS) }),
  fee: choice({ label: '希望する報酬', options: ['talk', ...strings(FEES)] }),
  style: choice({ label: '働き方', options: ids(STYLES) }),
  availability: choice({ label: 'いつから', options: ids(AVAILABILITIES) }),
}
