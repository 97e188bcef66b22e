/**
 * Figures of others on published markets, come out again: expected matches, rounds of the search, envious pairs. The figures
 * stand in src/engine/market/golden.ts, where the test reads them too. `npm run bench -- golden`.
 */
import { examination } from '../src/engine/market/examination.ts'
import { GOLDEN, type Golden, told } from '../src/engine/market/golden.ts'
import { publishedMarket } from '../src/engine/market/market.ts'
import { solve } from '../src/engine/market/methods.ts'
import { machine, tellGoal } from './goals.ts'

console.log(machine('no chance beyond the seeds that are named'))
const rows = GOLDEN.map(measure)
console.table(
  rows.map(({ figure, published, matches, apart, rounds, envy }) => ({
    figure,
    published,
    matches,
    apart,
    rounds,
    envy,
  })),
)
const right = rows.filter(({ kept }) => kept).length
tellGoal(
  `${right} of ${rows.length} figures of others, with rounds and envious pairs where they are known`,
  right === rows.length,
)
for (const { figure, kept } of rows) if (!kept) tellGoal(figure, false)

function measure(golden: Golden) {
  const [n, m, ...drawn] = golden.market
  const looked = { left: examination(golden.look, m), right: examination(golden.look, n) }
  const found = solve(publishedMarket(n, m, ...drawn), looked, golden.method, { alpha: golden.alpha })
  const { rounds, envy } = golden
  const apart = Math.abs(found.matches - golden.matches)
  const wrong = {
    rounds: rounds !== undefined && rounds !== found.rounds,
    envy: envy !== undefined && (envy.left !== found.envy.left || envy.right !== found.envy.right),
  }
  return {
    figure: told(golden),
    published: golden.matches,
    matches: Number(found.matches.toFixed(9)),
    apart: apart.toExponential(0),
    rounds: rounds === undefined ? `${found.rounds}` : `${found.rounds} (${rounds})`,
    envy: `${found.envy.left}/${found.envy.right}${envy === undefined ? '' : ` (${envy.left}/${envy.right})`}`,
    kept: apart < golden.within && !wrong.rounds && !wrong.envy,
  }
}
