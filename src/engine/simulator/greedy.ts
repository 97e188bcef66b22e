import { mutual } from '../market/market.ts'
import { createSorter } from '../market/order.ts'
import type { Lists, Morning } from './morning.ts'

/**
 * The best mutual pairs first, each while the project has openings and the person hours; place after place, every place with
 * all openings and hours anew, because one showing is far from a contract. Who gets nothing in a place keeps it free and the
 * list closes up; behind them stands what is left, best first.
 */
export function greedy({ market, places, openings, hours, wantedHours }: Morning): Lists {
  const both = mutual(market)
  const { rows, columns } = both
  const sorter = createSorter(both.values.length)
  sorter.scores.set(both.values)
  const pairs = sorter.sort()
  const lists = Array.from({ length: rows }, () => [] as number[])
  const taken = new Uint8Array(both.values.length)
  for (let place = 0; place < Math.min(places, columns); place++) {
    const [room, free] = [openings.slice(), hours.slice()]
    const served = new Uint8Array(rows)
    for (const pair of pairs) {
      const [row, column] = [Math.floor(pair / columns), pair % columns]
      if (taken[pair] || served[row] || room[column]! < 1 || free[row]! < wantedHours[column]!) continue
      if (both.values[pair]! === 0) break
      taken[pair] = served[row] = 1
      room[column]!--
      free[row]! -= wantedHours[column]!
      lists[row]!.push(column)
    }
  }
  for (const pair of pairs) if (!taken[pair]) lists[Math.floor(pair / columns)]!.push(pair % columns)
  return (row) => lists[row]!
}
