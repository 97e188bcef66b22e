import { ButtonLink } from '../../ui/button.tsx'
import { ChoiceCards } from '../../ui/fields/choice-cards.tsx'
import { Form, PostButton } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PrintSheet } from '../../ui/print-sheet.tsx'
import { type Check, findingsOf, QUESTIONS, type Standing, standingOf } from '../rules/main-job.ts'

const HOME = { href: '/me', label: '自分のページ' }

type Props = { values: FormValues; errors?: FormErrors; forgotten?: boolean }

/** What the rules of the main job say, asked in private. */
export function MainJobQuestions({ values, errors, forgotten }: Props) {
  return (
    <Layout
      title="本業の決まりを確かめる"
      lead="5つの質問です。とばしても構いません。答えは、あなただけが見られます。"
      back={HOME}
      failed={Boolean(errors)}
    >
      {forgotten && (
        <Notice kind="success" live>
          答えを消しました。
        </Notice>
      )}
      <Form action="/me/main-job" values={values} errors={errors} submit="結果を見る" back={HOME}>
        {QUESTIONS.map(({ id, ask, hint, answers }) => (
          <ChoiceCards
            key={id}
            name={id}
            label={ask}
            hint={hint}
            choices={answers.map((answer) => ({ value: answer.id, label: answer.name }))}
          />
        ))}
      </Form>
      <p>答えは鍵をかけてしまいます。会社にも、銀行や役所にも、めぐりの事務局にも見えません。いつでも消せます。</p>
    </Layout>
  )
}

/** The result in words, on a sheet that can be taken along. */
export function MainJobResult({ check }: { check: Check }) {
  const { kind, title, words } = RESULT[standingOf(check) ?? 'open']
  return (
    <Layout title="本業の決まり：確かめた結果" back={HOME}>
      <Notice kind={kind} title={title}>
        {words}
      </Notice>
      <div class="actions">
        <ButtonLink href="/projects">案件をさがす</ButtonLink>
        <ButtonLink kind="quiet" href="/me/main-job">
          答えを直す
        </ButtonLink>
        <PostButton action="/me/main-job/removal">答えを消す</PostButton>
      </div>
      <PrintSheet title="本業の決まりの控え">
        {findingsOf(check).map(({ question, answer }) => (
          <section key={question.id}>
            <h3>{question.term}</h3>
            <p>{answer ? `${answer.name}：${answer.words}` : 'まだ答えていません。'}</p>
            <p>
              出典：<a href={question.source.href}>{question.source.name}</a>
            </p>
          </section>
        ))}
        <p>
          一般的な決まりを短くまとめたものです。勤め先や契約によってちがうので、はっきりしないときは、人事や税務署、労働基準監督署などに聞いてください。
        </p>
      </PrintSheet>
    </Layout>
  )
}

const RESULT: Readonly<
  Record<Standing | 'open', { kind: 'success' | 'warning' | 'info'; title: string; words: string }>
> = {
  fine: {
    kind: 'success',
    title: '答えのかぎりでは、気になるところはありません',
    words: '始めてからも、本業が変わったら、もう一度確かめましょう。',
  },
  look: {
    kind: 'info',
    title: '始める前に、確かめておきたいことがあります',
    words: '下の紙の「確かめましょう」から順に。案件を見るのは、今からで構いません。',
  },
  stop: {
    kind: 'warning',
    title: '契約の前に、片づけておくことがあります',
    words: '下の紙に、何をすればよいかがあります。案件を見たり、相談したりするのは構いません。',
  },
  open: {
    kind: 'info',
    title: 'まだ答えていない質問があります',
    words: '答えたところまでの結果です。就業規則が手元にあるときに、続きをどうぞ。',
  },
}
