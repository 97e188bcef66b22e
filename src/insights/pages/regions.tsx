import type { ComponentChildren } from 'preact'
import { CaseCard, type ShownCase } from '../../cases/pages/card.tsx'
import { StoryCards } from '../../cases/pages/stories.tsx'
import type { PublishedStory } from '../../cases/rules/stories.ts'
import { EventCards, type ListedEvent } from '../../events/pages/card.tsx'
import { municipalityName, neighboursOf, PREFECTURES, prefectureName, REGIONS, regionOf } from '../../lib/regions.ts'
import type { LegalDate } from '../../lib/time.ts'
import { ProjectCard } from '../../projects/pages/list.tsx'
import type { AskedCode } from '../../projects/rules/codes.ts'
import type { Project } from '../../projects/schema.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Phrase } from '../../ui/phrase.tsx'
import { Section } from '../../ui/section.tsx'
import { Programmes, type ProgrammesProps } from './programme.tsx'

type Counts = { open: ReadonlyMap<number, number>; cases: ReadonlyMap<number, number> }

/** All prefectures by their region, each with what there is to see. */
export function RegionIndex({ open, cases }: Counts) {
  return (
    <Layout
      title="地域から見る"
      lead="都道府県ごとに、いま募集中の案件と、これまでの事例を見られます。"
      description="都道府県と市町村ごとに、副業で手伝える案件と事例を見られます。"
      width="page"
    >
      <CardList columns={3}>
        {REGIONS.map(({ id, name }) => (
          <Card key={id} title={name}>
            <ul class="link-list">
              {PREFECTURES.filter(({ region }) => region === id).map((prefecture) => (
                <li key={prefecture.id}>
                  <a href={`/regions/${prefecture.id}`}>{prefecture.name}</a>
                  <Counted open={open.get(prefecture.id) ?? 0} cases={cases.get(prefecture.id) ?? 0} />
                </li>
              ))}
            </ul>
          </Card>
        ))}
      </CardList>
    </Layout>
  )
}

type InPlace = {
  shown: readonly Project[]
  /** Some that are over. */
  before: readonly Project[]
  open: number
  over: number
  codes: ReadonlyMap<string, readonly AskedCode[]>
  /** How to be told of new ones. */
  follow: ComponentChildren
  /** What is held there soon. */
  events: readonly ListedEvent[]
  /** What partners run there. */
  programmes: ProgrammesProps['programmes']
  now: Date
  day: LegalDate
}

type PrefectureProps = InPlace & {
  prefecture: number
  cases: { total: number; rows: readonly ShownCase[] }
  municipalities: readonly { code: string; all: number; open: number }[]
  stories: readonly PublishedStory[]
}

/** What there is of each; of what there is nothing no zero is read. */
function Counted({ open, cases }: { open: number; cases: number }) {
  const counts = [open > 0 && `案件${open}件`, cases > 0 && `事例${cases}件`].filter((one) => one !== false)
  return counts.length > 0 && <Phrase>{`（${counts.join('、')}）`}</Phrase>
}

function leadOf(open: number, cases: number): string {
  const counts = [open > 0 && `募集中の案件が${open}件`, cases > 0 && `事例が${cases}件`].filter((one) => one !== false)
  return counts.length > 0 ? `${counts.join('、')}あります。` : '案件も事例も、これからです。'
}

