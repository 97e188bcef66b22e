import type { ComponentChildren } from 'preact'

export type TagTone = 'plain' | 'main' | 'accent' | 'sun' | 'line'

/** A word or two about the thing beside it; the words say it, the colour only helps. */
export function Tag({ children, tone = 'plain' }: { children: ComponentChildren; tone?: TagTone }) {
  return (
    <span class="tag" data-tone={tone}>
      {children}
    </span>
  )
}

export function TagList({ children }: { children: ComponentChildren }) {
  return <p class="tag-list">{children}</p>
}
