import { industryName } from '../../companies/rules/industries.ts'
import { prefectureName } from '../../lib/regions.ts'
import { Card } from '../../ui/card.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { Hours } from '../../ui/hours.tsx'
import { Money } from '../../ui/money.tsx'
import { More } from '../../ui/more.tsx'
import { Tag, TagList } from '../../ui/tag.tsx'
import { OutcomeTag } from './body.tsx'
import type { ShownCase } from './card.tsx'

export type ComparableCase = ShownCase & { why: readonly string[] }

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
                {one.companyName ?? `${prefectureName(one.prefecture)}・${industryName(one.industry)}`}{' '}
                <OutcomeTag outcome={one.outcome} />
              </>
            }
          >
            <TagList>
              {one.why.map((words) => (
                <Tag key={words}>{words}</Tag>
              ))}
            </TagList>
            <DefinitionList
              compact
              items={[
                { term: 'お礼', value: <Money yen={one.fee} per="月" /> },
                { term: '時間', value: <Hours hours={one.hours} /> },
                { term: '応募', value: `${one.applicants}人` },
              ]}
            />
          </Card>
        ))}
      </CardList>
    </More>
  )
}
