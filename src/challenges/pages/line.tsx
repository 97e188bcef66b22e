import type { CodeHit } from '../../jobcodes/rules/search.ts'
import { ChoiceCards } from '../../ui/fields/choice-cards.tsx'
import { HiddenField } from '../../ui/fields/hidden-field.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { Form } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { type AddedKind, WORDS_MAX } from '../rules/forms.ts'
import type { ChallengeNode } from '../schema.ts'
import { ChooseWork } from './node.tsx'

const KINDS: Record<AddedKind, { choice: string; note: string; title: string }> = {
  cause: { choice: '考えられるわけ', note: 'なぜ困っているか', title: 'どんなわけですか' },
  work: { choice: '役に立つ仕事', note: '一覧から選びます', title: 'どの仕事を足しますか' },
  scope: { choice: 'はじめの三か月', note: 'まずすること', title: 'まず何をしてもらいますか' },
  exclusion: { choice: '頼まないこと', note: '先に決めておくと安心です', title: '何を頼みませんか' },
}

/** What kind of line. */
export function NewLine({ home }: { home: string }) {
  return (
    <Layout title="何を足しますか" back={{ href: home, label: '足さずにもどる' }}>
      <ul class="link-list">
        {(Object.keys(KINDS) as AddedKind[]).map((kind) => (
          <li key={kind}>
            <a href={`${home}/lines/new?kind=${kind}`}>
              {KINDS[kind].choice}（{KINDS[kind].note}）
            </a>
          </li>
        ))}
      </ul>
    </Layout>
  )
}

type Props = {
  home: string
  kind: AddedKind
  /** The worries of the tree: with several, a cause or a work is about one of them. */
  symptoms: readonly ChallengeNode[]
  values?: FormValues
  errors?: FormErrors
}

/** A line in plain words. */
export function NewWords({ home, kind, symptoms, values = {}, errors }: Props) {
  return (
    <Layout
      title={KINDS[kind].title}
      lead="ふだんの言葉で、ひとことで書いてください。"
      back={{ href: `${home}/lines/new`, label: '選びなおす' }}
      failed={Boolean(errors)}
    >
      <Form action={`${home}/lines`} submit="この行を足す" values={values} errors={errors}>
        <HiddenField name="kind" value={kind} />
        {kind === 'cause' && symptoms.length > 1 && (
          <ChoiceCards
            name="under"
            label="どのお困りごとですか"
            choices={symptoms.map(({ id, text }) => ({ value: id, label: text }))}
          />
        )}
        <TextArea name="text" label="足す言葉" labelHidden={kind !== 'cause'} rows={3} max={WORDS_MAX} />
      </Form>
    </Layout>
  )
}

/** A work out of the list, found by plain words. */
export function NewWork({ home, q, hits, values, errors }: Omit<Props, 'kind' | 'symptoms'> & Search) {
  return (
    <Layout title={KINDS.work.title} back={{ href: `${home}/lines/new`, label: '選びなおす' }} failed={Boolean(errors)}>
      <ChooseWork
        action={`${home}/lines`}
        here={`${home}/lines/new`}
        submit="この仕事を足す"
        hidden={{ kind: 'work' }}
        {...{ q, hits, values, errors }}
      />
    </Layout>
  )
}

type Search = { q: string; hits: readonly CodeHit[] }
