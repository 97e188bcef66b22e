import { z } from 'zod'
import { type Period, periodOf } from '../../contracts/rules/periods.ts'
import type { Contract } from '../../contracts/schema.ts'
import type { Terms } from '../../law/terms.ts'
import { longText } from '../../lib/input.ts'
import { addDays, type LegalDate, readLegalDate, today } from '../../lib/time.ts'
import type { ProjectGroup } from '../../projects/schema.ts'
import type { HandoverNote } from '../schema.ts'

/** What a note answers, in the order of the screen and of the paper. */
export const HANDOVER = [
  { name: 'done', label: 'したこと', hint: 'できあがった物も、あれば。' },
  { name: 'left', label: '残っていること', hint: 'とちゅうのことも。なければ「なし」。' },
  { name: 'first', label: 'つぎに最初にすること', hint: 'つぎの人が、初めの日にすること。' },
  { name: 'mind', label: '気をつけること', hint: 'なければ「なし」。' },
  { name: 'whereKept', label: 'どこに何があるか', hint: '書類やデータの置き場所。合言葉は書かないでください。' },
] as const satisfies readonly { name: keyof HandoverNote; label: string; hint: string }[]

export const HANDOVER_LETTERS = 1000

function formWith(required: boolean) {
  const field = (at: number) => longText({ label: HANDOVER[at]!.label, max: HANDOVER_LETTERS, required })
  return z.object({ done: field(0), left: field(1), first: field(2), mind: field(3), whereKept: field(4) })
}

export const handoverForm = formWith(true)
/** What is kept while somebody types. */
export const handoverDraft = formWith(false)
export type HandoverAnswers = z.output<typeof handoverForm>

/** A note of this version is still being written: nobody but its writer reads it. */
export const UNSENT = 0

export function isSent({ version }: Pick<HandoverNote, 'version'>): boolean {
  return version > UNSENT
}

/** The last month of a contract is when somebody thinks of the next one. */
const DAYS_BEFORE = 30
/** So long a note can be mended after the contract ended. */
export const DAYS_AFTER = 14

type Facts = Pick<Contract, 'sealedAt' | 'finishProposedAt' | 'endsOn' | 'endedAt' | 'endedEarlyAt'>

/** May the note be written or changed on this day? From the last month, or the word that all is done, to two weeks after. */
export function mayHandOver(contract: Facts, terms: Pick<Terms, 'periodFrom' | 'periodTo'> | null, on: LegalDate) {
  if (!contract.sealedAt) return false
  const until = handoverUntil(contract)
  if (until) return on <= until
  return contract.finishProposedAt !== null || opensOn(contract, terms && periodOf(terms)) <= on
}

/** The last day on which it may be changed; null while the contract runs. */
export function handoverUntil({ endedAt, endedEarlyAt }: Pick<Facts, 'endedAt' | 'endedEarlyAt'>): LegalDate | null {
  const ended = endedAt ?? endedEarlyAt
  return ended && addDays(today(ended), DAYS_AFTER)
}

function opensOn({ endsOn }: Facts, period: Period | null): LegalDate {
  const days = [readLegalDate(endsOn ?? ''), period?.to].filter((day) => day != null).sort()
  return days[0] ? addDays(days[0], -DAYS_BEFORE) : ('9999-12-31' as LegalDate)
}

/** A relay goes forward only; in a team everybody works beside the others. `at` are places in the group. */
export function readsNoteOf(kind: ProjectGroup['kind'], reader: number, writer: number): boolean {
  return kind === 'relay' ? writer < reader : writer !== reader
}
