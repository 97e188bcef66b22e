import type { ComponentChildren } from 'preact'
import { japaneseDate, today } from '../../lib/time.ts'
import { Card } from '../../ui/card.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PostButton } from '../../ui/form.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { type Consent, canRestore, isLive, KIND_WORDS } from '../rules/consent.ts'

export interface PartnerConsentsProps {
  companyId: string
  consents: readonly Consent[]
  now: Date
  /** A viewer looks on only. */
  mayChange: boolean
  /** Level of the headings of the cards. */
  level?: 2 | 3
}

/** Who sees what of the company, each with the button that ends it: a piece for the company's details, under an h2. */
export function PartnerConsents({ companyId, consents, now, mayChange, level = 3 }: PartnerConsentsProps) {
  const live = consents.filter((consent) => isLive(consent, now))
  const undone = mayChange ? consents.filter((consent) => canRestore(consent, now)) : []
  return (
    <>
      {undone.map((consent) => (
        <Notice
          key={consent.partnerId}
          kind="success"
          title={`${consent.name}に見せるのをやめました`}
          live
          action={
            <PostButton
              action={`/companies/${companyId}/partners/${consent.partnerId}/consent`}
              label={`${consent.name}に見せるのをやめたことを取り消す`}
            >
              取り消す
            </PostButton>
          }
        >
          いまから、相手の画面には出ません。30分のあいだ、取り消せます。
        </Notice>
      ))}
      {live.length === 0 ? (
        <EmptyState title="見せている相手はありません">案件の進みぐあいは、外からは見えません。</EmptyState>
      ) : (
        <CardList>
          {live.map((consent) => (
            <ConsentCard key={consent.partnerId} {...{ companyId, consent, mayChange, level }} />
          ))}
        </CardList>
      )}
    </>
  )
}

type CardProps = { companyId: string; consent: Consent; mayChange: boolean; level: 2 | 3 }

function ConsentCard({ companyId, consent, mayChange, level }: CardProps) {
  const since = `${japaneseDate(today(consent.consentedAt))}から`
  const until = consent.until ? `${japaneseDate(today(consent.until))}まで` : ''
  return (
    <Card
      level={level}
      title={consent.name}
      eyebrow={KIND_WORDS[consent.kind]}
      foot={
        mayChange && (
          <PostButton
            action={`/companies/${companyId}/partners/${consent.partnerId}/revocation`}
            label={`${consent.name}に見せるのをやめる`}
          >
            見せるのをやめる
          </PostButton>
        )
      }
    >
      <p>見えるもの：会社の名前、案件の進みぐあいと日付</p>
      <p>見えないもの：困りごと（見てもらうようにお願いしたものは見えます）、案件の中身、お礼、応募した人</p>
      <p>{since + until}</p>
    </Card>
  )
}

/** The piece as a page of its own: where the company comes out after a change. */
export function ConsentPage(props: PartnerConsentsProps & { companyName: string; asked?: ComponentChildren }) {
  const { companyId, companyName } = props
  return (
    <Layout
      title="会社のようすを見せている相手"
      eyebrow={companyName}
      back={{ href: `/companies/${companyId}`, label: '会社のページ' }}
    >
      {props.asked}
      <PartnerConsents {...props} level={2} />
    </Layout>
  )
}
