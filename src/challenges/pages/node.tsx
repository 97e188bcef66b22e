import type { CodeHit } from '../../jobcodes/rules/search.ts'
import { Button } from '../../ui/button.tsx'
import { ChoiceCards } from '../../ui/fields/choice-cards.tsx'
import { HiddenField } from '../../ui/fields/hidden-field.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Form } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { Section } from '../../ui/section.tsx'
import { WORDS_MAX } from '../rules/forms.ts'
import type { ChallengeNode } from '../schema.ts'
import { titleOf } from './tree.tsx'

/** `home` is where the worry stands for whoever answers. */
type Props = { node: ChallengeNode; home: string; values?: FormValues; errors?: FormErrors }

/** 「少し違う」 about any line but a work: other words for it. */
export function ChangeWords({ node, home, values = { text: node.text }, errors }: Props) {
  return (
    <Layout
      title="どう直しますか"
      lead="ふだんの言葉で書きなおしてください。"
      back={{ href: home, label: '直さずにもどる' }}
      failed={Boolean(errors)}
    >
      <Form action={`${home}/nodes/${node.id}/words`} submit="この言葉にする" values={values} errors={errors}>
        <TextArea name="text" label="言葉" labelHidden rows={3} max={WORDS_MAX} />
      </Form>
    </Layout>
  )
}

/** 「少し違う」 about a work: one of the other job codes, found by plain words. */
export function ChangeWork({ node, home, q, hits, values, errors }: Props & { q: string; hits: readonly CodeHit[] }) {
  const address = `${home}/nodes/${node.id}`
  return (
    <Layout
      title="近い仕事はどれですか"
      lead={`いまは「${titleOf(node)}」です。`}
      back={{ href: home, label: '直さずにもどる' }}
      failed={Boolean(errors)}
    >
      <ChooseWork action={`${address}/code`} here={address} submit="この仕事にする" {...{ q, hits, values, errors }} />
    </Layout>
  )
}

type Choosing = {
  action: string
  /** The address of the page itself, where a search comes back to. */
  here: string
  submit: string
  q: string
  hits: readonly CodeHit[]
  /** What the search has to bring along. */
  hidden?: Readonly<Record<string, string>>
  values?: FormValues | undefined
  errors?: FormErrors | undefined
}

/** One of some job codes, and a search by plain words for others. */
export function ChooseWork({ action, here, submit, q, hits, hidden = {}, values, errors }: Choosing) {
  return (
    <>
      {hits.length > 0 ? (
        <Form action={action} submit={submit} values={values} errors={errors} sticky>
          {Object.entries(hidden).map(([name, value]) => (
            <HiddenField key={name} name={name} value={value} />
          ))}
          <ChoiceCards
            name="code"
            label={q ? `「${q}」に近い仕事` : 'ほかの近い仕事'}
            choices={hits.map(({ code, name, middle }) => ({ value: code, label: name, note: middle }))}
          />
        </Form>
      ) : (
        <p>「{q}」に近い仕事は見つかりませんでした。別の言葉で探してみてください。</p>
      )}
      <Section title="言葉で探す">
        <form class="form" method="get" action={here}>
          {Object.entries(hidden).map(([name, value]) => (
            <HiddenField key={name} name={name} value={value} />
          ))}
          <TextField name="q" label="頼みたいこと" type="search" value={q} />
          <div class="form-actions">
            <Button kind="quiet">探す</Button>
          </div>
        </form>
      </Section>
    </>
  )
}
