import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'
import { Phrase } from './phrase.tsx'

export interface NoticeProps {
  kind?: 'info' | 'success' | 'warning' | 'error'
  title?: string
  children?: ComponentChildren
  /** What can be done about it: 「取り消す」. */
  action?: ComponentChildren
  /** Read out when the page opens: for the result of what somebody just did. */
  live?: boolean
}

export function Notice({ kind = 'info', title, children, action, live }: NoticeProps) {
  return (
    <div class="notice" data-kind={kind} role={live ? (kind === 'error' ? 'alert' : 'status') : undefined}>
      <Icon name={kind} />
      <div class="notice-words">
        {title && (
          <p class="notice-title">
            <Phrase>{title}</Phrase>
          </p>
        )}
        {children && typeof children === 'string' ? (
          <p>
            <Phrase>{children}</Phrase>
          </p>
        ) : (
          children
        )}
        {action && <div class="notice-action">{action}</div>}
      </div>
    </div>
  )
}
