import type { Case } from '../schema.ts'

/** How far a side lets a case be seen, from the closest to the widest. */
export const OPENNESS = ['private', 'statistics', 'anonymous', 'named'] as const
export type Openness = (typeof OPENNESS)[number]

export const OPENNESS_WORDS: Readonly<Record<Openness, readonly [label: string, note: string]>> = {
  private: ['だれにも見せない', '両者と事務局のほかは見ません。'],
  statistics: ['数にだけ入れる', '文章は出さず、件数や割合にだけ数えます。'],
  anonymous: ['名前を出さずに見せる', '文章は見せ、業種・県・数は大まかにします。'],
  named: ['名前を出して見せる', '両者がこれを選んだときだけ、名前が出ます。'],
}

/** `accountId` null: nobody was found, the company decides alone. */
type Consents = Pick<Case, 'companyOpenness' | 'talentOpenness' | 'companyConsentAt' | 'talentConsentAt'> & {
  readonly accountId?: string | null
}

/** What both together allow: the closer of the two; null until both have chosen for the text as it stands. */
export function jointOpenness(row: Consents): Openness | null {
  const { companyOpenness, talentOpenness } = row
  if (row.accountId === null) return row.companyConsentAt && companyOpenness
  if (!row.companyConsentAt || !row.talentConsentAt || !companyOpenness || !talentOpenness) return null
  return OPENNESS[Math.min(OPENNESS.indexOf(companyOpenness), OPENNESS.indexOf(talentOpenness))]!
}

/** Since when both have chosen; null until then. */
export function consentedAt(row: Consents): Date | null {
  const { companyConsentAt, talentConsentAt } = row
  if (row.accountId === null) return companyConsentAt
  if (!companyConsentAt || !talentConsentAt) return null
  return companyConsentAt > talentConsentAt ? companyConsentAt : talentConsentAt
}

export type CaseState = 'draft' | 'consented' | 'published' | 'withdrawn'

export const CASE_STATE_WORDS: Readonly<Record<CaseState, string>> = {
  draft: '返事を待っています',
  consented: '返事がそろいました',
  published: '公開しています',
  withdrawn: '取り下げました',
}

export function stateOfCase(row: Consents & Pick<Case, 'publishedAt' | 'withdrawnAt'>): CaseState {
  if (row.withdrawnAt) return 'withdrawn'
  if (row.publishedAt) return 'published'
  return jointOpenness(row) ? 'consented' : 'draft'
}

/** Both allow the text to be read; a person of the desk still has to read it first. */
export function mayPublish(row: Parameters<typeof stateOfCase>[0]): boolean {
  const joint = jointOpenness(row)
  return stateOfCase(row) === 'consented' && (joint === 'anonymous' || joint === 'named')
}

export type CaseAct = 'edit' | 'choose' | 'publish' | 'withdraw' | 'drop'

/** An edited text is a new text: whoever agreed to the old one is asked again. */
export const CASE_TRANSITIONS: readonly {
  readonly act: CaseAct
  readonly from: readonly CaseState[]
  readonly who: 'operator' | 'sides' | 'system'
  readonly to: readonly CaseState[]
}[] = [
  { act: 'edit', from: ['draft', 'consented'], who: 'operator', to: ['draft'] },
  { act: 'choose', from: ['draft', 'consented'], who: 'sides', to: ['draft', 'consented'] },
  { act: 'publish', from: ['consented'], who: 'operator', to: ['published'] },
  { act: 'withdraw', from: ['draft', 'consented', 'published'], who: 'sides', to: ['withdrawn'] },
  // The project that had failed goes on.
  { act: 'drop', from: ['draft', 'consented'], who: 'system', to: ['withdrawn'] },
]
