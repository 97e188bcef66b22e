import type { FactorName } from './factors.ts'
import { PRIOR, type TableName, type Weights } from './prior.ts'

/** The tables behind each factor, its interaction among them. The price of crowding is no table: the market makes it. */
const TABLES_OF: Record<FactorName, readonly TableName[]> = {
  code: ['code'],
  level: ['level', 'codeLevel'],
  industry: ['industry'],
  tie: ['tie', 'tieOnSite'],
  hours: ['hours'],
  fee: ['fee'],
  work: ['work'],
  motive: ['motive'],
  text: ['text'],
  record: ['record'],
  answer: ['answer'],
  crowding: [],
}

/**
 * How far a factor can move a pair: logits (applying and offering together) between its best and its worst bin, its
 * interaction included. 0 for crowding.
 */
export function spreadOf(factor: FactorName, { tables }: Weights = PRIOR): number {
  return TABLES_OF[factor].reduce((sum, name) => {
    const both = tables[name].apply.map((value, bin) => value + tables[name].offer[bin]!)
    return sum + Math.max(...both) - Math.min(...both)
  }, 0)
}
