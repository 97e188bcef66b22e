import { municipalitiesOf, PREFECTURES } from '../../lib/regions.ts'
import { japaneseDate, today } from '../../lib/time.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { FormContext } from '../../ui/form-state.ts'
import { japaneseDate as dateInWords } from '../../ui/japanese-date.tsx'
import { Layout } from '../../ui/layout.tsx'
import { More } from '../../ui/more.tsx'
import { Section } from '../../ui/section.tsx'
import { addressOf, type EventFilters, filtersInWords, isOn, monthOf, otherMonth, weeksOf } from '../rules/list.ts'
import { STANDING_WORDS, type Standing, standingOf } from '../rules/state.ts'
import { KIND_WORDS, KINDS } from '../rules/words.ts'
import type { Registration } from '../schema.ts'
import { EventCards, type ListedEvent } from './card.tsx'

type OwnLine = { registration: Registration; title: string; beginsAt: Date; href: string }

type Props = {
  events: readonly ListedEvent[]
  filters: EventFilters
  /** What the one who looks registered for. */
  own: readonly OwnLine[]
  now: Date
}

/** What is to come, or one month of it, as a list and as a calendar. */
export function EventList({ events, filters, own, now }: Props) {
  const place = filtersInWords(filters)
  // A calendar of a month in which nothing more is on would say that nothing is on at all.
  const next = events[0]?.beginsAt ?? now
  const month = filters.month ?? monthOf(today(next > now ? next : now))
  const when = filters.month ? `${dateInWords(month)}の催し` : 'これからの催し'
  const lead = events.length === 0 ? `${when}は、まだありません。` : `${when}が${events.length}件あります。`
  return (
    <Layout
      title={place ? `催し：${place}` : '催し'}
      lead={lead}
      description="地域の会社と、手伝う人が出会う催しです。説明会、交流会、泊まって働く体験。登録なしで申し込めます。"
      width="page"
      feed={{ address: addressOf({ ...filters, month: null }), title: `めぐりの催し${place && `：${place}`}` }}
    >
      <Filters filters={filters} />
      {own.length > 0 && (
        <Section title="申し込んだ催し">
          <ul class="link-list">
            {own.map(({ registration, title, beginsAt, href }) => (
              <li key={registration.id}>
                <a href={href}>{title}</a>
                {`　${japaneseDate(today(beginsAt))}　${STANDING_WORDS[standingOf(registration) satisfies Standing]}`}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {events.length > 0 ? (
        <EventCards events={events} now={now} level={2} />
      ) : (
        <EmptyState title="ここには、まだ催しがありません" picture="region">
          場所や月を変えて、ご覧ください。
        </EmptyState>
      )}
      <Section title={`${dateInWords(month)}のカレンダー`}>
        <Calendar month={month} events={events} />
        <p class="actions">
          <ButtonLink kind="quiet" href={addressOf({ ...filters, month: otherMonth(month, -1) })}>
            前の月
          </ButtonLink>
          <ButtonLink kind="quiet" href={addressOf({ ...filters, month: otherMonth(month, 1) })}>
            次の月
          </ButtonLink>
          {filters.month && (
            <ButtonLink kind="plain" href={addressOf({ ...filters, month: null })}>
              これからの催し
            </ButtonLink>
          )}
        </p>
        <p>
          お使いの予定表に、このアドレスを登録すると、新しい催しも入ります。
          <a href={calendarOf(filters)}>予定表に入れつづける（.ics）</a>
        </p>
      </Section>
    </Layout>
  )
}

function calendarOf(filters: EventFilters): string {
  return addressOf({ ...filters, month: null }).replace('/events', '/events.ics')
}

function Filters({ filters }: { filters: EventFilters }) {
  const { prefecture, municipality, kind, month } = filters
  const values = { prefecture: String(prefecture ?? ''), municipality: municipality ?? '', kind: kind ?? '' }
  return (
    <More title="場所や開き方でしぼる" open={prefecture !== null || kind !== null}>
      <FormContext.Provider value={{ id: 'form', values, errors: {} }}>
        <form class="form" method="get" action="/events">
          {month && <input type="hidden" name="month" value={month} />}
          <div class="choices" data-columns="3">
            <SelectField
              name="prefecture"
              label="都道府県"
              empty="どこでも"
              options={PREFECTURES.map(({ id, name }) => ({ value: String(id), label: name }))}
            />
            {prefecture !== null && (
              <SelectField
                name="municipality"
                label="市町村"
                empty="県のどこでも"
                options={municipalitiesOf(prefecture).map(({ code, name }) => ({ value: code, label: name }))}
              />
            )}
            <SelectField
              name="kind"
              label="開き方"
              empty="なんでも"
              options={KINDS.map((one) => ({ value: one, label: KIND_WORDS[one] }))}
            />
          </div>
          <div class="form-actions">
            <Button kind="quiet">しぼる</Button>
          </div>
        </form>
      </FormContext.Provider>
    </More>
  )
}

const DAYS = ['月', '火', '水', '木', '金', '土', '日']

/** A month at a glance: the days on which something is on lead to it. */
function Calendar({ month, events }: { month: string; events: readonly ListedEvent[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
    <section class="table-frame" aria-label={`${dateInWords(month)}の催し`} tabIndex={0}>
      <table class="table month">
        <caption data-hidden="">{`${dateInWords(month)}の催し`}</caption>
        <thead>
          <tr>
            {DAYS.map((day) => (
              <th key={day} scope="col">
                {day}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week) => (
            <tr key={week.find((day) => day !== null)}>
              {week.map((day, at) => (
                <td key={DAYS[at]}>{day && <Day day={day} events={events.filter((event) => isOn(event, day))} />}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Day({ day, events }: { day: string; events: readonly ListedEvent[] }) {
  const number = String(Number(day.slice(8)))
  const [first] = events
  if (!first) return <>{number}</>
  const label = `${dateInWords(day)}：${events.map(({ title }) => title).join('、')}`
  return (
    <a href={`/events/${first.id}`} aria-label={label}>
      <strong>{number}</strong>
    </a>
  )
}
