import type { ProjectColumns, TalentColumns } from './columns.ts'
import { type Fields, PROJECT_FIELDS, TALENT_FIELDS } from './fields.ts'

/** What a talent and a project have alike. Anything left out or null is "not said". */
interface Common {
  id?: number | undefined
  /** Hours a month: free (talent, 0–250) or wanted (project, 1–250). */
  hours?: number | null | undefined
  /** Bits of the times of the week, 1–255. */
  times?: number | null | undefined
  /** Yen an hour: hoped for (talent) or offered (project), 0–65,000. */
  fee?: number | null | undefined
  /** Bits of the motives, 1–65,535. */
  motives?: number | null | undefined
  /** `usual`: what is confirmed of others' finished work in the same groups of job codes, hundredths (0–100). */
  record?: { finished: number; confirmed: number; usual?: number | undefined } | undefined
  answers?: { seenDays?: number | undefined; asked: number; answered: number } | undefined
  /** Points taken off for crowding, ±32,767. */
  price?: number | undefined
  /** int8 vector of the world's dimension. */
  text?: ArrayLike<number> | undefined
}

/** One talent in natural units; ranges as in TALENT_FIELDS. */
export interface Talent extends Common {
  visible?: boolean | undefined
  /** At most 6. */
  codes?: readonly { code: number; level: number; evidence?: number; years?: number }[] | undefined
  /** At most 3. */
  industries?: readonly number[] | undefined
  /** At most 4. */
  ties?: readonly { kind: number; recency: number; place: number }[] | undefined
  prefecture?: number | null | undefined
  visits?: number | null | undefined
  /** Wants to be found by whoever looks; true where it is left out. */
  seeks?: boolean | undefined
  /** A day as a number, 0–65,535: the later the newer. */
  since?: number | undefined
}

/** One project in natural units; ranges as in PROJECT_FIELDS. */
export interface Project extends Common {
  open?: boolean | undefined
  /** At most 4. */
  codes?: readonly { code: number; level: number; must?: boolean }[] | undefined
  industry?: number | null | undefined
  place?: number | null | undefined
  visits?: number | null | undefined
  travelPaid?: boolean | undefined
}

type Values = readonly (number | null | undefined)[]

/** Columns of a list of talents. @throws RangeError when a list is too long or a text has another dimension. */
export function talentColumns(talents: readonly Talent[], dimension: number): TalentColumns {
  return columnsOf(
    TALENT_FIELDS,
    talents,
    dimension,
    ({ visible, codes = [], industries = [], ties = [], ...one }) => ({
      visible: [visible === false ? 0 : 1],
      codes: codes.map(({ code }) => code),
      levels: codes.map(({ level }) => level),
      evidence: codes.map(({ evidence }) => evidence),
      years: codes.map(({ years }) => years),
      industries,
      tiePlaces: ties.map(({ place }) => place),
      tieKinds: ties.map(({ kind }) => kind),
      tieRecency: ties.map(({ recency }) => recency),
      prefecture: [one.prefecture],
      visits: [one.visits],
      seeks: [one.seeks === false ? 0 : 1],
      since: [one.since],
    }),
  )
}

/** Columns of a list of projects. @throws RangeError when a list is too long or a text has another dimension. */
export function projectColumns(projects: readonly Project[], dimension: number): ProjectColumns {
  return columnsOf(PROJECT_FIELDS, projects, dimension, ({ open, codes = [], ...one }) => ({
    open: [open === false ? 0 : 1],
    codes: codes.map(({ code }) => code),
    levels: codes.map(({ level }) => level),
    musts: codes.map(({ must }) => (must ? 1 : 0)),
    industry: [one.industry],
    place: [one.place],
    visits: [one.visits],
    travelPaid: [one.travelPaid ? 1 : 0],
  }))
}

const commonValues = ({ hours, times, fee, motives, price, record, answers }: Common): Record<string, Values> => ({
  hours: [hours],
  times: [times],
  fee: [fee],
  motives: [motives],
  price: [price],
  finished: [record?.finished],
  confirmed: [record?.confirmed],
  usual: [record?.usual],
  seenDays: [answers?.seenDays],
  asked: [answers?.asked],
  answered: [answers?.answered],
})

/** null and undefined stay "not said". */
function columnsOf<T extends Common>(
  fields: Fields,
  rows: readonly T[],
  dimension: number,
  valuesOf: (one: T) => Record<string, Values>,
): { id: number[] } & Record<string, number[]> {
  const columns: Record<string, number[]> = { text: Array(rows.length * dimension).fill(0) }
  for (const [name, { width, none }] of Object.entries(fields)) columns[name] = Array(rows.length * width).fill(none)
  rows.forEach((one, row) => {
    for (const [name, values] of Object.entries({ ...commonValues(one), ...valuesOf(one) })) {
      const width = fields[name]!.width
      if (values.length > width) throw new RangeError(`${name}, row ${row}: ${values.length} values, at most ${width}`)
      values.forEach((value, at) => {
        columns[name]![row * width + at] = value ?? fields[name]!.none
      })
    }
    if (one.text && one.text.length !== dimension) {
      throw new RangeError(`text, row ${row}: ${one.text.length} values, must be ${dimension}`)
    }
    for (let at = 0; one.text && at < dimension; at++) columns.text![row * dimension + at] = one.text[at]!
  })
  return { ...columns, id: rows.map(({ id }, row) => id ?? row) }
}
