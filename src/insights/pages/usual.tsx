import { type AnswerFigures, answersInWords, LEAST_ANSWERS } from '../../applications/rules/promise.ts'
import type { Place } from '../../jobcodes/rules/tree.ts'
import { monthName } from '../../lib/time.ts'
import { inYen } from '../../projects/rules/choices.ts'
import { quartilesOf } from '../../projects/rules/fee-guidance.ts'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { Section } from '../../ui/section.tsx'
import { type Released, releaseName } from '../rules/figures.ts'
import { groupName, USUAL_DEFINITIONS } from '../rules/tables.ts'
import { type Group, KINDS, type Kind, type Usual, usualIn } from '../rules/usual.ts'

const TERMS: Readonly<Record<Kind, string>> = {
  ...{ fee: 'お礼（ひと月）', hourly: 'お礼（1時間）', days: '決まるまで', applicants: '応募' },
}
const UNITS: Readonly<Record<Kind, (n: number) => string>> = {
  fee: inYen,
  hourly: inYen,
  days: (n) => `${n}日`,
  applicants: (n) => `${n}人`,
}

/** A kind of work, or a group of them. */
type Work = Pick<Place, 'middle' | 'major'> & Partial<Pick<Place, 'leaf'>>

/** What companies pay for a kind of work and how they find somebody; where too little is known of it, of the group above it. */
export function UsualOfWork({ place, release }: { place: Work; release: Released | undefined }) {
  const { leaf, middle, major } = place
  const groups: Group[] = [...(leaf ? [`leaf ${leaf.id}` as const] : []), `middle ${middle.id}`, `major ${major.id}`]
  const known = KINDS.flatMap((kind) => {
    const usual = release && usualIn(release.figures, kind, groups)
    return usual ? [{ kind, usual }] : []
  })
  return (
    <Section title="ほかの会社では">
      {known.length === 0 ? (
        <p>この仕事の案件はまだ少ないので、数は出していません。</p>
      ) : (
        <>
          <DefinitionList
            items={known.map(({ kind, usual }) => ({
              term: TERMS[kind],
              value: usualInWords(kind, usual),
              note: `${fromInWords(usual, groups[0]!)}${USUAL_DEFINITIONS[kind]}`,
            }))}
          />
          <p>{`${monthName(releaseName(release!.until))}までの24か月。5社に満たない数は出しません。`}</p>
          <ul class="link-list">
            <li>
              <a href="/insights/data">すべての数と数え方</a>
            </li>
          </ul>
        </>
      )}
    </Section>
  )
}

/** 「まん中が12日、半分が8日から20日です」 */
function usualInWords(kind: Kind, { low, half, high }: Usual): string {
  const said = UNITS[kind]
  return low === high ? `ふつう${said(half)}です` : `まん中が${said(half)}、半分が${said(low)}から${said(high)}です`
}

/** 「案件15件以上から。」, and of what, where it is not of the work itself. */
function fromInWords({ group, n, until }: Usual, asked: Group): string {
  const wider = group === asked ? '' : `この仕事だけではまだ少ないので、「${groupName(group)}」全体の`
  const then = until ? `（${monthName(releaseName(until))}まで）` : ''
  return `${wider}案件${n}件以上から${then}。`
}

/** Of fewer a middle says nothing. */
const LEAST_OWN = 3
const KINDS_COMPARED = ['applicants', 'fee', 'hourly'] as const

type Compared = {
  /** What the company's own projects had, each by itself. */
  own: Readonly<Record<(typeof KINDS_COMPARED)[number], readonly number[]>>
  answers: AnswerFigures
  /** Its region and its industry. */
  groups: readonly Group[]
  release: Released | undefined
}

/** A company beside what was published of its region and its industry; nothing while there is nothing to compare. */
export function ComparedWithOthers({ own, answers, groups, release }: Compared) {
  const items = [
    ...(answers.asked < LEAST_ANSWERS ? [] : [{ term: '自社の返事', value: answersInWords(answers), note: '' }]),
    ...KINDS_COMPARED.flatMap((kind) => {
      const others = groups.flatMap((group) => {
        const usual = release && usualIn(release.figures, kind, [group])
        return usual
          ? [`${groupName(group)}の案件は、まん中が${UNITS[kind](usual.half)}（${usual.n}件以上から）。`]
          : []
      })
      const middle = middleOf(own[kind])
      if (middle === null || others.length === 0) return []
      return [
        {
          term: `自社の${TERMS[kind]}`,
          value: `まん中が${UNITS[kind](middle)}（${own[kind].length}件）`,
          note: others.join(''),
        },
      ]
    }),
  ]
  if (items.length === 0) return null
  return (
    <Section title="ほかの会社とくらべると">
      <DefinitionList items={items} />
    </Section>
  )
}

function middleOf(values: readonly number[]): number | null {
  return values.length < LEAST_OWN ? null : quartilesOf(values)[1]
}
