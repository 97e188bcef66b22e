import type { ComponentChildren } from 'preact'
import type { NavLink } from './frame.tsx'
import { Icon } from './icon.tsx'
import { Phrase } from './phrase.tsx'
import { StepHead, type StepHeadProps } from './step-head.tsx'

export interface PageHeadProps {
  title: string
  /** Names in the title, the eyebrow and the lead: no line breaks within them. */
  names?: readonly string[]
  /** A few words above the title: where this is. */
  eyebrow?: string
  lead?: ComponentChildren
  back?: NavLink
  /** The number to say on the telephone. */
  reference?: string
  /** Where this is in a row of questions. */
  step?: StepHeadProps
  /** Whose page it is, as a band behind the head: each is a pair of tokens whose contrast is tested. */
  colour?: 'green' | 'orange' | 'yellow' | 'earth'
  /** Tags and the like under the title. */
  children?: ComponentChildren
}

/** The head of a page with its only h1. */
export function PageHead({ title, names, eyebrow, lead, back, reference, step, colour, children }: PageHeadProps) {
  return (
    <header class="page-head" data-colour={colour}>
      {back && (
        <a class="page-back" href={back.href}>
          <Icon name="back" />
          <Phrase names={names}>{back.label}</Phrase>
        </a>
      )}
      {step && <StepHead {...step} />}
      {(eyebrow || reference) && (
        <p class="page-eyebrow">
          {eyebrow && (
            <span>
              <Phrase names={names ?? []}>{eyebrow}</Phrase>
            </span>
          )}
          {reference && <span class="page-reference">{reference}</span>}
        </p>
      )}
      <h1>
        <Phrase names={names}>{title}</Phrase>
      </h1>
      {lead && <p class="page-lead">{typeof lead === 'string' ? <Phrase names={names}>{lead}</Phrase> : lead}</p>}
      {children}
    </header>
  )
}
