import { ButtonLink } from '../../ui/button.tsx'
import { Prose } from '../../ui/prose.tsx'
import { Section } from '../../ui/section.tsx'

export type Handovers = {
  /** May the note be written or changed now, by whoever looks? */
  readonly writes: boolean
  /** Was it handed over? */
  readonly written: boolean
  /** What the roles before this one left. */
  readonly before: readonly { readonly contractId: string; readonly title: string; readonly first: string }[]
}

/** What comes from the role before, and what is left for the next. */
export function HandoverNotes({ base, writes, written, before }: Handovers & { base: string }) {
  return (
    <>
      {before.map(({ contractId, title, first }) => (
        <Section key={contractId} title="引きつぎメモが届いています" lead={title}>
          <p>はじめにすること：</p>
          <Prose text={first} />
          <p>
            <ButtonLink
              kind="quiet"
              href={`${base}/handovers/${contractId}`}
              label={`「${title}」の引きつぎメモを読む`}
            >
              引きつぎメモを読む
            </ButtonLink>
          </p>
        </Section>
      ))}
      {(writes || written) && (
        <Section title="引きつぎメモ">
          <p>{written ? '会社と、ほかの役の人が読めます。' : 'あとの人のために、五つのことを書いてください。'}</p>
          <p>
            <ButtonLink kind="quiet" href={`${base}/handover`}>
              {written ? '引きつぎメモを見る' : '引きつぎメモを書く'}
            </ButtonLink>
          </p>
        </Section>
      )}
    </>
  )
}
