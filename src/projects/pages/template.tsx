import type { Leaf } from '../../jobcodes/rules/release.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { ChoiceCards } from '../../ui/fields/choice-cards.tsx'
import { Form, PostButton } from '../../ui/form.tsx'
import type { FormErrors } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { STEPS, type StepName } from '../rules/steps.ts'

type Props = {
  leaf: Leaf
  companies: readonly { id: string; name: string }[]
  errors?: FormErrors
}

const LEAD = '下書きを作ります。会社に合わせて、全部直せます。'

/** Before a draft is begun from a job code: for which company. */
export function BeginFromCode({ leaf, companies, errors }: Props) {
  const [only, ...others] = companies
  const back = { href: `/job-codes/${leaf.id}`, label: 'この仕事について' }
  if (only && others.length === 0) {
    return (
      <Layout title={`「${leaf.name}」の案件を書きはじめます`} lead={LEAD} back={back}>
        <PostButton action={`/companies/${only.id}/projects`} kind="main" fields={{ code: leaf.id }} wide>
          {`${only.name}の下書きを作る`}
        </PostButton>
        <Contents leaf={leaf} />
      </Layout>
    )
  }
  return (
    <Layout title="どの会社の案件にしますか" lead={LEAD} back={back} failed={Boolean(errors)}>
      <Form action={`/job-codes/${leaf.id}/project`} submit="下書きを作る" errors={errors}>
        <ChoiceCards
          name="company"
          label="会社"
          labelHidden
          choices={companies.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form>
      <Contents leaf={leaf} />
    </Layout>
  )
}

function Contents({ leaf }: { leaf: Leaf }) {
  return (
    <Section title="下書きに入ること">
      <ul>
        {leaf.tasks.map((task) => (
          <li key={task}>{task}</li>
        ))}
      </ul>
      <p>いま困っていること、お礼、働く場所は、ご自分の言葉で足してください。</p>
    </Section>
  )
}

/** Somebody who may only look at the company's things. */
export function NotForReaders({ leaf, company }: { leaf: Leaf; company: string }) {
  return (
    <Layout
      title="代表の方にお願いしてください"
      lead={`${company}の案件は、代表か担当の方が作ります。`}
      back={{ href: `/job-codes/${leaf.id}`, label: 'この仕事について' }}
    >
      <p>
        <ButtonLink href={`/job-codes/${leaf.id}`}>この仕事の説明にもどる</ButtonLink>
      </p>
      <p>
        <a class="button" data-kind="plain" href={`/companies/new?code=${leaf.id}`}>
          別の会社を登録する
        </a>
      </p>
    </Layout>
  )
}

/** On a screen whose words nobody has made the firm's own. */
export function FromTemplate() {
  return (
    <Notice kind="info" title="ひな形から">
      会社に合わせて、違うところを直してください。
    </Notice>
  )
}

/** Before sending: where the words are still those of the template. */
export function StillTemplate({ base, steps }: { base: string; steps: readonly StepName[] }) {
  const left = STEPS.filter(({ step }) => steps.includes(step))
  if (left.length === 0) return null
  return (
    <Notice kind="info" title="ひな形のままのところがあります">
      <ul>
        {left.map(({ step, title }) => (
          <li key={step}>
            <a href={`${base}/draft/${step}`}>{title}</a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
