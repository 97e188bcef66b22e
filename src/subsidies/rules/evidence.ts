import type { Source, Subsidy } from './subsidies.ts'

/** What this instance holds for one project. */
export type Held = {
  readonly contract: { readonly number: string; readonly sealed: boolean } | null
  readonly visits: number
  readonly months: readonly { readonly month: string; readonly confirmed: boolean }[]
  /** Months of the agreed period that are over and not reported. */
  readonly unreported: number
  /** What the company brought, by the words of the rule. */
  readonly brought: readonly { readonly what: string; readonly hasFile: boolean }[]
}

export type EvidenceItem = {
  readonly what: string
  readonly from: Source
  /** there: can be handed in; partly: something is still to come; missing: nothing yet. */
  readonly state: 'there' | 'partly' | 'missing'
  readonly sentence: string
}

/** The evidence list of a subsidy with what is there already, in the order of the rule. */
export function evidenceOf(subsidy: Pick<Subsidy, 'evidence'>, held: Held): EvidenceItem[] {
  return subsidy.evidence.map(({ what, from }) => ({ what, from, ...standing(what, from, held) }))
}

export function missingOf(items: readonly EvidenceItem[]): EvidenceItem[] {
  return items.filter(({ state }) => state !== 'there')
}

function standing(what: string, from: Source, held: Held): Pick<EvidenceItem, 'state' | 'sentence'> {
  if (from === 'contract') {
    if (!held.contract) return { state: 'missing', sentence: '契約すると、ひとりでに入ります。' }
    return { state: 'there', sentence: `契約 ${held.contract.number} の契約書が入っています。` }
  }
  if (from === 'visits') {
    if (held.visits === 0) return { state: 'missing', sentence: '月の記録に訪問の日が書かれると、入ります。' }
    return { state: 'there', sentence: `訪問が${held.visits}日、入っています。` }
  }
  if (from === 'months' || from === 'hours') return monthsStanding(held)
  const own = held.brought.find((one) => one.what === what)
  if (!own)
    return {
      state: 'missing',
      sentence: from === 'payment' ? '振込の控えや領収書を用意してください。' : '会社で用意してください。',
    }
  return { state: 'there', sentence: own.hasFile ? 'ファイルがあります。' : '手元にあると書かれています。' }
}

function monthsStanding({ months, unreported }: Held): Pick<EvidenceItem, 'state' | 'sentence'> {
  if (months.length === 0) return { state: 'missing', sentence: '月の記録が届くと、入ります。' }
  const unconfirmed = months.filter(({ confirmed }) => !confirmed).length
  const waits = [
    unreported > 0 ? `届いていない月が${unreported}つ` : '',
    unconfirmed > 0 ? `会社が確かめていない月が${unconfirmed}つ` : '',
  ].filter(Boolean)
  if (waits.length === 0) return { state: 'there', sentence: `${months.length}か月分、入っています。` }
  return { state: 'partly', sentence: `${months.length}か月分あります。${waits.join('、')}あります。` }
}

/** `20261130_なかむら提灯工房_契約8001-3_40000円.pdf`: day, the other side, what, amount; nothing that a file name cannot hold. */
export function fileName(parts: { day: string; other: string; what: string; yen: number | null; end: string }): string {
  const { day, other, what, yen, end } = parts
  const said = [day.replaceAll('-', ''), other, what, yen === null ? '' : `${yen}円`].filter((part) => part !== '')
  const safe = said.map((part) => part.replace(/[\\/:*?"<>|\p{C}\s]+/gu, '・').slice(0, 60))
  return `${safe.join('_')}.${end}`
}
