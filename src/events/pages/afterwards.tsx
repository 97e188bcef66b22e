import { ButtonLink } from '../../ui/button.tsx'
import { CheckboxList } from '../../ui/fields/checkbox-list.tsx'
import { ChoiceCards } from '../../ui/fields/choice-cards.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { Form } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { Section } from '../../ui/section.tsx'
import { SheetLinks } from '../../ui/sheet-links.tsx'
import { Table } from '../../ui/table.tsx'
import {
  type Answers,
  LEAST_ANSWERS,
  LONGEST_WORDS,
  type Results,
  summed,
  USEFUL,
  WISHES,
} from '../rules/afterwards.ts'
import type { Event } from '../schema.ts'

type AfterProps = { here: string; answers: readonly Answers[]; results: Results }

const few = '5人より少ない'

/** For the host: what was said, and what became of it, never of one person. */
export function Afterwards({ here, answers, results }: AfterProps) {
  const words = answers.map((one) => one.words).filter((said) => said !== '')
  return (
    <Section title="終わってから">
      <p>
        {`申し込んだ方のうち、あとで案件に応募した方：${inPeople(results.applied)}。契約して働いた方：${inPeople(results.worked)}。`}
      </p>
      {answers.length < LEAST_ANSWERS ? (
        <p>{`アンケートの答えは、${2 * LEAST_ANSWERS}人分から${LEAST_ANSWERS}人ずつ、二週間で締め切ったあとは${LEAST_ANSWERS}人分から、まとめて出ます。だれの答えかは出ません。`}</p>
      ) : (
        <>
          <Table
            caption={`アンケート（${answers.length}人の答え）`}
            columns={[
              { head: '答え', cell: ({ label }: { label: string; count: number }) => label },
              { head: '人数', cell: ({ count }) => String(count), figure: true },
            ]}
            rows={summed(answers)}
            rowKey={({ label }) => label}
          />
          {words.length > 0 && (
            <ul class="link-list">
              {words.map((said, at) => (
                <li key={`${at}`}>{said}</li>
              ))}
            </ul>
          )}
          <SheetLinks href={`${here}?table=answers`} of="アンケート" print={false} />
        </>
      )}
    </Section>
  )
}

function inPeople(count: number | null): string {
  return count === null ? few : `${count}人以上`
}

type FormProps = { event: Pick<Event, 'title'>; token: string; values?: FormValues; errors?: FormErrors }

/** Three questions, from the letter. */
export function AnswersForm({ event, token, values = {}, errors = {} }: FormProps) {
  const options = (words: Readonly<Record<string, string>>) =>
    Object.entries(words).map(([value, label]) => ({ value, label }))
  return (
    <Layout
      title="参加した感想をお聞かせください"
      eyebrow={event.title}
      lead="お名前は伝わりません。5人分が集まってから、まとめて主催の方に届きます。"
      failed={Object.keys(errors).length > 0}
    >
      <Form action={`/registrations/${token}/answers`} submit="送る" {...{ values, errors }}>
        <ChoiceCards name="useful" label="役に立ったか" choices={options(USEFUL)} required />
        <CheckboxList name="wishes" label="これから" choices={options(WISHES)} />
        <TextArea name="words" label="ひとこと" rows={3} max={LONGEST_WORDS} />
      </Form>
    </Layout>
  )
}

/** On the page of a registration, after the day. */
export function AskForAnswers({ token, answered }: { token: string; answered: boolean }) {
  if (answered) return <p>アンケートの答えを受け取りました。ありがとうございます。</p>
  return <ButtonLink href={`/registrations/${token}/answers`}>三つの質問に答える</ButtonLink>
}
