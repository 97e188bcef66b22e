import { telephoneNumber } from '../../lib/ids.ts'
import type { Grant } from '../schema.ts'

export type State = 'planned' | 'applied' | 'granted' | 'refused' | 'claimed' | 'paid' | 'withdrawn'

export const STATE_WORDS: Readonly<Record<State, string>> = {
  planned: '申し込む予定',
  applied: '窓口の返事を待っています',
  granted: '交付が決まりました',
  refused: '今回は認められませんでした',
  claimed: '実績を出しました',
  paid: '補助を受け取りました',
  withdrawn: '取りやめました',
}

type Facts = Pick<Grant, 'appliedAt' | 'decidedAt' | 'grantedYen' | 'claimedAt' | 'paidAt' | 'withdrawnAt'>

export function stateOf(grant: Facts): State {
  if (grant.withdrawnAt) return 'withdrawn'
  if (grant.paidAt) return 'paid'
  if (grant.claimedAt) return 'claimed'
  if (grant.decidedAt) return grant.grantedYen === null ? 'refused' : 'granted'
  return grant.appliedAt ? 'applied' : 'planned'
}

export type GrantAct = 'apply' | 'decide' | 'claim' | 'pay' | 'withdraw' | 'bring'
export type Who = 'company' | 'office'

type Transition = {
  readonly act: GrantAct
  readonly from: readonly State[]
  readonly who: readonly Who[]
  readonly to: readonly State[]
}

const LIVE: readonly State[] = ['planned', 'applied', 'granted', 'claimed']

/** What may be done, from where, by whom. An application that was shown to the office is decided by the office. */
export const TRANSITIONS: readonly Transition[] = [
  { act: 'apply', from: ['planned'], who: ['company'], to: ['applied'] },
  { act: 'decide', from: ['applied'], who: ['company', 'office'], to: ['granted', 'refused'] },
  { act: 'claim', from: ['granted'], who: ['company'], to: ['claimed'] },
  { act: 'pay', from: ['claimed'], who: ['company'], to: ['paid'] },
  { act: 'withdraw', from: ['planned', 'applied', 'granted'], who: ['company'], to: ['withdrawn'] },
  { act: 'bring', from: LIVE, who: ['company'], to: LIVE },
]

export function may(act: GrantAct, grant: Facts & Pick<Grant, 'sharedAt'>, who: Who): boolean {
  if (act === 'decide' && (who === 'office') !== (grant.sharedAt !== null)) return false
  const state = stateOf(grant)
  return TRANSITIONS.some((row) => row.act === act && row.from.includes(state) && row.who.includes(who))
}

/** Does it still stand in the way of others, and use up a place? */
export function isLive(grant: Facts): boolean {
  return !['refused', 'withdrawn'].includes(stateOf(grant))
}

/** As read out on the telephone: 補助 6001-3. */
export function grantReference(n: number): string {
  return `補助 ${telephoneNumber(n)}`
}
