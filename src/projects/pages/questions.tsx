import { TALK_MINUTES } from '../../applications/rules/talks.ts'
import { japaneseDate, today } from '../../lib/time.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { Form, PostButton } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { More } from '../../ui/more.tsx'
import { Prose } from '../../ui/prose.tsx'
import { Section } from '../../ui/section.tsx'
import { QUESTION_MAX, questionState, reasonInWords } from '../rules/questions.ts'
import type { Question } from '../schema.ts'

export type QuestionsProps = {
  projectId: string
  answered: readonly Question[]
  /** The reader's own, answered or not. */
  own: readonly Question[]
  /** 'sign-in' for a visitor; null where nothing can be asked. */
  asking: 'here' | 'sign-in' | null
  back?: { values: FormValues; errors: FormErrors }
}

/** What was asked and answered, for everybody; for the asker what still waits; and a place to ask. */
export function Questions({ projectId, answered, own, asking, back }: QuestionsProps) {
  const waiting = own.filter((one) => questionState(one) !== 'answered')
  if (answered.length === 0 && waiting.length === 0 && !asking) return null
  return (
    <Section title="質問と答え" id="questions">
      {[...answered, ...waiting].length > 0 && (
        <ul class="card-list">
          {answered.map((question) => (
            <li key={question.id}>
              <article class="card">
                <Asked question={question} />
                <p class="card-eyebrow">会社の答え</p>
                <Prose text={question.answer ?? ''} />
              </article>
            </li>
          ))}
          {waiting.map((question) => (
            <li key={question.id}>
              <Waiting question={question} />
            </li>
          ))}
        </ul>
      )}
      {asking === 'here' && (
        <More title="この案件について質問する" open={Boolean(back)}>
          <Form
            id="question"
            action={`/projects/${projectId}/questions`}
            submit="質問する"
            submitKind="quiet"
            {...back}
          >
            <TextArea
              name="body"
              label="聞きたいこと"
              hint="あなたの名前は、会社にも出ません。質問と答えは、だれでも読めます。"
              max={QUESTION_MAX}
              rows={4}
            />
          </Form>
        </More>
      )}
      {asking && (
        <p>
          <a href={`/me/projects/${projectId}/talk`}>{`応募の前に、${TALK_MINUTES}分だけ話してみる`}</a>
        </p>
      )}
      {asking === 'sign-in' && (
        <p>
          <ButtonLink kind="quiet" href={`/sign-in?next=${encodeURIComponent(`/projects/${projectId}`)}`}>
            めぐりに入って質問する
          </ButtonLink>
        </p>
      )}
    </Section>
  )
}

function Asked({ question, words = '質問' }: { question: Question; words?: string }) {
  return (
    <>
      <p class="card-eyebrow">{words}</p>
      <Prose text={question.body} />
    </>
  )
}

/** For the one who asked. */
function Waiting({ question }: { question: Question }) {
  const declined = questionState(question) === 'declined'
  return (
    <article class="card" data-tone="main">
      <Asked question={question} words="あなたの質問（ほかの人には、まだ見えません）" />
      <p>
        {declined
          ? `会社は、この質問に答えられないとのことです。理由：${reasonInWords(question.declineReason)}。`
          : `${japaneseDate(today(question.answerBy))}までに、会社が答える約束です。`}
      </p>
      {!declined && (
        <PostButton action={`/projects/${question.projectId}/questions/${question.id}/withdrawal`}>
          質問を取り下げる
        </PostButton>
      )}
    </article>
  )
}
