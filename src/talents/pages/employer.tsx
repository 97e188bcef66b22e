import { ChoiceCards } from '../../ui/fields/choice-cards.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Form } from '../../ui/form.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import type { Employer } from '../rules/employer.ts'
import { employerValues } from '../rules/employer-form.ts'
import { placeOf, withNext } from '../rules/screens.ts'
import { Leaving, type QuestionProps } from './screens.tsx'

type Props = QuestionProps & { answer: Employer | undefined; ownAddress: string; risky: boolean }

/** The employer question. Nothing is visible before it is answered. */
export function EmployerQuestion({ talent, answer, ownAddress, risky, values, errors, next }: Props) {
  return (
    <Layout
      title="勤め先を教えてください"
      lead="勤め先の人に、あなたを見せないためです。答えるまで、どの会社にも見えません。"
      step={placeOf('employer')}
      failed={Boolean(errors)}
    >
      {risky && <RiskyAddress address={ownAddress} />}
      <Form
        action={withNext('/me/profile/employer', next)}
        version={talent.version}
        values={values ?? (answer ? employerValues(answer) : {})}
        errors={errors}
        submit="これで決める"
        back="submit"
        more={<Leaving path="employer" next={next} />}
      >
        <ChoiceCards
          name="kind"
          label="いま、勤め先はありますか"
          choices={[
            { value: 'company', label: '勤め先がある', note: '下に名前を入れてください' },
            { value: 'none', label: '勤め先はない', note: '自営・無職・退職した方など' },
          ]}
          columns={2}
        />
        <TextField
          name="name"
          label="勤め先の名前"
          autoComplete="organization"
          hint="例：株式会社みほん製作所"
          size="long"
        />
        <TextField
          name="corporateNumber"
          label="法人番号"
          required={false}
          inputMode="numeric"
          hint="13桁の数字。わかれば、より確かに隠せます。"
        />
        <TextField
          name="domain"
          label="会社のメールの、@より後ろ"
          required={false}
          inputMode="url"
          hint="例：mihon.example。わかれば、より確かに隠せます。"
        />
        <TextArea
          name="others"
          label="ほかに見せたくない会社"
          required={false}
          rows={3}
          hint="親会社や取引先など。1行に1社ずつ。法人番号や、英語の名前でもかまいません。"
        />
      </Form>
      <Section title="だれに見えなくなりますか">
        <HiddenFrom answer={answer} />
        <p>
          ㈱と株式会社、髙と高、カタカナとひらがなのような書き方のちがいや、あとから登録した会社も同じです。さがしても、人数を数えても、おすすめにも出ません。
        </p>
        <p>ここに書いた名前は、鍵をかけてしまいます。会社にも、銀行や役所にも見せません。</p>
      </Section>
    </Layout>
  )
}

/** Who will never see this profile, in plain words. */
export function HiddenFrom({ answer }: { answer: Employer | undefined }) {
  if (!answer) return <p>勤め先と、ほかに書いた会社の人には、あなたのことは一切見えません。</p>
  const names = [...(answer.employer ? [answer.employer.name] : []), ...answer.others]
  if (names.length === 0) return <p>勤め先はないと答えています。見せたくない会社は、いつでも足せます。</p>
  return (
    <>
      <p>次の会社の人には、あなたのことは一切見えません。</p>
      <ul>
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </>
  )
}

function RiskyAddress({ address }: { address: string }) {
  return (
    <Notice kind="warning" title="このメールアドレスは、勤め先のものかもしれません">
      {`${address} に届くお知らせは、会社の人に見られることがあります。ご自分だけのアドレスで入りなおすと安心です。`}
    </Notice>
  )
}
