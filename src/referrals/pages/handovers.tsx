import { japaneseDate, today } from '../../lib/time.ts'
import { Card } from '../../ui/card.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { Form } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { Section } from '../../ui/section.tsx'
import { Tag } from '../../ui/tag.tsx'
import { type HandoverState, handoversOf, missingParts, PART_WORDS, PARTS, stateOfHandover } from '../rules/handover.ts'
import type { Handover, HandoverReceipt } from '../schema.ts'

export type Names = ReadonlyMap<string, string>
type Seen = { readonly handover: Handover; readonly receipts: readonly HandoverReceipt[] }
export type Person = { readonly id: string; readonly name: string }

type Props = {
  /** Null: the desk. */
  partnerId: string | null
  /** What the partner is called, or the desk. */
  house: string
  handovers: readonly Seen[]
  names: Names
  /** Who may leave something, and who may take it over; nobody for those who only look on. */
  givers: readonly Person[]
  takers: readonly Person[]
  values?: FormValues
  errors?: FormErrors
}

const STATES: Readonly<Record<HandoverState, string>> = {
  waiting: '受け取りを待っています',
  received: '受け取りました',
  withdrawn: '取りやめました',
}

/** Every pack that the reader gives or takes, and a form for another. */
export function Handovers({ partnerId, house, handovers, names, givers, takers, values, errors }: Props) {
  const isAnybody = givers.some((from) => takers.some((to) => to.id !== from.id))
  return (
    <Layout
      title="引継ぎ書"
      eyebrow={house}
      lead="担当がかわるとき、進んでいること、約束、連絡先、これまで、予定を、まとめて渡します。"
      back={
        partnerId === null
          ? { href: '/desk', label: '事務局' }
          : { href: `/partners/${partnerId}`, label: 'わたしたちの企業' }
      }
      failed={Boolean(errors)}
    >
      {handovers.length > 0 && (
        <CardList>
          {handovers.map((seen) => (
            <HandoverCard key={seen.handover.id} seen={seen} names={names} />
          ))}
        </CardList>
      )}
      {isAnybody && (
        <Section title="引継ぎ書を作る">
          <Form
            action={handoversOf(partnerId)}
            submit="作って渡す"
            values={values ?? { from: givers[0]!.id }}
            errors={errors}
          >
            <SelectField name="from" label="渡す人" options={optionsOf(givers)} required />
            <SelectField name="to" label="受け取る人" options={optionsOf(takers)} required />
            <TextArea
              name="words"
              label="申し送り"
              hint="ほかに書かれていないことだけ。会社の秘密は書かないでください。"
              rows={5}
              max={2000}
              required={false}
            />
          </Form>
        </Section>
      )}
      {givers.length > 0 &&
        !isAnybody &&
        (partnerId === null ? (
          <p>受け取る人が、まだいません。めぐりを動かす方に、事務局の人を増やすよう頼んでください。</p>
        ) : (
          <p>
            受け取る人が、まだいません。先に「<a href={`/partners/${partnerId}/members`}>一緒に使う人</a>
            」で招いてください。
          </p>
        ))}
    </Layout>
  )
}

function optionsOf(people: readonly Person[]) {
  return people.map(({ id, name }) => ({ value: id, label: name }))
}

export function fromTo({ fromId, toId }: Pick<Handover, 'fromId' | 'toId'>, names: Names): string {
  return `${names.get(fromId) ?? '前の担当'}から${names.get(toId) ?? '次の担当'}へ`
}

function HandoverCard({ seen: { handover, receipts }, names }: { seen: Seen; names: Names }) {
  const { id, partnerId, givenAt } = handover
  const missing = missingParts(receipts)
  const state = stateOfHandover(handover)
  return (
    <Card
      title={fromTo(handover, names)}
      href={`${handoversOf(partnerId)}/${id}`}
      eyebrow={`${japaneseDate(today(givenAt))}に渡しました`}
    >
      <p>
        <Tag tone={state === 'waiting' ? 'accent' : 'plain'}>{STATES[state]}</Tag>
      </p>
      {state === 'waiting' && (
        <p>{`まだの部分：${missing.map((part) => PART_WORDS[part]).join('、')}（${PARTS.length - missing.length}/${PARTS.length}）`}</p>
      )}
    </Card>
  )
}
