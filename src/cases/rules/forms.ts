import { z } from 'zod'
import { choice, choices, longText, text } from '../../lib/input.ts'
import { CAUSES } from './causes.ts'
import { OPENNESS } from './openness.ts'

export const opennessForm = z.object({
  openness: choice({ label: '公開のしかた', options: OPENNESS }),
  /** Asked of the company where something did not work out. */
  causes: choices({ label: 'うまくいかなかったわけ', options: CAUSES.map(({ id }) => id) }),
  /** The same, asked of whoever helped. */
  told: longText({ label: 'うまくいかなかったわけ', max: 1000, required: false }),
})
export type Choice = z.output<typeof opennessForm>

export const caseForm = z.object({
  title: text({ label: '題', max: 80 }),
  problem: longText({ label: '困りごと', max: 3000 }),
  done: longText({ label: 'したこと', max: 6000 }),
  result: longText({ label: '結果', max: 3000 }),
  learned: longText({ label: '学んだこと', max: 3000, required: false }),
  surprised: longText({ label: '思いがけなかったこと', max: 2000, required: false }),
  told: longText({ label: '手伝った人の言葉', max: 1000, required: false }),
})
