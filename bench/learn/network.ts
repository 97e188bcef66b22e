import type { Random } from '../../seed/random.ts'
import type { Sparse } from '../../src/text/linear.ts'
import { addTimes, logChances } from '../../src/text/network.ts'
import { adam, lazyAdam } from './adam.ts'

/** A text; the classes that it belongs to, with shares that add up to 1; and in how many of the rounds it is read (0–1). */
export type Lesson = {
  readonly text: Sparse
  readonly goals: readonly (readonly [number, number])[]
  readonly often: number
}

export type Shape = { readonly terms: number; readonly classes: number; readonly width: number }

export type Learned = Record<'meanings' | 'weights' | 'bias', Float32Array>

const ROUNDS = 7
const BATCH = 384
/** First steps, which shrink to nothing over the rounds. */
const STEP = { meanings: 4e-3, weights: 2e-3 }
/** Shares left out by chance while learning, so that no text is known by one of its terms alone. */
const LEFT_OUT = { terms: 0.4, width: 0.5 }

/**
 * Learns what terms mean and what that says of the classes from `lessons`, by cross-entropy in batches with Adam, leaving out
 * terms and numbers by chance. Sources: Kingma & Ba, Adam, ICLR 2015; Srivastava et al., Dropout, JMLR 2014; Iyyer et al., ACL
 * 2015 (leaving out whole words). The same lessons and chance give the same numbers.
 */
export function learnNetwork(
  lessons: readonly Lesson[],
  { terms, classes, width }: Shape,
  random: Random,
  said: (line: string) => void,
): Learned {
  const normal = normalFrom(random)
  const meanings = Float32Array.from({ length: terms * width }, () => (normal() * 1.5) / Math.sqrt(width))
  const weights = Float32Array.from({ length: width * classes }, () => (random.next() * 2 - 1) / Math.sqrt(width))
  const bias = new Float32Array(classes)
  const slope = { weights: new Float32Array(weights.length), bias: new Float32Array(classes) }
  const rows = lazyAdam(meanings, width)
  const layer = [adam(weights, slope.weights), adam(bias, slope.bias)]
  const batches = Math.ceil(lessons.reduce((sum, { often }) => sum + often, 0) / BATCH) * ROUNDS
  // The work space of one text.
  const [sum, back, scores] = [new Float32Array(width), new Float32Array(width), new Float32Array(classes)]

  let batch = 0
  for (let round = 0; round < ROUNDS; round++) {
    const order = lessons.filter(({ often }) => random.next() < often)
    shuffle(order, random)
    let loss = 0
    for (let from = 0; from < order.length; from += BATCH) {
      const part = order.slice(from, from + BATCH)
      for (const { text, goals } of part) loss += read(text, goals, 1 / part.length)
      const left = Math.max(1 - batch++ / batches, 0.01)
      for (const step of layer) step(STEP.weights * left)
      rows.step(STEP.meanings * left)
    }
    said(`round ${round + 1} of ${ROUNDS}: loss ${(loss / order.length).toFixed(3)}`)
  }
  return { meanings, weights, bias }

  /** Reads one text, and adds to the slopes what it asks for, `share` of the batch; returns its loss. */
  function read(text: Sparse, goals: Lesson['goals'], share: number): number {
    const read = [...text.rows.keys()].filter(() => random.next() >= LEFT_OUT.terms)
    sum.fill(0)
    for (const n of read) addTimes(sum, text.values[n]!, meanings, text.rows[n]! * width)
    scores.set(bias)
    for (let k = 0; k < width; k++) {
      sum[k] = random.next() < LEFT_OUT.width ? 0 : sum[k]! / (1 - LEFT_OUT.width)
      if (sum[k] !== 0) addTimes(scores, sum[k]!, weights, k * classes)
    }
    logChances(scores)
    let loss = 0
    for (const [goal, weight] of goals) loss -= weight * scores[goal]!
    // The slope of cross-entropy by the scores: chance less goal.
    for (let k = 0; k < classes; k++) scores[k] = Math.exp(scores[k]!) * share
    for (const [goal, weight] of goals) scores[goal]! -= weight * share
    addTimes(slope.bias, 1, scores, 0)
    for (let k = 0; k < width; k++) back[k] = sum[k] === 0 ? 0 : learnNumber(k) / (1 - LEFT_OUT.width)
    for (const n of read) rows.add(text.rows[n]!, back, text.values[n]!)
    return loss
  }

  /** Adds to the slopes of the weights of one number; returns the slope of the number itself. */
  function learnNumber(of: number): number {
    let wish = 0
    for (let k = 0, at = of * classes; k < classes; k++, at++) {
      wish += weights[at]! * scores[k]!
      slope.weights[at]! += sum[of]! * scores[k]!
    }
    return wish
  }
}

/** Box & Muller, 1958. */
function normalFrom(random: Random): () => number {
  return () => Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next())
}

/** Fisher–Yates. */
function shuffle<T>(list: T[], random: Random): void {
  for (let n = list.length - 1; n > 0; n--) {
    const other = Math.floor(random.next() * (n + 1))
    const moved = list[n]!
    list[n] = list[other]!
    list[other] = moved
  }
}
