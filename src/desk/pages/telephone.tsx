import { ButtonLink } from '../../ui/button.tsx'

/** A number to touch. */
export function Telephone({ number }: { number: string }) {
  return (
    <ButtonLink kind="plain" href={`tel:${number.replaceAll(/[^\d+]/g, '')}`}>
      {number}
    </ButtonLink>
  )
}