export function PrefecturePage({ prefecture, cases, municipalities, stories, ...projects }: PrefectureProps) {
  const name = prefectureName(prefecture)
  const every = `/projects?prefecture=${prefecture}`
  return (
    <Layout
      title={name}
      eyebrow={regionOf(prefecture).name}
      lead={leadOf(projects.open, cases.total)}
      description={`${name}の会社が、副業で手伝ってくれる人を探している案件と、これまでの事例です。`}
      back={{ href: '/regions', label: '地域から見る' }}
      width="page"
      feed={{ address: every, title: `${name}の新しい案件` }}
    >
      <Open {...projects} name={name} every={every} calendar={`/events?prefecture=${prefecture}`} />
      {stories.length > 0 && (
        <Section title={`${name}の読みもの`}>
          <StoryCards stories={stories} />
        </Section>
      )}
      {cases.rows.length > 0 && (
        <Section title={`${name}の事例`}>
          <CardList columns={2}>
            {cases.rows.map((row) => (
              <CaseCard key={row.id} row={row} level={3} />
            ))}
          </CardList>
          {cases.total > cases.rows.length && (
            <p>
              <a href={`/cases?prefecture=${prefecture}`}>{`${cases.total}件の事例をすべて見る`}</a>
            </p>
          )}
        </Section>
      )}
      {municipalities.length > 0 && (
        <Section title="市町村から見る">
          <ul class="link-list">
            {municipalities.map(({ code, all, open }) => (
              <li key={code}>
                <a href={`/regions/${code}`}>{municipalityName(code) ?? code}</a>
                （募集中{open}件、<span class="figure">終わったもの{all - open}件）</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Neighbours prefecture={prefecture} />
    </Layout>
  )
}

export function MunicipalityPage({ code, prefecture, ...projects }: InPlace & { code: string; prefecture: number }) {
  const name = municipalityName(code) ?? code
  return (
    <Layout
      title={name}
      eyebrow={prefectureName(prefecture)}
      lead={
        projects.open + projects.over === 0
          ? undefined
          : `${[
              projects.open > 0 && `募集中の案件が${projects.open}件`,
              projects.over > 0 && `終わった案件が${projects.over}件`,
            ]
              .filter(Boolean)
              .join('、')}あります。`
      }
      description={`${prefectureName(prefecture)}${name}の会社が、副業で手伝ってくれる人を探している案件です。`}
      back={{ href: `/regions/${prefecture}`, label: prefectureName(prefecture) }}
      width="page"
    >
      <Open
        {...projects}
        name={name}
        every={`/projects?prefecture=${prefecture}`}
        calendar={`/events?municipality=${code}`}
      />
      <Neighbours prefecture={prefecture} />
    </Layout>
  )
}

type OpenProps = InPlace & { name: string; every: string; calendar: string }

function Open({ shown, before, open, codes, follow, events, programmes, now, day, name, every, calendar }: OpenProps) {
  return (
    <>
      <Section title="募集中の案件">
        {shown.length === 0 ? (
          <EmptyState
            title={`${name}で募集中の案件は、いまはありません`}
            action={<ButtonLink href="/projects">ほかの地域の案件を見る</ButtonLink>}
          >
            離れたまま手伝える案件なら、住まいの場所は問いません。
          </EmptyState>
        ) : (
          <CardList columns={2}>
            {shown.map((project) => (
              <ProjectCard key={project.id} project={project} codes={codes.get(project.id) ?? []} />
            ))}
          </CardList>
        )}
        {open > shown.length && (
          <p>
            <ButtonLink href={every}>{`${open}件の案件をすべて見る`}</ButtonLink>
          </p>
        )}
        {follow}
      </Section>
      {events.length > 0 && (
        <Section title={`${name}の催し`} id="events">
          <EventCards events={events} now={now} />
          <p>
            <a href={calendar}>{`${name}の催しのカレンダーを見る`}</a>
          </p>
        </Section>
      )}
      <Programmes programmes={programmes} day={day} />
      {before.length > 0 && (
        <Section title="終わった案件">
          <ul class="link-list">
            {before.map(({ id, title }) => (
              <li key={id}>
                <a href={`/projects/${id}`}>{title}</a>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

function Neighbours({ prefecture }: { prefecture: number }) {
  const near = neighboursOf(prefecture)
  const others =
    near.length > 0 ? near : PREFECTURES.filter(({ region }) => region === regionOf(prefecture).id).map(({ id }) => id)
  return (
    <Section title="近くの地域">
      <ul class="link-list">
        {others
          .filter((id) => id !== prefecture)
          .map((id) => (
            <li key={id}>
              <a href={`/regions/${id}`}>{prefectureName(id)}</a>
            </li>
          ))}
        <li>
          <a href="/regions">すべての都道府県</a>
        </li>
      </ul>
    </Section>
  )
}
