import { jobCodes } from '../../../jobcodes/rules/standard.ts'
import { neighboursOf, prefectureName } from '../../../lib/regions.ts'
import { howMany } from '../../../text/search/ask.ts'
import { filterWords } from '../filter-words.ts'
import { addressOf, type Filters, NO_FILTERS, narrowedBy, without } from '../filters.ts'
import { answer, type Found, questionOf, type Shelves, understoodBy } from './answering.ts'
import { codeValues, type Seeker } from './question.ts'
import { neighbours } from './understanding.ts'

/** Another list that has more: what it is called, where it stands, how many are in it. */
export type Wider = { readonly label: string; readonly href: string; readonly count: number }

/** From so many on a list leads on by itself. */
const FEW = 3
const MOST = 6

/**
 * Where a list that has nothing, or next to nothing, leads on: without one of the filters, without one of the words, in the
 * prefectures beside it, with the nearest job codes, with what is over.
 */
export function widerThan(shelves: Shelves, filters: Filters, seeker: Seeker, now: Date, found: Found): Wider[] {
  const { count, countOf, over } = found.answer
  if (count >= FEW) return []
  const first = { ...filters, page: 1 }
  const countIn = (other: Filters) => {
    if (other.words === '') return answer(shelves, { ...other, page: 1, sort: null }, seeker, now).answer.count
    const isSame = other.words === filters.words && other.over === filters.over
    const understood = isSame ? found.understood : understoodBy(shelves, other, now)
    return howMany(shelves.projects, questionOf(understood, other, seeker, now))
  }
  /** Of everything that has the filters, whatever is said in it: asked once for all kinds of work. */
  const countWith = (code: string) => {
    const wordless = answer(shelves, { ...first, words: '', sort: null }, seeker, now).answer
    const [value, ...others] = codeValues(code)
    return others.length > 0 ? countIn({ ...first, code, words: '' }) : wordless.countOf('code', value!)
  }
  const list = (label: string, other: Filters, inIt = countIn(other)): Wider => {
    return { label, href: addressOf(other), count: inIt }
  }
  const removed = narrowedBy(filters).map((name) =>
    list(`「${filterWords(filters, name)}」をはずす`, without(filters, name)),
  )
  const words = filters.words.split(' ').filter(Boolean)
  const fewer =
    words.length < 2
      ? []
      : words.map((word) => list(`「${word}」をはずす`, { ...first, words: withoutOne(words, word) }))
  const noWords =
    words.length === 0 || narrowedBy(filters).length === 0 ? [] : [list('言葉をはずす', { ...first, words: '' })]
  const beside = filters.prefecture === null ? [] : neighboursOf(filters.prefecture)
  const places = beside.map((id) =>
    list(
      `となりの${prefectureName(id)}`,
      { ...first, prefecture: id, municipality: null },
      townless(filters, countOf, id, countIn),
    ),
  )
  const codes = nearCodes(filters, found).map(([code, name]) => {
    const other = { ...first, code, words: filters.code === null ? '' : filters.words }
    return list(`近い仕事「${name}」`, other, filters.code === null ? countWith(code) : countOf('code', code))
  })
  const closed = filters.over || over === 0 ? [] : [list('終わった案件も見る', { ...first, over: true }, count + over)]
  const more = [...removed, ...fewer, ...noWords, ...places, ...codes].filter((other) => other.count > count)
  return [...closed, ...more.sort((a, b) => b.count - a.count)].slice(0, MOST)
}

/** The count beside the list is with the town that is chosen, which no other prefecture has. */
function townless(
  filters: Filters,
  countOf: Found['answer']['countOf'],
  id: number,
  countIn: (other: Filters) => number,
) {
  if (filters.municipality === null) return countOf('prefecture', String(id))
  return countIn({ ...filters, page: 1, prefecture: id, municipality: null })
}

function nearCodes({ code }: Filters, { codes }: Found): [code: string, name: string][] {
  const tree = jobCodes()
  const near = code === null ? codes.map((one) => one.code) : [...neighbours(code), ...tree.ancestors(code)]
  return near.flatMap((id): [string, string][] => {
    const node = tree.node(id)
    return node ? [[id, node.name]] : []
  })
}

function withoutOne(words: readonly string[], word: string): string {
  return words.filter((other) => other !== word).join(' ')
}

/** Everything, when nothing else leads on. */
export function everything(): string {
  return addressOf(NO_FILTERS)
}
