import { INDUSTRY_CHOICES, PREFECTURE_CHOICES } from '../../companies/pages/choices.ts'
import type { LegalDate } from '../../lib/time.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Form, PostButton } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { passedOn, stateOf } from '../rules/slip.ts'
import type { Referral } from '../schema.ts'
import { numberOf, PROMISE, SlipWords } from './slip.tsx'

type Company = { readonly id: string; readonly name: string }
type Props = {
  referral: Referral
  partner: { readonly name: string }
  code: string
  day: LegalDate
  /** In whose name the reader may agree; null before signing in. */
  companies: readonly Company[] | null
  /** It was refused just now, in this very browser. */
  undoable: boolean
  values?: FormValues
  errors?: FormErrors
}

/** The slip on the owner's own phone. It asks for one thing: yes or no. */
export function AnswerSlip(props: Props) {
  const { referral, partner, code, day, companies } = props
  const refused = ['declined', 'revoked'].includes(stateOf(referral, day))
  if (refused) return <Refused {...props} />
  const isSigned = referral.consentedAt !== null
  return (
    <Layout
      title={isSigned ? 'お取次ぎに、紙で同意しています' : `${partner.name}からのお取次ぎ`}
      names={[partner.name]}
      reference={numberOf(referral)}
      lead={
        isSigned
          ? '会社を選ぶと、画面でも見られます。'
          : `${passedOn(referral).join('、')}を、めぐりの事務局に伝えます。`
      }
      failed={Boolean(props.errors)}
    >
      <Agreeing {...props} companies={companies} />
      <PostButton action={`/slips/${code}/refusal`} wide>
        {isSigned ? '同意を取り消す' : '同意しない'}
      </PostButton>
      <p>{PROMISE}</p>
      <SlipWords referral={referral} partner={partner.name} />
    </Layout>
  )
}

function Agreeing({ referral, code, companies, values, errors }: Props) {
  const words = referral.consentedAt ? 'この会社で続ける' : '同意する'
  const action = `/slips/${code}/consent`
  if (companies === null) {
    return (
      <p>
        <ButtonLink href={`/sign-in?next=${encodeURIComponent(`/slips/${code}`)}`} wide>
          {words}
        </ButtonLink>
      </p>
    )
  }
  if (companies.length > 0) {
    return companies.map(({ id, name }, at) => (
      <PostButton key={id} action={action} fields={{ company: id }} kind={at === 0 ? 'main' : 'quiet'} wide>
        {companies.length === 1 ? words : `${name}として${words}`}
      </PostButton>
    ))
  }
  const known = values ?? { name: referral.firm ?? '' }
  return (
    <Form action={action} submit={words} values={known} errors={errors}>
      <TextField name="name" label="会社の名前" autoComplete="organization" required />
      <SelectField name="prefecture" label="都道府県" options={PREFECTURE_CHOICES} required />
      <SelectField name="industry" label="業種" options={INDUSTRY_CHOICES} required />
    </Form>
  )
}

function Refused({ referral, code, partner, undoable }: Props) {
  return (
    <Layout
      title={referral.revokedAt ? '同意を取り消しました' : '「同意しない」と伝えました'}
      reference={numberOf(referral)}
    >
      <Notice
        kind="success"
        live
        title="会社のことは、どこにも伝わりません"
        action={undoable && <PostButton action={`/slips/${code}/restoration`}>取り消す</PostButton>}
      >
        {`${partner.name}には、理由は伝わりません。${undoable ? '30分のあいだ、取り消せます。' : ''}`}
      </Notice>
    </Layout>
  )
}

type AskedProps = {
  companyId: string
  asked: readonly { readonly referral: Referral; readonly partner: { readonly name: string } }[]
  mayChange: boolean
}

/** Slips that wait for the company's word: a piece of the page of those that the company shows itself to. */
export function AskedSlips({ companyId, asked, mayChange }: AskedProps) {
  return asked.map(({ referral, partner }) => {
    const own = `/companies/${companyId}/referrals/${referral.id}`
    const isSigned = referral.consentedAt !== null
    return (
      <Notice
        key={referral.id}
        kind="warning"
        title={
          isSigned ? `${partner.name}に、紙で同意したことになっています` : `${partner.name}が、同意をお願いしています`
        }
        action={
          mayChange && (
            <>
              <PostButton action={`${own}/consent`} kind="main" label={`${partner.name}のお取次ぎに同意する`}>
                {isSigned ? 'まちがいない' : '同意する'}
              </PostButton>
              <PostButton action={`${own}/refusal`} label={`${partner.name}のお取次ぎに同意しない`}>
                {isSigned ? '取り消す' : '同意しない'}
              </PostButton>
            </>
          )
        }
      >
        <SlipWords referral={referral} partner={partner.name} />
      </Notice>
    )
  })
}
