import { CODE_NONE, TALENT_CODES } from '../../../src/engine/fields.ts'
import { TALENT_AT } from '../../../src/engine/row.ts'
import { STRIDE } from '../../../src/engine/store.ts'
import { packageOf, type Rival, type Shared } from './rival.ts'

interface Document {
  id: number
  words: string
}
interface Index {
  addAll(documents: Document[]): void
  has(id: number): boolean
  add(document: Document): void
  replace(document: Document): void
  search(words: string, options: object): { id: number }[]
}
type MiniSearch = new (options: object) => Index

/** Rarer words count more by themselves (BM25); these are how much nearer a code is. */
const BOOSTS = { leaf: 4, middle: 2, major: 1 }
const AT_ONCE = 10_000

/** Full text in this process: the job codes of a person as words, with their middle and major. */
export function openMiniSearch({ model, queries }: Shared): Rival | null {
  const MiniSearch = packageOf<MiniSearch>('minisearch')
  if (!MiniSearch) return null
  const { middleOf, majorOf } = model.world.tree
  const wordsOf = (code: number) => [`leaf${code}`, `middle${middleOf[code]}`, `major${majorOf[middleOf[code]!]}`]
  const documentOf = (row: number): Document => {
    const { store } = model
    const first = (row * STRIDE.talents + TALENT_AT.codes) / 2
    const codes = store.halves.subarray(first, first + TALENT_CODES).filter((code) => code !== CODE_NONE)
    return { id: store.id[row]!, words: Array.from(codes, wordsOf).flat().join(' ') }
  }
  const index = new MiniSearch({ fields: ['words'], tokenize: (text: string) => text.split(' ') })
  for (let from = 0; from < model.rows; from += AT_ONCE) {
    index.addAll(Array.from({ length: Math.min(AT_ONCE, model.rows - from) }, (_, at) => documentOf(from + at)))
  }
  const boostTerm = (term: string) => BOOSTS[term.replace(/\d+$/, '') as keyof typeof BOOSTS]
  return {
    name: 'MiniSearch, job codes as words',
    async search(at, k) {
      const words = (queries[at]!.codes ?? []).flatMap(({ code }) => wordsOf(code)).join(' ')
      return index
        .search(words, { boostTerm })
        .slice(0, k)
        .map(({ id }) => id)
    },
    async change(id) {
      const document = documentOf(model.rowOf.get(id)!)
      if (index.has(id)) index.replace(document)
      else index.add(document)
    },
    async stop() {},
  }
}
