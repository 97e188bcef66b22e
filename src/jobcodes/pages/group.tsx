import type { ComponentChildren } from 'preact'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Section } from '../../ui/section.tsx'
import { peopleInWords } from '../rules/people.ts'
import type { Major, Middle } from '../rules/release.ts'
import { Licence } from './browse.tsx'

export interface GroupPageProps {
  middle: Middle
  major: Major
  use: { openProjects: number; cases: number; people: number }
  /** Contracts of the last release; null where that is not told. */
  contracts: number | null
  usual: ComponentChildren
  follow: ComponentChildren
}

/** A middle group of work: what belongs to it, and what goes on in all of it together. */
export function GroupPage({ middle, major, use, contracts, usual, follow }: GroupPageProps) {
  const names = middle.leaves.map(({ name }) => name)
  const lead = `${names.slice(0, 3).join('、')}など、${names.length}の仕事のまとまりです。`
  const others = major.middles.filter(({ id }) => id !== middle.id)
  const facts = [
    { term: 'できる人', value: peopleInWords(use.people) },
    { term: '契約（24か月）', value: contracts ? `${contracts}件` : null },
  ]
  return (
    <Layout
      title={middle.name}
      eyebrow={major.name}
      lead={names.length > 1 ? lead : `「${names[0]}」の仕事です。`}
      back={{ href: `/job-codes#code-${major.id}`, label: 'ジョブコードの一覧' }}
      description={`${middle.name}（${major.name}）：${names.join('、')}`}
    >
      <p class="actions">
        {use.openProjects > 0 ? (
          <ButtonLink href={`/projects?code=${middle.id}`}>{`募集中の案件 ${use.openProjects}件を見る`}</ButtonLink>
        ) : (
          <span>いま募集中の案件はありません。</span>
        )}
        {use.cases > 0 && (
          <ButtonLink kind="quiet" href={`/cases?code=${middle.id}`}>{`事例 ${use.cases}件を見る`}</ButtonLink>
        )}
      </p>
      {follow}
      <Section title="このまとまりの仕事">
        <CardList columns={2}>
          {middle.leaves.map(({ id, name, definition }) => (
            <Card key={id} level={3} title={name} href={`/job-codes/${id}`}>
              <p>{definition}</p>
            </Card>
          ))}
        </CardList>
      </Section>
      {facts.some(({ value }) => value) && (
        <Section title="いまのようす">
          <DefinitionList items={facts} />
        </Section>
      )}
      {usual}
      {others.length > 0 && (
        <Section title="となりのまとまり">
          <ul class="link-list">
            {others.map(({ id, name }) => (
              <li key={id}>
                <a href={`/job-codes/${id}`}>{name}</a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Licence />
    </Layout>
  )
}
