import { japaneseDate, today } from '../../lib/time.ts'
import { Card } from '../../ui/card.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FileField } from '../../ui/fields/file-field.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { Form, PostButton } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { More } from '../../ui/more.tsx'
import { Section } from '../../ui/section.tsx'
import { Tag } from '../../ui/tag.tsx'
import { SHEET_MAX } from '../rules/dialogue.ts'
import { DIALOGUE_WORDS, type SeenDialogue, sinceOf, stateOfDialogue } from '../rules/dialogue-state.ts'
import { Plain } from './dialogue.tsx'

type Props = {
  partnerId: string
  dialogues: readonly SeenDialogue[]
  /** To whom something may be handed: those that show themselves; null for who only looks on. */
  companies: readonly { id: string; name: string }[] | null
  values?: FormValues
  errors?: FormErrors
}

/** 対話シート: what somebody of a partner wrote down of a talk goes to the company, which decides what is made of it. */
export function Dialogues({ partnerId, dialogues, companies, values, errors }: Props) {
  const own = `/partners/${partnerId}/dialogues`
  return (
    <Layout
      title="対話シート"
      lead="ローカルベンチマークや事業性評価で聞いたことを、会社の方に渡します。会社の方が選んだ行から、課題の整理が始まります。"
      back={{ href: `/partners/${partnerId}`, label: 'わたしたちの企業' }}
      failed={Boolean(errors)}
    >
      {companies && companies.length > 0 && (
        <Form action={own} submit="会社に渡す" values={values} errors={errors} upload>
          <SelectField
            name="company"
            label="会社"
            hint="見せることに同意した会社だけです。渡すことを、会社の方に先に伝えてください。"
            options={companies.map(({ id, name }) => ({ value: id, label: name }))}
            required
          />
          <FileField
            name="file"
            label="シートのファイル"
            required={false}
            hint="Excel（.xlsx）、Word（.docx）、PDF、テキスト。10MBまで。"
            accept=".xlsx,.docx,.pdf,.txt"
          />
          <TextArea
            name="sheet"
            label="または、シートの中身"
            hint="表から写して貼るか、「課題：原価が分からない」のように書いてください。"
            rows={6}
            max={SHEET_MAX}
            required={false}
          />
        </Form>
      )}
      {companies?.length === 0 && (
        <EmptyState title="渡せる会社は、まだありません" picture="region">
          会社が見せることに同意すると、渡せます。
        </EmptyState>
      )}
      {dialogues.length > 0 && (
        <Section title="渡したもの">
          <CardList>
            {dialogues.map((seen) => (
              <Handed key={seen.dialogue.id} own={own} seen={seen} mayRecall={companies !== null} />
            ))}
          </CardList>
        </Section>
      )}
      <p>
        財務の数字、借り入れ、取引金融機関の行は読み取りません。ファイルは残しません。何が選ばれたか、何ができたかは、会社が見せるまで、ここには出ません。融資の側の方には、何も見えません。
      </p>
    </Layout>
  )
}

function Handed({ own, seen, mayRecall }: { own: string; seen: SeenDialogue; mayRecall: boolean }) {
  const { dialogue, company, lines } = seen
  const state = stateOfDialogue(dialogue)
  return (
    <Card
      level={3}
      title={company}
      eyebrow={`${japaneseDate(today(dialogue.handedAt))}に渡しました`}
      foot={
        state === 'waiting' &&
        mayRecall && (
          <PostButton action={`${own}/${dialogue.id}/recall`} label={`${company}に渡したシートを取り下げる`}>
            取り下げる
          </PostButton>
        )
      }
    >
      <p>
        <Tag tone={state === 'waiting' ? 'accent' : 'plain'}>{DIALOGUE_WORDS[state]}</Tag>
      </p>
      {state !== 'waiting' && <p>{japaneseDate(today(sinceOf(dialogue)))}</p>}
      {state === 'waiting' && (
        <More title={`読み取った行（${lines.length}つ）`}>
          <Plain lines={lines} level={3} />
        </More>
      )}
    </Card>
  )
}
