import { prefectureName } from '../../lib/regions.ts'
import { truncate } from '../../text/truncate.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Section } from '../../ui/section.tsx'
import { causesOf } from '../rules/causes.ts'
import { isFailed } from '../rules/outcomes.ts'
import type { PublishedStory } from '../rules/stories.ts'
import { CaseBody, Figures } from './body.tsx'
import { CaseCard, type ShownCase } from './card.tsx'
import { comparisonOf } from './comparable.tsx'

const DESCRIPTION = 120

/** What helped others where the same went wrong. */
function Helps({ row: { outcome, causes } }: { row: Pick<ShownCase, 'outcome' | 'causes'> }) {
  const known = isFailed(outcome) ? causesOf(causes) : []
  if (known.length === 0) return null
  return (
    <Section title="ほかの会社で役に立ったこと">
      <ul class="plain-list">
        {known.map(({ id, helps }) => (
          <li key={id}>{helps}</li>
        ))}
      </ul>
    </Section>
  )
}

/** One case, for everybody. */
type Props = {
  row: ShownCase
  similar: readonly ShownCase[]
  /** The same, told as one likes to read it. */
  story: PublishedStory | null
}

export function CasePage({ row, similar, story }: Props) {
  const lead = [row.companyName, row.talentName && `${row.talentName}さん`].filter(Boolean).join('と、')
  return (
    <Layout
      title={row.title}
      lead={lead || undefined}
      names={[row.companyName ?? '', row.talentName ?? '']}
      back={{ href: '/cases', label: '事例をさがす' }}
      width="page"
      description={truncate(row.result, DESCRIPTION)}
      picture={`/cases/${row.id}/picture.png`}
    >
      {story && (
        <p>
          <a href={`/stories/${row.id}`}>読みもの：{story.title}</a>
        </p>
      )}
      <Figures row={row} />
      <Helps row={row} />
      <CaseBody text={row} />
      <Section title="うちも、と思ったら">
        <p>いま困っていることを、そのままの言葉で書いてみてください。</p>
        <p>
          <ButtonLink href="/worries/new">悩みを書いてみる</ButtonLink>
        </p>
        <p>
          <ButtonLink kind="quiet" href={`/cases/${row.id}/project`}>
            この事例から始める
          </ButtonLink>
        </p>
      </Section>
      <Section title="手伝いたい、と思ったら">
        <p>
          {row.shownPrefecture === null ? (
            <a href="/projects">いま募集中の案件を見る</a>
          ) : (
            <a href={`/regions/${row.shownPrefecture}`}>{`${prefectureName(row.shownPrefecture)}の案件と催しを見る`}</a>
          )}
        </p>
      </Section>
      {similar.length > 0 && (
        <Section title="にた事例">
          <CardList columns={2}>
            {similar.map((other) => (
              <CaseCard key={other.id} row={other} level={3} />
            ))}
          </CardList>
          <p>
            <a href={comparisonOf([row, ...similar].slice(0, 3))}>この事例と、にた事例をならべて見る</a>
          </p>
        </Section>
      )}
    </Layout>
  )
}
