import { ButtonLink } from '../../ui/button.tsx'

type Chip = { readonly words: string; readonly without: string }

/** What a list is narrowed by, each with the way to take it away; `bare` takes all of it away. */
export function Chips({ chosen, bare }: { chosen: readonly Chip[]; bare?: string }) {
  if (chosen.length === 0) return null
  return (
    <nav class="tag-list" aria-label="選んだ条件">
      {chosen.map(({ words, without }) => (
        <ButtonLink key={words} kind="quiet" href={without} label={`「${words}」をはずす`}>
          {`${words} ×`}
        </ButtonLink>
      ))}
      {bare && chosen.length > 1 && (
        <ButtonLink kind="plain" href={bare}>
          すべてはずす
        </ButtonLink>
      )}
    </nav>
  )
}
