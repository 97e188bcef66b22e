const STATE = 624
const MIDDLE = 397

/** Random numbers that NumPy's `RandomState(seed)` gives, one after the other. */
export type Mersenne = {
  /** In [0, 1), with 53 random bits. */
  random(): number
  /** From the normal distribution with mean 0 and deviation 1. */
  normal(): number
}

/**
 * MT19937 with the seeding of `numpy.random.seed(seed)`, 0 ≤ seed < 2³²: published figures on generated markets can be made again
 * number by number. Sources: Matsumoto & Nishimura, Mersenne Twister, ACM TOMACS 1998; NumPy's documentation of its legacy
 * generator (53 bits of two draws; normal numbers by Marsaglia's polar method, the second of a pair kept for the next call).
 */
export function createMersenne(seed: number): Mersenne {
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff)
    throw new RangeError(`A seed from 0 to 2³² − 1: ${seed}`)
  const state = new Uint32Array(STATE)
  state[0] = seed
  for (let n = 1; n < STATE; n++) {
    const before = state[n - 1]! ^ (state[n - 1]! >>> 30)
    state[n] = Math.imul(before, 1812433253) + n
  }
  let at = STATE
  let kept: number | undefined

  const draw = () => {
    if (at === STATE) {
      renew(state)
      at = 0
    }
    let bits = state[at++]!
    bits ^= bits >>> 11
    bits ^= (bits << 7) & 0x9d2c5680
    bits ^= (bits << 15) & 0xefc60000
    return (bits ^ (bits >>> 18)) >>> 0
  }
  const random = () => {
    const high = draw() >>> 5
    return (high * 67108864 + (draw() >>> 6)) / 9007199254740992
  }
  const normal = () => {
    if (kept !== undefined) {
      const second = kept
      kept = undefined
      return second
    }
    let [x, y, square] = [0, 0, 0]
    do {
      x = 2 * random() - 1
      y = 2 * random() - 1
      square = x * x + y * y
    } while (square >= 1 || square === 0)
    const factor = Math.sqrt((-2 * Math.log(square)) / square)
    kept = factor * x
    return factor * y
  }
  return { random, normal }
}

function renew(state: Uint32Array): void {
  for (let n = 0; n < STATE; n++) {
    const bits = (state[n]! & 0x80000000) | (state[(n + 1) % STATE]! & 0x7fffffff)
    state[n] = state[(n + MIDDLE) % STATE]! ^ (bits >>> 1) ^ (bits & 1 ? 0x9908b0df : 0)
  }
}
