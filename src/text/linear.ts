/** A text as numbers: the rows of its terms in a vocabulary, and a value for each; of length 1 when any term is known. */
export type Sparse = { readonly rows: Int32Array; readonly values: Float32Array }

/** One score for each class: what a text's terms add up to. Weights are kept in one byte, with a scale for each class. */
export type LinearModel = {
  readonly classes: readonly string[]
  /** By term: its row. */
  readonly vocabulary: ReadonlyMap<string, number>
  /** By row: how rare the term is, ln(n / df). */
  readonly rarity: Float32Array
  /** By row: where its weights begin in `columns` and `weights`; one more at the end. */
  readonly from: Int32Array
  /** Classes and weights, row after row. */
  readonly columns: Uint16Array
  readonly weights: Int8Array
  /** By class: what a weight of 1 stands for, and what is added to every text. */
  readonly scale: Float32Array
  readonly bias: Float32Array
}

/**
 * The terms of a text (each once, with the sum of its weights, > 0) as a vector: (1 + ln(1 + weight)) · rarity, made of length 1.
 * Terms outside the vocabulary are left out. Source of the weighting: Salton & Buckley, Term-weighting approaches in automatic
 * text retrieval, 1988.
 */
export function vectorOf(
  terms: ReadonlyMap<string, number>,
  vocabulary: ReadonlyMap<string, number>,
  rarity: Float32Array,
): Sparse {
  const known = new Map<number, number>()
  for (const [term, weight] of terms) {
    const row = vocabulary.get(term)
    if (row !== undefined) known.set(row, weight)
  }
  return vectorOfRows(known, rarity)
}

/** The same for a text given by the rows of its terms. */
export function vectorOfRows(weights: ReadonlyMap<number, number>, rarity: Float32Array): Sparse {
  const rows = new Int32Array(weights.size)
  const told: number[] = []
  for (const [row, weight] of weights) {
    rows[told.length] = row
    told.push((1 + Math.log1p(weight)) * rarity[row]!)
  }
  const length = Math.hypot(...told) || 1
  const values = new Float32Array(told.length)
  for (let n = 0; n < told.length; n++) values[n] = told[n]! / length
  return { rows, values }
}

/** The score of every class for a text; above 0 speaks for it, -1 and below against it. */
export function linearScores(model: LinearModel, terms: ReadonlyMap<string, number>): Float32Array {
  const { from, columns, weights, scale, bias } = model
  const { rows, values } = vectorOf(terms, model.vocabulary, model.rarity)
  const scores = new Float32Array(model.classes.length)
  for (let n = 0; n < rows.length; n++) {
    const value = values[n]!
    for (let at = from[rows[n]!]!; at < from[rows[n]! + 1]!; at++) scores[columns[at]!]! += value * weights[at]!
  }
  return scores.map((score, column) => score * scale[column]! + bias[column]!)
}

/** The model as a text that JSON can carry: numbers in base64. */
export type StoredModel = {
  readonly classes: readonly string[]
  readonly terms: readonly string[]
  readonly numbers: Readonly<Record<'rarity' | 'counts' | 'columns' | 'weights' | 'scale' | 'bias', string>>
}

export function storedModel(model: LinearModel): StoredModel {
  const { classes, vocabulary, rarity, from, columns, weights, scale, bias } = model
  const counts = Uint16Array.from(rarity, (_, row) => from[row + 1]! - from[row]!)
  const text = (numbers: NodeJS.ArrayBufferView) =>
    Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength).toString('base64')
  return {
    classes,
    terms: [...vocabulary.keys()],
    numbers: {
      ...{ rarity: text(rarity), counts: text(counts), columns: text(columns) },
      ...{ weights: text(weights), scale: text(scale), bias: text(bias) },
    },
  }
}

/** Throws RangeError when the parts do not belong together. */
export function readModel({ classes, terms, numbers }: StoredModel): LinearModel {
  const bytes = (name: keyof StoredModel['numbers']) => new Uint8Array(Buffer.from(numbers[name], 'base64')).buffer
  const counts = new Uint16Array(bytes('counts'))
  const from = new Int32Array(counts.length + 1)
  for (let row = 0; row < counts.length; row++) from[row + 1] = from[row]! + counts[row]!
  const model = {
    classes,
    vocabulary: new Map(terms.map((term, row) => [term, row])),
    ...{ rarity: new Float32Array(bytes('rarity')), from },
    ...{ columns: new Uint16Array(bytes('columns')), weights: new Int8Array(bytes('weights')) },
    ...{ scale: new Float32Array(bytes('scale')), bias: new Float32Array(bytes('bias')) },
  }
  const belongs =
    model.rarity.length === terms.length &&
    counts.length === terms.length &&
    from.at(-1) === model.columns.length &&
    model.columns.length === model.weights.length &&
    model.scale.length === classes.length &&
    model.bias.length === classes.length &&
    model.columns.every((column) => column < classes.length)
  if (!belongs) throw new RangeError('The parts of the model do not belong together')
  return model
}
