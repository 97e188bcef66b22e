import { japaneseDate, today } from '../../lib/time.ts'
import { PostButton } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { SHARED_DAYS, SHARED_IN_WORDS } from '../rules/runner-up.ts'
import type { Application } from '../schema.ts'

type Props = {
  application: Application
  /** Until when the card is shown; undefined while the person did not agree. */
  sharedUntil: Date | undefined
}

/** Asked of somebody whom the company would have liked to choose: what is shown, to whom, until when. */
export function RunnerUp({ application, sharedUntil }: Props) {
  const home = `/me/applications/${application.id}/sharing`
  if (sharedUntil) {
    return (
      <Notice
        kind="success"
        title="近くの会社に紹介しています"
        action={<PostButton action={`${home}/cancellation`}>紹介をやめる</PostButton>}
      >
        {`${japaneseDate(today(sharedUntil))}までです。見送りになった会社には、紹介しているかどうかも伝わりません。`}
      </Notice>
    )
  }
  return (
    <Section title="近くの会社に、紹介してもよいですか">
      <p>この会社は、あなたを次点に選びました。ぜひ近くの会社にも知ってほしい、ということです。</p>
      <ul>
        <li>{`見せるもの：${SHARED_IN_WORDS}。名前と、応募した会社の名前は見せません。`}</li>
        <li>
          見る会社：同じ県ととなりの県で、あなたのできる仕事を頼みたい会社。「近くの会社で次点になった方」と出ます。
        </li>
        <li>{`いつまで：${SHARED_DAYS}日。いつでも、一回押すだけでやめられます。`}</li>
        <li>勤め先と、見せないことにした会社には出ません。この会社に、返事は伝わりません。</li>
      </ul>
      <PostButton action={home}>紹介してよい</PostButton>
    </Section>
  )
}
