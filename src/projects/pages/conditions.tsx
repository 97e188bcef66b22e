import { ChoiceCards } from '../../ui/fields/choice-cards.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { More } from '../../ui/more.tsx'
import { answerDaysChoices, closingChoices, limitChoices, openingsChoices } from '../rules/choices.ts'
import type { FieldsProps } from './draft-view.ts'

/** How many, until when, and how it ends: set already, changed by few. */
export function FurtherPeriodFields({ draft, open }: FieldsProps) {
  const { project, now, errors = {} } = draft
  const shown = open || ['openings', 'ending', 'closesOn', 'applicationLimit'].some((field) => errors[field])
  return (
    <More title="人数や終わり方を決める（任意）" open={shown}>
      <ChoiceCards name="openings" label="何人" choices={openingsChoices(project.openings)} columns={3} />
      <SelectField
        name="closesOn"
        label="募集はいつまで"
        empty="決めない"
        options={closingChoices(now, project.closesOn)}
      />
      <SelectField
        name="applicationLimit"
        label="応募が多いとき"
        empty="人数では締め切らない"
        options={limitChoices(project.applicationLimit)}
      />
      <TextArea name="ending" label="終わり方（募集にのせます）" rows={4} max={500} />
    </More>
  )
}

/** Who recruits: the law wants these three on every posting. */
export function ContactFields({ draft }: FieldsProps) {
  const { project, errors = {} } = draft
  return (
    <>
      <TextField name="posterName" label="会社の名前" autoComplete="organization" />
      <TextField name="posterAddress" label="住所（番地や建物まで）" autoComplete="street-address" />
      <TextField name="posterContact" label="連絡先（電話かメール）" />
      <ChoiceCards
        name="answerDays"
        label="応募した人に、何日で返事をしますか"
        choices={answerDaysChoices(project.answerDays)}
        columns={2}
      />
      <More title="応募する人に聞くこと（任意）" open={Boolean(errors.question1 ?? errors.question2)}>
        <TextField name="question1" label="聞くこと 1つ目" />
        <TextField name="question2" label="聞くこと 2つ目" />
      </More>
    </>
  )
}
