import { japaneseDate, today } from '../../lib/time.ts'
import { TalentCard } from '../../talents/pages/talent-card.tsx'
import type { TalentCardData } from '../../talents/rules/card.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PostButton } from '../../ui/form.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Phrase } from '../../ui/phrase.tsx'
import { Tag } from '../../ui/tag.tsx'
import { stateForCompany } from '../rules.ts'
import type { Scout } from '../schema.ts'
import { COMPANY_WORDS } from './words.ts'

type Line = { readonly scout: Scout; readonly title: string | null; readonly card: TalentCardData | undefined }
type Props = { companyId: string; lines: readonly Line[]; left: number; mayWrite: boolean; now: Date }

/** Whom a company has written to, and what came of it. */
export function SentScouts({ companyId, lines, left, mayWrite, now }: Props) {
  return (
    <Layout
      title="声をかけた方"
      lead={`今週は、あと${left}人に声をかけられます。`}
      back={{ href: `/companies/${companyId}`, label: '会社のページ' }}
      width="page"
    >
      <p>
        <ButtonLink kind={lines.length === 0 ? 'main' : 'quiet'} href={`/companies/${companyId}/talents`}>
          人をさがす
        </ButtonLink>
      </p>
      {lines.length === 0 && (
        <EmptyState title="まだ、だれにも声をかけていません">カードを開くと、案件に誘う言葉を送れます。</EmptyState>
      )}
      <CardList columns={2}>
        {lines.map(({ scout, title, card }) => {
          const state = stateForCompany(scout, now)
          const about = {
            eyebrow: (
              <Tag tone={state === 'accepted' ? 'accent' : 'plain'}>{COMPANY_WORDS[state].replace(/。$/, '')}</Tag>
            ),
            foot: state === 'sent' && mayWrite && (
              <PostButton action={`/companies/${companyId}/scouts/${scout.id}/withdrawal`} version={scout.version}>
                取り下げる
              </PostButton>
            ),
          }
          const words = (
            <p>
              <Phrase>{`「${title ?? ''}」に、${japaneseDate(today(scout.sentAt))}に声をかけました。`}</Phrase>
            </p>
          )
          return card ? (
            <TalentCard key={scout.id} talent={card} {...about}>
              {words}
            </TalentCard>
          ) : (
            <Card key={scout.id} title="いまはカードを見られない方" {...about}>
              {words}
            </Card>
          )
        })}
      </CardList>
    </Layout>
  )
}
