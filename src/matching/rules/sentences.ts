import { explain, FACTORS, type FactorName, REASON_POINTS, type Yardstick } from '../../engine/engine.ts'

/** Why somebody is shown, in words: at most three reasons, strongest first, and the one doubt. */
export type Told = { readonly reasons: readonly string[]; readonly doubt: string | null }

/** A sentence for a factor, or null where there is nothing true and concrete to say. */
export type Say = (factor: FactorName) => string | null

const REASONS = 3

/**
 * Turns points into sentences. The factors come in the engine's order; where nothing can be said of one, the next takes its
 * place, so that no card stands without words.
 */
export function tell(points: Int16Array, yardstick: Yardstick, reason: Say, doubt: Say): Told {
  const first = explain(points, yardstick)
  const shown = FACTORS.map((_, at) => at).filter((at) => FACTORS[at]!.shown)
  const worth = (at: number) => points[at]! - yardstick.own[at]!
  const shortfall = (at: number) => yardstick.best[at]! - points[at]!
  const better = shown.filter((at) => worth(at) >= REASON_POINTS).sort((a, b) => worth(b) - worth(a))
  const reasons: string[] = []
  const praised = new Set<number>()
  for (const at of [...first.reasons, ...better]) {
    if (reasons.length === REASONS) break
    if (praised.has(at)) continue
    const sentence = reason(FACTORS[at]!.key)
    if (sentence === null || reasons.includes(sentence)) continue
    praised.add(at)
    reasons.push(sentence)
  }
  const worse = shown.filter((at) => shortfall(at) > 0).sort((a, b) => shortfall(b) - shortfall(a))
  // That somebody is new here is so of most people: said only when there is nothing else to ask about.
  const weak = (at: number) => FACTORS[at]!.key === 'record' || FACTORS[at]!.key === 'answer'
  const inOrder = [...(first.doubt === null ? [] : [first.doubt]), ...worse].filter((at) => !praised.has(at))
  const doubts = [...inOrder.filter((at) => !weak(at)), ...inOrder.filter(weak)]
  for (const at of doubts) {
    const sentence = doubt(FACTORS[at]!.key)
    if (sentence !== null) return { reasons, doubt: sentence }
  }
  return { reasons, doubt: null }
}
