import { type Sparse, vectorOf } from './linear.ts'

/**
 * What every term means, in `width` numbers, and what these numbers say of each class: a softmax regression whose weights are
 * the product of two narrow tables, so that terms of the same kind share what was learned of one of them. Source of the form:
 * Joulin, Grave, Bojanowski, Mikolov, Bag of tricks for efficient text classification, EACL 2017.
 */
export type Network = {
  readonly classes: readonly string[]
  /** By term: its row. */
  readonly vocabulary: ReadonlyMap<string, number>
  /** By row: how rare the term is, ln(n / df). */
  readonly rarity: Float32Array
  readonly width: number
  /** Row after row, `width` numbers of one byte each, and by row what 1 stands for. */
  readonly meanings: Int8Array
  readonly scale: Float32Array
  /** For each of the `width` numbers a weight for every class, and what is added to each class. */
  readonly weights: Float32Array
  readonly bias: Float32Array
}

/**
 * The logarithm of the chance of every class (≤ 0, the chances add up to 1) for a text given by its terms, each once, with the
 * sum of its weights (> 0). Terms outside the vocabulary are left out; a text without any gets what `bias` says.
 */
export function networkScores(network: Network, terms: ReadonlyMap<string, number>): Float32Array {
  return scoresOfVector(network, vectorOf(terms, network.vocabulary, network.rarity))
}

/** The same for the vector of a text over the network's vocabulary. */
export function scoresOfVector(network: Network, { rows, values }: Sparse): Float32Array {
  const { width, meanings, scale } = network
  const sum = new Float32Array(width)
  for (let n = 0; n < rows.length; n++) {
    const from = rows[n]! * width
    const value = values[n]! * scale[rows[n]!]!
    for (let k = 0; k < width; k++) sum[k]! += value * meanings[from + k]!
  }
  return logChances(scoresOfSum(network, sum))
}

/** Classes that are added up at once. */
const BESIDE = 8
const stored = new WeakMap<Network, Float32Array>()

/**
 * As addTimes for one number after the other, to the bit: every step is rounded to 32 bits in the same order. With eight classes in
 * registers nothing waits for memory: seven times as fast.
 */
function scoresOfSum(network: Network, sum: Float32Array): Float32Array {
  const { width, bias } = network
  const weights = weightsBeside(network)
  const scores = new Float32Array(weights.length / width)
  scores.set(bias)
  for (let first = 0, at = 0; first < scores.length; first += BESIDE) {
    let a = scores[first]!
    let b = scores[first + 1]!
    let c = scores[first + 2]!
    let d = scores[first + 3]!
    let e = scores[first + 4]!
    let f = scores[first + 5]!
    let g = scores[first + 6]!
    let h = scores[first + 7]!
    for (let k = 0; k < width; k++, at += BESIDE) {
      const times = sum[k]!
      a = Math.fround(a + times * weights[at]!)
      b = Math.fround(b + times * weights[at + 1]!)
      c = Math.fround(c + times * weights[at + 2]!)
      d = Math.fround(d + times * weights[at + 3]!)
      e = Math.fround(e + times * weights[at + 4]!)
      f = Math.fround(f + times * weights[at + 5]!)
      g = Math.fround(g + times * weights[at + 6]!)
      h = Math.fround(h + times * weights[at + 7]!)
    }
    scores.set([a, b, c, d, e, f, g, h], first)
  }
  return scores.slice(0, bias.length)
}

/** The weights of eight classes beside each other, number after number, then those of the next eight. */
function weightsBeside(network: Network): Float32Array {
  const known = stored.get(network)
  if (known) return known
  const { width, weights, bias } = network
  const made = new Float32Array(Math.ceil(bias.length / BESIDE) * BESIDE * width)
  for (let column = 0; column < bias.length; column++) {
    const start = (column - (column % BESIDE)) * width + (column % BESIDE)
    for (let k = 0; k < width; k++) made[start + k * BESIDE] = weights[k * bias.length + column]!
  }
  stored.set(network, made)
  return made
}

/** Adds `times` the numbers of `from` that begin at `start` to those of `to`. */
export function addTimes(to: Float32Array, times: number, from: Float32Array, start: number): void {
  for (let k = 0; k < to.length; k++) to[k]! += times * from[start + k]!
}

/** ln softmax, in place: the same scores less the logarithm of what their powers of e add up to. */
export function logChances(scores: Float32Array): Float32Array {
  let most = Number.NEGATIVE_INFINITY
  for (const score of scores) most = Math.max(most, score)
  let sum = 0
  for (const score of scores) sum += Math.exp(score - most)
  const all = most + Math.log(sum)
  for (let k = 0; k < scores.length; k++) scores[k]! -= all
  return scores
}

/** The parts of a stored network after its head, in this order, each beginning at a multiple of 4 bytes. */
const PARTS = ['rarity', 'scale', 'weights', 'bias', 'meanings'] as const

type Head = { readonly classes: readonly string[]; readonly terms: readonly string[]; readonly width: number }

/** The network as bytes: the length of the head, the head as JSON (classes, terms, width), and the numbers, little-endian. */
export function networkBytes(network: Network): Uint8Array {
  const { classes, vocabulary, width } = network
  const head = Buffer.from(JSON.stringify({ classes, terms: [...vocabulary.keys()], width } satisfies Head))
  const length = Buffer.alloc(4)
  length.writeUInt32LE(head.length)
  const numbers = PARTS.map((part) => {
    const { buffer, byteOffset, byteLength } = network[part]
    return Buffer.from(buffer, byteOffset, byteLength)
  })
  return Buffer.concat([length, head, Buffer.alloc(-head.length & 3), ...numbers])
}

/** Reads what `networkBytes` wrote. Throws RangeError when the parts do not belong together. */
export function readNetwork(bytes: Uint8Array): Network {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const length = file.readUInt32LE(0)
  const { classes, terms, width } = JSON.parse(file.toString('utf8', 4, 4 + length)) as Head
  let at = 4 + length + (-length & 3)
  const take = (count: number) => {
    if (at + count > file.length) throw new RangeError('The network ends too early')
    at += count
    // A copy of its own: numbers of four bytes cannot begin just anywhere.
    return Uint8Array.prototype.slice.call(file, at - count, at).buffer
  }
  const floats = (count: number) => new Float32Array(take(4 * count))
  const network = {
    ...{ classes, width, vocabulary: new Map(terms.map((term, row) => [term, row])) },
    ...{ rarity: floats(terms.length), scale: floats(terms.length) },
    ...{ weights: floats(width * classes.length), bias: floats(classes.length) },
    meanings: new Int8Array(take(terms.length * width)),
  }
  if (at !== file.length || network.vocabulary.size !== terms.length)
    throw new RangeError('The parts of the network do not belong together')
  return network
}
