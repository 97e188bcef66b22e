import { ChoiceCards } from '../../ui/fields/choice-cards.tsx'
import { DateField } from '../../ui/fields/date-field.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Form } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { More } from '../../ui/more.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Prose } from '../../ui/prose.tsx'
import { Section } from '../../ui/section.tsx'
import { PAYMENT_DAYS } from '../rules/form.ts'
import { Clauses } from './parts.tsx'

export type TermsPageProps = {
  base: string
  values: FormValues
  errors?: FormErrors
  version: number
  /** What the professional wants to be different. */
  changeWanted: string | null
  /** The first year on offer. */
  year: number
}

/** The terms as plain questions, all on one page, saved while somebody types. */
export function TermsPage({ base, values, errors, version, changeWanted, year }: TermsPageProps) {
  const years = [year, year + 1, year + 2, year + 3]
  return (
    <Layout
      title="契約の条件を書く"
      lead="案件の内容は入っています。足りないところを書いてください。"
      back={{ href: base, label: '契約のページ' }}
      failed={Boolean(errors)}
    >
      {changeWanted && (
        <Notice kind="info" title="相手が変えてほしいこと">
          <Prose text={changeWanted} />
        </Notice>
      )}
      <Form
        action={`${base}/terms`}
        autosave={`${base}/terms/draft`}
        submit="確かめる"
        values={values}
        errors={errors}
        version={version}
        sticky
      >
        <Work years={years} />
        <Fee />
        <Rights />
        <Rare years={years} />
      </Form>
      <More title="どの契約にも入る約束（12条）の、やさしい説明">
        <Clauses />
      </More>
    </Layout>
  )
}

function Work({ years }: { years: readonly number[] }) {
  return (
    <Section title="だれが、何を、いつまで">
      <TextField name="companyName" label="会社の正式な名前" required autoComplete="organization" />
      <TextField name="talentName" label="仕事をする人の名前" hint="氏名か、登録した屋号です。" required />
      <DateField name="commissionedOn" label="仕事をたのむと決めた日" years={years} required />
      <TextArea
        name="work"
        label="たのむ仕事"
        hint="何を、月に何回、どこまで。頼まないことも書けます。"
        rows={8}
        max={3000}
        required
      />
      <TextArea
        name="deliverables"
        label="渡してもらうもの"
        hint="報告書や表など。なければ空けます。"
        rows={3}
        max={1000}
        required={false}
      />
      <DateField name="periodFrom" label="はじめる日" years={years} required />
      <DateField name="periodTo" label="終わる日" years={years} required />
      <TextField name="place" label="仕事をする場所" hint="在宅、訪問先の住所など。" size="long" required />
    </Section>
  )
}

function Fee() {
  return (
    <Section title="お金のこと">
      <ChoiceCards
        name="feeKind"
        label="報酬の決め方"
        required
        choices={[
          { value: 'monthly', label: '毎月おなじ額' },
          { value: 'total', label: '全部でいくら' },
          { value: 'hourly', label: '1時間いくら', note: '下の「月の時間」が上限になります。' },
        ]}
      />
      <TextField name="feeYen" label="報酬の額" inputMode="numeric" unit="円" size="short" required />
      <TextField name="hoursCap" label="月の時間" inputMode="numeric" unit="時間" size="short" />
      <ChoiceCards
        name="tax"
        label="消費税"
        required
        columns={2}
        choices={[
          { value: 'excluded', label: '別に支払う' },
          { value: 'included', label: '上の額に含む' },
        ]}
      />
      <ChoiceCards
        name="expenses"
        label="交通費など"
        required
        columns={2}
        choices={[
          { value: 'actual', label: '別に支払う' },
          { value: 'included', label: '報酬に含む' },
        ]}
      />
      <TextField name="expensesRule" label="別に支払うときの決め方" hint="例：本社への交通費は実費" size="long" />
      <ChoiceCards
        name="payment"
        label="支払う日"
        hint="法律で、日を決めることになっています。"
        required
        choices={[
          ...PAYMENT_DAYS.map((day) => ({ value: day, label: day })),
          { value: 'other', label: 'ほかの日にする', note: '下に書いてください。' },
        ]}
      />
      <TextField name="paymentOther" label="ほかの支払日" hint="例：毎月15日締め翌月10日払い" />
      <Notice kind="info">銀行振込です。手数料は会社の負担で、報酬から引くことはできません。</Notice>
    </Section>
  )
}

function Rights() {
  return (
    <Section title="作ったものの権利">
      <ChoiceCards
        name="ip"
        label="資料などの権利（著作権）"
        required
        choices={[
          { value: 'none', label: '作るものはない', note: '助言だけのとき。' },
          { value: 'talent', label: '作った人に残す' },
          { value: 'licence', label: '作った人に残し、会社が使う' },
          { value: 'transfer', label: '会社がもらう', note: '報酬に、権利の分も含めて決めます。' },
        ]}
      />
      <TextArea
        name="ipScope"
        label="使う・もらうとき、どれを、どこまで"
        hint="例：点検メモを、社内で使う"
        rows={3}
        max={600}
      />
    </Section>
  )
}

const NO_YES = [
  { value: 'no', label: 'いいえ' },
  { value: 'yes', label: 'はい' },
]

function Rare({ years }: { years: readonly number[] }) {
  return (
    <Section title="あてはまるときだけ">
      <ChoiceCards name="inspected" label="受け取ったものを検査しますか" columns={2} choices={NO_YES} />
      <TextField
        name="inspectionDays"
        label="検査は、受け取って何日で終えますか"
        hint="返事がないまま過ぎると、合格になります。"
        inputMode="numeric"
        unit="日"
        size="short"
      />
      <ChoiceCards
        name="recommissioned"
        label="よその会社から受けた仕事を、まわしますか"
        columns={2}
        choices={NO_YES}
      />
      <TextField name="originalClient" label="はいのとき、元の依頼者" />
      <DateField name="originalPaymentOn" label="元の仕事の支払期日" years={years} />
      <SelectField
        name="openItem"
        label="まだ決められないこと"
        empty="ありません"
        options={[
          { value: 'content', label: '仕事の内容' },
          { value: 'period', label: '期間' },
          { value: 'place', label: '場所' },
          { value: 'fee', label: '報酬の額' },
          { value: 'expenses', label: '交通費など' },
          { value: 'payment', label: '支払う日' },
        ]}
      />
      <TextField name="openReason" label="決められないわけ" size="long" />
      <DateField name="openOn" label="決める日" years={years} />
    </Section>
  )
}
