import { japaneseDate, today } from '../../lib/time.ts'
import { Card } from '../../ui/card.tsx'
import { PostButton } from '../../ui/form.tsx'
import { Tag } from '../../ui/tag.tsx'

export type OverdueCompany = {
  readonly id: string
  readonly name: string
  readonly contact: string | null
  readonly phone: string | null
  /** Applications that wait, and since which promised day. */
  readonly waiting: number
  /** Public questions that wait. */
  readonly questions: number
  /** People who asked for a talk. */
  readonly talks: number
  readonly since: Date | null
  /** When the desk called last. */
  readonly last: Date | null
}

/** A company that owes answers: whom to call, and a button for when that was done. */
export function OverdueCard({ company, now }: { company: OverdueCompany; now: Date }) {
  const { id, name, contact, phone, waiting, questions, talks, since, last } = company
  return (
    <Card
      level={2}
      title={`${name}に電話する`}
      eyebrow={`返事の約束：${japaneseDate(today(since ?? now))}`}
      foot={
        <PostButton action={`/desk/companies/${id}/promise-call`} label={`${name}に電話しました`}>
          電話しました
        </PostButton>
      }
    >
      <p>
        {waiting > 0 && <Tag tone="accent">{`応募${waiting}件が、返事を待っています`}</Tag>}
        {questions > 0 && <Tag tone="accent">{`質問${questions}件が、答えを待っています`}</Tag>}
        {talks > 0 && <Tag tone="accent">{`話したい方${talks}人が、返事を待っています`}</Tag>}
      </p>
      <p>
        {contact && `${contact}さん　`}
        {phone ? <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a> : '電話番号は書かれていません'}
      </p>
      {last && <p>{`前の電話：${japaneseDate(today(last))}`}</p>}
    </Card>
  )
}
