import { CheckboxList } from '../fields/checkbox-list.tsx'
import { ChoiceCards } from '../fields/choice-cards.tsx'
import { DateField } from '../fields/date-field.tsx'
import { SelectField } from '../fields/select-field.tsx'
import { TextArea } from '../fields/text-area.tsx'
import { TextField } from '../fields/text-field.tsx'
import { Form } from '../form.tsx'
import type { Example } from './example.ts'

const FEES = [
  { value: '30000', label: '月30,000円', note: '月に5時間ほど' },
  { value: '50000', label: '月50,000円', note: '月に10時間ほど' },
  { value: '80000', label: '月80,000円', note: '月に16時間ほど' },
]
const WAYS = [
  { value: 'remote', label: '電話や画面ごしで' },
  { value: 'visit', label: '月に一度は来てほしい' },
]
const REGIONS = [
  { group: '東北', options: [{ value: '06', label: '山形県' }] },
  { group: '九州', options: [{ value: '40', label: '福岡県' }] },
]

export const fieldExamples: readonly Example[] = [
  {
    part: 'Form',
    state: 'はじめて開いたとき',
    node: (
      <Form id="new" action="/styleguide" submit="つぎへ進む" back="submit" version={1} autosave="/styleguide/draft">
        <TextArea name="worry" label="困っていること" required hint="ひとことで大丈夫です。" max={400} rows={3} />
      </Form>
    ),
  },
  {
    part: 'Form',
    state: '直すところがあるとき',
    node: (
      <Form
        id="wrong"
        action="/styleguide"
        submit="この内容で送る"
        back={{ href: '#main', label: '前にもどる' }}
        values={{
          name: '',
          fee: '50000',
          mail: 'yamada@',
          way: ['visit'],
          'day.year': '2026',
          'day.month': '2',
          'day.day': '31',
        }}
        errors={{
          name: '会社の名前を書いてください。',
          mail: 'メールの「@」のうしろを書いてください。',
          fee: '報酬を選んでください。',
          way: 'どちらか一つは選んでください。',
          region: '都道府県を選んでください。',
          day: '2月31日はありません。日を選びなおしてください。',
        }}
      >
        <TextField name="name" label="会社の名前" required autoComplete="organization" />
        <TextField name="mail" label="メール" required type="email" autoComplete="email" />
        <ChoiceCards name="fee" label="報酬" required choices={FEES} unsure />
        <CheckboxList name="way" label="手伝い方" required choices={WAYS} />
        <SelectField name="region" label="都道府県" required options={REGIONS} />
        <DateField name="day" label="始める日" required years={[2026, 2027]} />
      </Form>
    ),
  },
  {
    part: 'Fields',
    state: '書いてあるとき',
    node: (
      <Form
        id="filled"
        action="/styleguide"
        submit="保存する"
        values={{
          name: '紅花肥料株式会社',
          hours: '10',
          way: ['remote', 'visit'],
          region: '06',
          day: '2026-11-23',
          fee: 'unsure',
        }}
      >
        <TextField name="name" label="会社の名前" required />
        <TextField name="hours" label="月の時間" required={false} unit="時間" size="short" inputMode="numeric" />
        <ChoiceCards
          name="fee"
          label="報酬"
          hint="旅費は別に支払います。"
          choices={FEES}
          unsure="事務局がいっしょに考えます"
        />
        <CheckboxList name="way" label="手伝い方" required={false} choices={WAYS} columns={2} />
        <SelectField name="region" label="都道府県" required options={REGIONS} />
        <DateField name="day" label="始める日" required={false} years={[2026, 2027]} />
        <TextArea name="memo" label="ひとこと" required={false} value="工場の見学からお願いしたいです。" rows={3} />
      </Form>
    ),
  },
]
