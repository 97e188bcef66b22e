import type { ComponentChildren } from 'preact'
import type { Project } from '../../projects/schema.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Table } from '../../ui/table.tsx'
import { waitInWords } from '../rules/choosing.ts'
import { pointsInWords, type Sum, together } from '../rules/scoring.ts'
import { applicationNumber, companyPath } from '../rules/state.ts'
import { questionsOf } from '../rules/words.ts'
import type { Assessment, Criterion } from '../schema.ts'
import type { Applied } from './applicants.tsx'
import { Lines } from './apply.tsx'

type Props = {
  project: Project
  pair: readonly [Applied, Applied]
  /** In force. */
  criteria: readonly Criterion[]
  /** As the reader may see them. */
  given: readonly Assessment[]
  now: Date
}

type Line = { readonly name: string; readonly a: ComponentChildren; readonly b: ComponentChildren }

/** Two applicants, line by line by the same things. */
export function ComparisonPage({ project, pair, criteria, given, now }: Props) {
  const sums = pair.map(({ application }) =>
    together(
      given.filter(({ applicationId }) => applicationId === application.id),
      criteria,
    ),
  ) as [Sum, Sum]
  const line = (name: string, tell: (one: Applied, sum: Sum, at: 0 | 1) => ComponentChildren): Line => ({
    name,
    a: tell(pair[0], sums[0], 0),
    b: tell(pair[1], sums[1], 1),
  })
  const [question1, question2] = questionsOf(project)
  const lines: Line[] = [
    line('ひとこと', ({ card }) => card?.headline),
    line('できる仕事', ({ card }) => card?.codes.map(({ name, levelName }) => `${name}（${levelName}）`).join('、')),
    line('合う理由と確かめたいこと', ({ reasons }) => reasons),
    line('住まい', ({ card }) => card?.prefecture ?? '書いていません'),
    line('時間', ({ card }) => card?.hours ?? '書いていません'),
    line('報酬', ({ card }) => card?.fee),
    line(question1, ({ application }) => <Lines text={application.answer1} />),
    line(question2, ({ application }) => <Lines text={application.answer2} />),
    ...criteria.map(({ name }, at) => line(name, (_, sum) => pointsInWords(sum.each[at] ?? null))),
    ...(criteria.length > 0 ? [line('合わせた点', (_, sum) => <strong>{pointsInWords(sum.mean)}</strong>)] : []),
    line('話し合いの結論', ({ selection }) => selection?.consensus ?? 'まだ'),
    line('待っている日数', ({ application }) => waitInWords(application, now)),
    line('くわしく', ({ application }) => (
      <ButtonLink
        kind="quiet"
        href={companyPath(application)}
        label={`${applicationNumber(application)}：この方を見る`}
      >
        この方を見る
      </ButtonLink>
    )),
  ]
  return (
    <Layout
      title="2人をくらべる"
      width="page"
      back={{ href: `/companies/${project.companyId}/projects/${project.id}/scores`, label: 'みんなの点' }}
    >
      <Table<Line>
        caption="2人を同じところでくらべる"
        captionHidden
        stack
        rows={lines}
        rowKey={({ name }) => name}
        columns={[
          { head: 'くらべるところ', cell: ({ name }) => name },
          { head: applicationNumber(pair[0].application), cell: ({ a }) => <div>{a}</div> },
          { head: applicationNumber(pair[1].application), cell: ({ b }) => <div>{b}</div> },
        ]}
      />
    </Layout>
  )
}
