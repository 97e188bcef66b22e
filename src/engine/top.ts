/** The best k rows seen so far: a heap with the worst of them on top. Equal scores: the lower id is better. */
export interface Top {
  k: number
  size: number
  scores: Int32Array
  rows: Int32Array
  ids: Int32Array
}

export function emptyTop(k: number): Top {
  return { k, size: 0, scores: new Int32Array(k), rows: new Int32Array(k), ids: new Int32Array(k) }
}

/** A floor that every score reaches. */
export const LOWEST = -2147483647

/** The score below which a row can no longer come in. */
export function floorOf(top: Top): number {
  return top.size < top.k ? LOWEST : top.scores[0]!
}

export function offerRow(top: Top, score: number, row: number, id: number): void {
  if (top.size < top.k) {
    let at = top.size++
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (!isWorse(score, id, top.scores[parent]!, top.ids[parent]!)) break
      move(top, parent, at)
      at = parent
    }
    place(top, at, score, row, id)
  } else if (isWorse(top.scores[0]!, top.ids[0]!, score, id)) {
    sink(top, score, row, id)
  }
}

/** Rows from best to worst; empties the heap. */
export function takeRows(top: Top): Int32Array {
  const rows = new Int32Array(top.size)
  while (top.size > 0) {
    const last = --top.size
    rows[last] = top.rows[0]!
    sink(top, top.scores[last]!, top.rows[last]!, top.ids[last]!)
  }
  return rows
}

/** Puts a row in place of the worst. */
function sink(top: Top, score: number, row: number, id: number): void {
  let at = 0
  for (let child = 1; child < top.size; child = at * 2 + 1) {
    const right = child + 1
    if (right < top.size && isWorse(top.scores[right]!, top.ids[right]!, top.scores[child]!, top.ids[child]!))
      child = right
    if (!isWorse(top.scores[child]!, top.ids[child]!, score, id)) break
    move(top, child, at)
    at = child
  }
  place(top, at, score, row, id)
}

function isWorse(score: number, id: number, thanScore: number, thanId: number): boolean {
  return score < thanScore || (score === thanScore && id > thanId)
}

function move(top: Top, from: number, to: number): void {
  place(top, to, top.scores[from]!, top.rows[from]!, top.ids[from]!)
}

function place(top: Top, at: number, score: number, row: number, id: number): void {
  top.scores[at] = score
  top.rows[at] = row
  top.ids[at] = id
}
