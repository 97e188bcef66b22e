import type { VNode } from 'preact'
import { PREFECTURES } from '../../lib/regions.ts'
import { CheckboxList } from '../../ui/fields/checkbox-list.tsx'
import { ChoiceCards } from '../../ui/fields/choice-cards.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { More } from '../../ui/more.tsx'
import { Phrase } from '../../ui/phrase.tsx'
import { feeChoices, hoursChoices, monthsChoices, STYLES, startChoices } from '../rules/choices.ts'
import type { StepName } from '../rules/steps.ts'
import { ContactFields, FurtherPeriodFields } from './conditions.tsx'
import type { FieldsProps } from './draft-view.ts'
import { WorkFields } from './work-fields.tsx'

/** The fields of one question: the same on its own screen, on the page with everything, and at the desk. */
export function StepFields({ step, ...props }: FieldsProps & { step: StepName }) {
  return FIELDS[step](props)
}

const DESK = '事務局が一緒に決めます'

const FIELDS: Readonly<Record<StepName, (props: FieldsProps) => VNode>> = {
  background: ({ draft, alone }) => (
    <>
      <TextArea name="background" label="いま、何に困っていますか" labelHidden={alone} rows={7} max={2000} />
      {draft.hints.length > 0 && (
        <More title="何を書くか迷ったら">
          <ul>
            {draft.hints.map((hint) => (
              <li key={hint}>{hint}</li>
            ))}
          </ul>
        </More>
      )}
    </>
  ),
  work: (props) => <WorkFields {...props} />,
  goal: ({ draft, alone }) => (
    <>
      <TextArea name="goal" label="三か月後の姿" labelHidden={alone} rows={5} max={1000} />
      <CheckboxList
        name="goalUnsure"
        label="わからないとき"
        labelHidden
        choices={[{ value: 'on', label: 'わからない', note: DESK }]}
      />
      <More title="今回は頼まないこと（任意）" open={Boolean(draft.errors?.excluded)}>
        <TextArea name="excluded" label="今回は頼まないこと" labelHidden rows={4} max={1000} />
      </More>
    </>
  ),
  hours: ({ draft, alone }) => (
    <>
      <ChoiceCards
        name="hours"
        label="月に何時間くらい"
        labelHidden={alone}
        choices={hoursChoices(draft.project.hours)}
        unsure={DESK}
      />
      <More title="ほかの時間にする" open={Boolean(draft.errors?.hoursOther)}>
        <TextField name="hoursOther" label="月の時間" inputMode="numeric" size="short" unit="時間" />
      </More>
    </>
  ),
  fee: ({ draft, alone }) => (
    <>
      <ChoiceCards
        name="fee"
        label="お礼は、月にいくら（税別）"
        labelHidden={alone}
        choices={feeChoices(draft.project)}
        unsure={DESK}
      />
      <p>
        <Phrase>{draft.feeWords}</Phrase>
      </p>
      <More title="ほかの額にする" open={Boolean(draft.errors?.feeOther)}>
        <TextField name="feeOther" label="月のお礼（税別）" inputMode="numeric" size="short" unit="円" />
      </More>
    </>
  ),
  place: ({ draft, alone, open }) => (
    <>
      <ChoiceCards name="style" label="働いてもらう場所" labelHidden={alone} choices={STYLES} unsure={DESK} />
      <ChoiceCards
        name="travelPaid"
        label="来てもらうときの交通費"
        choices={[
          { value: 'yes', label: 'お礼とは別に払う' },
          { value: 'no', label: 'お礼に入れておく' },
        ]}
      />
      <More title="場所をくわしく書く" open={open || Boolean(draft.errors?.place ?? draft.errors?.prefecture)}>
        <TextField name="place" label="働く場所（募集にのせます）" />
        <SelectField
          name="prefecture"
          label="都道府県"
          options={PREFECTURES.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
      </More>
    </>
  ),
  period: (props) => (
    <>
      <ChoiceCards
        name="months"
        label="どのくらいの間"
        choices={monthsChoices(props.draft.project.months)}
        unsure={DESK}
      />
      <ChoiceCards
        name="startOn"
        label="いつから"
        choices={startChoices(props.draft.now, props.draft.project.startOn)}
        unsure={DESK}
      />
      <FurtherPeriodFields {...props} />
    </>
  ),
  contact: (props) => <ContactFields {...props} />,
}
