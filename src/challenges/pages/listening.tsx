import { truncate } from '../../text/truncate.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { ChoiceCards } from '../../ui/fields/choice-cards.tsx'
import { HiddenField } from '../../ui/fields/hidden-field.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { Form } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { Section } from '../../ui/section.tsx'
import { ANSWER_MAX } from '../rules/answering.ts'
import { answerField } from '../rules/entered.ts'
import {
  type Answered,
  NEITHER,
  type Question,
  questionNamed,
  questionsFor,
  whichQuestion,
} from '../rules/listening.ts'
import { confirmedWorks, liveNodes } from '../rules/nodes.ts'
import type { ChallengeNode, Worry } from '../schema.ts'

/** As much of the own words as reminds of what this is about. */
const REMINDER = 24

type AskProps = {
  worry: Worry
  /** Where the worry stands for whoever answers. */
  home: string
  question: Question
  /** Which of how many. */
  place: { step: number; total: number }
  /** The question before, null for the first one. */
  before: string | null
  /** Came from the tree to change one answer, and goes back there. */
  fromTree: boolean
  isAnswered: boolean
  values: FormValues
  errors?: FormErrors | undefined
}

/** One question on its screen. */
export function AskBack({ worry, home, question, place, before, fromTree, isAnswered, values, errors }: AskProps) {
  const address = questionAddress(home, question.key)
  const { step, total } = place
  const back =
    before === null || fromTree
      ? { href: home, label: '整理した内容' }
      : { href: questionAddress(home, before), label: 'ひとつ前の質問' }
  return (
    <Layout
      title={question.ask}
      lead={`「${truncate(worry.text.replace(/\s+/g, ' '), REMINDER)}」のことです。`}
      back={back}
      failed={Boolean(errors)}
      {...(!fromTree && { step: { step, total, words: `${total}問のうち${step}問目` } })}
    >
      <Form
        action={address}
        submit="答える"
        values={values}
        errors={errors}
        sticky
        more={
          <Button kind="quiet" formAction={`${address}/passing`}>
            {isAnswered ? '答えを消す' : 'この質問はとばす'}
          </Button>
        }
      >
        {fromTree && <HiddenField name="from" value="tree" />}
        <AnswerFields question={question} />
      </Form>
      {!fromTree && (
        <p>
          <a class="button" data-kind="plain" href={home}>
            ここまでにして整理を見る
          </a>
          <a class="button" data-kind="plain" href={`${home}/questions?paper=1`}>
            紙に印刷して答える
          </a>
        </p>
      )}
    </Layout>
  )
}

function AnswerFields({ question: { ask, hint, ready, closed } }: { question: Question }) {
  const neither = closed ? [{ value: NEITHER, label: NEITHER }] : []
  const words = (answer: string) => (closed ? `「${answer}」` : answer)
  return (
    <>
      {ready.length > 0 && (
        <ChoiceCards
          name="choice"
          label={ask}
          labelHidden
          choices={[...ready.map((answer) => ({ value: answer, label: words(answer) })), ...neither]}
        />
      )}
      {!closed && (
        <TextArea
          name="text"
          label={ready.length > 0 ? 'ほかの答え' : ask}
          labelHidden={ready.length === 0}
          hint={hint}
          rows={3}
          max={ANSWER_MAX}
        />
      )}
    </>
  )
}

type ShownProps = {
  worry: Worry
  answers: readonly Answered[]
  mayAnswer: boolean
  /** Where the worry stands for whoever looks. */
  home?: string
  /** Who typed an answer for the owner, by its field. */
  marks?: Readonly<Record<string, string>>
}

/** The way to the questions. */
export function AskMore({
  worry,
  answers,
  home = `/worries/${worry.id}`,
  main,
}: Omit<ShownProps, 'mayAnswer'> & { main: boolean }) {
  return (
    <ButtonLink kind={main ? 'main' : 'quiet'} href={`${home}/questions`}>
      {answers.length > 0 ? 'つづきの質問に答える' : 'いくつか答えて、もっと近づける'}
    </ButtonLink>
  )
}

export function hasQuestions({ worry, nodes, answers, mayAnswer }: ShownProps & { nodes: readonly ChallengeNode[] }) {
  const codes = confirmedWorks(liveNodes(nodes, worry.reading))
  return mayAnswer && questionsFor({ text: worry.text, answers, codes, which: null }).length > 0
}

/** What was answered, under the own words, each to be changed; what was passed over can still be answered. */
export function GivenAnswers({ worry, answers, mayAnswer, home = `/worries/${worry.id}`, marks = {} }: ShownProps) {
  const shown = answers.filter(({ text }) => text !== null || mayAnswer)
  if (shown.length === 0) return null
  return (
    <Section title="お答え" id="answers">
      <DefinitionList
        items={shown.map(({ question, text }) => ({
          term: labelOf(question),
          value: text ?? 'まだ答えていません',
          note: (
            <>
              {marks[answerField(question)] && `${marks[answerField(question)]}が入力　`}
              {mayAnswer && (
                <a
                  class="button"
                  data-kind="plain"
                  href={`${questionAddress(home, question)}?from=tree`}
                  aria-label={`「${labelOf(question)}」${text === null ? 'に答える' : 'を直す'}`}
                >
                  {text === null ? '答える' : '直す'}
                </a>
              )}
            </>
          ),
        }))}
      />
    </Section>
  )
}

/** The same on paper. */
export function PrintedAnswers({ answers }: { answers: readonly Answered[] }) {
  const items = answers.flatMap(({ question, text }) => (text === null ? [] : [{ term: askOf(question), value: text }]))
  return items.length === 0 ? null : <DefinitionList items={items} />
}

export function questionAddress(home: string, key: string): string {
  return `${home}/questions/${key}`
}

/** A question that was taken out of the data keeps its answer. */
function labelOf(key: string): string {
  return questionNamed(key, WHICH_SHOWN)?.label ?? '前の質問'
}

function askOf(key: string): string {
  return questionNamed(key, WHICH_SHOWN)?.ask ?? '前の質問'
}

/** Its words are the same whatever there is to choose from. */
const WHICH_SHOWN = whichQuestion([])
