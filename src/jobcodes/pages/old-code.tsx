import { japaneseDate } from '../../lib/time.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import type { Old } from '../rules/release.ts'
import type { Place } from '../rules/tree.ts'

export type OldCodeProps = { place: Place; old: Old; successors: readonly Place[] }

/** A number that is no longer used: what it meant, since when it is over, and where its work belongs now. */
export function OldCode({ place: { leaf }, old, successors }: OldCodeProps) {
  return (
    <Layout
      title={leaf.name}
      eyebrow={`前のジョブコード　${leaf.id}`}
      lead={leaf.definition}
      back={{ href: '/job-codes', label: 'ジョブコードの一覧' }}
    >
      <Notice kind="warning" title={`${japaneseDate(old.date)}から、使っていません`}>
        {old.why}
      </Notice>
      {successors.length === 0 ? (
        <>
          <p>代わりの仕事はありません。近い仕事は、ふだんの言葉でさがせます。</p>
          <p class="actions">
            <ButtonLink href="/job-codes">仕事をさがす</ButtonLink>
          </p>
        </>
      ) : (
        <Section title="今は、こちらを使います">
          <CardList>
            {successors.map(({ leaf: next, middle, major }) => (
              <Card
                key={next.id}
                level={3}
                title={next.name}
                href={`/job-codes/${next.id}`}
                eyebrow={`${major.name}　${middle.name}`}
              >
                <p>{next.definition}</p>
              </Card>
            ))}
          </CardList>
        </Section>
      )}
      <p>
        <a href="/job-codes/changes">ジョブコードの変わったこと</a>
      </p>
    </Layout>
  )
}
