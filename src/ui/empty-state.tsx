import type { ComponentChildren } from 'preact'
import { Phrase } from './phrase.tsx'
import { Spot, type SpotName } from './pictures/spot.tsx'

export interface EmptyStateProps {
  title: string
  children?: ComponentChildren
  action?: ComponentChildren
  picture?: SpotName
}

/** Nothing here yet: says why, and what to do. */
export function EmptyState({ title, children, action, picture = 'empty' }: EmptyStateProps) {
  return (
    <div class="empty">
      <Spot name={picture} />
      <p class="empty-title">
        <Phrase>{title}</Phrase>
      </p>
      {children && (typeof children === 'string' ? <p>{children}</p> : children)}
      {action && <div class="empty-action">{action}</div>}
    </div>
  )
}
