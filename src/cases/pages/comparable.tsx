import { Card } from '../../ui/card.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { More } from '../../ui/more.tsx'
import { Tag, TagList } from '../../ui/tag.tsx'
import { spotInWords } from '../rules/figures.ts'
import { CauseTags, OutcomeTag } from './body.tsx'
import type { ShownCase } from './card.tsx'

export type ComparableCase = ShownCase & { why: readonly string[] }

/** Where cases stand side by side. */
export function comparisonOf(cases: readonly { readonly id: string }[]): string {
  return `/cases/comparison?ids=${cases.map(({ id }) => id).join(',')}`
}

/** 「似た会社はこうした」: up to three cases, why each is alike, and what it took. Nothing where there is none. */
export function Comparable({ cases, level }: { cases: readonly ComparableCase[]; level: 2 | 3 }) {
  if (cases.length === 0) return null
  return (
    <More title={`似た会社はこうした（${cases.length}つ）`}>
      <CardList>
        {cases.map((one) => (
          <Card
            key={one.id}
            level={level}
            title={one.title}
            href={`/cases/${one.id}`}
            eyebrow={
              <>
                {one.companyName ?? spotInWords(one)} <OutcomeTag outcome={one.outcome} />
              </>
            }
          >
            <TagList>
              {one.why.map((words) => (
                <Tag key={words}>{words}</Tag>
              ))}
            </TagList>
            <CauseTags causes={one.causes} />
            <DefinitionList
              compact
              items={[
                { term: 'お礼', value: one.figures.fee },
                { term: '時間', value: one.figures.hours },
                { term: '応募', value: one.figures.applicants },
              ]}
            />
          </Card>
        ))}
      </CardList>
      {cases.length > 1 && (
        <p>
          <a href={comparisonOf(cases)}>{`${cases.length}つをならべて見る`}</a>
        </p>
      )}
    </More>
  )
}
