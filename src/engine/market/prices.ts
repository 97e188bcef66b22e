/** No price is higher, in logits. */
export const HIGHEST_PRICE = 2

/**
 * How far one application moves a price, in logits: of 0 to 0.8 the one with the most matches in the simulator, 2.4 ± 0.6 of 222
 * more than with none over 40 markets (`npm run bench -- prices`).
 */
export const PRICE_STEP = 0.4

/**
 * A project's price between two runs, in logits from 0 to `HIGHEST_PRICE`: price + step × excess, where `excess` is by how much
 * applications less openings are more than when the price was made; the price itself had those of then in it. Depends on what is
 * there and not on the order in which it came, so whoever withdraws takes the whole move back. Source: the price adjustment of an
 * auction (G. Demange, D. Gale, M. Sotomayor, Journal of Political Economy 94, 1986), with a fixed step. Throws RangeError for
 * numbers that are none.
 */
export function movedPrice(price: number, excess: number, step: number = PRICE_STEP): number {
  if (!Number.isFinite(excess)) throw new RangeError(`excess: ${excess} is not a number`)
  if (!(price >= 0 && price <= HIGHEST_PRICE)) throw new RangeError(`price: ${price} is not from 0 to ${HIGHEST_PRICE}`)
  if (!(step >= 0 && step < Number.POSITIVE_INFINITY)) throw new RangeError(`step: ${step} is not 0 or more`)
  return Math.min(HIGHEST_PRICE, Math.max(0, price + step * excess))
}
