import { MONTHLY_CAP } from './state.ts'

/** What decides whether somebody may apply to a project. */
export type Standing = {
  readonly open: boolean
  readonly limit: number | null
  /** Applications that stand, this person's excepted. */
  readonly others: number
  readonly ownCompany: boolean
  /** The company closed every way between the two. */
  readonly turnedAway: boolean
  /** The person hides from this company: it is the employer or one they named. */
  readonly hidesFrom: boolean
  /** Sent by this person in this calendar month. */
  readonly sentThisMonth: number
}

export type Refusal = 'own-company' | 'turned-away' | 'hides-from' | 'closed' | 'full' | 'cap'

/** Why somebody cannot apply, the reason that nothing can change first; null when they can. */
export function refusalOf(standing: Standing): Refusal | null {
  if (standing.ownCompany) return 'own-company'
  if (standing.turnedAway) return 'turned-away'
  if (standing.hidesFrom) return 'hides-from'
  if (standing.limit !== null && standing.others >= standing.limit) return 'full'
  if (!standing.open) return 'closed'
  return standing.sentThisMonth >= MONTHLY_CAP ? 'cap' : null
}

export const REFUSALS: Readonly<Record<Refusal, string>> = {
  'own-company': 'ご自分の会社の案件には応募できません。',
  // The same whatever the company's reason: nobody learns that it was about them.
  'turned-away': 'この案件には、いまは応募できません。',
  'hides-from':
    'この企業は、あなたの勤務先か、あなたが見せないことにした企業です。知られることがないように、応募は送れません。',
  closed: 'この案件の募集は終わりました。',
  full: 'この案件は、応募が決めた数になりました。',
  cap: `応募は、ひと月に${MONTHLY_CAP}件までです。来月になると、また送れます。`,
}

/** What is still missing before somebody can apply, in the order in which it is asked. */
export type Missing = 'codes' | 'employer' | 'name'
type Begun = { readonly codes: readonly unknown[]; readonly employerAnsweredAt: Date | null }

export function missingFor(talent: Begun | undefined, isNamed: boolean): Missing[] {
  return [
    ...(talent?.codes.length ? [] : ['codes' as const]),
    ...(talent?.employerAnsweredAt ? [] : ['employer' as const]),
    ...(isNamed ? [] : ['name' as const]),
  ]
}

/** From here on it is said how many more are taken. */
const FEW_LEFT = 3

/** How many applied so far, and how many more are taken when they are few. For everybody. */
export function appliedInWords(sent: number, limit: number | null): string {
  const left = limit === null ? null : limit - sent
  const soon = left !== null && left > 0 && left <= FEW_LEFT ? `あと${left}人で締め切ります。` : ''
  return `${sent === 0 ? 'まだ応募はありません。' : `いままでに${sent}人が応募しました。`}${soon}`
}
