import { z } from 'zod'
import { choice, longText, text } from '../../lib/input.ts'
import { fold } from '../../text/normalise.ts'
import { OUTCOMES } from '../../works/rules/reviews.ts'
import { OPENNESS } from './openness.ts'

export const opennessForm = z.object({ openness: choice({ label: '公開のしかた', options: OPENNESS }) })

export const caseForm = z.object({
  title: text({ label: '題', max: 80 }),
  problem: longText({ label: '困りごと', max: 3000 }),
  done: longText({ label: 'したこと', max: 6000 }),
  result: longText({ label: '結果', max: 3000 }),
  learned: longText({ label: '学んだこと', max: 3000 }),
})

const WORDS_MAX = 60

export type CaseFilter = {
  readonly words: string
  /** A job code of the first level, or of any other where somebody came from its own page. */
  readonly major: string
  readonly prefecture: number | null
  readonly outcome: (typeof OUTCOMES)[number] | null
}

/** What was asked of the list, from its address: what cannot be read is not asked. */
export function filterOf(query: (name: string) => string | undefined): CaseFilter {
  const prefecture = Number(query('prefecture'))
  return {
    words: fold(query('words') ?? '')
      .trim()
      .slice(0, WORDS_MAX),
    major: (query('major') ?? '').slice(0, 8),
    prefecture: Number.isInteger(prefecture) && prefecture >= 1 && prefecture <= 47 ? prefecture : null,
    outcome: OUTCOMES.find((outcome) => outcome === query('outcome')) ?? null,
  }
}

/** The address of the list that answers a filter; the first page has no number. */
export function addressOf({ words, major, prefecture, outcome }: CaseFilter, page: number): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ words, major, prefecture, outcome }))
    if (value) query.set(name, String(value))
  if (page > 1) query.set('page', String(page))
  const said = query.toString()
  return said ? `/cases?${said}` : '/cases'
}
