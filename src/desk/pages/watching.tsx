import { cautionOf } from '../../messages/rules/cautions.ts'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { More } from '../../ui/more.tsx'

export const WATCHED_DAYS = 30

/** What the rules found in messages: numbers, and nothing else of them. */
export function Watching({ counts }: { counts: readonly { sign: string; messages: number }[] }) {
  if (counts.length === 0) return null
  return (
    <More title={`やりとりの見守り（この${WATCHED_DAYS}日）`}>
      <DefinitionList
        compact
        items={counts.map(({ sign, messages }) => ({ term: cautionOf(sign)?.name ?? sign, value: `${messages}通` }))}
      />
      <p>機械が決まりで見つけた数です。言葉は、だれかが知らせるまで、事務局にも見えません。</p>
    </More>
  )
}
