import { Card } from '../../ui/card.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { spotInWords } from '../rules/figures.ts'
import { isFailed } from '../rules/outcomes.ts'
import type { PublishedCase } from '../rules/published.ts'
import { CauseTags, OutcomeTag } from './body.tsx'

export type ShownCase = PublishedCase

/** A case as a card of a list; for other rooms too. */
export function CaseCard({ row, level }: { row: ShownCase; level?: 2 | 3 }) {
  return (
    <Card
      level={level ?? 2}
      title={row.title}
      href={`/cases/${row.id}`}
      eyebrow={
        <>
          {row.companyName ?? spotInWords(row)} <OutcomeTag outcome={row.outcome} />
        </>
      }
    >
      {isFailed(row.outcome) && <CauseTags causes={row.causes} />}
      <DefinitionList
        compact
        items={[
          { term: '時間', value: row.figures.hours },
          { term: '期間', value: row.figures.months },
          { term: '報酬', value: row.figures.fee },
        ]}
      />
    </Card>
  )
}
