import { mutual } from '../market/market.ts'
import type { Matrix } from '../market/matrix.ts'
import { createSorter } from '../market/order.ts'
import type { Lists, Morning } from './morning.ts'

/**
 * The best mutual pairs first, each while the project has openings and the person hours; place after place, every place with
 * all openings and hours anew, because one showing is far from a contract. Who gets nothing in a place keeps it free and the
 * list closes up; behind them stands what is left, best first. Companies' lists are filled by the same rule.
 */
export function greedy(morning: Morning): Lists {
  const both = mutual(morning.market)
  const sorter = createSorter(both.values.length)
  sorter.scores.set(both.values)
  const pairs = sorter.sort()
  const left = filled('left', morning, both, pairs)
  let right: number[][] | undefined
  return {
    left: (row) => left[row]!,
    right: (column) => {
      right ??= filled('right', morning, both, pairs)
      return right[column]!
    },
  }
}

function filled(
  side: 'left' | 'right',
  { places, openings, hours, wantedHours }: Morning,
  { rows, columns, values }: Matrix,
  pairs: Uint32Array,
): number[][] {
  const [own, others] = side === 'left' ? [rows, columns] : [columns, rows]
  const lists = Array.from({ length: own }, () => [] as number[])
  const taken = new Uint8Array(values.length)
  const listed = (row: number, column: number) => (side === 'left' ? [row, column] : [column, row]) as [number, number]
  for (let place = 0; place < Math.min(places, others); place++) {
    const [room, free] = [openings.slice(), hours.slice()]
    const served = new Uint8Array(own)
    for (const pair of pairs) {
      const [row, column] = [Math.floor(pair / columns), pair % columns]
      const [of, other] = listed(row, column)
      if (taken[pair] || served[of] || room[column]! < 1 || free[row]! < wantedHours[column]!) continue
      if (values[pair]! === 0) break
      taken[pair] = served[of] = 1
      room[column]!--
      free[row]! -= wantedHours[column]!
      lists[of]!.push(other)
    }
  }
  for (const pair of pairs) {
    const [of, other] = listed(Math.floor(pair / columns), pair % columns)
    if (!taken[pair]) lists[of]!.push(other)
  }
  return lists
}
