import { jobCodes } from '../../jobcodes/rules/standard.ts'
import { prefectureName } from '../../lib/regions.ts'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { Prose } from '../../ui/prose.tsx'
import { Section } from '../../ui/section.tsx'
import { Tag, TagList, type TagTone } from '../../ui/tag.tsx'
import { causesOf } from '../rules/causes.ts'
import { SIZE_WORDS } from '../rules/draft.ts'
import { spotInWords } from '../rules/figures.ts'
import { CASE_OUTCOME_WORDS, type CaseOutcome, isFailed } from '../rules/outcomes.ts'
import type { CaseFigures } from '../rules/published.ts'
import type { Case } from '../schema.ts'

export type CaseText = Pick<Case, 'problem' | 'done' | 'result' | 'learned' | 'surprised' | 'told' | 'outcome'>

const TONES: Partial<Readonly<Record<CaseOutcome, TagTone>>> = { reached: 'main', partly: 'sun' }

export function OutcomeTag({ outcome }: { outcome: CaseOutcome }) {
  return <Tag tone={TONES[outcome] ?? 'line'}>{CASE_OUTCOME_WORDS[outcome]}</Tag>
}

/** Why it failed, as the company chose. */
export function CauseTags({ causes }: { causes: readonly string[] }) {
  const known = causesOf(causes)
  if (known.length === 0) return null
  return (
    <TagList>
      {known.map(({ id, name }) => (
        <Tag key={id}>{name}</Tag>
      ))}
    </TagList>
  )
}

/** 困りごと × 仕事 × 規模 × 月時間 × 報酬 × 結果. */
export function Figures({ row }: { row: CaseFigures }) {
  const { figures, helper, shownCodes, shownSize } = row
  return (
    <DefinitionList
      items={[
        { term: '結果', value: <OutcomeTag outcome={row.outcome} /> },
        { term: 'わけ', value: row.causes.length > 0 && <CauseTags causes={row.causes} /> },
        { term: '仕事', value: shownCodes.length > 0 && <CodeLinks codes={shownCodes} /> },
        { term: '会社', value: spotInWords(row) },
        { term: '会社の大きさ', value: shownSize && SIZE_WORDS[shownSize] },
        {
          term: '手伝った人の住まい',
          value: helper && ('region' in helper ? helper.region : prefectureName(helper.prefecture)),
        },
        { term: '時間', value: figures.hours },
        { term: '期間', value: figures.months },
        { term: '報酬', value: figures.fee },
        { term: '応募した人', value: figures.applicants },
        { term: '決まるまで', value: figures.days },
      ]}
    />
  )
}

/** A kind of work has a page of its own; what stands above it leads to its cases. */
function CodeLinks({ codes }: { codes: readonly string[] }) {
  const named = codes.flatMap((code) => jobCodes().node(code) ?? [])
  return (
    <ul class="link-list">
      {named.map(({ id, name }) => (
        <li key={id}>
          <a href={jobCodes().leaf(id) ? `/job-codes/${id}` : `/cases?code=${id}`}>{name}</a>
        </li>
      ))}
    </ul>
  )
}

/** The text of a case, part by part. */
export function CaseBody({ text }: { text: CaseText }) {
  const parts: readonly (readonly [string, string])[] = [
    ['困りごと', text.problem],
    [isFailed(text.outcome) ? '頼もうとしたこと・したこと' : 'したこと', text.done],
    ['結果', text.result],
    ['学んだこと', text.learned],
    ['思いがけなかったこと', text.surprised],
    ['手伝った人の言葉', text.told ?? ''],
  ]
  return (
    <>
      {parts.map(
        ([title, words]) =>
          words !== '' && (
            <Section key={title} title={title}>
              <Prose text={words} />
            </Section>
          ),
      )}
    </>
  )
}
