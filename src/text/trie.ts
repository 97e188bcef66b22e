/** Finds which of many words begin at a place of a text, in one walk along it. */
export interface Trie {
  /** How many begin at `start`; their numbers and ends, the shortest first, are then in `words` and `ends`. */
  at(text: string, start: number): number
  words: Int32Array
  ends: Int32Array
}

/** @param words each once, none empty; a word's number is its place among them */
export function createTrie(words: readonly string[]): Trie {
  const letters = words.reduce((sum, word) => sum + word.length, 0)
  const longest = words.reduce((most, word) => Math.max(most, word.length), 0)
  // One table for all nodes, half empty at least: where a letter leads from a node.
  const bits = Math.max(4, 33 - Math.clz32(letters))
  const [from, letter, to] = [new Int32Array(1 << bits), new Uint16Array(1 << bits), new Int32Array(1 << bits)]
  const wordAt = new Int32Array(letters + 1).fill(-1)
  let nodes = 1

  /** Where the step from this node by this letter stands, or would. */
  const place = (node: number, code: number) => {
    let at = Math.imul(Math.imul(node, 0x9e3779b1) ^ code, 0x85ebca6b) >>> (32 - bits)
    while (to[at] !== 0 && (from[at] !== node || letter[at] !== code)) at = (at + 1) & ((1 << bits) - 1)
    return at
  }

  for (const [number, word] of words.entries()) {
    let node = 0
    for (let i = 0; i < word.length; i++) {
      const at = place(node, word.charCodeAt(i))
      if (to[at] === 0) {
        from[at] = node
        letter[at] = word.charCodeAt(i)
        to[at] = nodes++
      }
      node = to[at]!
    }
    wordAt[node] = number
  }

  const trie: Trie = {
    words: new Int32Array(longest),
    ends: new Int32Array(longest),
    at(text, start) {
      let count = 0
      for (let node = 0, end = start; end < text.length; ) {
        node = to[place(node, text.charCodeAt(end++))]!
        if (node === 0) break
        if (wordAt[node]! < 0) continue
        trie.words[count] = wordAt[node]!
        trie.ends[count++] = end
      }
      return count
    },
  }
  return trie
}
