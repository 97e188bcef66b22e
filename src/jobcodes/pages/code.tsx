import type { ComponentChildren } from 'preact'
import { ButtonLink } from '../../ui/button.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Section } from '../../ui/section.tsx'
import { peopleInWords } from '../rules/people.ts'
import type { Leaf } from '../rules/release.ts'
import type { Place } from '../rules/tree.ts'
import { Licence } from './browse.tsx'

export interface CodePageProps {
  place: Place
  related: readonly Leaf[]
  /** Where this code is in use now. */
  use: { openProjects: number; cases: number; people: number }
  /** Classes of 厚生労働省編職業分類 for this work. */
  classes: readonly { code: string; name: string }[]
  /** What others pay and how they find somebody, as it was published. */
  usual: ComponentChildren
  /** How to be told of new ones. */
  follow: ComponentChildren
}

const PHRASES_SHOWN = 8

/** One kind of work: what it is, how an owner would say it, what belongs to it and what does not. */
export function CodePage({ place: { leaf, middle, major }, related, use, classes, usual, follow }: CodePageProps) {
  return (
    <Layout
      title={leaf.name}
      eyebrow={`${major.name}　${middle.name}`}
      lead={leaf.definition}
      back={{ href: `/job-codes#code-${major.id}`, label: 'ジョブコードの一覧' }}
      description={leaf.definition}
    >
      <Use code={leaf.id} use={use} />
      {follow}
      <Section title="会社の方は、こう言います">
        <ul class="said-list">
          {leaf.phrases.slice(0, PHRASES_SHOWN).map((phrase) => (
            <li key={phrase}>{`「${phrase}」`}</li>
          ))}
        </ul>
      </Section>
      <Section title="この仕事の中身">
        <DefinitionList
          items={[
            { term: '含むこと', value: lines(leaf.includes) },
            { term: '含まないこと', value: lines(leaf.excludes) },
            { term: 'すること', value: lines(leaf.tasks) },
            { term: '残るもの', value: lines(leaf.deliverables) },
            { term: 'うまくいったと言えるとき', value: lines(leaf.success) },
            { term: '始める前に話すこと', value: lines(leaf.questions) },
          ]}
        />
      </Section>
      <Section title="手伝う人は、こう示せます">
        <DefinitionList
          items={[
            { term: 'いる力', value: leaf.skills.join('、') },
            { term: '経験の例', value: lines(leaf.evidence) },
          ]}
        />
      </Section>
      <Section title="この仕事のめやす">
        <DefinitionList
          items={[
            { term: '月の時間', value: leaf.hours && span(leaf.hours, '時間') },
            { term: '期間', value: leaf.months && span(leaf.months, 'か月') },
            { term: 'できる人', value: peopleInWords(use.people) },
            { term: '別の言い方', value: leaf.synonyms.join('、') },
            { term: '読み', value: leaf.reading },
            {
              term: '近い職業（厚生労働省編職業分類）',
              value: lines(classes.map(({ code, name }) => `${name}（${code}）`)),
            },
            { term: '英語', value: <span lang="en">{leaf.english}</span> },
            { term: '番号', value: <span class="figure">{leaf.id}</span> },
          ]}
        />
      </Section>
      {usual}
      <p>
        <a href={`/job-codes/${middle.id}`}>{`「${middle.name}」の仕事を、まとめて見る`}</a>
      </p>
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
      <ButtonLink kind="quiet" href={`/job-codes/${code}/project`}>
        この仕事で案件を書きはじめる
      </ButtonLink>
    </p>
  )
}

function lines(texts: readonly string[]) {
  if (texts.length === 0) return null
  return (
    <ul class="plain-list">
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
}

function span([from, to]: readonly [number, number], unit: string): string {
  return from === to ? `${from}${unit}` : `${from}〜${to}${unit}`
}
