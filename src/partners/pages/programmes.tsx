import { fiscalYearInWords, fiscalYearOf } from '../../law/fiscal-year.ts'
import { japaneseDate, type LegalDate, legalDate } from '../../lib/time.ts'
import { STATE_WORDS as PROJECT_WORDS } from '../../projects/rules/state.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { ChoiceCards } from '../../ui/fields/choice-cards.tsx'
import { Form, PostButton } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { Money } from '../../ui/money.tsx'
import { More } from '../../ui/more.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { SheetLinks } from '../../ui/sheet-links.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { canReopen, STATE_WORDS, stateOf, yearsInWords } from '../rules/programmes.ts'
import { TEMPLATES } from '../rules/templates.ts'
import type { Partner, Programme } from '../schema.ts'
import { Goals, type GoalsProps } from './goals.tsx'
import { MilestonesSection } from './milestones.tsx'
import type { ProgrammeProject } from './programme-sheet.ts'

type ListProps = {
  partner: Pick<Partner, 'id' | 'name'>
  programmes: readonly Programme[]
  day: LegalDate
  mayWrite: boolean
  back?: { values: FormValues; errors: FormErrors }
}

/** What a partner runs and ran, and the template with which it begins another. */
export function ProgrammeList({ partner, programmes, day, mayWrite, back }: ListProps) {
  const year = fiscalYearOf(day)
  return (
    <Layout
      title="わたしたちの事業"
      eyebrow={partner.name}
      lead="年度ごとの取り組みと、目標、期間です。"
      back={{ href: `/partners/${partner.id}`, label: 'わたしたちの企業' }}
      width="page"
      failed={Boolean(back)}
    >
      {programmes.length > 0 && (
        <CardList columns={2}>
          {programmes.map((programme) => (
            <ProgrammeCard key={programme.id} programme={programme} day={day} />
          ))}
        </CardList>
      )}
      {mayWrite && (
        <More title="新しい事業を作る" open={programmes.length === 0 || Boolean(back)}>
          <Form
            action={`/partners/${partner.id}/programmes`}
            submit="このひな形で下書きを作る"
            values={{ year, template: TEMPLATES[0]!.id, ...back?.values }}
            errors={back?.errors}
          >
            <ChoiceCards
              name="template"
              label="ひな形"
              choices={TEMPLATES.map(({ id, name, note }) => ({ value: id, label: name, note }))}
            />
            <ChoiceCards
              name="year"
              label="年度"
              columns={2}
              choices={[year, year + 1].map((one) => ({ value: String(one), label: fiscalYearInWords(one) }))}
            />
          </Form>
        </More>
      )}
    </Layout>
  )
}

function ProgrammeCard({ programme, day }: { programme: Programme; day: LegalDate }) {
  const state = stateOf(programme, day)
  return (
    <Card
      title={programme.title}
      href={`/partners/${programme.partnerId}/programmes/${programme.id}`}
      eyebrow={
        <Tag tone={state === 'running' ? 'main' : state === 'draft' ? 'line' : 'plain'}>{STATE_WORDS[state]}</Tag>
      }
    >
      <p>{yearsInWords(programme)}</p>
    </Card>
  )
}

function Projects({ projects, path }: Pick<PageProps, 'projects'> & { path: string }) {
  if (projects.length === 0) return null
  return (
    <Section title="この事業の案件">
      <Table
        caption="この事業の案件"
        captionHidden
        columns={[
          { head: '案件', cell: ({ id, title }) => <a href={`/projects/${id}`}>{title}</a> },
          { head: '企業', cell: ({ company }) => company, name: true },
          { head: 'いま', cell: ({ state }) => PROJECT_WORDS[state] },
        ]}
        rows={projects}
        rowKey={({ id }) => id}
        stack
      />
      <SheetLinks href={path} of="この事業の案件" print={false} />
    </Section>
  )
}

export function daysInWords({ firstDay, lastDay }: Pick<Programme, 'firstDay' | 'lastDay'>): string {
  return `${japaneseDate(legalDate(firstDay))}から${japaneseDate(legalDate(lastDay))}まで`
}

