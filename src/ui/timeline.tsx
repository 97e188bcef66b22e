import type { ComponentChildren } from 'preact'

export interface TimelineItem {
  title: string
  /** When, or by when. */
  at?: ComponentChildren
  /** Who does it, and what it means. */
  detail?: ComponentChildren
  /** past: done. now: it is somebody's turn. next: comes later. */
  when?: 'past' | 'now' | 'next'
}

const SAID = { past: '済み', now: 'いまここ', next: 'これから' } as const

/** What happened, whose turn it is, what comes next. */
export function Timeline({ items }: { items: readonly TimelineItem[] }) {
  return (
    <ol class="timeline">
      {items.map((item) => (
        <li key={item.title} data-when={item.when ?? 'past'} aria-current={item.when === 'now' ? 'step' : undefined}>
          <p class="timeline-title">
            {item.title}
            {item.when === 'now' ? (
              <span class="timeline-now">{SAID.now}</span>
            ) : (
              <span class="unseen">（{SAID[item.when ?? 'past']}）</span>
            )}
          </p>
          {item.at && <p class="timeline-at">{item.at}</p>}
          {item.detail && <div class="timeline-detail">{item.detail}</div>}
        </li>
      ))}
    </ol>
  )
}
