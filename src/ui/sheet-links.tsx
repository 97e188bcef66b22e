import type { ComponentChildren } from 'preact'
import { ButtonLink } from './button.tsx'

const WAYS = [
  ['xlsx', '表計算ソフト（.xlsx）'],
  ['csv', 'CSV'],
  ['sjis', 'CSV（Shift_JIS）'],
] as const

export interface SheetLinksProps {
  /** The address of the list, with what it is narrowed by. */
  href: string
  /** What a screen reader says of which list it is. */
  of: string
  /** Paper has no address of its own. */
  print?: boolean
  /** Further ways. */
  children?: ComponentChildren
}

/** The ways to take a list along to a desk that this page does not reach. */
export function SheetLinks({ href, of, print = true, children }: SheetLinksProps) {
  return (
    <p class="actions">
      {WAYS.map(([format, words]) => (
        <ButtonLink
          key={format}
          kind="quiet"
          href={`${href}${href.includes('?') ? '&' : '?'}format=${format}`}
          label={`${of}を${words}で受けとる`}
          download
        >
          {words}
        </ButtonLink>
      ))}
      {children}
      {print && <print-button data-label="印刷する" />}
    </p>
  )
}
