import type { ComponentChildren } from 'preact'

import { Phrase } from './phrase.tsx'

export interface Definition {
  term: string
  value: ComponentChildren
  /** A line under the value. */
  note?: ComponentChildren
}

/** Terms and what they are here; lines without a value are left out. */
export function DefinitionList({ items, compact }: { items: readonly Definition[]; compact?: boolean }) {
  return (
    <dl class="definitions" data-compact={compact ? '' : undefined}>
      {items
        .filter((item) => item.value !== undefined && item.value !== null && item.value !== false && item.value !== '')
        .map((item) => (
          <div class="definition" key={item.term}>
            <dt>
              <Phrase>{item.term}</Phrase>
            </dt>
            <dd>
              <Words>{item.value}</Words>
              {item.note && (
                <span class="definition-note">
                  <Words>{item.note}</Words>
                </span>
              )}
            </dd>
          </div>
        ))}
    </dl>
  )
}

/** Texts that somebody typed have lines of their own and end them anywhere. */
function Words({ children }: { children: ComponentChildren }) {
  return <>{typeof children === 'string' && !children.includes('\n') ? <Phrase>{children}</Phrase> : children}</>
}
