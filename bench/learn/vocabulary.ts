/** The terms that at least `least` of the texts have, with their rows, and how rare each is: ln((n + 1) / (df + ½)). */
export function vocabularyOf(
  texts: readonly ReadonlyMap<string, number>[],
  least: number,
): { vocabulary: Map<string, number>; rarity: Float32Array } {
  const counts = new Map<string, number>()
  for (const terms of texts) for (const term of terms.keys()) counts.set(term, (counts.get(term) ?? 0) + 1)
  const kept = [...counts].filter(([, count]) => count >= least)
  return {
    vocabulary: new Map(kept.map(([term], row) => [term, row])),
    rarity: Float32Array.from(kept, ([, count]) => Math.log((texts.length + 1) / (count + 0.5))),
  }
}
