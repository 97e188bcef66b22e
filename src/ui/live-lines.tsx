/**
 * Lines that are said anew while somebody types: the first says how it stands, the others what could be better. `name`: by
 * which the answer of the autosave finds them. Without words they wait unseen.
 */
export function LiveLines({ name, words: [first, ...more] }: { name: string; words: readonly string[] }) {
  return (
    <div class="live-lines" data-live={name} hidden={first === undefined}>
      <p>{first}</p>
      <ul>
        {more.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )
}
