import type { Side } from '../../contracts/rules/side.ts'
import { PostButton } from '../../ui/form.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'

type Props = {
  base: string
  version: number
  side: Side
  /** May this side close it alone, or does the other have to say so too? */
  closes: boolean
  /** This side has already said that the work is done. */
  waits: boolean
}

/** The work is done: at its end either side closes it, before that both say so. */
export function Finish({ base, version, side, closes, waits }: Props) {
  const other = side === 'company' ? '相手' : '会社'
  return (
    <Layout
      title="仕事を終わりにする"
      lead={closes ? '押すと、契約が終わります。' : `${other}も「終わりにする」を押すと、契約が終わります。`}
      back={{ href: base, label: '契約のページ' }}
    >
      {waits ? (
        <Notice kind="info">{other}に知らせました。返事を待っています。</Notice>
      ) : (
        <PostButton action={`${base}/finish`} version={version} kind="main" wide>
          {closes ? '終わりにする' : `仕事が終わったと${other}に知らせる`}
        </PostButton>
      )}
      <Notice kind="info" title="つぎにすること">
        終わると、ふりかえり（5分ほど）を両者にお願いします。支払いの約束は、そのまま残ります。
      </Notice>
    </Layout>
  )
}
