/** Lines that are said anew while somebody types: the first says how it stands, the others what could be better. */
export function LiveLines({ words: [first, ...more] }: { words: readonly string[] }) {
  return (
    <div class="live-lines" data-live="">
      <p>{first}</p>
      <ul>
        {more.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )
}
