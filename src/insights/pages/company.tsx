import type { ComponentChildren } from 'preact'
import type { AnswerFigures } from '../../applications/rules/promise.ts'
import { answersInWords } from '../../applications/rules/promise.ts'
import { CaseCard, type ShownCase } from '../../cases/pages/card.tsx'
import { industryName } from '../../companies/rules/industries.ts'
import { prefectureName } from '../../lib/regions.ts'
import { ProjectCard } from '../../projects/pages/list.tsx'
import type { AskedCode } from '../../projects/rules/codes.ts'
import type { Project } from '../../projects/schema.ts'
import { Card } from '../../ui/card.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Prose } from '../../ui/prose.tsx'
import { Section } from '../../ui/section.tsx'
import { Tag } from '../../ui/tag.tsx'
import { OUTCOME_WORDS, OUTCOMES, type Outcome } from '../../works/rules/reviews.ts'

type Props = {
  company: { name: string; prefecture: number; industry: string }
  answers: AnswerFigures
  work: { finished: number; outcomes: ReadonlyMap<Outcome, number> }
  projects: readonly Project[]
  codes: ReadonlyMap<string, readonly AskedCode[]>
  cases: readonly ShownCase[]
  /** What professionals said after their work, each with its project. */
  said: readonly { id: string; words: string; title: string | null; projectId: string }[]
  /** How to be told of new ones. */
  follow: ComponentChildren
}

/** Shares of so few would tell of single people. */
const LEAST_OUTCOMES = 5

/** A company as somebody judges it who thinks of applying. */
export function CompanyRecord({ company, answers, work, projects, codes, cases, said, follow }: Props) {
  const { name, prefecture, industry } = company
  return (
    <Layout
      title={name}
      eyebrow="会社のこれまで"
      lead={`${prefectureName(prefecture)}　${industryName(industry)}`}
      description={`${name}が、めぐりでこれまでに頼んだ仕事と、返事の早さです。`}
      back={{ href: '/projects', label: '案件をさがす' }}
      headMore={<Tag tone="main">事務局が会社を確かめました</Tag>}
      width="page"
    >
      <DefinitionList
        items={[
          { term: '応募への返事', value: answersInWords(answers) },
          { term: '終わった仕事', value: work.finished === 0 ? 'まだありません' : `${work.finished}件` },
          { term: '目標', value: outcomesInWords(work.outcomes) },
        ]}
      />
      <Section title="募集中の案件">
        {projects.length === 0 ? (
          <EmptyState title="いま募集中の案件はありません" />
        ) : (
          <CardList columns={2}>
            {projects.map((project) => (
              <ProjectCard key={project.id} project={project} codes={codes.get(project.id) ?? []} />
            ))}
          </CardList>
        )}
        {follow}
      </Section>
      {said.length > 0 && (
        <Section title="手伝った人のひとこと">
          <CardList columns={2}>
            {said.map(({ id, words, title, projectId }) => (
              <Card key={id} level={3} title={title ?? '案件'} href={`/projects/${projectId}`}>
                <Prose text={words} />
              </Card>
            ))}
          </CardList>
        </Section>
      )}
      {cases.length > 0 && (
        <Section title="名前を出している事例">
          <CardList columns={2}>
            {cases.map((row) => (
              <CaseCard key={row.id} row={row} level={3} />
            ))}
          </CardList>
        </Section>
      )}
    </Layout>
  )
}

function outcomesInWords(outcomes: ReadonlyMap<Outcome, number>): string {
  const all = [...outcomes.values()].reduce((sum, n) => sum + n, 0)
  if (all < LEAST_OUTCOMES) return 'ふりかえりがまだ少ないので、数は出していません'
  return OUTCOMES.map((outcome) => `${OUTCOME_WORDS[outcome]} ${outcomes.get(outcome) ?? 0}件`).join('、')
}
