import { INDUSTRY_GROUPS } from '../../companies/rules/industries.ts'
import { REGIONS } from '../../lib/regions.ts'
import { said } from '../../ui/charts/chart.tsx'
import { Flow } from '../../ui/charts/flow.tsx'
import { Table } from '../../ui/table.tsx'
import { GROUPS, ORIGINS } from '../rules/cells.ts'
import { figureIn, type Released } from '../rules/figures.ts'
import { regionName } from '../rules/tables.ts'
import { Older, UNIT } from './figure-note.tsx'

type Props = { release: Released }

export function Flows({ release }: Props) {
  const value = (key: string) => figureIn(release.figures, key)?.value ?? null
  const links = ORIGINS.flatMap((from) =>
    REGIONS.map(({ id, name }) => ({ from: regionName(from), to: name, value: value(`flow ${from} ${id}`) })),
  )
  return (
    <>
      <Flow
        id="flows"
        title="人の地域から、会社の地域へ"
        description="左は手伝う人の住む地域、右は会社のある地域です。帯が太いほど、結ばれた契約が多いことを表します。"
        links={links.filter((link) => link.value !== 0)}
        unit={UNIT}
        fromHead="人の地域"
        toHead="会社の地域"
      />
      <Table
        caption="地域ごとの合計"
        columns={[
          { head: '地域', cell: ({ name }: (typeof REGIONS)[number]) => name },
          { head: '出た力', cell: ({ id }) => said(value(`origin ${id}`), UNIT), figure: true },
          { head: '来た力', cell: ({ id }) => said(value(`destination ${id}`), UNIT), figure: true },
        ]}
        rows={REGIONS}
        rowKey={({ id }) => id}
      />
      <Older release={release} keys={REGIONS.map(({ id, name }) => ({ key: `destination ${id}`, name }))} />
    </>
  )
}

export function Trades({ release }: Props) {
  return (
    <Flow
      id="trades"
      title="人の業種から、会社の業種へ"
      description="左は手伝う人がよく知る業種、右は会社の業種です。帯が太いほど、結ばれた契約が多いことを表します。"
      links={GROUPS.flatMap((from) =>
        GROUPS.map((to) => ({
          from: shortName(from),
          to: shortName(to),
          value: figureIn(release.figures, `group-flow ${from} ${to}`)?.value ?? null,
        })),
      ).filter((link) => link.value !== 0)}
      unit={UNIT}
      fromHead="人の業種"
      toHead="会社の業種"
    />
  )
}

/** As much of it as has room beside a band on a phone. */
function shortName(group: string): string {
  return INDUSTRY_GROUPS.find(({ id }) => id === group)?.short ?? '分からない'
}
