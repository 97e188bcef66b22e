import type { ComponentChildren } from 'preact'
import { Phrase } from './phrase.tsx'

export interface HeroProps {
  title: string
  lead: string
  actions: ComponentChildren
  picture: ComponentChildren
}

/** The head of a first page: what this is, what to do, one picture. Holds the h1. */
export function Hero({ title, lead, actions, picture }: HeroProps) {
  return (
    <header class="hero">
      <div class="hero-words">
        <h1>
          <Phrase>{title}</Phrase>
        </h1>
        <p class="hero-lead">{lead}</p>
        <div class="hero-actions">{actions}</div>
      </div>
      <div class="hero-picture">{picture}</div>
    </header>
  )
}
