/** Something that takes long to make: made in steps beforehand, or at once when somebody needs it now. */
export type Gradual<T> = {
  /** The thing itself; what is left of the making is done first. */
  now(): T
  /** Does one more piece of the making. True when nothing is left to do. */
  step(): boolean
}

/** `begin` makes the thing and yields where somebody else may have a turn. Begun anew after an error. */
export function gradual<T>(begin: () => Generator<undefined, T>): Gradual<T> {
  let work: Generator<undefined, T> | undefined
  let made: { readonly thing: T } | undefined

  function step(): boolean {
    if (made) return true
    work ??= begin()
    try {
      const { done, value } = work.next()
      if (!done) return false
      made = { thing: value }
      work = undefined
      return true
    } catch (error) {
      work = undefined
      throw error
    }
  }

  return {
    step,
    now() {
      while (!made) step()
      return made.thing
    },
  }
}

/** Makes it in one go. */
export function atOnce<T>(work: Generator<undefined, T>): T {
  for (let next = work.next(); ; next = work.next()) if (next.done) return next.value
}
