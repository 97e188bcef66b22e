import type { ComponentChildren } from 'preact'
import { japaneseDateTime } from '../../lib/time.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { PostButton } from '../../ui/form.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Qr } from '../../ui/qr.tsx'
import { Section } from '../../ui/section.tsx'
import { MAY_CANCEL, type Standing, standingOf } from '../rules/state.ts'
import { REFUSAL_WORDS, whenInWords, whereInWords } from '../rules/words.ts'
import type { Event, Registration } from '../schema.ts'

type Props = {
  token: string
  event: Event
  registration: Registration
  /** How many wait before this one. */
  before: number
  /** What the host's clerk opens with a camera. */
  door: string
  now: Date
  more?: ComponentChildren
}

const TITLES: Readonly<Record<Standing, string>> = {
  asked: '申し込みをすませる',
  applied: '申し込みを受けつけました',
  waiting: 'キャンセル待ちをしています',
  offered: '席が空きました',
  seated: '参加できます',
  refused: '今回は見送りとなりました',
  cancelled: '取り消しました',
  lapsed: '席は次の方に移りました',
  came: 'ご参加ありがとうございました',
}

function leadOf({ registration, before }: Props): string {
  switch (standingOf(registration)) {
    case 'asked':
      return '下のボタンを押すと、申し込みがすみます。'
    case 'applied':
      return '参加していただく方を選んでいます。決まったら、メールでお知らせします。'
    case 'waiting':
      return before === 0
        ? 'いまは満席です。次に席が空いたら、あなたの番です。すぐメールでお知らせします。'
        : `いまは満席です。前に${before}人がお待ちです。席が空いたら、すぐメールでお知らせします。`
    case 'offered':
      return `${japaneseDateTime(registration.offerUntil!)}まで、あなたの席を取ってあります。`
    case 'seated':
      return '当日は、下のQRコードか番号を、受付でお見せください。'
    case 'refused':
      return registration.refusal ? REFUSAL_WORDS[registration.refusal] : ''
    case 'lapsed':
      return 'お返事の時間が過ぎました。'
    default:
      return ''
  }
}

/** From a letter, without signing in: how it stands, the sheet for the door, and one press to call it back. */
export function RegistrationPage(props: Props) {
  const { token, event, registration, door, now, more } = props
  const standing = standingOf(registration)
  const own = `/registrations/${token}`
  const isOver = event.endsAt <= now || event.calledOffAt !== null
  return (
    <Layout title={TITLES[standing]} eyebrow={event.title} lead={leadOf(props)}>
      {standing === 'asked' && !isOver && (
        <PostButton action={`${own}/confirmation`} kind="main">
          申し込みをすませる
        </PostButton>
      )}
      {standing === 'offered' && !isOver && (
        <PostButton action={`${own}/seat`} kind="main">
          参加する
        </PostButton>
      )}
      {more}
      {standing === 'seated' && !isOver && (
        <Section title={`受付の番号　${registration.number}`}>
          <Qr text={door} label={`受付の番号${registration.number}のQRコード`} />
        </Section>
      )}
      <DefinitionList
        items={[
          { term: '催し', value: <a href={`/events/${event.id}`}>{event.title}</a> },
          { term: '日時', value: whenInWords(event) },
          { term: '場所', value: whereInWords(event) },
          {
            term: 'オンラインの入り口',
            value: standing === 'seated' && event.link ? <a href={event.link}>{event.link}</a> : undefined,
          },
          { term: '持ち物など', value: event.bring },
          { term: 'お名前', value: registration.name },
        ]}
      />
      {MAY_CANCEL.includes(standing) && standing !== 'asked' && !isOver && (
        <PostButton action={`${own}/cancellation`}>申し込みを取り消す</PostButton>
      )}
      {(standing === 'cancelled' || standing === 'refused' || standing === 'lapsed') && (
        <ButtonLink kind="quiet" href={`/events?prefecture=${event.prefecture}`}>
          ほかの催しを見る
        </ButtonLink>
      )}
    </Layout>
  )
}
