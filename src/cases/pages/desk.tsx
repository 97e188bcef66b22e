import { japaneseDateTime } from '../../lib/time.ts'
import { Card } from '../../ui/card.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Form, PostButton } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { Tag } from '../../ui/tag.tsx'
import { CASE_STATE_WORDS, mayPublish, OPENNESS_WORDS, type Openness, stateOfCase } from '../rules/openness.ts'
import type { Case } from '../schema.ts'
import { Figures } from './body.tsx'

/** What the desk has to read first, then what waits for one of its sides. */
export function DeskCases({ rows, total }: { rows: readonly Case[]; total: number }) {
  return (
    <Layout title="公開を待つ事例" back={{ href: '/desk', label: '事務局' }} width="page">
      {rows.length === 0 ? (
        <EmptyState title="待っている事例はありません" picture="done" />
      ) : (
        <CardList>
          {rows.map((row) => (
            <Card
              key={row.id}
              title={row.title}
              href={`/desk/cases/${row.id}`}
              eyebrow={
                <Tag tone={mayPublish(row) ? 'accent' : 'plain'}>
                  {mayPublish(row) ? '読んで公開できます' : CASE_STATE_WORDS[stateOfCase(row)]}
                </Tag>
              }
            >
              <p>
                事例 {row.number}　{japaneseDateTime(row.createdAt)}にできました
              </p>
            </Card>
          ))}
        </CardList>
      )}
      {total > rows.length && <p>ほかに{total - rows.length}件が、両者の返事を待っています。</p>}
    </Layout>
  )
}

type Props = { row: Case; values?: FormValues; errors?: FormErrors }

/** The desk reads a text, mends it, and lets it go out. */
export function DeskCase({ row, values, errors }: Props) {
  const state = stateOfCase(row)
  const isOpen = state === 'draft' || state === 'consented'
  return (
    <Layout
      title={`事例 ${row.number} を読む`}
      eyebrow={CASE_STATE_WORDS[state]}
      lead="名前、取引先、秘密が出ていないかを確かめます。"
      back={{ href: '/desk/cases', label: '公開を待つ事例' }}
      failed={Boolean(errors)}
    >
      {mayPublish(row) && (
        <PostButton action={`/desk/cases/${row.id}/publication`} version={row.version} kind="main">
          読みました。公開する
        </PostButton>
      )}
      <Section title="両者の返事">
        <DefinitionList
          items={[
            { term: '会社', value: chosen(row.companyOpenness, row.companyConsentAt) },
            { term: '手伝った人', value: chosen(row.talentOpenness, row.talentConsentAt) },
          ]}
        />
      </Section>
      {isOpen && (
        <Notice kind="warning" title="文章を直すと、両者にもう一度たずねます">
          返事は、いまの文章に対するものだからです。
        </Notice>
      )}
      {isOpen && (
        <Form
          action={`/desk/cases/${row.id}`}
          submit="文章を直して、両者にたずねる"
          version={row.version}
          values={values ?? textOf(row)}
          {...(errors && { errors })}
        >
          <TextField name="title" label="題" size="long" required />
          <TextArea name="problem" label="困りごと" rows={6} max={3000} required />
          <TextArea name="done" label="したこと" rows={8} max={6000} required />
          <TextArea name="result" label="結果" rows={6} max={3000} required />
          <TextArea name="learned" label="学んだこと" rows={6} max={3000} required />
        </Form>
      )}
      <Section title="数">
        <Figures figures={row} />
      </Section>
    </Layout>
  )
}

function chosen(openness: Openness | null, at: Date | null): string {
  if (!openness || !at) return 'まだ返事がありません'
  return `${OPENNESS_WORDS[openness][0]}（${japaneseDateTime(at)}）`
}

function textOf({ title, problem, done, result, learned }: Case): FormValues {
  return { title, problem, done, result, learned }
}
