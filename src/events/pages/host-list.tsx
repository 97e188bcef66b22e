import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Layout } from '../../ui/layout.tsx'
import { SheetLinks } from '../../ui/sheet-links.tsx'
import { KIND_WORDS, seatsInWords, whenInWords } from '../rules/words.ts'
import type { Event } from '../schema.ts'
import { StateTag } from './card.tsx'

type Props = {
  host: string
  /** Where the host comes from. */
  home: string
  base: string
  events: readonly Event[]
  mayChange: boolean
  now: Date
}

/** All events of one host, the last to come first. */
export function HostEvents({ host, home, base, events, mayChange, now }: Props) {
  return (
    <Layout
      title="催し"
      eyebrow={host}
      lead="説明会、交流会、泊まって働く体験を知らせて、申し込みを受け、当日の受付をします。"
      back={{ href: home, label: home === '/desk' ? '事務局' : 'わたしたちの企業' }}
      width="page"
    >
      {mayChange && (
        <p class="actions">
          <ButtonLink href={`${base}/new`}>新しい催しを作る</ButtonLink>
        </p>
      )}
      {events.length === 0 ? (
        <EmptyState title="まだ催しはありません" picture="region">
          作った催しは、公開するまで、ほかの人には見えません。
        </EmptyState>
      ) : (
        <CardList columns={2}>
          {events.map((event) => (
            <Card
              key={event.id}
              title={event.title}
              href={`${base}/${event.id}`}
              eyebrow={whenInWords(event)}
              foot={<StateTag event={event} now={now} />}
            >
              <p>{`${KIND_WORDS[event.kind]}　定員${seatsInWords(event, now)}`}</p>
            </Card>
          ))}
        </CardList>
      )}
      {events.length > 0 && <SheetLinks href={base} of="催し" />}
    </Layout>
  )
}
