import { telephoneNumber } from '../../lib/ids.ts'
import { japaneseDate, type LegalDate, today } from '../../lib/time.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Section } from '../../ui/section.tsx'
import { SheetLinks } from '../../ui/sheet-links.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag, type TagTone } from '../../ui/tag.tsx'
import { callsKept, funnelOf, type Reached, STEP_WORDS, STEPS } from '../rules/funnel.ts'
import { DROP_WORDS, type EndedReferral, type State, stateOf } from '../rules/slip.ts'
import type { Referral } from '../schema.ts'
import { Funnel } from './funnel.tsx'
import { numberOf } from './slip.tsx'

/** How far a referral is, in words. */
export const STATES: Record<State, readonly [words: string, tone: TagTone]> = {
  draft: ['同意を待っています', 'line'],
  waiting: ['最初の電話を待っています', 'main'],
  called: ['最初の電話がすみました', 'accent'],
  dropped: ['終わりました', 'plain'],
  declined: ['同意しませんでした', 'plain'],
  revoked: ['取り消されました', 'plain'],
  expired: ['期間が終わりました', 'plain'],
}

export function StateTag({ referral, day }: { referral: Referral; day: LegalDate }) {
  const [words, tone] = STATES[stateOf(referral, day)]
  return <Tag tone={tone}>{words}</Tag>
}

type Props = {
  partnerId: string
  partner: string
  referrals: readonly Referral[]
  ended: readonly EndedReferral[]
  day: LegalDate
  mayWrite: boolean
  /** How far each came, in the order of `referrals`. */
  reached: readonly Reached[]
}

/** Every company that this partner brings, and how far it is. */
export function ReferralList({ partnerId, partner, referrals, reached, ended, day, mayWrite }: Props) {
  const own = `/partners/${partnerId}/referrals`
  return (
    <Layout
      title="お取次ぎ"
      eyebrow={partner}
      lead="会社の同意をもらって、めぐりの事務局につなぎます。"
      back={{ href: `/partners/${partnerId}`, label: 'わたしたちの企業' }}
      width="page"
    >
      {mayWrite && (
        <p class="actions">
          <ButtonLink href={`${own}/new`}>同意書を作る</ButtonLink>
        </p>
      )}
      {referrals.length === 0 ? (
        <EmptyState title="いま進んでいるお取次ぎはありません" picture="region">
          同意書を作ると、ここに並びます。
        </EmptyState>
      ) : (
        <CardList>
          {referrals.map((referral, at) => (
            <Card
              key={referral.id}
              title={referral.firm ?? ''}
              href={`${own}/${referral.id}`}
              eyebrow={numberOf(referral)}
            >
              <p>
                <StateTag {...{ referral, day }} /> {furthest(reached[at]!)}
              </p>
              <p>{nextOf(referral, day)}</p>
            </Card>
          ))}
        </CardList>
      )}
      {referrals.length > 0 && <SheetLinks href={own} of="お取次ぎ" />}
      {referrals.length + ended.length > 0 && (
        <Funnel
          href={own}
          lines={funnelOf(reached, ended.length)}
          kept={callsKept(referrals, day)}
          ended={ended.length}
        />
      )}
      {ended.length > 0 && <Ended rows={ended} />}
    </Layout>
  )
}

/** The last step after the call that is known, with its day. */
function furthest(reached: Reached) {
  const step = STEPS.slice(3).findLast((one) => reached[one] !== null)
  return step && <span>{`${STEP_WORDS[step]}　${japaneseDate(today(reached[step]!))}`}</span>
}

function nextOf(referral: Referral, day: LegalDate): string {
  const { callBy, dropReason, openedAt } = referral
  switch (stateOf(referral, day)) {
    case 'waiting':
      return `最初の電話：${japaneseDate(callBy!)}まで${callBy! < day ? '（遅れています）' : ''}`
    case 'dropped':
      return DROP_WORDS[dropReason!]
    case 'draft':
      return `${japaneseDate(today(openedAt))}に作りました`
    default:
      return ''
  }
}

/** Of what a company ended nothing is left to see but that and when. */
function Ended({ rows }: { rows: readonly EndedReferral[] }) {
  return (
    <Section
      title="終わったもの"
      lead="会社の名前は、もう出ません。理由を聞いたり、もとにもどすよう頼んだりしないでください。"
    >
      <Table
        caption="終わったお取次ぎ"
        captionHidden
        columns={[
          { head: '番号', cell: ({ number }: EndedReferral) => telephoneNumber(number) },
          { head: '作った日', cell: ({ openedAt }) => japaneseDate(today(openedAt)) },
          { head: 'どうなったか', cell: ({ endedAs }) => STATES[endedAs][0] },
          { head: 'その日', cell: ({ endedAt }) => japaneseDate(today(endedAt)) },
        ]}
        rows={rows}
        rowKey={({ number }) => String(number)}
        stack
      />
    </Section>
  )
}
