import type { Looked } from './examination.ts'
import { type Exposure, inOrderOf } from './exposure.ts'
import { type Market, mutual } from './market.ts'
import { transposed } from './matrix.ts'

/** Everybody sees first what they want most, whether it wants them or not. */
export function naive({ wants, wanted }: Market, looked: Looked): Exposure {
  return { toLeft: inOrderOf(wants, looked.left), toRight: inOrderOf(wanted, looked.right) }
}

/** Everybody sees first where both say yes most likely, however many others see the same. */
export function product(market: Market, looked: Looked): Exposure {
  const both = mutual(market)
  return { toLeft: inOrderOf(both, looked.left), toRight: inOrderOf(transposed(both), looked.right) }
}
