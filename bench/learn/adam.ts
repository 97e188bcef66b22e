const [FIRST, SECOND, TINY] = [0.9, 0.999, 1e-8]
/** How much weights shrink at each step of size 1 beside what is learned (Loshchilov & Hutter, ICLR 2019). */
const DECAY = 0.01

/**
 * Steps of Adam (Kingma & Ba, ICLR 2015) for `weights`; each takes the size of the step, uses up what was added to `slope` and
 * sets it to 0.
 */
export function adam(weights: Float32Array, slope: Float32Array): (size: number) => void {
  const first = new Float32Array(weights.length)
  const second = new Float32Array(weights.length)
  let steps = 0
  return (size) => {
    steps++
    const [even1, even2] = [1 - FIRST ** steps, 1 - SECOND ** steps]
    for (let k = 0; k < weights.length; k++) {
      const wish = slope[k]!
      first[k] = FIRST * first[k]! + (1 - FIRST) * wish
      second[k] = SECOND * second[k]! + (1 - SECOND) * wish * wish
      weights[k]! -= size * (DECAY * weights[k]! + first[k]! / even1 / (Math.sqrt(second[k]! / even2) + TINY))
      slope[k] = 0
    }
  }
}

/** The same for rows of `width` weights of which a step moves only those to which something was added. */
export function lazyAdam(weights: Float32Array, width: number) {
  const first = new Float32Array(weights.length)
  const second = new Float32Array(weights.length)
  /** By row: its place among the rows of this step, less 1; 0 for none. */
  const place = new Int32Array(weights.length / width)
  const touched: number[] = []
  let slope = new Float32Array(1024 * width)
  let steps = 0
  return {
    add(row: number, wish: Float32Array, times: number): void {
      if (place[row] === 0) {
        place[row] = touched.push(row)
        if (touched.length * width > slope.length) {
          const longer = new Float32Array(slope.length * 2)
          longer.set(slope)
          slope = longer
        }
      }
      for (let k = 0, at = (place[row]! - 1) * width; k < width; k++) slope[at + k]! += times * wish[k]!
    },
    step(size: number): void {
      steps++
      const [even1, even2] = [1 - FIRST ** steps, Math.sqrt(1 - SECOND ** steps)]
      for (let n = 0; n < touched.length; n++) {
        const row = touched[n]!
        place[row] = 0
        for (let k = row * width, at = n * width; at < (n + 1) * width; k++, at++) {
          const wish = slope[at]!
          slope[at] = 0
          first[k] = FIRST * first[k]! + (1 - FIRST) * wish
          second[k] = SECOND * second[k]! + (1 - SECOND) * wish * wish
          weights[k]! -= (size / even1) * (first[k]! / (Math.sqrt(second[k]!) / even2 + TINY))
        }
      }
      touched.length = 0
    },
  }
}
