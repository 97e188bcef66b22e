import { CheckboxList } from '../../ui/fields/checkbox-list.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Form } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { More } from '../../ui/more.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Phrase } from '../../ui/phrase.tsx'
import { BINDING_WORDS, type Binding } from '../rules/leaving.ts'
import { withNext } from '../rules/screens.ts'

export type PersonProps = {
  values: FormValues
  errors?: FormErrors
  saved?: boolean
  next?: string | null
  /** What still goes on, so that nobody can leave. */
  bindings: readonly Binding[]
  /** What was wrong when somebody wanted to leave. */
  leaving?: FormErrors
}

/** Who somebody is: shown only to a company to which they apply; the contract prints it. */
export function PersonPage({ values, errors, saved, next, bindings, leaving }: PersonProps) {
  return (
    <Layout
      title="名前と連絡先"
      lead="名前が伝わるのは、あなたが応募した会社だけです。住所と電話は契約のときに使います。"
      back={next ? { href: next, label: 'もとの画面' } : { href: '/me', label: '自分のページ' }}
      failed={Boolean(errors || leaving)}
    >
      {saved && (
        <Notice kind="success" live>
          保存しました。
        </Notice>
      )}
      <Form
        action={withNext('/me/person', next)}
        submit={next ? '保存して続ける' : '保存する'}
        values={values}
        errors={errors}
      >
        <TextField name="familyName" label="姓" required autoComplete="family-name" />
        <TextField name="givenName" label="名" required autoComplete="given-name" />
        <TextField name="familyKana" label="姓のふりがな" required={false} />
        <TextField name="givenKana" label="名のふりがな" required={false} />
        <TextField
          name="phone"
          label="電話番号"
          required={false}
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          hint="例：090-1234-5678"
        />
        <TextField
          name="address"
          label="住所"
          required={false}
          autoComplete="street-address"
          size="long"
          hint="契約の書類に印刷します。"
        />
      </Form>
      <More title="めぐりをやめる" open={leaving !== undefined}>
        <Leaving bindings={bindings} errors={leaving} />
      </More>
    </Layout>
  )
}

function Leaving({ bindings, errors }: { bindings: readonly Binding[]; errors: FormErrors | undefined }) {
  if (bindings.length > 0)
    return (
      <>
        <p>
          <Phrase>いまは、次のことが続いているので、やめられません。終わったら、ここからやめられます。</Phrase>
        </p>
        <ul>
          {bindings.map((binding) => (
            <li key={binding}>
              <Phrase>{BINDING_WORDS[binding]}</Phrase>
            </li>
          ))}
        </ul>
      </>
    )
  return (
    <>
      <p>
        <Phrase>
          プロフィール、勤め先の答え、気になる案件、お知らせ、連絡先とメールアドレスを消し、終わった案件の事例を取り下げて、この方としては入れなくします。
        </Phrase>
      </p>
      <p>
        <Phrase>
          会社に送った応募ややりとりと、契約の書類は、相手の会社の記録として残ります。契約の書類は、法律で7年のあいだ取っておくものです。
        </Phrase>
      </p>
      <Form id="leaving" action="/me/leaving" submit="消して、やめる" submitKind="danger" errors={errors}>
        <CheckboxList
          name="sure"
          label="確かめ"
          required
          choices={[{ value: 'yes', label: 'もとに戻せないことが分かりました' }]}
        />
      </Form>
    </>
  )
}
