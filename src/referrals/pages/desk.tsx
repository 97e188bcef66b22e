import { japaneseDate, type LegalDate } from '../../lib/time.ts'
import { Card } from '../../ui/card.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ChoiceCards } from '../../ui/fields/choice-cards.tsx'
import { Form, PostButton } from '../../ui/form.tsx'
import { Layout } from '../../ui/layout.tsx'
import { More as Folded } from '../../ui/more.tsx'
import { Tag } from '../../ui/tag.tsx'
import { DROP_WORDS, DROPS, PURPOSE_WORDS, type WaitingReferral } from '../rules/slip.ts'
import { FunnelByPartner } from './funnel.tsx'
import { numberOf } from './slip.tsx'

type CardProps = { waiting: WaitingReferral; day: LegalDate; more?: boolean }

/** A company that waits for its first call, by when, and a button for when that was done. */
export function FirstCallCard({ waiting: { referral, partner, company }, day, more }: CardProps) {
  const { id, callBy, contact, phone, purpose, consentWay, confirmedAt, note, version } = referral
  const firm = company ?? referral.firm ?? ''
  return (
    <Card
      level={2}
      title={`${firm}に、最初の電話をする`}
      eyebrow={`${numberOf(referral)}　${partner}から`}
      foot={
        <>
          <PostButton action={`/desk/referrals/${id}/call`} version={version} label={`${firm}に電話しました`}>
            電話しました
          </PostButton>
          {more && <More id={id} firm={firm} version={version} />}
        </>
      }
    >
      <p>
        <Tag tone={callBy! < day ? 'accent' : 'line'}>
          {`${japaneseDate(callBy!)}まで${callBy! < day ? '（遅れています）' : ''}`}
        </Tag>
      </p>
      <p>
        {contact && `${contact}さん　`}
        {phone ? <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a> : '電話番号は書かれていません'}
      </p>
      <p>{`目的：${PURPOSE_WORDS[purpose]}`}</p>
      {consentWay === 'paper' && note && <p>{`紙に書いてある困りごと：「${note}」`}</p>}
      {consentWay === 'paper' && !confirmedAt && (
        <p>
          <Tag tone="sun">紙の同意です。本人に確かめてください</Tag>
        </p>
      )}
    </Card>
  )
}

function More({ id, firm, version }: { id: string; firm: string; version: number }) {
  return (
    <Folded title="ほかの結果">
      <Form
        id={`drop-${id}`}
        action={`/desk/referrals/${id}/end`}
        submit="終わりにする"
        submitKind="quiet"
        version={version}
      >
        <ChoiceCards
          name="reason"
          label="理由（窓口に伝わります）"
          choices={DROPS.map((value) => ({ value, label: DROP_WORDS[value] }))}
          required
        />
      </Form>
      <PostButton
        action={`/desk/referrals/${id}/revocation`}
        kind="danger"
        version={version}
        label={`${firm}の同意を取り消す`}
      >
        本人の申し出で同意を取り消す
      </PostButton>
    </Folded>
  )
}

type WaitingProps = {
  waiting: readonly WaitingReferral[]
  partners: Parameters<typeof FunnelByPartner>[0]['partners']
  day: LegalDate
}

/** For the desk: whom to ring, the nearest day first. */
export function WaitingReferrals({ waiting, partners, day }: WaitingProps) {
  const late = waiting.filter(({ referral }) => referral.callBy! < day).length
  return (
    <Layout
      title="お取次ぎ"
      lead={`最初の電話を待っている会社が${waiting.length}社、そのうち約束の日を過ぎたのが${late}社です。`}
      back={{ href: '/desk', label: '事務局' }}
      width="page"
    >
      {waiting.length === 0 ? (
        <EmptyState title="待っている会社はありません" picture="done" />
      ) : (
        <CardList>
          {waiting.map((one) => (
            <FirstCallCard key={one.referral.id} waiting={one} day={day} more />
          ))}
        </CardList>
      )}
      <FunnelByPartner partners={partners} day={day} />
    </Layout>
  )
}
