import { ButtonLink } from '../../ui/button.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Section } from '../../ui/section.tsx'
import type { Leaf } from '../rules/release.ts'
import type { Place } from '../rules/tree.ts'
import { Licence } from './browse.tsx'

export interface CodePageProps {
  place: Place
  related: readonly Leaf[]
  /** Where this code is in use now. */
  use: { openProjects: number; cases: number }
}

const PHRASES_SHOWN = 8

/** One kind of work: what it is, how an owner would say it, what belongs to it and what does not. */
export function CodePage({ place: { leaf, middle, major }, related, use }: CodePageProps) {
  return (
    <Layout
      title={leaf.name}
      eyebrow={`${major.name}　${middle.name}`}
      lead={leaf.definition}
      back={{ href: `/job-codes#code-${major.id}`, label: 'ジョブコードの一覧' }}
      description={leaf.definition}
    >
      <Use code={leaf.id} use={use} />
      <Section title="会社の方は、こう言います">
        <ul class="said-list">
          {leaf.phrases.slice(0, PHRASES_SHOWN).map((phrase) => (
            <li key={phrase}>{`「${phrase}」`}</li>
          ))}
        </ul>
      </Section>
      <Lines title="含むこと" lines={leaf.includes} />
      <Lines title="含まないこと" lines={leaf.excludes} />
      <Lines title="すること" lines={leaf.tasks} />
      <Lines title="残るもの" lines={leaf.deliverables} />
      <Lines title="うまくいったと言えるとき" lines={leaf.success} />
      <Lines title="始める前に話すこと" lines={leaf.questions} />
      <Section title="この仕事のめやす">
        <DefinitionList
          items={[
            { term: '月の時間', value: leaf.hours && span(leaf.hours, '時間') },
            { term: '期間', value: leaf.months && span(leaf.months, 'か月') },
            { term: '別の言い方', value: leaf.synonyms.join('、') },
            { term: '読み', value: leaf.reading },
            { term: '英語', value: <span lang="en">{leaf.english}</span> },
            { term: '番号', value: <span class="figure">{leaf.id}</span> },
          ]}
        />
      </Section>
      {related.length > 0 && (
        <Section title="近い仕事">
          <ul class="link-list">
            {related.map((other) => (
              <li key={other.id}>
                <a href={`/job-codes/${other.id}`}>{other.name}</a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Licence />
    </Layout>
  )
}

/** Only what leads somewhere is a link. */
function Use({ code, use }: { code: string; use: CodePageProps['use'] }) {
  return (
    <p class="actions">
      {use.openProjects > 0 ? (
        <ButtonLink href={`/projects?code=${code}`}>{`募集中の案件 ${use.openProjects}件を見る`}</ButtonLink>
      ) : (
        <span>いま募集中の案件はありません。</span>
      )}
      {use.cases > 0 && (
        <ButtonLink kind="quiet" href={`/cases?code=${code}`}>{`事例 ${use.cases}件を見る`}</ButtonLink>
      )}
    </p>
  )
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <Section title={title}>
      <ul class="plain-list">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Section>
  )
}

function span([from, to]: readonly [number, number], unit: string): string {
  return from === to ? `${from}${unit}` : `${from}〜${to}${unit}`
}
