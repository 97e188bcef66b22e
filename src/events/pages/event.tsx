import type { ComponentChildren } from 'preact'
import { inYen } from '../../projects/rules/choices.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Phrase } from '../../ui/phrase.tsx'
import { Section } from '../../ui/section.tsx'
import { Tag, TagList } from '../../ui/tag.tsx'
import { stateOf } from '../rules/state.ts'
import {
  CHOOSING_WORDS,
  KIND_WORDS,
  priceInWords,
  regionInWords,
  seatsInWords,
  summaryOf,
  whenInWords,
  whereInWords,
} from '../rules/words.ts'
import { type ListedEvent, StateTag } from './card.tsx'
import { RegisterForm } from './register.tsx'

type Props = {
  event: ListedEvent
  now: Date
  facts: object
  /** What somebody with an account is called; null for a visitor. */
  known: FormValues | null
  /** Of which programme of its host it is a part. */
  programme: { slug: string; title: string } | null
  /** The page of the own registration, where there is one. */
  own: string | null
  errors?: FormErrors
  values?: FormValues
  /** The projects that are spoken of. */
  about?: ComponentChildren
  /** What else there is to see here: cases and the like. */
  more?: ComponentChildren
}

/** What, when, where, for whom, how much room there is, and the way in. */
export function EventPage({ event, now, facts, known, programme, own, errors = {}, values, about, more }: Props) {
  const state = stateOf(event, now)
  return (
    <Layout
      title={event.title}
      eyebrow={event.host}
      back={{ href: `/events?prefecture=${event.prefecture}`, label: '催しの一覧' }}
      description={summaryOf(event)}
      picture={`/events/${event.id}/picture.png`}
      facts={facts}
      failed={Object.keys(errors).length > 0}
      headMore={
        <TagList>
          <StateTag event={event} now={now} />
          <Tag tone="line">{KIND_WORDS[event.kind]}</Tag>
        </TagList>
      }
    >
      {state === 'called-off' && (
        <Notice kind="warning" title="この催しは、中止になりました">
          {event.calledOffWhy ?? ''}
        </Notice>
      )}
      {state === 'over' && (
        <Notice
          kind="info"
          title="この催しは、終わりました"
          action={<a href={`/events?prefecture=${event.prefecture}`}>これからの催しを見る</a>}
        />
      )}
      {own && (
        <Notice
          kind="success"
          title="申し込んでいます"
          action={<ButtonLink href={own}>申し込みを見る・取り消す</ButtonLink>}
        />
      )}
      {(state === 'open' || state === 'closed') && (
        <p class="actions">
          {state === 'open' && !own && (
            <ButtonLink kind="quiet" href="#registration">
              申し込む
            </ButtonLink>
          )}
          <ButtonLink kind="quiet" href={`/events/${event.id}/calendar.ics`} download>
            予定表に入れる
          </ButtonLink>
        </p>
      )}
      <DefinitionList
        items={[
          { term: '日時', value: whenInWords(event) },
          {
            term: '場所',
            value: whereInWords(event),
            note: event.kind === 'online' ? undefined : regionInWords(event),
          },
          { term: 'どなたのためか', value: event.audience },
          { term: '定員', value: seatsInWords(event, now), note: CHOOSING_WORDS[event.choosing] },
          { term: '参加費', value: priceInWords(event.price) },
          {
            term: '旅費の補助',
            value:
              event.travelCeiling === null ? undefined : `ひとり${inYen(event.travelCeiling)}まで（領収書がいります）`,
          },
          { term: '持ち物など', value: event.bring },
          {
            term: '事業',
            value: programme && (
              <a href={`/programmes/${programme.slug}`}>
                <Phrase>{programme.title}</Phrase>
              </a>
            ),
          },
          { term: '問い合わせ先', value: event.contact },
        ]}
      />
      <div class="stack">
        {event.body.split('\n').map((line, at) => (
          <p key={`${at}`}>{line}</p>
        ))}
      </div>
      {about}
      {state === 'open' && !own && (
        <Section title="申し込む" id="registration">
          <RegisterForm event={event} known={known} errors={errors} values={values} />
        </Section>
      )}
      {more}
    </Layout>
  )
}
