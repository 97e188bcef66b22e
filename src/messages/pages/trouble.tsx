import type { Side } from '../../applications/rules/state.ts'
import { PostButton } from '../../ui/form.tsx'
import { More } from '../../ui/more.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'

type Props = { side: Side; home: string; blocked: boolean }

const ENDS = {
  talent: 'この企業への応募は取り下げになり、',
  company: 'この方の応募は見送りになり（お願いした応募と契約はそのまま残ります）、',
} as const
const APART = {
  talent: 'この企業からは、あなたの一覧も提案も見えなくなります。新しい応募も、できなくなります。',
  company: 'この方からの応募は届かなくなり、提案にも出なくなります。',
} as const

/** When something is wrong between the two. */
export function Trouble({ side, home, blocked }: Props) {
  if (blocked) {
    return (
      <Section title="困ったとき" id="trouble">
        <Notice
          kind="info"
          title="こちらから、やりとりを閉じています"
          action={<PostButton action={`${home}/messages/block/removal`}>もう一度開く</PostButton>}
        >
          相手には、閉じたことも、わけも伝わりません。
        </Notice>
      </Section>
    )
  }
  return (
    <Section title="困ったとき" id="trouble">
      <More title="この相手とのやりとりを閉じる">
        <p>{`閉じると、ことばはどちらからも送れなくなります。${ENDS[side]}${APART[side]}`}</p>
        <p>相手には、閉じたことも、わけも伝わりません。あとで、もう一度開けます。</p>
        <PostButton action={`${home}/messages/block`} kind="danger">
          やりとりを閉じる
        </PostButton>
      </More>
    </Section>
  )
}
