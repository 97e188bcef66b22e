/** Lets others use this thread in between. */
export function breath(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
