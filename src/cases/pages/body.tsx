import { industryName } from '../../companies/rules/industries.ts'
import { jobCodes } from '../../jobcodes/rules/standard.ts'
import { prefectureName } from '../../lib/regions.ts'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { Hours } from '../../ui/hours.tsx'
import { Money } from '../../ui/money.tsx'
import { Prose } from '../../ui/prose.tsx'
import { Section } from '../../ui/section.tsx'
import { Tag, type TagTone } from '../../ui/tag.tsx'
import { OUTCOME_WORDS, type Outcome } from '../../works/rules/reviews.ts'
import { SIZE_WORDS } from '../rules/draft.ts'
import type { Case } from '../schema.ts'

export type CaseText = Pick<Case, 'problem' | 'done' | 'result' | 'learned'>
export type CaseFigures = Pick<
  Case,
  | 'outcome'
  | 'codes'
  | 'industry'
  | 'prefecture'
  | 'talentPrefecture'
  | 'size'
  | 'hours'
  | 'months'
  | 'fee'
  | 'applicants'
>

const TONES: Readonly<Record<Outcome, TagTone>> = { reached: 'main', partly: 'sun', missed: 'line' }

export function OutcomeTag({ outcome }: { outcome: Outcome }) {
  return <Tag tone={TONES[outcome]}>{OUTCOME_WORDS[outcome]}</Tag>
}

/** 困りごと × 仕事 × 規模 × 月時間 × 報酬 × 結果. */
export function Figures({ figures }: { figures: CaseFigures }) {
  const { codes, talentPrefecture, size } = figures
  return (
    <DefinitionList
      items={[
        { term: '結果', value: <OutcomeTag outcome={figures.outcome} /> },
        { term: '仕事', value: <CodeLinks codes={codes} /> },
        { term: '会社', value: `${prefectureName(figures.prefecture)}・${industryName(figures.industry)}` },
        { term: '会社の大きさ', value: size && SIZE_WORDS[size] },
        { term: '手伝った人の住まい', value: talentPrefecture && prefectureName(talentPrefecture) },
        { term: '時間', value: <Hours hours={figures.hours} /> },
        { term: '期間', value: `${figures.months}か月` },
        { term: '報酬', value: <Money yen={figures.fee} per="月" /> },
        { term: '応募した人', value: `${figures.applicants}人` },
      ]}
    />
  )
}

function CodeLinks({ codes }: { codes: readonly string[] }) {
  const named = codes.flatMap((code) => jobCodes().leaf(code) ?? [])
  return (
    <ul class="link-list">
      {named.map(({ id, name }) => (
        <li key={id}>
          <a href={`/job-codes/${id}`}>{name}</a>
        </li>
      ))}
    </ul>
  )
}

/** The text of a case, part by part. */
export function CaseBody({ text }: { text: CaseText }) {
  return (
    <>
      <Section title="困りごと">
        <Prose text={text.problem} />
      </Section>
      <Section title="したこと">
        <Prose text={text.done} />
      </Section>
      <Section title="結果">
        <Prose text={text.result} />
      </Section>
      <Section title="学んだこと">
        <Prose text={text.learned} />
      </Section>
    </>
  )
}
