import { japaneseDateTime } from '../../lib/time.ts'
import type { Project } from '../../projects/schema.ts'
import { TalentCard } from '../../talents/pages/talent-card.tsx'
import type { TalentCardData } from '../../talents/rules/card.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { applicationNumber, companyPath, isUnanswered, stateOf } from '../rules/state.ts'
import { GROUPS, type GroupId, groupOf, WORDS } from '../rules/words.ts'
import type { Application } from '../schema.ts'
import { Answers } from './apply.tsx'

type Line = { application: Application; card: TalentCardData | null; unread: number }
type Props = { project: Project; applicants: readonly Line[]; group: GroupId }

/** Who applied, by stage: what they can do and how they answered, without names. */
export function Applicants({ project, applicants, group }: Props) {
  const here = `/companies/${project.companyId}/projects/${project.id}`
  const inGroup = (id: GroupId) => applicants.filter(({ application }) => groupOf(stateOf(application)) === id)
  const shown = inGroup(group)
  const next = mostUrgent(shown)
  return (
    <Layout
      title="届いた応募"
      lead={applicants.length > 0 ? '名前は伏せてあります。まず、経験と答えを読んでください。' : undefined}
      width="page"
      back={{ href: here, label: '案件にもどる' }}
    >
      {applicants.length === 0 ? (
        <EmptyState title="まだ応募はありません" picture="empty">
          応募が届くと、メールでお知らせします。
        </EmptyState>
      ) : (
        <>
          <Tabs
            label="応募の段階"
            tabs={GROUPS.map(({ id, name }) => ({
              href: `${here}/applications?stage=${id}`,
              label: name,
              count: inGroup(id).length,
              current: id === group,
            }))}
          />
          {next && (
            <p class="actions">
              <ButtonLink href={companyPath(next)}>期限が近い方に返事をする</ButtonLink>
            </p>
          )}
          {shown.length === 0 && <p>ここには、いま応募はありません。</p>}
          <CardList>
            {shown.map((line) => (
              <ApplicantCard key={line.application.id} project={project} {...line} />
            ))}
          </CardList>
        </>
      )}
    </Layout>
  )
}

/** Of those who wait for an answer the one to whom it was promised for the soonest day. */
function mostUrgent(lines: readonly Line[]): Application | undefined {
  const waiting = lines.filter(({ application, card }) => card && isUnanswered(application))
  const urgency = ({ answerBy }: Application) => answerBy?.getTime() ?? Number.POSITIVE_INFINITY
  return waiting.map(({ application }) => application).sort((a, b) => urgency(a) - urgency(b))[0]
}

function ApplicantCard({ project, application, card, unread }: Line & { project: Project }) {
  const state = stateOf(application)
  const href = companyPath(application)
  const eyebrow = `${applicationNumber(application)}　${WORDS.company[state]}`
  if (!card) return <Card title="プロフィールは見られなくなりました" eyebrow={eyebrow} href={href} />
  return (
    <TalentCard
      talent={card}
      eyebrow={eyebrow}
      href={href}
      foot={
        <ButtonLink href={href} kind="quiet">
          名前を見る・返事をする
        </ButtonLink>
      }
    >
      <Answers project={project} answers={[application.answer1, application.answer2]} />
      {isUnanswered(application) && application.answerBy && (
        <p>{`${japaneseDateTime(application.answerBy)}までに返事をする約束です`}</p>
      )}
      {unread > 0 && <p>{`新しいことばが${unread}通あります`}</p>}
    </TalentCard>
  )
}
