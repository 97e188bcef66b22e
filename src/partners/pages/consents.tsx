import type { ComponentChildren } from 'preact'
import { japaneseDate, today } from '../../lib/time.ts'
import { Card } from '../../ui/card.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { CheckboxList } from '../../ui/fields/checkbox-list.tsx'
import { Form, PostButton } from '../../ui/form.tsx'
import { Layout } from '../../ui/layout.tsx'
import { More } from '../../ui/more.tsx'
import { Notice } from '../../ui/notice.tsx'
import {
  type Consent,
  canRestore,
  FIELD_WORDS,
  FIELDS,
  isLive,
  KIND_WORDS,
  LOOK_DAYS,
  LOOK_WORDS,
  type Look,
} from '../rules/consent.ts'

export interface PartnerConsentsProps {
  companyId: string
  consents: readonly Consent[]
  now: Date
  /** A viewer looks on only. */
  mayChange: boolean
  /** What was looked at lately, the newest first. */
  looks?: readonly Look[]
  /** Level of the headings of the cards. */
  level?: 2 | 3
}

/** Who sees what of the company, each with the button that ends it: a piece for the company's details, under an h2. */
export function PartnerConsents({ companyId, consents, now, mayChange, looks = [], level = 3 }: PartnerConsentsProps) {
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
          いまから、相手の画面には出ません。委任があれば、それも終わりました。30分のあいだ、取り消せます。
        </Notice>
      ))}
      {live.length === 0 ? (
        <EmptyState title="見せている相手はありません">案件の進みぐあいは、外からは見えません。</EmptyState>
      ) : (
        <CardList>
          {live.map((consent) => (
            <ConsentCard key={consent.partnerId} {...{ companyId, consent, mayChange, looks, level }} />
          ))}
        </CardList>
      )}
    </>
  )
}

type CardProps = { companyId: string; consent: Consent; mayChange: boolean; looks: readonly Look[]; level: 2 | 3 }

function ConsentCard({ companyId, consent, mayChange, looks, level }: CardProps) {
  const since = `${japaneseDate(today(consent.consentedAt))}から`
  const allowed = FIELDS.filter((field) => consent.fields.includes(field)).map((field) => FIELD_WORDS[field])
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
      <p>{`見えるもの：会社の名前、案件の進みぐあいと日付${allowed.map((word) => `、${word}`).join('')}`}</p>
      <p>
        見えないもの：困りごと（見てもらうようにお願いしたものは見えます）、そのほかの案件の中身、応募した人。融資の側の方には、何も見えません。
      </p>
      <p>{since + until}</p>
      <Looks looks={looks.filter(({ partnerId }) => partnerId === consent.partnerId)} />
      {mayChange && <ChooseFields companyId={companyId} consent={consent} />}
    </Card>
  )
}

function ChooseFields({ companyId, consent: { partnerId, name, fields } }: { companyId: string; consent: Consent }) {
  return (
    <More title="見せることを変える">
      <Form
        id={`fields-${partnerId}`}
        action={`/companies/${companyId}/partners/${partnerId}/fields`}
        submit="変える"
        submitKind="quiet"
        values={{ fields: [...fields] }}
      >
        <CheckboxList
          name="fields"
          label={`${name}に、このほかに見せること`}
          choices={FIELDS.map((value) => ({ value, label: FIELD_WORDS[value] }))}
        />
      </Form>
    </More>
  )
}

/** Days on which the partner looked, with what it saw. */
function Looks({ looks }: { looks: readonly Look[] }) {
  if (looks.length === 0) return <p>まだ、だれも見ていません。</p>
  const days = [...Map.groupBy(looks, ({ day }) => day)]
  return (
    <More title={`さいごに見た日：${japaneseDate(days[0]![0])}`}>
      <ul>
        {days.map(([day, seen]) => (
          <li key={day}>{`${japaneseDate(day)}：${wordsOf(seen)}`}</li>
        ))}
      </ul>
      <p>{`この${LOOK_DAYS}日のあいだに相手の画面に出たものです。`}</p>
    </More>
  )
}

function wordsOf(seen: readonly Look[]): string {
  const fields = Object.keys(LOOK_WORDS) as Look['field'][]
  return fields
    .filter((one) => seen.some(({ field }) => field === one))
    .map((field) => LOOK_WORDS[field])
    .join('、')
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
