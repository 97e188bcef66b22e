/** The four groups of trades of 中小企業基本法2条1項. */
export type Trade = 'manufacturing' | 'wholesale' | 'service' | 'retail'

/** People regularly employed up to which a firm is small or medium whatever its capital. 中小企業基本法2条1項1号–4号. */
const MOST: Readonly<Record<Trade, number>> = { manufacturing: 300, wholesale: 100, service: 100, retail: 50 }

export function mostEmployees(trade: Trade): number {
  return MOST[trade]
}

/**
 * Small or medium by the number of its people: true, or null when the number alone does not say so (the firm may still
 * be one by its capital, which is not known here). Never false.
 */
export function isSmallByPeople(trade: Trade, employees: number | null): true | null {
  return employees !== null && employees <= MOST[trade] ? true : null
}
