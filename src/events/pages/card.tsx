import { Card, Parts } from '../../ui/card.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { Tag, type TagTone } from '../../ui/tag.tsx'
import { isFull, type State, stateOf, wordsOf } from '../rules/state.ts'
import { KIND_WORDS, priceInWords, seatsInWords, whenInWords, whereInWords } from '../rules/words.ts'
import type { Event } from '../schema.ts'

export type ListedEvent = Omit<Event, 'link'> & { host: string }

const TONES: Readonly<Record<State, TagTone>> = {
  draft: 'line',
  open: 'main',
  closed: 'line',
  over: 'plain',
  'called-off': 'accent',
}

export function StateTag({ event, now }: { event: Parameters<typeof wordsOf>[0]; now: Date }) {
  const state = stateOf(event, now)
  const tone = state === 'open' && isFull(event) ? 'line' : TONES[state]
  return <Tag tone={tone}>{wordsOf(event, now)}</Tag>
}

/** One event among others: when, where, of whom, whether there is room. */
function EventCard({ event, now, level }: { event: ListedEvent; now: Date; level: 2 | 3 }) {
  const place = event.kind === 'online' ? '' : `　${whereInWords(event)}`
  return (
    <Card
      title={event.title}
      href={`/events/${event.id}`}
      level={level}
      eyebrow={whenInWords(event)}
      foot={<StateTag event={event} now={now} />}
    >
      <p>
        <Parts words={`${KIND_WORDS[event.kind]}${place}`} />
      </p>
      <p>
        <Parts words={`${event.host}　定員${seatsInWords(event, now)}　${priceInWords(event.price)}`} />
      </p>
    </Card>
  )
}

export function EventCards({ events, now, level = 3 }: { events: readonly ListedEvent[]; now: Date; level?: 2 | 3 }) {
  return (
    <CardList columns={2}>
      {events.map((event) => (
        <EventCard key={event.id} {...{ event, now, level }} />
      ))}
    </CardList>
  )
}
