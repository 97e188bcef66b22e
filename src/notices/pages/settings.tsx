import type { ComponentChildren } from 'preact'
import { CheckboxList } from '../../ui/fields/checkbox-list.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { Form } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { More } from '../../ui/more.tsx'
import { Notice } from '../../ui/notice.tsx'
import { KIND_WORDS, KINDS } from '../rules/kinds.ts'
import { CHOSEN, FIXED, WAY_WORDS, waysOf } from '../rules/ways.ts'
import { DIGEST_HOURS, QUIET_HOURS } from '../rules/wishes.ts'

type Props = { values: FormValues; errors?: FormErrors; saved?: boolean; more?: ComponentChildren }

/** How and when mails come, and which of them come in any case. */
export function NoticeSettingsPage({ values, errors, saved, more }: Props) {
  return (
    <Layout
      title="お知らせの届き方"
      lead="メールがなくても、画面の「お知らせ」にはいつも並びます。"
      back={{ href: '/me/notices', label: 'お知らせ' }}
      failed={Boolean(errors)}
    >
      {saved && <Notice kind="success" title="保存しました。" live />}
      <Form action="/me/notices/settings" submit="保存する" values={values} errors={errors ?? {}}>
        <SelectField
          name="quietFrom"
          label="静かな時間の始まり"
          hint="この時刻から、下の時刻まで、メールを送りません。同じ時刻にすると、いつでも届きます。"
          options={hours(QUIET_HOURS)}
        />
        <SelectField name="quietUntil" label="静かな時間の終わり" options={hours(QUIET_HOURS)} />
        <CheckboxList
          name="holidays"
          label="年末年始とお盆"
          hint="12月29日から1月3日、8月13日から16日です。応募・契約・働いた記録のお知らせは、休みの間も届きます。"
          choices={[{ value: 'yes', label: 'メールを休む' }]}
        />
        <CheckboxList
          name="discreet"
          label="メールの中身"
          hint="あなた個人へのメールは、件名とはじめの行に何のことかを書きません。"
          choices={[{ value: 'yes', label: '本文にも書かない', note: '「お知らせ」へのリンクだけが届きます' }]}
        />
        <SelectField name="digestHour" label="まとめて届く時刻" options={hours(DIGEST_HOURS)} />
        {CHOSEN.map((kind) => (
          <SelectField
            key={kind}
            name={kind}
            label={KIND_WORDS[kind]}
            hint={FIXED[kind]?.why}
            options={waysOf(kind).map((way) => ({ value: way, label: WAY_WORDS[way] }))}
          />
        ))}
      </Form>
      {more}
      <More title="いつも届くもの">
        <ul>
          {KINDS.filter((kind) => !CHOSEN.includes(kind)).map((kind) => (
            <li key={kind}>{`${KIND_WORDS[kind]}：${FIXED[kind]?.why}`}</li>
          ))}
          <li>めぐりに入るときの番号：お求めのときに、すぐに届きます。</li>
        </ul>
      </More>
    </Layout>
  )
}

function hours(all: readonly string[]) {
  return all.map((hour) => ({ value: hour, label: `${hour}時` }))
}
