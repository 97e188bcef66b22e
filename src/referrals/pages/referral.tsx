import { japaneseDate, japaneseDateTime, type LegalDate, today } from '../../lib/time.ts'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { CheckboxList } from '../../ui/fields/checkbox-list.tsx'
import { DateField } from '../../ui/fields/date-field.tsx'
import { Form, PostButton } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { More } from '../../ui/more.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PrintSheet } from '../../ui/print-sheet.tsx'
import { Timeline, type TimelineItem } from '../../ui/timeline.tsx'
import { type Reached, STEP_WORDS, STEPS } from '../rules/funnel.ts'
import { codeUntil, DROP_WORDS, isCodeGood, may } from '../rules/slip.ts'
import type { Referral } from '../schema.ts'
import { numberOf, PROMISE, SlipWords } from './slip.tsx'

type Props = {
  referral: Referral
  partner: { id: string; name: string; phone: string }
  /** Where the code leads, to be scanned. */
  url: string
  day: LegalDate
  mayWrite: boolean
  reached: Reached
  values?: FormValues
  errors?: FormErrors
}

/** One company: as long as it has not agreed the slip to be printed, later how far it is. */
export function ReferralPage(props: Props) {
  const { referral, partner, day, mayWrite } = props
  const isDraft = may('agree', referral, day)
  return (
    <Layout
      title={isDraft ? 'お取次ぎの同意書' : `${referral.firm}のお取次ぎ`}
      eyebrow={partner.name}
      reference={numberOf(referral)}
      lead={isDraft ? '会社の方に、その場で読み取ってもらうか、印刷して渡してください。' : undefined}
      back={{ href: `/partners/${partner.id}/referrals`, label: 'お取次ぎの一覧' }}
      failed={Boolean(props.errors)}
    >
      {isDraft ? <Draft {...props} /> : <Progress referral={referral} reached={props.reached} day={day} />}
      {!isDraft && mayWrite && !referral.confirmedAt && (
        <Notice kind="info" title="紙の同意を確かめています">
          事務局の電話か、会社の方の確認がすむまで、会社のようすは見えません。
        </Notice>
      )}
    </Layout>
  )
}

function Draft({ referral, partner, url, day, mayWrite, values, errors }: Props) {
  const own = `/partners/${partner.id}/referrals/${referral.id}`
  const isGood = isCodeGood(referral, day)
  return (
    <>
      {!isGood && (
        <Notice
          kind="warning"
          title="読み取りの期限が過ぎました"
          action={
            mayWrite && (
              <PostButton action={`${own}/code`} kind="main">
                新しい番号で作りなおす
              </PostButton>
            )
          }
        />
      )}
      <PrintSheet
        title={`${referral.firm} さまへ　お取次ぎの同意書`}
        {...(isGood && { url, code: url.replace(/^https?:\/\//, '') })}
        letters={(referral.note?.length ?? 0) + 300}
        way="スマートフォンで読み取ると、この紙の内容に同意するか、ことわるかを選べます。"
        until={referral.codeMadeAt && `${japaneseDate(codeUntil(referral.codeMadeAt))}まで使えます。`}
      >
        <SlipWords referral={referral} partner={partner.name} />
        <p>{PROMISE}</p>
        <p>{`やめたいとき：${partner.name}（${partner.phone}）か、めぐりの事務局に電話してください。`}</p>
        <p>上のとおり伝えることに同意します。</p>
        <DefinitionList
          items={[
            { term: '日付', value: '　　　　年　　　月　　　日' },
            { term: '会社・お名前', value: <div class="sheet-line" /> },
          ]}
        />
      </PrintSheet>
      {mayWrite && (
        <>
          <More title="署名のある紙を受け取ったら" open={Boolean(errors)}>
            <Form
              action={`${own}/signature`}
              submit="紙の同意を記録する"
              submitKind="quiet"
              values={values ?? { signedOn: day }}
              errors={errors}
            >
              <DateField name="signedOn" label="署名の日" years={yearsOf(day)} required />
              <CheckboxList
                name="seen"
                label="確かめたこと"
                choices={[{ value: 'yes', label: '署名のある紙を確かめました' }]}
                required
              />
            </Form>
          </More>
          <PostButton action={`${own}/withdrawal`} kind="danger">
            この同意書をやめて消す
          </PostButton>
        </>
      )}
    </>
  )
}

function yearsOf(day: LegalDate): number[] {
  const year = Number(day.slice(0, 4))
  return [year - 1, year]
}

/** The dated facts of one referral. */
function Progress({ referral, reached, day }: Pick<Props, 'referral' | 'reached' | 'day'>) {
  const { openedAt, consentedAt, consentWay, signedOn, callBy, calledAt, droppedAt, dropReason } = referral
  const agreed = consentWay === 'paper' ? `紙（${signedOn && japaneseDate(signedOn)}の署名）` : '会社の方の画面から'
  const items: TimelineItem[] = [
    { title: '同意書を作りました', at: japaneseDate(today(openedAt)) },
    { title: '会社が同意しました', at: consentedAt && japaneseDate(today(consentedAt)), detail: agreed },
    calledAt
      ? { title: '事務局が最初の電話をしました', at: japaneseDateTime(calledAt) }
      : {
          title: '事務局が最初の電話をします',
          at: callBy && `${japaneseDate(callBy)}まで${callBy < day ? '（遅れています）' : ''}`,
          when: droppedAt ? 'past' : 'now',
        },
    ...STEPS.slice(3).flatMap((step) => {
      const at = reached[step]
      return at ? [{ title: STEP_WORDS[step], at: japaneseDate(today(at)) }] : []
    }),
    ...(droppedAt
      ? [{ title: '終わりました', at: japaneseDate(today(droppedAt)), detail: dropReason && DROP_WORDS[dropReason] }]
      : []),
  ]
  return (
    <>
      <Timeline items={items} />
      <p>{`この同意は、${japaneseDate(referral.until)}までです。`}</p>
    </>
  )
}
