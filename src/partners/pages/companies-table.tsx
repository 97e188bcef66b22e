import { telephoneNumber } from '../../lib/ids.ts'
import { municipalityName, prefectureName } from '../../lib/regions.ts'
import { japaneseDate, today } from '../../lib/time.ts'
import { Money } from '../../ui/money.tsx'
import { Table } from '../../ui/table.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { Tag } from '../../ui/tag.tsx'
import { OUTCOME_WORDS } from '../../works/rules/reviews.ts'
import type { SeenCompany, SeenProject } from '../rules/consent.ts'
import { inPart, type Line, linesOf, PARTS, type PartId, STAGES } from '../rules/lines.ts'

type Props = { address: string; companies: readonly SeenCompany[]; part: PartId }

/** One line for each project of the companies, those first in which something is going on; one part of them, or all. */
export function CompaniesTable({ address, companies, part }: Props) {
  const lines = linesOf(companies)
  const shown = inPart(lines, part)
  return (
    <>
      <Tabs
        label="案件の段階"
        tabs={PARTS.map(({ id, label }) => ({
          href: id === 'all' ? address : `${address}?part=${id}`,
          label,
          count: inPart(lines, id).length,
          current: id === part,
        }))}
      />
      {shown.length === 0 ? (
        <p>ここには、いま何もありません。</p>
      ) : (
        <Table
          caption="企業と案件"
          captionHidden
          columns={[
            { head: '企業', cell: ({ company }: Line) => <Company company={company} />, name: true },
            {
              head: '案件',
              cell: ({ project }) => (project ? <Project project={project} /> : 'まだ案件はありません。'),
            },
            { head: 'いま', cell: ({ project }) => project && <StageTag project={project} /> },
            {
              head: 'この段階の日',
              cell: ({ project }) => project && <span class="figure">{japaneseDate(today(project.since))}</span>,
            },
          ]}
          rows={shown}
          rowKey={({ company, project }) => `${company.id}/${project?.number ?? ''}`}
          stack
        />
      )}
    </>
  )
}

function Company({ company: { name, prefecture, municipality, until } }: { company: SeenCompany }) {
  const place = [prefectureName(prefecture), municipality && municipalityName(municipality)]
  return (
    <>
      {name}
      <br />
      <small>
        {place.filter(Boolean).join(' ')}
        {until && <br />}
        {until && `${japaneseDate(today(until))}まで見られます`}
      </small>
    </>
  )
}

/** The number, which stays in one line, and below it what the company lets be seen besides. */
function Project({ project: { number, title, fee, outcome } }: { project: SeenProject }) {
  return (
    <>
      <span class="figure">{telephoneNumber(number)}</span>
      {title && <div>{title}</div>}
      {fee !== null && (
        <div>
          お礼 <Money yen={fee} per="月" />
        </div>
      )}
      {outcome && <div>{`結果：${OUTCOME_WORDS[outcome]}`}</div>}
    </>
  )
}

/** In a line of its own, so that a row of blocks does not stretch it. */
function StageTag({ project }: { project: SeenProject }) {
  const [words, tone] = STAGES[project.stage]
  return (
    <span>
      <Tag tone={tone}>{words}</Tag>
    </span>
  )
}
