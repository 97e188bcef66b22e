import type { ComponentChildren } from 'preact'
import { Phrase } from './phrase.tsx'

export interface SectionProps {
  title: string
  /** Names in it: no line breaks within them. */
  names?: readonly string[]
  id?: string
  lead?: string
  /** A band of another paper across the whole page. */
  tone?: 'plain' | 'band'
  children: ComponentChildren
}

/** A part of a page under its own h2. */
export function Section({ title, names, id, lead, tone = 'plain', children }: SectionProps) {
  return (
    <section class="section" id={id} data-tone={tone}>
      <h2>
        <Phrase names={names}>{title}</Phrase>
      </h2>
      {lead && (
        <p class="section-lead">
          <Phrase names={names}>{lead}</Phrase>
        </p>
      )}
      {children}
    </section>
  )
}
