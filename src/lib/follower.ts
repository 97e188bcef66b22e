type Listening = {
  /** The value is another one now. */
  tell(value: string): void
  /** Nobody looks any more: the program is about to end. */
  end(): void
}

export type Follower = {
  /** Tells whenever the value of `key` is another one than the last that was told, at first `seen`. Gives back how to stop. */
  follow(key: string, seen: string, listening: Listening): () => void
  /** Looks now instead of soon: something was just done here. */
  nudge(): void
}

type Options = { readonly everyMs: number; readonly isOver: () => boolean; readonly failed: (error: unknown) => void }
type Entry = Listening & { readonly key: string; seen: string }

/**
 * Follows things that change in a database, for however many listeners: one look at all of them every so often, by `look`, which
 * gives each a value; none while nobody listens. What other processes did is seen so, too, on every kind of database.
 */
export function createFollower(
  look: (keys: readonly string[]) => Promise<ReadonlyMap<string, string>>,
  { everyMs, isOver, failed }: Options,
): Follower {
  const entries = new Set<Entry>()
  let timer: NodeJS.Timeout | undefined
  let looking = false
  let again = false

  async function lookOnce(): Promise<void> {
    if (isOver()) {
      for (const entry of [...entries]) entry.end()
      return
    }
    const values = await look([...new Set([...entries].map(({ key }) => key))])
    for (const entry of [...entries]) {
      const value = values.get(entry.key)
      if (value === undefined || value === entry.seen) continue
      entry.seen = value
      entry.tell(value)
    }
  }

  function nudge(): void {
    again = looking
    if (looking || entries.size === 0) return
    looking = true
    lookOnce()
      .catch(failed)
      .finally(() => {
        looking = false
        if (again) nudge()
      })
  }

  return {
    follow(key, seen, listening) {
      const entry: Entry = { ...listening, key, seen }
      entries.add(entry)
      timer ??= setInterval(nudge, everyMs).unref()
      nudge()
      return () => {
        entries.delete(entry)
        if (entries.size > 0) return
        clearInterval(timer)
        timer = undefined
      }
    },
    nudge,
  }
}
