import { jobCodes } from '../../../jobcodes/rules/standard.ts'
import type { Hit } from '../../../text/search/ask.ts'
import type { Because, Understood } from './understanding.ts'

/** Why a project is in the list, a sentence for each word; what it lacks last. */
export function reasonsOf(understood: readonly Understood[], { why }: Pick<Hit, 'why'>): string[] {
  const told = understood.map(({ word, meanings }, at) => {
    const meaning = meanings[why[at] ?? -1]
    return meaning ? reason(word, meaning.because) : null
  })
  const missing = understood.flatMap(({ word }, at) => (told[at] === null ? [`「${word}」`] : []))
  const found = [...new Set(told.filter((one) => one !== null))]
  return missing.length > 0 && found.length > 0 ? [...found, `${missing.join('')}は見当たりません`] : found
}

function reason(word: string, because: Because): string {
  switch (because.kind) {
    case 'said':
      return because.as === word ? `「${word}」という言葉があります` : `「${because.as}」という言葉があります`
    case 'read':
      return `「${because.as}」という言葉があります`
    case 'same':
      return `「${word}」にあたる「${because.as}」という言葉があります`
    case 'code': {
      const name = jobCodes().leaf(because.code)?.name ?? ''
      return because.guessed ? `「${word}」は、仕事「${name}」に近い話です` : `仕事「${name}」を求めています`
    }
    case 'place':
      return `${because.name}の会社です`
    case 'industry':
      return `「${because.name}」の会社です`
  }
}

/** The phrases that are shown in another light: what was typed, as it is written, and other words for it. */
export function phrasesOf(understood: readonly Understood[]): string[] {
  return understood.flatMap(({ meanings }) =>
    meanings.flatMap((meaning) => ('phrase' in meaning ? [meaning.phrase] : [])),
  )
}
