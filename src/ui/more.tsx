import type { ComponentChildren } from 'preact'
import { Phrase } from './phrase.tsx'

/** What most people do not need, behind a line that opens. */
export function More({ title, open, children }: { title: string; open?: boolean; children: ComponentChildren }) {
  return (
    <details class="more" open={open}>
      <summary>
        <Phrase>{title}</Phrase>
      </summary>
      <div class="more-body">{children}</div>
    </details>
  )
}
