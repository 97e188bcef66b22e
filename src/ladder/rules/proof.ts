import { missingGlyphs } from '../../lib/pdf/glyphs.ts'
import { japaneseDate, type LegalDate, monthName, today } from '../../lib/time.ts'
import { type Place, placeName } from './places.ts'

/** Work for a company of the place: what the company confirmed of it. */
export type ProvenWork = {
  readonly company: string
  readonly title: string | null
  readonly sealedAt: Date
  readonly endedAt: Date | null
  /** The first days of the months that were confirmed. */
  readonly months: readonly LegalDate[]
  readonly hours: number
}

/** What others confirmed of what somebody did in a place: the company a month or a visit in it, the host that somebody came. */
export type Proven = {
  readonly work: readonly ProvenWork[]
  readonly visits: readonly { readonly day: LegalDate; readonly company: string }[]
  readonly events: readonly { readonly day: LegalDate; readonly title: string; readonly host: string }[]
}

export function isProof({ work, visits, events }: Proven): boolean {
  return work.length + visits.length + events.length > 0
}

/** What the template prints. */
export type PrintedProof = {
  readonly title: string
  readonly person: string
  readonly place: string
  readonly told: string
  readonly date: { readonly year: number; readonly month: number; readonly day: number }
  readonly tables: readonly {
    readonly title: string
    readonly heads: readonly string[]
    readonly rows: readonly (readonly string[])[]
    readonly widths: readonly number[]
  }[]
  readonly notes: readonly string[]
}

type Asked = {
  readonly person: string
  readonly place: Place
  readonly proven: Proven
  readonly by: string
  /** By which it is checked, and where that is typed. */
  readonly code: string
  readonly address: string
  readonly now: Date
}

export function printedProof({ person, place, proven, by, code, address, now }: Asked): PrintedProof {
  const { work, visits, events } = proven
  const [year = 0, month = 0, day = 0] = today(now).split('-').map(Number)
  return {
    title: '地域での活動の証明',
    person: printable(person),
    place: placeName(place),
    told: `${japaneseDate(today(now))}に、めぐり（${by}）の記録から作りました。`,
    date: { year, month, day },
    tables: [
      {
        title: '仕事（業務委託・副業）',
        heads: ['会社', '仕事', '契約の日', '終わりの日', '会社が確かめた月', '時間の合計'],
        rows: work.map(({ company, title, sealedAt, endedAt, months, hours }) => [
          ...[printable(company), printable(title ?? ''), japaneseDate(today(sealedAt))],
          ...[endedAt ? japaneseDate(today(endedAt)) : '続いています', spanOf(months), `${hours}時間`],
        ]),
        widths: [2.4, 3, 1.9, 1.9, 2, 1.1],
      },
      {
        title: `現地に行った日（${visits.length}日）`,
        heads: ['日', '会社'],
        rows: visits.map(({ day: on, company }) => [japaneseDate(on), printable(company)]),
        widths: [2, 5],
      },
      {
        title: '来た催し',
        heads: ['日', '催し', '主催'],
        rows: events.map(({ day: on, title, host }) => [japaneseDate(on), printable(title), printable(host)]),
        widths: [2, 3.5, 3],
      },
    ].filter(({ rows }) => rows.length > 0),
    notes: [
      '仕事の時間と現地に行った日は、会社が確かめた月のものだけです。催しは、主催が当日に受付をしたものだけです。',
      '一文字でも変わると分かるように、このPDFには電子の封がしてあります。PDFを読むソフトの「署名」で確かめられます。',
      `取り消されていないことは、${address} で、番号 ${code} を入れると分かります。`,
    ],
  }
}

function spanOf(months: readonly LegalDate[]): string {
  const [first, last] = [months[0], months.at(-1)]
  if (!first || !last) return 'まだありません'
  const [from, until] = [first, last].map((day) => monthName(day.slice(0, 7)))
  return first === last ? `${from}` : `${from}〜${until}（${months.length}か月）`
}

/** A sign that no font has is marked, so that there is a proof all the same. */
function printable(text: string): string {
  return missingGlyphs(text).reduce((known, sign) => known.replaceAll(sign, '〓'), text)
}
