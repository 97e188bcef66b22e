import type { CodeHit } from '../../jobcodes/rules/search.ts'
import { Button } from '../../ui/button.tsx'
import { ChoiceCards } from '../../ui/fields/choice-cards.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Form } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { Section } from '../../ui/section.tsx'
import { WORDS_MAX } from '../rules/forms.ts'
import type { ChallengeNode } from '../schema.ts'
import { titleOf } from './tree.tsx'

type Props = { node: ChallengeNode; values?: FormValues; errors?: FormErrors }

/** 「少し違う」 about any line but a work: other words for it. */
export function ChangeWords({ node, values = { text: node.text }, errors }: Props) {
  return (
    <Layout
      title="どう直しますか"
      lead="ふだんの言葉で書きなおしてください。"
      back={{ href: `/worries/${node.worryId}`, label: '直さずにもどる' }}
      failed={Boolean(errors)}
    >
      <Form
        action={`/worries/${node.worryId}/nodes/${node.id}/words`}
        submit="この言葉にする"
        values={values}
        errors={errors}
      >
        <TextArea name="text" label="言葉" labelHidden rows={3} max={WORDS_MAX} />
      </Form>
    </Layout>
  )
}

/** 「少し違う」 about a work: one of the other job codes, found by plain words. */
export function ChangeWork({ node, q, hits, values, errors }: Props & { q: string; hits: readonly CodeHit[] }) {
  const address = `/worries/${node.worryId}/nodes/${node.id}`
  return (
    <Layout
      title="近い仕事はどれですか"
      lead={`いまは「${titleOf(node)}」です。`}
      back={{ href: `/worries/${node.worryId}`, label: '直さずにもどる' }}
      failed={Boolean(errors)}
    >
      {hits.length > 0 ? (
        <Form action={`${address}/code`} submit="この仕事にする" values={values} errors={errors} sticky>
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
        <form class="form" method="get" action={address}>
          <TextField name="q" label="頼みたいこと" type="search" value={q} />
          <div class="form-actions">
            <Button kind="quiet">探す</Button>
          </div>
        </form>
      </Section>
    </Layout>
  )
}
