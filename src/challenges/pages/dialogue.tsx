import { japaneseDate, today } from '../../lib/time.ts'
import { truncate } from '../../text/truncate.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { CheckboxList } from '../../ui/fields/checkbox-list.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { Form, PostButton } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { More } from '../../ui/more.tsx'
import { Section } from '../../ui/section.tsx'
import { LINE_MAX, type SheetLine, sheetLine } from '../rules/dialogue.ts'
import { correctedName } from '../rules/dialogue-forms.ts'
import { DIALOGUE_WORDS, sinceOf, stateOfDialogue } from '../rules/dialogue-state.ts'
import type { Dialogue, DialogueLine } from '../schema.ts'
import { Lines } from './beside.tsx'

type Props = {
  dialogue: Dialogue
  lines: readonly DialogueLine[]
  partner: string
  /** A viewer looks on only. */
  mayAnswer: boolean
  values?: FormValues
  errors?: FormErrors
}

/** What a partner wrote down of a talk: the owner says which lines a challenge is made of. */
export function DialoguePage(props: Props) {
  const { dialogue, partner } = props
  const state = stateOfDialogue(dialogue)
  const back = { href: `/companies/${dialogue.companyId}`, label: '会社のページ' }
  if (state === 'waiting') {
    return (
      <Layout
        title="対話シートが届きました"
        eyebrow={`${partner}から`}
        lead="使う行だけを選ぶと、そこから課題を整理します。"
        back={back}
        failed={Boolean(props.errors)}
      >
        {props.mayAnswer ? <Choose {...props} /> : <Plain {...props} />}
      </Layout>
    )
  }
  const since = japaneseDate(today(sinceOf(dialogue)))
  return (
    <Layout title="対話シート" eyebrow={`${partner}から`} lead={`${since}　${OWN_WORDS[state]}`} back={back}>
      {state === 'taken' && <Taken {...props} />}
    </Layout>
  )
}

const OWN_WORDS = {
  ...DIALOGUE_WORDS,
  taken: '選んだ行から、課題の整理を始めました。',
  declined: '使わないことにしました。中身は消えています。',
  recalled: '渡した方が、取り下げました。',
  withdrawn: '受け取りを取り消しました。行は消えています。',
} as const

type Named = DialogueLine & { line: SheetLine }

function Choose({ dialogue, lines, partner, values, errors }: Props) {
  const own = `/companies/${dialogue.companyId}/dialogues/${dialogue.id}`
  const named = namedOf(lines)
  const first = named.filter(({ line }) => line.chosen)
  const further = named.filter(({ line }) => !line.chosen)
  const corrected = Object.fromEntries(named.map(({ item, text }) => [correctedName(item), text]))
  return (
    <>
      <Form
        action={`${own}/consent`}
        submit="この行から整理する"
        values={values ?? { use: first.map(({ item }) => item), ...corrected }}
        errors={errors}
        sticky
      >
        {first.length > 0 && <CheckboxList name="use" label="使う行" choices={first.map(choiceOf)} />}
        {further.length > 0 && (
          <More title={`ほかの行（${further.length}つ）`} open={first.length === 0}>
            <CheckboxList
              name="more"
              label="ほかに使う行"
              labelHidden
              choices={further.map(choiceOf)}
              required={false}
            />
          </More>
        )}
        <More title="言葉を直す" open={Boolean(errors)}>
          {named.map(({ item, line }) => (
            <TextArea
              key={item}
              name={correctedName(item)}
              label={line.name}
              rows={3}
              max={LINE_MAX}
              required={false}
            />
          ))}
        </More>
      </Form>
      <p>{`選ばない行は消えます。${partner}には、受け取ったことと日付だけが伝わります。`}</p>
      <PostButton action={`${own}/refusal`} label="この対話シートを使わない">
        使わない
      </PostButton>
    </>
  )
}

function Taken({ dialogue, lines, mayAnswer }: Props) {
  const worry = lines.find(({ worryId }) => worryId)?.worryId
  return (
    <>
      {worry && (
        <ButtonLink kind="main" href={`/worries/${worry}`}>
          整理した内容を見る
        </ButtonLink>
      )}
      <Plain lines={lines} />
      {mayAnswer && (
        <Section title="受け取りを取り消す" lead="上の行と、まだ案件にしていない整理が消えます。">
          <PostButton
            action={`/companies/${dialogue.companyId}/dialogues/${dialogue.id}/withdrawal`}
            kind="danger"
            label="対話シートの受け取りを取り消す"
          >
            取り消す
          </PostButton>
        </Section>
      )}
    </>
  )
}

/** The lines to be read only. */
export function Plain({ lines, level = 2 }: { lines: readonly DialogueLine[]; level?: 2 | 3 }) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return namedOf(lines).map(({ item, text, line }) => (
    <div key={item}>
      <Heading>{line.name}</Heading>
      <Lines>{text}</Lines>
    </div>
  ))
}

const SHORT = 90

function choiceOf({ item, text, line }: Named) {
  return { value: item, label: line.name, note: truncate(text, SHORT) }
}

/** In the order of the sheet, those that it still has. */
function namedOf(lines: readonly DialogueLine[]): Named[] {
  return lines.flatMap((one) => {
    const line = sheetLine(one.item)
    return line ? [{ ...one, line }] : []
  })
}
