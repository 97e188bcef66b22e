import type { LegalDate } from '../../lib/time.ts'
import { Section } from '../../ui/section.tsx'
import { SheetLinks } from '../../ui/sheet-links.tsx'
import { Table } from '../../ui/table.tsx'
import { AGREED, callsKept, type FunnelLine, funnelOf, type Reached, STEP_WORDS } from '../rules/funnel.ts'
import type { Referral } from '../schema.ts'

type Props = { href: string; lines: readonly FunnelLine[]; kept: ReturnType<typeof callsKept>; ended: number }

const inDays = (days: number | null) => (days === null ? '－' : `${days}日`)
const inPercent = (percent: number | null) => (percent === null ? '－' : `${percent}%`)

/** From the slip to the contract: how many, which share of the step before, how long. A partner reads its own rows exactly. */
export function Funnel({ href, lines, kept, ended }: Props) {
  return (
    <Section title="契約までのあゆみ" lead={lateWords(kept)}>
      <Table
        caption="契約までのあゆみ"
        captionHidden
        columns={[
          { head: '段階', cell: ({ step }: FunnelLine) => STEP_WORDS[step] },
          { head: '社数', cell: ({ count }) => `${count}社`, figure: true },
          { head: '前の段階から', cell: ({ percent }) => inPercent(percent), figure: true },
          { head: 'かかった日数', cell: ({ days }) => inDays(days), figure: true },
        ]}
        rows={lines}
        rowKey={({ step }) => step}
        stack
      />
      <p>{endedWords(ended)}</p>
      <SheetLinks href={`${href}?table=funnel`} of="契約までのあゆみ" print={false} />
    </Section>
  )
}

export function endedWords(ended: number): string {
  return `その段階か、それより先に進んだ会社の数です。日数は前の段階からの日の、まん中の値です。終わったもの${ended}件は、作った数にだけ入ります。`
}

export function lateWords({ due, inTime }: Props['kept']): string {
  return due === 0
    ? '最初の電話は、まだありません。'
    : `最初の電話${due}件のうち${inTime}件は、約束の日までにかかりました。`
}

export type ByPartner = { id: string; partner: string; referrals: readonly Referral[]; reached: readonly Reached[] }

/** For the desk: the same for each partner, in one row. */
export function FunnelByPartner({ partners, day }: { partners: readonly ByPartner[]; day: LegalDate }) {
  if (partners.length === 0) return null
  return (
    <Section title="提携先ごと" lead="会社が同意して、いまも続いているお取次ぎの数です。">
      <Table
        caption="提携先ごとのお取次ぎ"
        captionHidden
        columns={[
          { head: '提携先', cell: ({ partner }: ByPartner) => partner },
          ...AGREED.map((step, at) => ({
            head: STEP_WORDS[step],
            cell: ({ reached }: ByPartner) => {
              const { count, days } = funnelOf(reached, 0, AGREED)[at]!
              return `${count}${days === null ? '' : `（${days}日）`}`
            },
            figure: true,
          })),
          {
            head: '約束の日までの電話',
            cell: ({ referrals }) => {
              const { due, inTime } = callsKept(referrals, day)
              return `${inTime}/${due}`
            },
            figure: true,
          },
        ]}
        rows={partners}
        rowKey={({ id }) => id}
      />
      <SheetLinks href="/desk/referrals" of="提携先ごとのお取次ぎ" />
    </Section>
  )
}
