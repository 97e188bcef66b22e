import type { ComponentChildren } from 'preact'
import { LEAST_COMPANIES } from '../../insights/rules/withhold.ts'
import { telephoneNumber } from '../../lib/ids.ts'
import { municipalityName, prefectureName } from '../../lib/regions.ts'
import { japaneseDate, type LegalDate, today } from '../../lib/time.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Counts } from '../../ui/counts.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Money } from '../../ui/money.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { SheetLinks } from '../../ui/sheet-links.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag, type TagTone } from '../../ui/tag.tsx'
import { OUTCOME_WORDS } from '../../works/rules/reviews.ts'
import {
  FIELD_WORDS,
  type Field,
  KIND_WORDS,
  type SeenCompany,
  type SeenProject,
  type Stage,
} from '../rules/consent.ts'
import type { Partner } from '../schema.ts'
import { PLACES } from './places.ts'

export interface PartnerCompaniesProps {
  partner: Partner
  companies: readonly SeenCompany[]
  /** Worries that companies asked to be looked at together. */
  asked: number
  /** Handover packs that wait: for the reader, and for an owner those of others. */
  handovers: { own: number; others: number }
  /** The day of the list, for the one who reads it on paper. */
  day: LegalDate
  isOwner: boolean
}

/** How far a project is, in words. */
export const STAGES: Record<Stage, readonly [words: string, tone: TagTone]> = {
  draft: ['準備しています', 'line'],
  submitted: ['事務局が確認しています', 'line'],
  returned: ['会社が書き直しています', 'line'],
  published: ['募集しています', 'main'],
  closed: ['応募した人から選んでいます', 'main'],
  filled: ['人が決まり、契約の準備中です', 'accent'],
  working: ['働いてもらっています', 'accent'],
  ended: ['終わりました', 'plain'],
  unfilled: ['今回は決まりませんでした', 'plain'],
  withdrawn: ['取り下げました', 'plain'],
}
const COUNTED: readonly (readonly [label: string, stages: readonly Stage[]])[] = [
  ['募集・選考', ['published', 'closed']],
  ['働いてもらっている', ['filled', 'working']],
  ['終わった', ['ended']],
]

/** わたしたちの企業: who consented, and how far each project is. Nothing here changes anything. */
export function PartnerCompanies({ partner, companies, asked, handovers, day, isOwner }: PartnerCompaniesProps) {
  const projects = companies.flatMap((company) => company.projects)
  return (
    <Layout
      title="わたしたちの企業"
      eyebrow={`${partner.name}（${KIND_WORDS[partner.kind]}）`}
      lead="見せることに、いま同意している企業と、案件の進みぐあいです。"
      width="page"
    >
      {asked > 0 && (
        <Notice
          kind="info"
          title={`いっしょに見てほしい困りごとが${asked}つあります`}
          action={<ButtonLink href={`/partners/${partner.id}/worries`}>頼まれた困りごとを見る</ButtonLink>}
        />
      )}
      {handovers.own + handovers.others > 0 && (
        <Notice
          kind={handovers.own > 0 ? 'warning' : 'info'}
          title={
            handovers.own > 0 ? '引継ぎ書が届いています' : `受け取られていない引継ぎ書が${handovers.others}つあります`
          }
          action={
            <ButtonLink kind="quiet" href={`/partners/${partner.id}/handovers`}>
              引継ぎ書を見る
            </ButtonLink>
          }
        />
      )}
      <Places partnerId={partner.id} />
      {companies.length === 0 ? (
        <EmptyState title="まだ、同意した企業はありません" picture="region">
          企業が見せることに同意すると、ここに並びます。
        </EmptyState>
      ) : (
        <>
          <Counts
            items={[
              { label: 'いま同意している企業', value: companies.length, unit: '社' },
              ...COUNTED.map(([label, stages]) => ({
                label,
                value: projects.filter(({ stage }) => stages.includes(stage)).length,
                unit: '件',
              })),
            ]}
          />
          <SheetLinks href={`/partners/${partner.id}`} of="わたしたちの企業" />
          {companies.map((company) => (
            <CompanyPart key={company.id} company={company} />
          ))}
        </>
      )}
      {isOwner && (
        <p>
          <ButtonLink kind="quiet" href={`/partners/${partner.id}/details`}>
            わたしたちのことを直す
          </ButtonLink>
        </p>
      )}
      <p>{`${japaneseDate(day)}の一覧です。会社が見せると決めたもののほかは、ここには出ません。融資など、ほかの部署のために使うことはできません。`}</p>
    </Layout>
  )
}

type CountProps = { partner: Partner; count: number | null; day: LegalDate }

/** What the lending side of a bank sees: no company, and no number from which one could be guessed. */
export function LendingCount({ partner, count, day }: CountProps) {
  return (
    <Layout title="企業の数" eyebrow={partner.name} lead="融資の側の方には、数だけが見えます。">
      {count === null ? (
        <p>{`いま同意している企業は、${LEAST_COMPANIES}社より少ないので、数は出しません。`}</p>
      ) : (
        <Counts items={[{ label: 'いま同意している企業', value: count, unit: '社' }]} />
      )}
      <p>{`${japaneseDate(day)}の数です。どの企業かは、ここでは分かりません。`}</p>
    </Layout>
  )
}

function Places({ partnerId }: { partnerId: string }) {
  return (
    <nav class="places" aria-label="ここからできること">
      <ul class="link-list">
        {PLACES.map(({ path, label, words }) => (
          <li key={path}>
            <a href={`/partners/${partnerId}/${path}`}>{label}</a>　{words}
          </li>
        ))}
      </ul>
    </nav>
  )
}

function CompanyPart({ company }: { company: SeenCompany }) {
  const place = [prefectureName(company.prefecture), company.municipality && municipalityName(company.municipality)]
  const until = company.until && `${japaneseDate(today(company.until))}まで見られます`
  return (
    <Section title={company.name} lead={[place.filter(Boolean).join(' '), until].filter(Boolean).join('　')}>
      {company.projects.length === 0 ? (
        <p>まだ案件はありません。</p>
      ) : (
        <Table
          caption={`${company.name}の案件`}
          captionHidden
          columns={[
            {
              head: '案件',
              cell: ({ number }: SeenProject) => <span class="figure">{`案件 ${telephoneNumber(number)}`}</span>,
            },
            { head: 'いま', cell: ({ stage }) => <StageTag stage={stage} /> },
            { head: 'この段階の日', cell: ({ since }) => japaneseDate(today(since)) },
            ...company.fields.map((field) => ({ head: FIELD_WORDS[field], cell: CELLS[field] })),
          ]}
          rows={company.projects}
          rowKey={({ number }) => String(number)}
          stack
        />
      )}
    </Section>
  )
}

/** What a company lets be seen of a project. */
const CELLS: Readonly<Record<Field, (project: SeenProject) => ComponentChildren>> = {
  titles: ({ title }) => title,
  fee: ({ fee }) => fee !== null && <Money yen={fee} per="月" />,
  result: ({ outcome }) => outcome && OUTCOME_WORDS[outcome],
}

/** In a line of its own, so that a row of blocks does not stretch it. */
function StageTag({ stage }: { stage: Stage }) {
  const [words, tone] = STAGES[stage]
  return (
    <span>
      <Tag tone={tone}>{words}</Tag>
    </span>
  )
}
