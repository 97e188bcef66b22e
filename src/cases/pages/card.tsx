import { industryName } from '../../companies/rules/industries.ts'
import { prefectureName } from '../../lib/regions.ts'
import { Card } from '../../ui/card.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { Hours } from '../../ui/hours.tsx'
import { Money } from '../../ui/money.tsx'
import type { Case } from '../schema.ts'
import { type CaseFigures, type CaseText, OutcomeTag } from './body.tsx'

export type ShownCase = Pick<Case, 'id' | 'number' | 'title'> &
  CaseText &
  CaseFigures & { companyName: string | null; talentName: string | null }

/** A case as a card of a list; for other rooms too. */
export function CaseCard({ row, level }: { row: ShownCase; level?: 2 | 3 }) {
  return (
    <Card
      level={level ?? 2}
      title={row.title}
      href={`/cases/${row.id}`}
      eyebrow={
        <>
          {row.companyName ?? `${prefectureName(row.prefecture)}・${industryName(row.industry)}`}{' '}
          <OutcomeTag outcome={row.outcome} />
        </>
      }
    >
      <DefinitionList
        compact
        items={[
          { term: '時間', value: <Hours hours={row.hours} /> },
          { term: '期間', value: `${row.months}か月` },
          { term: '報酬', value: <Money yen={row.fee} per="月" /> },
        ]}
      />
    </Card>
  )
}
