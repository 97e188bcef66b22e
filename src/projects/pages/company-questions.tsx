import { japaneseDate, today } from '../../lib/time.ts'
import { truncate } from '../../text/truncate.ts'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { Form } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Prose } from '../../ui/prose.tsx'
import { Section } from '../../ui/section.tsx'
import { ANSWER_MAX, QUESTION_REASONS, questionState } from '../rules/questions.ts'
import type { Project, Question } from '../schema.ts'
import { DeclineForm } from './decline-form.tsx'

type Props = {
  base: string
  project: Project
  questions: readonly Question[]
  /** The one that is being answered. */
  current: Question | undefined
  mayAct: boolean
  now: Date
  done?: boolean
  back?: { form: 'answer' | 'decline'; values: FormValues; errors: FormErrors }
}

const SHORT = 40

/** What people ask about a project: one question at a time, the most urgent first. */
export function CompanyQuestions({ base, project, questions, current, mayAct, now, done, back }: Props) {
  const others = questions.filter((one) => one !== current)
  const waiting = others.filter((one) => questionState(one) === 'open')
  const over = others.filter((one) => questionState(one) !== 'open')
  return (
    <Layout
      title="届いた質問"
      eyebrow={project.title ?? undefined}
      lead={current ? untilWords(current, now) : '答えを待っている質問はありません。'}
      back={{ href: base, label: '案件にもどる' }}
      failed={Boolean(back)}
    >
      {done && <Notice kind="success" live title="質問した方に伝えました" />}
      {current && (
        <>
          <article class="card">
            <Prose text={current.body} />
          </article>
          {mayAct && <Answering {...{ base, current, back }} />}
        </>
      )}
      <Others title="ほかに待っている質問" words="答える" {...{ base, mayAct }} questions={waiting} />
      <Others title="答えた質問" words="答えを直す" {...{ base, mayAct }} questions={over} />
    </Layout>
  )
}

function Answering({ base, current, back }: Pick<Props, 'base' | 'back'> & { current: Question }) {
  const path = `${base}/questions/${current.id}`
  const sent = (form: 'answer' | 'decline') => (back?.form === form ? back : undefined)
  return (
    <>
      <Form
        id="answer"
        action={`${path}/answer`}
        submit="答えを出す"
        version={current.version}
        values={sent('answer')?.values ?? { answer: current.answer }}
        errors={sent('answer')?.errors}
        sticky
      >
        <TextArea name="answer" label="答え" hint="だれでも読めます。" max={ANSWER_MAX} rows={5} />
      </Form>
      {questionState(current) === 'open' && (
        <DeclineForm
          title="答えられないとき"
          action={`${path}/decline`}
          version={current.version}
          reasons={QUESTION_REASONS}
          back={sent('decline')}
        />
      )}
    </>
  )
}

function Others(props: Pick<Props, 'base' | 'mayAct' | 'questions'> & { title: string; words: string }) {
  const { base, mayAct, questions, title, words } = props
  if (questions.length === 0) return null
  return (
    <Section title={title}>
      <ul class="link-list">
        {questions.map(({ id, body, answer }) => (
          <li key={id}>
            {truncate(body, SHORT)}
            {answer && (
              <>
                <br />
                {`答え：${truncate(answer, SHORT)}`}
              </>
            )}
            {mayAct && (
              <>
                <br />
                <a href={`${base}/questions?question=${id}`}>{words}</a>
              </>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function untilWords(question: Question, now: Date): string {
  if (questionState(question) !== 'open') return '答えを書きなおせます。'
  const day = japaneseDate(today(question.answerBy))
  return question.answerBy < now ? `答える約束の日（${day}）を過ぎています。` : `${day}までに答える約束です。`
}
