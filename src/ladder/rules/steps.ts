/** What binds somebody to a place, from the record. `at` is null for a tie: nobody says since when. */
export type Bond = {
  readonly kind: 'knows' | 'came' | 'applied' | 'worked' | 'ended' | 'visited' | 'introduced'
  readonly at: Date | null
}

/** 関係人口の段階, from the first to the last. Nobody has to go through them in this order. */
export const STEPS = [
  { id: 'knows', name: '知っている', how: 'ゆかりがあるか、その土地の案件に「気になる」を押した' },
  { id: 'came', name: '催しに来た', how: 'その土地の催しで、受付をすませた' },
  { id: 'applied', name: '応募した', how: 'その土地の会社の案件に応募した' },
  { id: 'worked', name: '働いた', how: 'その土地の会社と契約を結んだ' },
  { id: 'visited', name: '訪れた', how: '働いた月の記録に、その土地を訪れた日がある' },
  { id: 'returned', name: 'もどって来た', how: '契約が終わったあとに、また契約したか、訪れたか、催しに来た' },
  { id: 'introduced', name: '人を連れて来た', how: 'その人が送ったリンクから、だれかが来た' },
] as const
export type Step = (typeof STEPS)[number]['id']

/** When each step was first taken; what is not in the map has not come. */
export type Taken = ReadonlyMap<Step, Date | null>

/** The steps that somebody took towards one place, by all that binds them to it. */
export function stepsOf(bonds: readonly Bond[]): Taken {
  const taken = new Map<Step, Date | null>()
  for (const { kind, at } of bonds) {
    if (kind === 'ended') continue
    const before = taken.get(kind)
    if (!taken.has(kind) || (before && at && at < before)) taken.set(kind, at)
  }
  const back = earliest(bonds.filter((bond) => isReturn(bond, bonds)))
  if (back) taken.set('returned', back)
  return taken
}

/** The place knows them again after a contract there was over. */
function isReturn({ kind, at }: Bond, bonds: readonly Bond[]): boolean {
  if (!at || !['worked', 'visited', 'came'].includes(kind)) return false
  return bonds.some((other) => other.kind === 'ended' && other.at !== null && other.at < at)
}

function earliest(bonds: readonly Bond[]): Date | undefined {
  return bonds.flatMap(({ at }) => (at ? [at] : [])).sort((a, b) => a.getTime() - b.getTime())[0]
}
