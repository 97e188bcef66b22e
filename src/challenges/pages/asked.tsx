import { japaneseDate, today } from '../../lib/time.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { ChoiceCards } from '../../ui/fields/choice-cards.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { Form } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { More } from '../../ui/more.tsx'
import { Phrase } from '../../ui/phrase.tsx'
import { PrintSheet, TickBoxes } from '../../ui/print-sheet.tsx'
import { ANSWER_MAX, boxesOf } from '../rules/answering.ts'
import { NEITHER, type Question } from '../rules/listening.ts'
import { Lifelines } from './lifelines.tsx'
import { PhotoOfPaper, PhotoOfPaperAgain } from './photo-of-paper.tsx'

type PaperProps = {
  home: string
  questions: readonly Question[]
  /** The way back from the paper; none to whoever prints it for an owner beside them. */
  url: string | null
  until: Date
}

const LINES = 2

/** The questions to a worry that are still open on one sheet: to be answered by hand, or from the phone. */
export function AskedPaper({ home, questions, url, until }: PaperProps) {
  return (
    <Layout
      title="聞き返しの紙"
      lead={
        url ? '印刷して、手で書くか、QRコードから答えられます。' : '印刷して、会社の方に手で書いてもらってください。'
      }
      back={{ href: home, label: '整理した内容' }}
    >
      <PrintSheet
        title="もう少し、聞かせてください"
        {...(url && { url })}
        way="スマートフォンのカメラをかざすと、そのまま答えられます。手で書いたときは、写真か紙を、手伝う人か事務局に渡してください。"
        until={`QRコードは${japaneseDate(today(until))}まで使えます。`}
        letters={900}
      >
        <section>
          <p>わかるものだけで、だいじょうぶです。</p>
        </section>
        {questions.map((question, at) => (
          <section key={question.key}>
            <h3>
              <Phrase>{`${at + 1}　${question.ask}`}</Phrase>
            </h3>
            {question.ready.length > 0 && <TickBoxes words={readyOf(question)} />}
            {!question.closed &&
              Array.from({ length: question.ready.length > 0 ? 1 : LINES }, (_, line) => (
                <div key={line} class="sheet-line" />
              ))}
          </section>
        ))}
      </PrintSheet>
      <p>
        <ButtonLink kind="quiet" href={`${home}/questions?all=1`}>
          書いた紙を見ながら、まとめて入れる
        </ButtonLink>
      </p>
      {url && (
        <p>
          <a href={url}>この機器で答える</a>
        </p>
      )}
    </Layout>
  )
}

function readyOf({ ready, closed }: Question): string[] {
  return closed ? [...ready.map((answer) => `「${answer}」`), NEITHER] : [...ready]
}

type AllProps = {
  /** Where the answers go. */
  action: string
  questions: readonly Question[]
  values?: FormValues
  errors?: FormErrors
}

/** All open questions on one screen, to whoever has the filled sheet before them. */
export function AskedAtOnce({ home, ...props }: AllProps & { home: string }) {
  return (
    <Layout
      title="紙の答えを入れる"
      lead="書いてあるとおりに。空いた所はそのままで。"
      back={{ href: home, label: '整理した内容' }}
      failed={Boolean(props.errors)}
    >
      <AskedForm {...props} />
    </Layout>
  )
}

/** From the QR code, without signing in: the questions of the paper, and nothing of what was told. */
export function AnswerAsked(props: AllProps) {
  return (
    <Layout title="質問に答える" lead="答えられるものだけで、だいじょうぶです。" failed={Boolean(props.errors)}>
      <AskedForm {...props} />
      <More title="手で書いた紙を、写真で送る">
        <PhotoOfPaper action={`${props.action}/photos`} hint={TYPED_BY_DESK} />
      </More>
    </Layout>
  )
}

function AskedForm({ action, questions, values = {}, errors }: AllProps) {
  return (
    <Form action={action} submit="答えを送る" sticky values={values} errors={errors}>
      {questions.map((question) => (
        <AskedFields key={question.key} question={question} />
      ))}
    </Form>
  )
}

function AskedFields({ question }: { question: Question }) {
  const { ask, hint, ready, closed } = question
  const boxes = boxesOf(question)
  return (
    <>
      {ready.length > 0 && (
        <ChoiceCards
          name={boxes.choice}
          label={ask}
          choices={[...ready, ...(closed ? [NEITHER] : [])].map((answer) => ({ value: answer, label: answer }))}
        />
      )}
      {!closed && (
        <TextArea
          name={boxes.text}
          label={ready.length > 0 ? `ほかの答え（${question.label}）` : ask}
          hint={hint}
          rows={2}
          max={ANSWER_MAX}
        />
      )}
    </>
  )
}

type PhotoProps = { action: string; error?: string }
const TYPED_BY_DESK = '撮って送ると、事務局が書き写します。'

/** A photo came back with a sentence. */
export function AskedPhotoAgain({ back, ...props }: PhotoProps & { back: string }) {
  return <PhotoOfPaperAgain {...props} hint={TYPED_BY_DESK} back={{ href: back, label: '質問にもどる' }} />
}

export type Thanks = 'answers' | 'photo' | 'help'

/** What happens next. Whoever wrote of dying gets the numbers first. */
export function AskedAnswered({ thanks }: { thanks: Thanks }) {
  return (
    <Layout
      title={thanks === 'photo' ? '写真を受け取りました' : '答えを受け取りました'}
      lead={thanks === 'photo' ? '事務局が書き写して、整理に加えます。' : '課題の整理に加えました。'}
    >
      {thanks === 'help' && <Lifelines title="ひとりで抱えないでください" />}
      <p>この画面は閉じてかまいません。直すときは、困りごとを書いた方の画面から直せます。</p>
    </Layout>
  )
}
