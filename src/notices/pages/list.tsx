import { japaneseDateTime } from '../../lib/time.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PostButton } from '../../ui/form.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Pagination } from '../../ui/pagination.tsx'
import { Phrase } from '../../ui/phrase.tsx'
import { Tag } from '../../ui/tag.tsx'
import { MANY, shownAs } from '../rules/shown.ts'
import type { NoticeRow } from '../schema.ts'

type Props = { notices: readonly NoticeRow[]; unread: number; page: number; pages: number }

/** What happened, the newest first; what was read elsewhere is read here. */
export function NoticeList({ notices, unread, page, pages }: Props) {
  return (
    <Layout
      title="お知らせ"
      lead={
        unread === 0
          ? undefined
          : `読んでいないお知らせが${unread > MANY ? `${MANY + 1}件以上` : `${unread}件`}あります。開くと、読んだことになります。`
      }
      back={{ href: '/home', label: '自分のページ' }}
      headMore={
        <div class="actions">
          {unread > 0 && <PostButton action="/me/notices/readings">すべて読んだことにする</PostButton>}
          <ButtonLink kind="plain" href="/me/notices/settings">
            届き方を変える
          </ButtonLink>
        </div>
      }
    >
      {notices.length === 0 ? (
        <EmptyState title="お知らせはまだありません" action={<ButtonLink href="/home">自分のページ</ButtonLink>}>
          応募や案件に動きがあると、ここに並びます。
        </EmptyState>
      ) : (
        <CardList>
          {notices.map((notice) => (
            <NoticeCard key={notice.id} notice={notice} />
          ))}
        </CardList>
      )}
      <Pagination page={page} pages={pages} href={(to) => `/me/notices?page=${to}`} />
    </Layout>
  )
}

function NoticeCard({ notice }: { notice: NoticeRow }) {
  const { href, label, items, createdAt, readAt } = notice
  const { title, lines } = shownAs(notice)
  return (
    <Card
      title={title}
      tone={readAt ? 'plain' : 'main'}
      eyebrow={
        <>
          {japaneseDateTime(createdAt)} {!readAt && <Tag tone="main">新しい</Tag>}
        </>
      }
      foot={
        href && (
          <ButtonLink kind="quiet" href={href} label={`${label ?? '開く'}（${title}）`}>
            {label ?? '開く'}
          </ButtonLink>
        )
      }
    >
      {lines.map((line) => (
        <p key={line}>
          <Phrase>{line}</Phrase>
        </p>
      ))}
      {items.length > 0 && (
        <ul class="link-list">
          {items.map((item) => (
            <li key={item.href}>
              <a href={item.href}>{item.title}</a>
              {`（${item.note}）`}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
