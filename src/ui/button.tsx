import type { ComponentChildren } from 'preact'
import { Phrase } from './phrase.tsx'

/** main: the one thing to do on this page. quiet: everything else. danger: cannot be undone. plain: looks like a link. */
export type ButtonKind = 'main' | 'quiet' | 'danger' | 'plain'

export interface ButtonProps {
  children: ComponentChildren
  kind?: ButtonKind
  name?: string
  value?: string
  type?: 'submit' | 'button'
  /** Posts the form to another address than its own. */
  formAction?: string
  disabled?: boolean
  /** As wide as its column. */
  wide?: boolean
  /** Said to a screen reader when the words alone are not clear: 「山本さんを候補に残す」. */
  label?: string
}

export function Button({ children, kind = 'main', type = 'submit', wide, label, formAction, ...rest }: ButtonProps) {
  return (
    <button
      class="button"
      data-kind={kind}
      data-wide={wide ? '' : undefined}
      type={type}
      aria-label={label}
      formaction={formAction}
      {...rest}
    >
      {words(children)}
    </button>
  )
}

export interface ButtonLinkProps {
  href: string
  children: ComponentChildren
  kind?: ButtonKind
  wide?: boolean
  label?: string
  /** Offers the target as a file. */
  download?: boolean
}

export function ButtonLink({ href, children, kind = 'main', wide, label, download }: ButtonLinkProps) {
  return (
    <a
      class="button"
      data-kind={kind}
      data-wide={wide ? '' : undefined}
      href={href}
      aria-label={label}
      download={download}
    >
      {words(children)}
    </a>
  )
}

function words(children: ComponentChildren) {
  return typeof children === 'string' ? <Phrase>{children}</Phrase> : children
}
