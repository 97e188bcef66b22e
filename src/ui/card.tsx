import { type ComponentChildren, Fragment } from 'preact'
import { Marked } from './marked.tsx'
import { Phrase } from './phrase.tsx'

export interface CardProps {
  title: string
  /** What was looked for, shown in another light in the title. */
  marked?: readonly string[]
  /** The title becomes a link, and the whole card can be touched. */
  href?: string
  /** A few words above the title. */
  eyebrow?: ComponentChildren
  /** Buttons or small print at the foot. */
  foot?: ComponentChildren
  /** Level of the heading. */
  level?: 2 | 3 | 4
  /** One card among others that stands out. */
  tone?: 'plain' | 'main' | 'accent'
  /** A small picture above the words. */
  picture?: ComponentChildren
  children?: ComponentChildren
}

export function Card({ title, marked, href, eyebrow, foot, level = 2, tone = 'plain', picture, children }: CardProps) {
  const Heading = `h${level}` as const
  const words = marked ? <Marked of={marked}>{title}</Marked> : <Phrase>{title}</Phrase>
  return (
    <article class="card" data-tone={tone} data-link={href ? '' : undefined}>
      {picture}
      {eyebrow && <p class="card-eyebrow">{typeof eyebrow === 'string' ? <Parts words={eyebrow} /> : eyebrow}</p>}
      <Heading class="card-title">{href ? <a href={href}>{words}</a> : words}</Heading>
      {children && <div class="card-body">{children}</div>}
      {foot && <div class="card-foot">{foot}</div>}
    </article>
  )
}

/** 「会社　応募 1042-7」: a line ends between its parts, not inside one that fits on a line. */
export function Parts({ words }: { words: string }) {
  const [first, ...others] = words.split('　')
  return (
    <>
      <span class="part">
        <Phrase>{first ?? ''}</Phrase>
      </span>
      {others.map((part) => (
        <Fragment key={part}>
          {'　'}
          <span class="part">
            <Phrase>{part}</Phrase>
          </span>
        </Fragment>
      ))}
    </>
  )
}
