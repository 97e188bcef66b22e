import { INDUSTRIES } from '../../companies/rules/industries.ts'
import { quoted } from '../../jobcodes/rules/change-words.ts'
import type { Leaf } from '../../jobcodes/rules/release.ts'
import { jobCodes } from '../../jobcodes/rules/standard.ts'
import type { LegalDate } from '../../lib/time.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { CheckboxList } from '../../ui/fields/checkbox-list.tsx'
import { ChoiceCards } from '../../ui/fields/choice-cards.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { useForm } from '../../ui/form-state.ts'
import { Notice } from '../../ui/notice.tsx'
import { ABOUT_MAX, EVIDENCE_MAX, HEADLINE_MAX, TALK } from '../rules/answers.ts'
import { FEES, HOURS, YEARS } from '../rules/bands.ts'
import { AVAILABILITIES, LEVELS, MOTIVES, STYLES, TIMES } from '../rules/words.ts'
import { PREFECTURE_OPTIONS } from './prefectures.ts'
import { TieQuestions } from './ties.tsx'
import { yearsUpTo } from './years.ts'

const figures = new Intl.NumberFormat('ja-JP')
const named = <T extends string>(words: readonly { id: T; name: string }[]) =>
  words.map(({ id, name }) => ({ value: id, label: name }))

export function WorkQuestions({ alone }: { alone?: boolean }) {
  return (
    <>
      <TextArea
        name="about"
        label="何をしてきましたか"
        labelHidden={alone}
        hint="話すように書いてください。勤め先や取引先の名前は書かないでください。"
        rows={7}
        max={ABOUT_MAX}
      />
      <TextField
        name="headline"
        label="ひとことで言うと"
        hint={`会社が最初に見る1行です。例：食品工場で品質管理を15年（${HEADLINE_MAX}字まで）`}
        size="long"
      />
    </>
  )
}

/** Said where somebody has a job code that is no longer used. */
export function givenUp(successors: readonly string[]): string {
  return `この名前は、今は使っていません。${successors.length > 0 ? `代わりに、${quoted(successors)}を選べます。` : ''}`
}

export function CodeQuestions({ leaf, today }: { leaf: Leaf; today: LegalDate }) {
  const { values } = useForm()
  const example = leaf.evidence[0]
  return (
    <>
      {leaf.old && (
        <Notice
          kind="warning"
          action={
            <ButtonLink kind="quiet" href="/me/profile/codes">
              仕事を選びなおす
            </ButtonLink>
          }
        >
          {givenUp(
            jobCodes()
              .successors(leaf.id)
              .map(({ name }) => name),
          )}
        </Notice>
      )}
      <ChoiceCards
        name={`level-${leaf.id}`}
        label="どのくらいできますか"
        choices={LEVELS.map(({ level, name, note }) => ({ value: String(level), label: name, note }))}
        columns={2}
      />
      <ChoiceCards
        name={`years-${leaf.id}`}
        label="何年くらいですか"
        choices={YEARS.map(({ years, name }) => ({ value: String(years), label: name }))}
        columns={3}
      />
      <SelectField
        name={`last-${leaf.id}`}
        label="さいごにしたのは、いつですか"
        required={false}
        options={yearsUpTo(Number(today.slice(0, 4)), String(values[`last-${leaf.id}`] ?? ''))}
      />
      <TextArea
        name={`evidence-${leaf.id}`}
        label="たとえば、どんなことをしましたか"
        required={false}
        hint={`応募した会社だけが見ます。${example ? `例：${example}` : ''}`}
        rows={2}
        max={EVIDENCE_MAX}
      />
    </>
  )
}

export function PaceQuestions() {
  return (
    <>
      <ChoiceCards
        name="hours"
        label="月に何時間くらい使えますか"
        choices={HOURS.map((hours) => ({ value: String(hours), label: `月${hours}時間くらい` }))}
        columns={3}
      />
      <CheckboxList name="times" label="いつなら使えますか" required={false} choices={named(TIMES)} columns={3} />
      <ChoiceCards
        name="fee"
        label="1時間あたり、いくらを望みますか"
        hint="応募するまで、会社にはおおよその幅だけが見えます。"
        choices={[
          ...FEES.map((fee) => ({
            value: String(fee),
            label: `${figures.format(fee)}円くらい`,
            note: `月10時間なら${figures.format(fee * 10)}円`,
          })),
          { value: TALK, label: '相談して決めたい' },
        ]}
        columns={3}
      />
      <ChoiceCards name="style" label="どう働きたいですか" choices={named(STYLES)} columns={3} />
      <ChoiceCards name="availability" label="いつから始められますか" choices={named(AVAILABILITIES)} columns={2} />
    </>
  )
}

export function PlaceQuestions({ today, more }: { today: LegalDate; more: boolean }) {
  return (
    <>
      <SelectField name="prefecture" label="住んでいる都道府県" options={PREFECTURE_OPTIONS} />
      <TieQuestions today={today} more={more} />
    </>
  )
}

export function WishesQuestions() {
  return (
    <>
      <CheckboxList
        name="motives"
        label="やってみたいのは、なぜですか"
        required={false}
        choices={named(MOTIVES)}
        columns={2}
      />
      <CheckboxList name="industries" label="知っている業種" required={false} choices={named(INDUSTRIES)} columns={3} />
    </>
  )
}
