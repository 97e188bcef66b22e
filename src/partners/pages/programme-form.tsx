import { ChoiceCards } from '../../ui/fields/choice-cards.tsx'
import { DateField } from '../../ui/fields/date-field.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Form } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { COLOUR_WORDS, COLOURS, GOAL_WORDS } from '../rules/programmes.ts'
import type { Programme } from '../schema.ts'

type Props = {
  programme: Programme
  version: number
  /** Years on offer for its days. */
  years: readonly number[]
  values: FormValues
  errors?: FormErrors
}

const FIGURES = [
  ['goalCompanies', 'companies', '参加する企業'],
  ['goalProjects', 'projects', '公開する案件'],
  ['goalContracts', 'contracts', '結ぶ契約'],
  ['goalVisits', 'visits', '現地への訪問'],
  ['goalAttendees', 'attendees', '催しに来る方'],
] as const

/** All of a programme on one page: for a clerk, who has it on paper already. */
export function ProgrammeForm({ programme, version, years, values, errors }: Props) {
  const path = `/partners/${programme.partnerId}/programmes/${programme.id}`
  return (
    <Layout
      title="事業の内容"
      eyebrow={programme.title}
      lead="目標と予算は、決まっていなければ空けてください。"
      back={{ href: path, label: '事業のページ' }}
      failed={Boolean(errors)}
    >
      <Form action={`${path}/details`} submit="保存する" {...{ version, values }} {...(errors && { errors })} sticky>
        <TextField name="title" label="事業の名前" required />
        <TextArea name="about" label="紹介" rows={10} max={1500} required />
        <DateField name="firstDay" label="始まる日" years={years} required />
        <DateField name="lastDay" label="終わる日" years={years} required />
        {FIGURES.map(([name, goal, label]) => (
          <TextField
            key={name}
            name={name}
            label={`目標：${label}`}
            inputMode="numeric"
            size="short"
            unit={GOAL_WORDS[goal].unit}
            required={false}
          />
        ))}
        <TextField name="budget" label="予算" inputMode="numeric" size="short" unit="円" required={false} />
        <TextField name="contact" label="問い合わせ先" required={false} hint="だれでも見られるページに出ます。" />
        <ChoiceCards
          name="colour"
          label="ページの色"
          columns={2}
          choices={COLOURS.map((colour) => ({ value: colour, label: COLOUR_WORDS[colour] }))}
        />
        {programme.publishedAt === null && (
          <TextField
            name="slug"
            label="ページの住所"
            required={false}
            hint="「…/programmes/」のあとに付きます。例：yame-2026。公開したあとは変わりません。"
          />
        )}
      </Form>
    </Layout>
  )
}
