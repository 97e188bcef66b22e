import { japaneseDate, japaneseDateTime, today } from '../../lib/time.ts'
import { Card } from '../../ui/card.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Form, PostButton } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { More } from '../../ui/more.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { type Exposed, exposedWords, MEND_FIRST, mustBeMended } from '../rules/exposed.ts'
import {
  CASE_STATE_WORDS,
  consentedAt,
  mayPublish,
  OPENNESS_WORDS,
  type Openness,
  stateOfCase,
} from '../rules/openness.ts'
import { wholeFigures } from '../rules/published.ts'
import type { Case } from '../schema.ts'
import { Figures } from './body.tsx'
import { DeskStory, type SeenStory } from './story-making.tsx'

/** The newest of them, and how many there are. */
type Newest = { readonly rows: readonly Case[]; readonly total: number }
type ListProps = { ready: readonly Case[]; waiting: Newest; kept: Newest }

/** What the desk can read and publish; apart from it, what waits for one of its sides. */
export function DeskCases({ ready, waiting, kept }: ListProps) {
  return (
    <Layout title="公開を待つ事例" back={{ href: '/desk', label: '事務局' }} width="page">
      {ready.length === 0 ? (
        <EmptyState title="いま公開できる事例はありません" picture="done" />
      ) : (
        <Section title="読んで公開できます">
          <CardList>
            {ready.map((row) => (
              <ReadyCase key={row.id} row={row} level={3} />
            ))}
          </CardList>
        </Section>
      )}
      {waiting.total > 0 && (
        <Section title="返事を待っています">
          <Cases caption="返事を待っている事例" {...waiting} />
        </Section>
      )}
      {kept.total > 0 && (
        <More title={`文章を出さないことになったもの（${kept.total}件）`}>
          <Cases caption="文章を出さないことになった事例" {...kept} />
        </More>
      )}
    </Layout>
  )
}

function Cases({ caption, rows, total }: Newest & { caption: string }) {
  return (
    <>
      <Table
        caption={caption}
        captionHidden
        columns={[
          { head: '題', cell: ({ id, title }: Case) => <a href={`/desk/cases/${id}`}>{title}</a> },
          { head: '事例', cell: ({ number }) => number, figure: true },
          {
            head: 'できた日',
            cell: ({ createdAt }) => <span class="figure">{japaneseDate(today(createdAt))}</span>,
          },
        ]}
        rows={rows}
        rowKey={({ id }) => id}
        stack
      />
      {total > rows.length && <p>{`新しい${rows.length}件です。ほかに${total - rows.length}件あります。`}</p>}
    </>
  )
}

/** A case that somebody of the desk may read and publish. */
export function ReadyCase({ row, level }: { row: Case; level: 2 | 3 }) {
  return (
    <Card
      level={level}
      title={row.title}
      href={`/desk/cases/${row.id}`}
      eyebrow={`事例 ${row.number}　${japaneseDateTime(consentedAt(row) ?? row.createdAt)}から`}
    >
      <p>
        <Tag tone="accent">読んで公開できます</Tag>
      </p>
    </Card>
  )
}

type Props = {
  row: Case
  exposed: Exposed
  story: SeenStory
  /** Both are named in it, and it is public: it may be told as a story. */
  tellable: boolean
  values?: FormValues
  errors?: FormErrors
  /** The form of the story, as it came back. */
  telling?: { values: FormValues; errors: FormErrors }
}

/** The desk reads a text, mends it, and lets it go out. */
export function DeskCase({ row, exposed, story, tellable, values, errors, telling }: Props) {
  const state = stateOfCase(row)
  const isOpen = state === 'draft' || state === 'consented'
  return (
    <Layout
      title={`事例 ${row.number} を読む`}
      eyebrow={CASE_STATE_WORDS[state]}
      lead={isOpen ? '名前、取引先、秘密が出ていないかを確かめます。' : undefined}
      back={{ href: '/desk/cases', label: '公開を待つ事例' }}
      failed={Boolean(errors ?? telling)}
    >
      {isOpen && <ExposedWords row={row} exposed={exposed} />}
      {mayPublish(row) && !mustBeMended(row, exposed) && (
        <PostButton action={`/desk/cases/${row.id}/publication`} version={row.version} kind="main">
          読みました。公開する
        </PostButton>
      )}
      <Section title="返事">
        <DefinitionList
          items={[
            { term: '会社', value: chosen(row.companyOpenness, row.companyConsentAt) },
            { term: '手伝った人', value: row.accountId && chosen(row.talentOpenness, row.talentConsentAt) },
          ]}
        />
      </Section>
      {isOpen && (
        <Notice kind="warning" title="文章を直すと、もう一度たずねます">
          返事は、いまの文章に対するものだからです。
        </Notice>
      )}
      {isOpen && (
        <Form
          action={`/desk/cases/${row.id}`}
          submit="文章を直して、もう一度たずねる"
          submitKind={mayPublish(row) && !mustBeMended(row, exposed) ? 'quiet' : 'main'}
          version={row.version}
          values={values ?? textOf(row)}
          {...(errors && { errors })}
        >
          <TextField name="title" label="題" size="long" required />
          <TextArea name="problem" label="困りごと" rows={6} max={3000} required />
          <TextArea name="done" label="したこと" rows={8} max={6000} required />
          <TextArea name="result" label="結果" rows={6} max={3000} required />
          <TextArea name="learned" label="学んだこと" rows={6} max={3000} />
          <TextArea name="surprised" label="思いがけなかったこと" rows={4} max={2000} />
          {row.told !== null && <TextArea name="told" label="手伝った人の言葉" rows={4} max={1000} />}
        </Form>
      )}
      <Section title="数">
        <Figures row={wholeFigures(row)} />
      </Section>
      {(tellable || story) && <DeskStory row={row} story={story} {...telling} />}
    </Layout>
  )
}

/** What leads to somebody, before anybody else reads it. */
function ExposedWords({ row, exposed }: Pick<Props, 'row' | 'exposed'>) {
  const words = exposedWords(exposed)
  if (words.length + exposed.copied.length === 0) return null
  return (
    <Notice kind="warning" title="会社や人にたどりつく言葉があります">
      {words.length > 0 && <p>連絡先か名前：「{words.join('」「')}」</p>}
      {exposed.copied.length > 0 && <p>募集のページと同じ文：「{exposed.copied.join('」「')}」</p>}
      {mustBeMended(row, exposed) && <p>{MEND_FIRST}</p>}
    </Notice>
  )
}

function chosen(openness: Openness | null, at: Date | null): string {
  if (!openness || !at) return 'まだ返事がありません'
  return `${OPENNESS_WORDS[openness][0]}　${japaneseDateTime(at)}`
}

function textOf({ title, problem, done, result, learned, surprised, told }: Case): FormValues {
  return { title, problem, done, result, learned, surprised, told: told ?? '' }
}
