import { More } from '../../ui/more.tsx'
import { Table } from '../../ui/table.tsx'
import { CAUSES, type Cause } from '../rules/causes.ts'

/** Why things did not work out, how often, and what helped others. */
export function FailureLibrary({ counts, open }: { counts: ReadonlyMap<string, number>; open: boolean }) {
  const often = (cause: Cause) => counts.get(cause.id) ?? 0
  const causes = [...CAUSES].filter((cause) => cause.id !== 'other').sort((a, b) => often(b) - often(a))
  return (
    <More title="わけと、役に立ったこと" open={open}>
      <Table
        caption="うまくいかなかったわけ"
        captionHidden
        stack
        rowKey={({ id }) => id}
        columns={[
          {
            head: 'わけ',
            cell: ({ id, name }) => (
              <span class="link-list">
                <a href={`/cases?outcome=failed&cause=${id}`}>{name}</a>
              </span>
            ),
          },
          { head: '会社の数', cell: (cause) => (often(cause) > 0 ? `${often(cause)}社以上` : '5社より少ない') },
          { head: 'ほかの会社で役に立ったこと', cell: ({ helps }) => helps },
        ]}
        rows={causes}
      />
      <p>数えてよいと答えた会社だけを、5社ずつの区切りで数えています。</p>
    </More>
  )
}

/** Beside a draft that shows the same signs: what others stumbled over, before one does. */
export function Pitfalls({ causes }: { causes: readonly Cause[] }) {
  if (causes.length === 0) return null
  return (
    <More title={`ほかの会社がつまずいたこと（${causes.length}つ）`}>
      <ul class="plain-list">
        {causes.map(({ id, name, helps }) => (
          <li key={id}>
            <p>
              「<a href={`/cases?outcome=failed&cause=${id}`}>{name}</a>」{helps}
            </p>
          </li>
        ))}
      </ul>
    </More>
  )
}
