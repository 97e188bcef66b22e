import { Button, ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { versionInWords } from '../rules/change-words.ts'
import type { Version } from '../rules/changes.ts'
import type { Major, Middle } from '../rules/release.ts'
import type { CodeHit } from '../rules/search.ts'

export interface BrowseCodesProps {
  majors: readonly Major[]
  /** How many leaves there are. */
  count: number
  /** What was searched for; '' before. */
  query: string
  hits: readonly CodeHit[]
  version?: Version
}

/** All kinds of work: to be searched in plain words, or looked through from the large to the small. */
export function BrowseCodes({ majors, count, query, hits, version }: BrowseCodesProps) {
  return (
    <Layout
      title="ジョブコード"
      lead={`困りごとと仕事を結ぶ、${count}の仕事の名前です。ふだんの言葉でさがせます。`}
      description="地方の会社で頼まれる仕事を、大・中・小に分けた一覧です。自由に使えます（CC0）。"
      width="page"
    >
      <form class="search" method="get" action="/job-codes">
        <TextField
          name="q"
          label="さがす言葉"
          type="search"
          value={query}
          hint="「チラシ」「原価が分からない」など、話し言葉で大丈夫です。"
        />
        <Button>さがす</Button>
      </form>
      {query !== '' && <Hits query={query} hits={hits} />}
      <Section title="分け方から見る">
        <div class="code-tree">
          {majors.map((major) => (
            <MajorGroup key={major.id} major={major} />
          ))}
        </div>
      </Section>
      {version && (
        <p>
          {`いまの一覧は${versionInWords(version)}からのものです。`}
          <a href="/job-codes/changes">変わったこと</a>
        </p>
      )}
      <Licence />
    </Layout>
  )
}

function Hits({ query, hits }: { query: string; hits: readonly CodeHit[] }) {
  if (hits.length === 0) {
    return (
      <EmptyState title={`「${query}」では見つかりませんでした`}>
        別の言い方でさがすか、下の分け方から見てください。
      </EmptyState>
    )
  }
  return (
    <Section title={`「${query}」に近い仕事`}>
      <CardList columns={2}>
        {hits.map((hit) => (
          <Card
            key={hit.code}
            level={3}
            title={hit.name}
            href={`/job-codes/${hit.code}`}
            eyebrow={`${hit.major}　${hit.middle}`}
          >
            {hit.matched !== hit.name && <p>{`近い言い方：${hit.matched}`}</p>}
          </Card>
        ))}
      </CardList>
    </Section>
  )
}

function MajorGroup({ major }: { major: Major }) {
  return (
    <details class="code-major" id={`code-${major.id}`}>
      <summary>{major.name}</summary>
      {major.middles.map((middle) => (
        <MiddleGroup key={middle.id} middle={middle} />
      ))}
    </details>
  )
}

function MiddleGroup({ middle }: { middle: Middle }) {
  return (
    <section class="code-middle">
      <h3>{middle.name}</h3>
      <ul class="link-list">
        {middle.leaves.map((leaf) => (
          <li key={leaf.id}>
            <a href={`/job-codes/${leaf.id}`}>{leaf.name}</a>
          </li>
        ))}
        <li>
          <a href={`/job-codes/${middle.id}`}>{`「${middle.name}」をまとめて見る`}</a>
        </li>
      </ul>
    </section>
  )
}

/** Free for everybody, with the files. */
export function Licence() {
  return (
    <Notice
      title="どなたでも自由に使えます（CC0）"
      action={
        <>
          <ButtonLink kind="quiet" href="/job-codes.csv" label="ジョブコードを表計算用に受けとる" download>
            表計算用に受けとる
          </ButtonLink>
          <ButtonLink kind="quiet" href="/job-codes.json" label="ジョブコードをプログラム用に受けとる" download>
            プログラム用に受けとる
          </ButtonLink>
        </>
      }
    >
      写すことも、直して使うこともできます。断りはいりません。
    </Notice>
  )
}
