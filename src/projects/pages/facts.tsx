import { hourlyEquivalent } from '../../law/fee.ts'
import { prefectureName } from '../../lib/regions.ts'
import { legalDate } from '../../lib/time.ts'
import { type Definition, DefinitionList } from '../../ui/definition-list.tsx'
import { Hours } from '../../ui/hours.tsx'
import { japaneseDate } from '../../ui/japanese-date.tsx'
import { Money } from '../../ui/money.tsx'
import { Phrase } from '../../ui/phrase.tsx'
import type { Content } from '../rules/changes.ts'
import { inYen, monthsInWords, STYLE_WORDS } from '../rules/choices.ts'

const OPEN = 'まだ決まっていません'

/** What somebody wants to know first, in the order of asking. */
export function ProjectFacts({ project }: { project: Content }) {
  return <DefinitionList items={[...mainFacts(project), ...furtherFacts(project)]} />
}

type Glance = Pick<Content, 'fee' | 'hours' | 'contractKind' | 'style' | 'prefecture'>

/** For a card: fee, hours, place. */
export function ProjectGlance({ project }: { project: Glance }) {
  const { hours, style } = project
  const where = style === 'remote' ? STYLE_WORDS.remote : `${placeName(project)}（${styleOf(project)}）`
  return (
    <DefinitionList
      compact
      items={[
        { term: '報酬', ...feeOf(project) },
        { term: '時間', value: hours === null ? OPEN : <Hours hours={hours} /> },
        { term: '場所', value: <Phrase names={[`（${styleOf(project)}）`]}>{where}</Phrase> },
      ]}
    />
  )
}

/** The six things without which the law calls a posting misleading stand among these, under the words of daily life. */
export function PosterFacts({ project }: { project: Content }) {
  return (
    <DefinitionList
      items={[
        { term: '募集する会社', value: project.posterName ?? OPEN },
        { term: '住所', value: project.posterAddress ?? OPEN },
        { term: '連絡先', value: project.posterContact ?? OPEN },
      ]}
    />
  )
}

export function placeName({ prefecture }: Pick<Content, 'prefecture'>): string {
  return prefecture === null ? '場所は相談' : prefectureName(prefecture)
}

function mainFacts(project: Content): Definition[] {
  const { hours, months, startOn } = project
  const start = startOn ? `${japaneseDate(startOn.slice(0, 7))}から` : '決まりしだい始めます'
  return [
    { term: '報酬', ...feeOf(project) },
    { term: '時間', value: hours === null ? OPEN : <Hours hours={hours} /> },
    { term: '働き方', value: styleOf(project), note: travelOf(project) },
    { term: '働く場所', value: project.place ?? OPEN },
    { term: '期間', value: months === null ? OPEN : monthsInWords(months), note: start },
    { term: '契約', ...contractOf(project) },
  ]
}

function furtherFacts(project: Content): Definition[] {
  const { closesOn, applicationLimit } = project
  const until = [
    closesOn && `${japaneseDate(legalDate(closesOn))}まで`,
    applicationLimit && `${applicationLimit}人の応募で締め切ります`,
  ].filter(Boolean)
  return [
    { term: '人数', value: `${project.openings}人` },
    { term: '返事の約束', value: `応募から${project.answerDays}日以内に、必ずお返事します` },
    { term: '募集の終わり', value: until.join('。') },
    { term: '終わり方', value: project.ending },
  ]
}

/** Whoever works for nothing by somebody's clock is employed, whatever the paper says: 労働基準法9条・11条. */
function contractOf({ contractKind }: Content): Pick<Definition, 'value' | 'note'> {
  if (contractKind !== 'probono') return { value: '業務委託（会社と直接）' }
  const note =
    '雇用ではありません。いつ、どう手伝うかは、手伝う人が決めます。会社が時間や場所を決めて指図すると、雇用とみられ、賃金を払うことになります。交通費などは会社が払えます。'
  return { value: 'お礼なしの手伝い', note: <Phrase>{note}</Phrase> }
}

function feeOf({ fee, hours, contractKind }: Glance): Pick<Definition, 'value' | 'note'> {
  if (contractKind === 'probono') return { value: 'なし' }
  if (fee === null) return { value: OPEN }
  const hourly = hourlyEquivalent(fee, hours)
  return {
    value: <Money yen={fee} per="月" />,
    ...(hourly !== null && { note: <Phrase>{`1時間あたり${inYen(hourly)}（税別）`}</Phrase> }),
  }
}

function styleOf({ style }: Glance): string {
  return style === null ? OPEN : STYLE_WORDS[style]
}

function travelOf({ travelPaid, style }: Content): string | undefined {
  if (travelPaid === null || style === 'remote') return undefined
  return travelPaid ? '交通費は、報酬とは別に払います' : '交通費は、報酬に入っています'
}
