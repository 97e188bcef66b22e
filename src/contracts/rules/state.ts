import { telephoneNumber } from '../../lib/ids.ts'
import type { Contract, ContractVersion } from '../schema.ts'
import { otherSide, type Side } from './side.ts'

export type State = 'draft' | 'proposed' | 'returned' | 'agreed' | 'sealed' | 'ended' | 'ended-early'

export const STATES: readonly State[] = ['draft', 'proposed', 'returned', 'agreed', 'sealed', 'ended', 'ended-early']

export const STATE_WORDS: Readonly<Record<State, string>> = {
  draft: '条件を書いているところ',
  proposed: '条件を確かめているところ',
  returned: '条件の直しを待っているところ',
  agreed: '契約書を作っているところ',
  sealed: '契約中',
  ended: '終わりました',
  'ended-early': '途中で終わりました',
}

type Facts = Pick<Contract, 'sealedAt' | 'endedAt' | 'endedEarlyAt'>
type Version = Pick<
  ContractVersion,
  'n' | 'proposedAt' | 'supersededAt' | 'changeWantedAt' | 'companyAgreedAt' | 'talentAgreedAt'
>

/** Where a contract stands. `version`: the one that is on the table (see `versionOnTable`), or null. */
export function stateOf(contract: Facts, version: Version | null): State {
  if (contract.endedEarlyAt) return 'ended-early'
  if (contract.endedAt) return 'ended'
  if (contract.sealedAt) return 'sealed'
  if (!version) return 'draft'
  if (version.companyAgreedAt && version.talentAgreedAt) return 'agreed'
  return version.changeWantedAt ? 'returned' : 'proposed'
}

/** The proposed version that no newer one has replaced. */
export function versionOnTable<V extends Version>(versions: readonly V[]): V | null {
  return versions.find((version) => version.proposedAt && !version.supersededAt) ?? null
}

/** The version that the company is still writing. */
export function versionInWork<V extends Version>(versions: readonly V[]): V | null {
  return versions.find((version) => !version.proposedAt) ?? null
}

/** Whose turn it is: the side that can bring the contract on. Null when it is nobody's, or both may. */
export function turnOf(state: State, version: Version | null): Side | null {
  if (state === 'draft' || state === 'returned') return 'company'
  if (state !== 'proposed' || !version) return null
  if (version.talentAgreedAt) return 'company'
  return 'talent'
}

export type ContractAct =
  | 'save-terms'
  | 'propose'
  | 'want-change'
  | 'agree'
  | 'drop'
  | 'seal'
  | 'propose-finish'
  | 'finish'
  | 'give-notice'
  | 'end-on-day'

type Transition = {
  readonly act: ContractAct
  readonly from: readonly State[]
  readonly who: readonly (Side | 'program')[]
  /** Where it may lead. */
  readonly to: readonly State[]
}

const BEFORE_AGREEMENT: readonly State[] = ['draft', 'proposed', 'returned']

/** What may be done, from where, by whom: drives the guards, the buttons and the matrix test. */
export const TRANSITIONS: readonly Transition[] = [
  { act: 'save-terms', from: BEFORE_AGREEMENT, who: ['company'], to: BEFORE_AGREEMENT },
  { act: 'propose', from: BEFORE_AGREEMENT, who: ['company'], to: ['proposed'] },
  { act: 'want-change', from: ['proposed'], who: ['talent'], to: ['returned'] },
  { act: 'agree', from: ['proposed'], who: ['company', 'talent'], to: ['proposed', 'agreed'] },
  { act: 'drop', from: BEFORE_AGREEMENT, who: ['company', 'talent'], to: ['ended-early'] },
  { act: 'seal', from: ['agreed'], who: ['program'], to: ['sealed'] },
  { act: 'propose-finish', from: ['sealed'], who: ['company', 'talent'], to: ['sealed'] },
  { act: 'finish', from: ['sealed'], who: ['company', 'talent'], to: ['ended'] },
  { act: 'give-notice', from: ['sealed'], who: ['company', 'talent'], to: ['sealed'] },
  { act: 'end-on-day', from: ['sealed'], who: ['program'], to: ['ended-early'] },
]

export function may(act: ContractAct, state: State, who: Side | 'program'): boolean {
  return TRANSITIONS.some((row) => row.act === act && row.from.includes(state) && row.who.includes(who))
}

/** Whether this side has agreed to a version. */
export function hasAgreed(version: Version, side: Side): boolean {
  return (side === 'company' ? version.companyAgreedAt : version.talentAgreedAt) !== null
}

/** All is done before the last day: one side has said so and it is the other's turn. */
export function finishAwaits(contract: Pick<Contract, 'finishProposedBy'>): Side | null {
  return contract.finishProposedBy ? otherSide(contract.finishProposedBy) : null
}

/** As read out on the telephone: 8001 → 「8001-3」. */
export function contractNumber(n: number): string {
  return telephoneNumber(n)
}

/** What a page about a contract carries: 「契約 8001-3」. */
export function contractReference(n: number): string {
  return `契約 ${contractNumber(n)}`
}
