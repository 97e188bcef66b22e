import { LEAST_COMPANIES } from '../../insights/rules/withhold.ts'
import { japaneseDate, type LegalDate } from '../../lib/time.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Counts } from '../../ui/counts.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SheetLinks } from '../../ui/sheet-links.tsx'
import { KIND_WORDS, type SeenCompany } from '../rules/consent.ts'
import { inPart, linesOf, PARTS, type PartId } from '../rules/lines.ts'
import type { Partner } from '../schema.ts'
import { CompaniesTable } from './companies-table.tsx'
import { HandoverNotice, type HandoversWaiting } from './handover-notice.tsx'
import { PLACES } from './places.ts'

export interface PartnerCompaniesProps {
  partner: Partner
  companies: readonly SeenCompany[]
  /** Which of the projects the table shows. */
  part: PartId
  /** Worries that companies asked to be looked at together. */
  asked: number
  handovers: HandoversWaiting
  /** The day of the list, for the one who reads it on paper. */
  day: LegalDate
  isOwner: boolean
}

const COUNTED = PARTS.filter(({ id }) => id === 'open' || id === 'working')

/** わたしたちの企業: who consented, and how far each project is. Nothing here changes anything. */
export function PartnerCompanies({ partner, companies, part, asked, handovers, day, isOwner }: PartnerCompaniesProps) {
  const lines = linesOf(companies)
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
      <HandoverNotice list={`/partners/${partner.id}/handovers`} waiting={handovers} />
      <Places partner={partner} />
      {companies.length === 0 ? (
        <EmptyState title="まだ、同意した企業はありません" picture="region">
          企業が見せることに同意すると、ここに並びます。
        </EmptyState>
      ) : (
        <>
          <Counts
            items={[
              { label: 'いま同意している企業', value: companies.length, unit: '社' },
              ...COUNTED.map(({ id, label }) => ({ label, value: inPart(lines, id).length, unit: '件' })),
              {
                label: '契約が終わった',
                value: lines.filter(({ project }) => project?.stage === 'ended').length,
                unit: '件',
              },
            ]}
          />
          <SheetLinks href={`/partners/${partner.id}`} of="わたしたちの企業" />
          <CompaniesTable address={`/partners/${partner.id}`} {...{ companies, part }} />
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

/** A bank runs no subsidy. */
function Places({ partner: { id, kind } }: { partner: Partner }) {
  return (
    <nav class="places" aria-label="ここからできること">
      <ul class="link-list">
        {PLACES.filter(({ path }) => path !== 'subsidies' || kind !== 'bank').map(({ path, label, words }) => (
          <li key={path}>
            <a href={`/partners/${id}/${path}`}>{label}</a> <span>{words}</span>
          </li>
        ))}
      </ul>
    </nav>
  )
}
