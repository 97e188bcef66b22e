import { jobCodes } from '../../jobcodes/rules/standard.ts'
import { prefectureName } from '../../lib/regions.ts'
import { japaneseDate, today } from '../../lib/time.ts'
import { projectNumber } from '../../projects/rules/state.ts'
import { TalentCard } from '../../talents/pages/talent-card.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PostButton } from '../../ui/form.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Section } from '../../ui/section.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { NEXT_DAYS, type NextTalks } from '../rules/next-talks.ts'
import type { NearbyRunnerUp } from '../rules.ts'

type Props = { found: readonly NearbyRunnerUp[]; next: readonly NextTalks[] }

/** 次点の方: who agreed to be shown nearby, beside the open projects that they would suit. */
export function RunnersUpNearby({ found, next }: Props) {
  const projects = [...Map.groupBy(found, ({ project }) => project.id).values()] as [
    NearbyRunnerUp,
    ...NearbyRunnerUp[],
  ][]
  return (
    <Layout
      title="次点の方を、近くの会社に"
      lead="近くの会社に見せてよいと答えた方と、その方に合う募集中の案件です。応募の少ない案件から並びます。"
      back={{ href: '/desk', label: '事務局' }}
      width="page"
    >
      {projects.length === 0 && (
        <EmptyState title="いま、おすすめできる組み合わせはありません" picture="done">
          次点の方が見せてよいと答え、近くに合う案件が出ると、ここに並びます。
        </EmptyState>
      )}
      {projects.map((pairs) => (
        <Nearby key={pairs[0].project.id} pairs={pairs} />
      ))}
      <p>
        お名前と、どの会社で次点になったかは、どちらの会社にも伝わりません。会社に届くのは「合いそうな人の一覧に、近くの会社で次点になった方がいます」というお知らせだけです。次点に選んだ会社は、ここに出ていることも知りません。
      </p>
      <Next next={next} />
    </Layout>
  )
}

const WHO: Readonly<Record<NextTalks['who'], string>> = {
  all: '今回は見送られた方',
  'runners-up': '次点に選ばれていた方',
  others: 'そのほかの方',
}

/** Whether it helps: who was declined and soon had somebody else to talk to. */
function Next({ next }: Pick<Props, 'next'>) {
  return (
    <Section
      title="見送られた方の、次の話"
      lead={`見送られてから${NEXT_DAYS}日のうちに、別の案件で話す日が決まった方の割合です。`}
    >
      {next.length === 0 ? (
        <p>話す日が決まった方か、決まらなかった方が5人より少ないので、まだ出せません。</p>
      ) : (
        <Table
          caption="見送られた方の、次の話"
          captionHidden
          columns={[
            { head: '方', cell: ({ who }: NextTalks) => WHO[who] },
            { head: '人数', figure: true, cell: ({ people }) => `${people.toLocaleString('ja-JP')}人以上` },
            { head: '次の話が決まった割合', figure: true, cell: ({ percent }) => `${percent}%` },
          ]}
          rows={next}
          rowKey={({ who }) => who}
          stack
        />
      )}
      <p>
        {`数えるのは、今月のはじめまでに${NEXT_DAYS}日がたった、その前の1年に見送られた方です。何度か見送られた方は、はじめの1回で数えます。話す日は、面談か15分の話の日が決まるか、会社からの声かけに「話を聞く」と答えたときです。取りやめになったものは数えません。5人より少ないものは出しません。`}
      </p>
    </Section>
  )
}

function Nearby({ pairs }: { pairs: readonly [NearbyRunnerUp, ...NearbyRunnerUp[]] }) {
  const { project, applicants } = pairs[0]
  const place = project.prefecture === null ? '' : prefectureName(project.prefecture)
  return (
    <Section title={project.title ?? '題のない案件'} lead={`${project.company}（${place}）`}>
      <p>
        <a href={`/desk/projects/${project.id}`}>{projectNumber(project)}</a>{' '}
        <Tag tone={applicants === 0 ? 'accent' : 'line'}>
          {applicants === 0 ? 'まだ応募がありません' : `応募${applicants}件`}
        </Tag>
      </p>
      <CardList columns={2}>
        {pairs.map((pair) => (
          <TalentCard
            key={pair.card.id}
            talent={pair.card}
            level={3}
            foot={pair.suggestedAt ? undefined : <Suggest pair={pair} />}
          >
            <ul class="plain-list">
              {reasonsOf(pair, place).map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
            {pair.suggestedAt && <p>{`${japaneseDate(today(pair.suggestedAt))}に、会社にお知らせしました。`}</p>}
          </TalentCard>
        ))}
      </CardList>
    </Section>
  )
}

function Suggest({ pair: { project, card } }: { pair: NearbyRunnerUp }) {
  return (
    <PostButton
      action="/desk/runners-up"
      fields={{ project: project.id, talent: card.id }}
      label={`「${card.headline}」を、${project.company}にお知らせする`}
    >
      会社にお知らせする
    </PostButton>
  )
}

/** Why the two fit, from what both said; nothing of where the person was runner-up. */
function reasonsOf({ project, card, codes }: NearbyRunnerUp, place: string): string[] {
  const names = [...new Set(codes.map((code) => jobCodes().leaf(code)?.name ?? code))]
  return [
    `案件が求める仕事ができます：${names.join('、')}`,
    card.prefecture === place ? `${place}に住んでいます` : `${place}か、となりの県の会社に応募した方です`,
    ...(project.hours === null || card.hours === null
      ? []
      : [`案件は月${project.hours}時間、この方の目安は${card.hours}`]),
  ]
}
