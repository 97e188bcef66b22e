import type { ComponentChildren } from 'preact'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { Hours } from '../../ui/hours.tsx'
import { Money } from '../../ui/money.tsx'
import type { ApplicantProfile } from '../rules/card.ts'
import { TalentCard } from './talent-card.tsx'

type Props = { applicant: ApplicantProfile; level?: 2 | 3 | 4; foot?: ComponentChildren }

/** What a company sees of somebody who applied: the card, with a name and what was done. Never the employer. */
export function ApplicantSheet({ applicant, level, foot }: Props) {
  const { name, about, evidence, ties, industries, motives, style, hours, times, fee } = applicant
  return (
    <TalentCard talent={applicant.card} level={level} eyebrow={name && `${name}さん`} foot={foot}>
      {about.split('\n').map((line, at) => (
        <p key={at}>{line}</p>
      ))}
      <DefinitionList
        items={[
          ...evidence.map(({ name: work, years, lastYear, line }) => ({
            term: work,
            value: [years > 0 ? `${years}年` : '', lastYear ? `さいごは${lastYear}年` : '', line]
              .filter(Boolean)
              .join('　'),
          })),
          { term: 'ゆかり', value: ties.map(({ kind, prefecture }) => `${prefecture}（${kind}）`).join('、') },
          { term: '知っている業種', value: industries.join('、') },
          { term: 'やってみたい理由', value: motives.join('、') },
          { term: '働き方', value: style },
          { term: '使える時間', value: hours !== null && <Hours hours={hours} /> },
          { term: 'いつ', value: times.length > 0 && times.join('、') },
          { term: '望む報酬', value: fee !== null && <Money yen={fee} per="1時間" /> },
        ].filter(({ value }) => value !== false)}
      />
    </TalentCard>
  )
}
