import { breath } from './breath.ts'

/**
 * Page after page of what has an id: `read` gives at most `size` of those that come after an id, in the order of ids (after null:
 * from the first). Others may use this thread between two pages.
 */
export async function* pagesAfter<T extends { readonly id: string }>(
  size: number,
  read: (after: string | null) => Promise<readonly T[]>,
): AsyncGenerator<readonly T[]> {
  for (let after: string | null = null; ; ) {
    const page: readonly T[] = await read(after)
    if (page.length > 0) yield page
    if (page.length < size) return
    after = page.at(-1)!.id
    await breath()
  }
}

/** A list in parts of at most `size`, in order; no part of an empty list. */
export function* partsOf<T>(list: readonly T[], size: number): Generator<T[]> {
  for (let from = 0; from < list.length; from += size) yield list.slice(from, from + size)
}
