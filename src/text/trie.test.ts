import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createTrie } from './trie.ts'

const letters = fc.constantFrom('a', 'あ', '原', '\0', '\ud83d')
const word = fc.array(letters, { minLength: 1, maxLength: 5 }).map((some) => some.join(''))
const all = fc.uniqueArray(word, { maxLength: 60 })

test('all words that begin at a place are found there, the shortest first', () => {
  fc.assert(
    fc.property(all, fc.array(letters, { maxLength: 30 }), (words, some) => {
      const text = some.join('')
      const trie = createTrie(words)
      for (let start = 0; start < text.length; start++) {
        const count = trie.at(text, start)
        const found = Array.from({ length: count }, (_, one) => [words[trie.words[one]!], trie.ends[one]! - start])
        const there = words.filter((one) => text.startsWith(one, start)).sort((a, b) => a.length - b.length)
        expect(found).toEqual(there.map((one) => [one, one.length]))
      }
    }),
  )
})
