import { japaneseDate, today } from '../../lib/time.ts'
import { CHOICE_WORDS, type Choice } from '../../projects/rules/paper.ts'
import { projectNumber } from '../../projects/rules/state.ts'
import type { Project } from '../../projects/schema.ts'
import { TalentCard } from '../../talents/pages/talent-card.tsx'
import type { TalentCardData } from '../../talents/rules/card.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PostButton } from '../../ui/form.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Section } from '../../ui/section.tsx'
import type { Told } from '../rules/sentences.ts'
import { Reasons } from './reasons.tsx'

export type Proposed = { readonly card: TalentCardData; readonly told: Told }

type Props = {
  project: Project
  proposed: readonly Proposed[]
  runnersUp: readonly TalentCardData[]
  madeAt: Date | null
  /** What was marked beside somebody on paper. */
  marks: ReadonlyMap<string, Choice>
  mayWrite: boolean
  /** ready: people stand on the list. waiting: it is being made. empty: nobody fits. closed: nobody is looked for now. */
  state: 'ready' | 'waiting' | 'empty' | 'closed'
}

/** The people who fit a project, for its company: no name, no employer, no town. */
export function Proposals(props: Props) {
  const { project, proposed, runnersUp, state, marks, mayWrite } = props
  const own = `/companies/${project.companyId}/projects/${project.id}`
  return (
    <Layout
      title="合いそうな人"
      eyebrow={project.title ?? projectNumber(project)}
      lead={LEADS[state]}
      back={{ href: own, label: '案件' }}
      width="page"
    >
      {state === 'ready' ? (
        <CardList columns={2}>
          {proposed.map(({ card, told }, at) => (
            <TalentCard
              key={card.id}
              talent={card}
              href={`/companies/${project.companyId}/talents/${card.id}?project=${project.id}`}
              eyebrow={[
                `${at + 1}人目`,
                ...markOf(marks.get(card.id)),
                ...(runnersUp.some(({ id }) => id === card.id) ? [NEARBY] : []),
              ].join('　')}
              tone={at === 0 ? 'main' : 'plain'}
              {...foldedAt(at)}
            >
              <Reasons told={told} doubtTitle="確かめたいこと" />
            </TalentCard>
          ))}
        </CardList>
      ) : (
        <Nobody {...props} own={own} />
      )}
      {state === 'ready' && mayWrite && (
        <PostButton action={`${own}/proposals/sheet`}>紙に印刷して、印をつけてもらう</PostButton>
      )}
      <RunnersUp {...props} />
      <HowMade {...props} own={own} />
    </Layout>
  )
}

/** Of the first all is told at once, so that the others are within reach of a thumb. */
const OPEN = 4

export const foldedAt = (at: number) => (at >= OPEN ? { folded: '合う理由と、確かめたいこと' } : {})

/** Nothing was sent by it: whoever wants to write to somebody does so on their card. */
function markOf(choice: Choice | undefined): string[] {
  return choice && choice !== 'open' ? [`紙の印：${CHOICE_WORDS[choice]}`] : []
}

const NEARBY = '近くの会社で次点になった方'

const LEADS = {
  ready: 'お名前は出ません。見ても、相手には伝わりません。',
  waiting: '一覧を作っています。',
  empty: '',
  closed: '',
} as const

function Nobody({ project, state, own }: Props & { own: string }) {
  if (state === 'waiting') {
    return (
      <EmptyState
        title="いま、さがしています"
        picture="thinking"
        action={<ButtonLink href={`${own}/proposals`}>もう一度見る</ButtonLink>}
      >
        数秒で終わります。できたら、メールでもお知らせします。
      </EmptyState>
    )
  }
  if (state === 'closed') {
    return (
      <EmptyState title="いまは募集していません" action={<ButtonLink href={own}>案件のいまを見る</ButtonLink>}>
        案件が公開されると、合いそうな人がここに並びます。
      </EmptyState>
    )
  }
  return (
    <EmptyState title="合う人がまだいません" action={<ButtonLink href={`${own}/applications`}>応募を見る</ButtonLink>}>
      {`毎晩さがしなおします。時間やお礼を変えると増えることがあります。${projectNumber(project)}`}
    </EmptyState>
  )
}

/** They agreed to it themselves; what they were not chosen for stays untold. */
function RunnersUp({ project, runnersUp, proposed }: Props) {
  const others = runnersUp.filter(({ id }) => !proposed.some(({ card }) => card.id === id))
  if (others.length === 0) return null
  return (
    <Section title={NEARBY} lead="近くの県の会社がすすめ、ご本人が紹介してよいと答えた方です。">
      <CardList columns={2}>
        {others.map((card) => (
          <TalentCard
            key={card.id}
            talent={card}
            level={3}
            href={`/companies/${project.companyId}/talents/${card.id}?project=${project.id}`}
          />
        ))}
      </CardList>
    </Section>
  )
}

function HowMade({ project, state, madeAt, own }: Props & { own: string }) {
  if (state === 'closed') return null
  return (
    <Section title="この一覧について">
      <p>
        頼みたい仕事と、できる仕事、時間、お礼、土地とのつながりなどを比べて選び、全体でよく決まるように並べています。年齢や性別、勤め先は使いません。
        {madeAt && `${japaneseDate(today(madeAt))}に作り、毎晩作りなおします。`}
      </p>
      <p>
        <a href="/about/ranking">おすすめの仕組み</a>
      </p>
      <p>
        <a href={`/companies/${project.companyId}/talents?project=${project.id}`}>条件を決めて、自分で人をさがす</a>
      </p>
      <p>
        自分から応募した方は、<a href={`${own}/applications`}>応募の一覧</a>にいます。
      </p>
    </Section>
  )
}
