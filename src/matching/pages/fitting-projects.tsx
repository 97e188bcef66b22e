import { ProjectGlance } from '../../projects/pages/facts.tsx'
import { whereAndWhat } from '../../projects/pages/posting.tsx'
import type { Project } from '../../projects/schema.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Layout } from '../../ui/layout.tsx'
import { More } from '../../ui/more.tsx'
import { Section } from '../../ui/section.tsx'
import type { Told } from '../rules/sentences.ts'
import { Reasons } from './reasons.tsx'

export type Fitting = { readonly project: Project; readonly told: Told }

/** For the home of a professional: the first few projects that fit, and the way to the others. */
export function FittingProjects({ fitting }: { fitting: readonly Fitting[] }) {
  if (fitting.length === 0) return null
  return (
    <Section title="あなたに合いそうな案件">
      <Cards fitting={fitting} level={3} open={2} />
      <p>
        <ButtonLink href="/me/proposals" kind="quiet">
          合いそうな案件をもっと見る
        </ButtonLink>
      </p>
      <ul class="link-list">
        <li>
          <a href="/about/ranking">おすすめの仕組み</a>
        </li>
      </ul>
    </Section>
  )
}

/** The projects that fit somebody, with the reasons. `ready`: the profile says enough to compare. */
export function OwnProposals({ fitting, ready }: { fitting: readonly Fitting[]; ready: boolean }) {
  return (
    <Layout
      title="あなたに合いそうな案件"
      lead="理由を三つと、考えておきたいことを一つ。見ても、会社には伝わりません。"
      back={{ href: '/me', label: '自分のページ' }}
      width="page"
    >
      {fitting.length > 0 ? <Cards fitting={fitting} level={2} open={4} /> : <Nothing ready={ready} />}
      <Section title="この一覧について">
        <p>
          プロフィールに合う案件を選び、みなさん全体でよく決まるように並べています。勤め先と、見せないと決めた会社の案件は出ません。
          <a href="/about/ranking">おすすめの仕組み</a>
        </p>
      </Section>
    </Layout>
  )
}

const DOUBT = '考えておきたいこと'

/** `open`: of so many the reasons are told at once. */
function Cards({ fitting, level, open }: { fitting: readonly Fitting[]; level: 2 | 3; open: number }) {
  return (
    <CardList columns={2}>
      {fitting.map(({ project, told }, at) => (
        <Card
          key={project.id}
          title={project.title ?? ''}
          href={`/projects/${project.id}`}
          eyebrow={whereAndWhat(project)}
          level={level}
          foot={<span>{project.posterName}</span>}
        >
          <ProjectGlance project={project} />
          {at < open ? (
            <Reasons told={told} doubtTitle={DOUBT} />
          ) : (
            <More title="合う理由と、考えておきたいこと">
              <Reasons told={told} doubtTitle={DOUBT} />
            </More>
          )}
        </Card>
      ))}
    </CardList>
  )
}

function Nothing({ ready }: { ready: boolean }) {
  return ready ? (
    <EmptyState title="いま合いそうな案件はありません" action={<ButtonLink href="/projects">案件をさがす</ButtonLink>}>
      新しい案件が公開されると、ここに並びます。
    </EmptyState>
  ) : (
    <EmptyState
      title="プロフィールがあると、案件が並びます"
      action={<ButtonLink href="/me/profile">プロフィールを作る</ButtonLink>}
    >
      できる仕事を一つ選ぶだけで、合いそうな案件を比べられます。
    </EmptyState>
  )
}