type PageProps = Omit<GoalsProps, 'programme' | 'reader'> & {
  partner: Pick<Partner, 'id' | 'name'>
  programme: Programme
  day: LegalDate
  mayWrite: boolean
  saved: boolean
  /** Yen that its partner granted to its projects. */
  granted: number
  projects: readonly ProgrammeProject[]
  /** Those of its area to which it may be suggested. */
  companies: readonly { id: string; name: string; isSuggested: boolean }[]
  /** The form of its year comes back. */
  back?: { values: FormValues; errors: FormErrors }
}

/** A programme as its partner works with it. */
export function ProgrammePage({
  partner,
  programme,
  day,
  mayWrite,
  saved,
  granted,
  projects,
  companies,
  back,
  ...counted
}: PageProps) {
  const path = `/partners/${partner.id}/programmes/${programme.id}`
  const state = stateOf(programme, day)
  return (
    <Layout
      title={programme.title}
      eyebrow={`${partner.name}　${yearsInWords(programme)}`}
      lead={`${STATE_WORDS[state]}。${daysInWords(programme)}。`}
      back={{ href: `/partners/${partner.id}/programmes`, label: 'わたしたちの事業' }}
      width="page"
      failed={back !== undefined}
    >
      {saved && <Notice kind="success" live title="保存しました" />}
      {mayWrite && state === 'draft' && (
        <div class="form-actions">
          <PostButton action={`${path}/publication`} kind="main" version={programme.version}>
            公開する
          </PostButton>
        </div>
      )}
      <p class="actions">
        {mayWrite && (
          <ButtonLink kind="quiet" href={`${path}/details`}>
            事業の内容を直す
          </ButtonLink>
        )}
        {state !== 'draft' && (
          <ButtonLink kind="quiet" href={`/programmes/${programme.slug}`}>
            みんなに見えているページ
          </ButtonLink>
        )}
        <print-button data-label="このページを印刷する" />
      </p>
      <Section title="目標と、いままで">
        <Goals programme={programme} reader="partner" {...counted} />
        <DefinitionList
          items={[
            {
              term: '予算',
              value: programme.budget === null ? 'まだ入れていません' : <Money yen={programme.budget} />,
            },
            {
              term: '決めた補助',
              value: granted > 0 ? <Money yen={granted} /> : null,
              note: 'この事業の案件に出すと決めた補助の合計です。',
            },
            {
              term: '残りの予算',
              value: programme.budget !== null && granted > 0 ? <Money yen={programme.budget - granted} /> : null,
            },
            { term: '問い合わせ先', value: programme.contact },
          ]}
        />
      </Section>
      <MilestonesSection {...{ programme, day, mayWrite, back }} />
      <Projects {...{ projects, path }} />
      {mayWrite && state === 'running' && companies.length > 0 && <Suggesting path={path} companies={companies} />}
      {mayWrite && state !== 'draft' && (
        <Section title="事業を終える">
          {programme.closedAt === null && state !== 'closed' ? (
            <>
              <p>終えると、新しい案件は入りません。ページは、終わったものとして残ります。</p>
              <PostButton action={`${path}/closure`}>この事業を終える</PostButton>
            </>
          ) : canReopen(programme, day) ? (
            <PostButton action={`${path}/reopening`}>この事業をまた始める</PostButton>
          ) : (
            <p>この事業は終わりました。ページは、終わったものとして残ります。</p>
          )}
        </Section>
      )}
    </Layout>
  )
}

/** Companies that are told at once; the rest is folded away. */
const SUGGESTED_FIRST = 5

/** Companies that could take part and do not yet: one press tells them. */
function Suggesting({ path, companies }: { path: string } & Pick<PageProps, 'companies'>) {
  const [first, rest] = [companies.slice(0, SUGGESTED_FIRST), companies.slice(SUGGESTED_FIRST)]
  const list = (some: PageProps['companies']) => (
    <ul>
      {some.map(({ id, name, isSuggested }) => (
        <li key={id}>
          {`${name}　`}
          {isSuggested ? (
            'すすめました'
          ) : (
            <PostButton
              action={`${path}/companies/${id}/suggestion`}
              kind="plain"
              label={`${name}に、この事業をすすめる`}
            >
              すすめる
            </PostButton>
          )}
        </li>
      ))}
    </ul>
  )
  return (
    <Section
      title="企業にすすめる"
      lead="見せることに同意した、この地域の企業です。もう参加している企業は、ここに出ません。"
    >
      {list(first)}
      {rest.length > 0 && <More title={`ほかの企業（${rest.length}社）`}>{list(rest)}</More>}
    </Section>
  )
}
