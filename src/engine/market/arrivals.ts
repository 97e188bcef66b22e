/** A project as it stands for one person now: its score has its price taken off. */
export type Standing<Id> = { readonly id: Id; readonly score: number; readonly isNew: boolean }

/**
 * The list that was drawn for somebody (what has gone is no longer in it), as it is today: what came since stands before the first one
 * that it beats, which is where it would have been put with the prices of the market as they are; and behind the end comes what
 * fits best of the rest. Without a list: what fits best. `standing` is in the order of its scores; what was
 * drawn and does not stand among them keeps its place. Whatever prices do, what was drawn stays in the order of its lottery.
 */
export function listOfToday<Id>(drawn: readonly Id[], standing: readonly Standing<Id>[], most: number): Id[] {
  const scoreOf = new Map(standing.map(({ id, score }) => [id, score]))
  const list = [...drawn]
  const listed = new Set(list)
  const rest = standing.filter(({ id }) => !listed.has(id))
  if (list.length > 0) {
    for (const { id, score } of rest.filter(({ isNew }) => isNew)) {
      const at = list.findIndex((other) => (scoreOf.get(other) ?? Number.POSITIVE_INFINITY) < score)
      if (at < 0) continue
      list.splice(at, 0, id)
      listed.add(id)
    }
  }
  return [...list, ...rest.flatMap(({ id }) => (listed.has(id) ? [] : id))].slice(0, most)
}
