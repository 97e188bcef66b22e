import { jobCodes } from '../../jobcodes/rules/standard.ts'
import type { Project } from '../../projects/schema.ts'
import type { Review } from '../../works/schema.ts'
import { causesOf } from './causes.ts'
import { isFailed } from './outcomes.ts'
import type { PublishedCase } from './published.ts'

const NEXT = 'の続き'

type Before = Pick<
  Project,
  'title' | 'excluded' | 'hours' | 'fee' | 'travelPaid' | 'style' | 'place' | 'months' | 'industry'
>

/** What a draft says that goes on where another project ended; the next aim is for the company to say. */
export function continued(before: Before, own: Pick<Review, 'result' | 'gained'> | null, hasNote: boolean) {
  const title = before.title ?? ''
  const { excluded, hours, fee, travelPaid, style, place, months, industry } = before
  return {
    title: title === '' || title.endsWith(NEXT) ? before.title : title + NEXT,
    background: [
      `前に「${title}」を手伝ってもらいました。`,
      ...(own ? [`変わったこと：${own.result}`, `残ったもの：${own.gained}`] : []),
      ...(hasNote ? ['前の方の引きつぎメモがあります。契約した方にお渡しします。'] : []),
    ].join('\n'),
    ...{ excluded, hours, fee, travelPaid, style, place, months, industry },
  }
}

/** What another company begins with: the work, and what is to be learned from how it went. */
export function startedFrom({ number, title, shownCodes, outcome, causes, learned }: PublishedCase) {
  const helps = isFailed(outcome) ? causesOf(causes).map((cause) => cause.helps) : []
  return {
    codes: shownCodes.filter((code) => jobCodes().leaf(code)),
    background: [
      `事例 ${number}「${title}」を読み、うちでも考えてみようと思いました。`,
      ...(learned ? [`その会社が学んだこと：${learned}`] : []),
      ...helps,
    ].join('\n'),
  }
}
