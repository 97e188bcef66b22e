/**
 * BM25F (Robertson, Zaragoza, Taylor, CIKM 2004; "The Probabilistic Relevance Framework", 2009) with all weights
 * worked out when the index is made: a query only adds numbers from typed arrays.
 */
export type Field = {
  name: string
  /** How much one occurrence in this field counts, ≥ 0. */
  weight: number
  /** Correction for length, 0 (none) to 1 (full). */
  b: number
}

/** The terms of a text, as often as they stand there; or each once with how often (`counts[i]` ≥ 0, as long as `terms`). */
export type Terms = readonly string[] | { readonly terms: readonly string[]; readonly counts: readonly number[] }

export type Hit = { row: number; score: number }

export type Bm25 = {
  size: number
  /** Inverse document frequency of a term, 0 when no document has it. */
  idf: (term: string) => number
  /** Adds the scores of these weighted terms into `scores` (length ≥ size). */
  addScores: (terms: Iterable<readonly [string, number]>, scores: Float32Array) => void
  /** The best documents, best first, ties in order of rows; only scores above 0. */
  search: (terms: Iterable<readonly [string, number]>, limit: number) => Hit[]
}

/**
 * Makes an index of `documents[row][field]` = terms. `k1` is the saturation (usually 0.9–2).
 * Memory: 8 bytes a posting.
 */
export function createBm25(fields: readonly Field[], documents: readonly (readonly Terms[])[], k1 = 1.2): Bm25 {
  return atOnce(bm25InPieces(fields, documents, k1))
}

/** Documents between two pauses. */
const PIECE = 30

/** As createBm25, with a pause after each piece of the work. */
export function* bm25InPieces(
  fields: readonly Field[],
  documents: readonly (readonly Terms[])[],
  k1 = 1.2,
): Generator<undefined, Bm25> {
  const size = documents.length
  const average = fields.map((_, f) => documents.reduce((sum, d) => sum + lengthOf(d[f]), 0) / (size || 1) || 1)
  const ids = new Map<string, number>()
  const found = { ids: [] as number[], rows: [] as number[], weights: [] as number[] }
  for (const [row, document] of documents.entries()) {
    for (const [term, weight] of weightsOf(document, fields, average)) {
      let id = ids.get(term)
      if (id === undefined) {
        id = ids.size
        ids.set(term, id)
      }
      found.ids.push(id)
      found.rows.push(row)
      found.weights.push(weight)
    }
    if (row % PIECE === PIECE - 1) yield
  }
  const starts = new Uint32Array(ids.size + 1)
  for (const id of found.ids) starts[id + 1]!++
  const idfs = Float32Array.from({ length: ids.size }, (_, id) => inverse(size, starts[id + 1]!))
  for (let id = 0; id < ids.size; id++) starts[id + 1]! += starts[id]!
  const next = starts.slice()
  const rows = new Uint32Array(found.ids.length)
  const impacts = new Float32Array(found.ids.length)
  found.ids.forEach((id, i) => {
    const place = next[id]!++
    const weight = found.weights[i]!
    rows[place] = found.rows[i]!
    impacts[place] = (idfs[id]! * weight * (k1 + 1)) / (k1 + weight)
  })

  const addScores: Bm25['addScores'] = (terms, scores) => {
    for (const [term, weight] of terms) {
      const id = ids.get(term)
      if (id === undefined) continue
      for (let i = starts[id]!, end = starts[id + 1]!; i < end; i++) scores[rows[i]!]! += weight * impacts[i]!
    }
  }
  return {
    size,
    idf: (term) => idfs[ids.get(term) ?? -1] ?? 0,
    addScores,
    search: (terms, limit) => {
      const scores = new Float32Array(size)
      addScores(terms, scores)
      return best(scores, limit)
    },
  }
}

/** The rows with the highest scores above 0, best first, ties in order of rows. */
export function best(scores: Float32Array, limit: number): Hit[] {
  const hits: Hit[] = []
  scores.forEach((score, row) => {
    if (score > 0) hits.push({ row, score })
  })
  return hits.sort((a, b) => b.score - a.score || a.row - b.row).slice(0, limit)
}

/** Robertson and Spärck Jones, kept above 0. */
function inverse(size: number, count: number): number {
  return Math.log(1 + (size - count + 0.5) / (count + 0.5))
}

function weightsOf(document: readonly Terms[], fields: readonly Field[], average: readonly number[]) {
  const weights = new Map<string, number>()
  fields.forEach((field, f) => {
    const share = field.weight / (1 - field.b + (field.b * lengthOf(document[f])) / average[f]!)
    eachOf(document[f], (term, count) => weights.set(term, (weights.get(term) ?? 0) + share * count))
  })
  return weights
}

function lengthOf(terms: Terms = []): number {
  return 'counts' in terms ? terms.counts.reduce((sum, count) => sum + count, 0) : terms.length
}

/** Every term with how often it stands there; one that is listed several times comes several times. */
function eachOf(terms: Terms = [], visit: (term: string, count: number) => void): void {
  if (!('counts' in terms)) for (const term of terms) visit(term, 1)
  else for (let i = 0; i < terms.terms.length; i++) visit(terms.terms[i]!, terms.counts[i]!)
}

function atOnce<T>(work: Generator<undefined, T>): T {
  for (let next = work.next(); ; next = work.next()) if (next.done) return next.value
}
