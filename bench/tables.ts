import { MISSED } from './goals.ts'

/** One table of `npm run bench`: what it shows, its program beside this file, and how it is run where time is short. */
export type Table = {
  readonly name: string
  readonly shows: string
  readonly quick: readonly string[]
}

/** In the order in which they are run. `bench:text` is not among them: it reads a folder that is given to it. */
export const TABLES: readonly Table[] = [
  { name: 'golden', shows: 'figures of others on published markets, come out again', quick: [] },
  { name: 'pairs', shows: 'points add up, and who somebody is changes nothing', quick: ['--quick'] },
  { name: 'market', shows: 'expected matches where both sides browse, by method', quick: ['--quick'] },
  { name: 'exposure', shows: 'who is seen how much: Gini, least seen tenth, coverage, envy', quick: ['--quick'] },
  { name: 'filled', shows: 'projects that find somebody at all, in a made-up market of low rank', quick: ['--quick'] },
  { name: 'scale', shows: 'lists for made-up markets from 1,000 × 100 on: matches, time, memory', quick: ['--quick'] },
  { name: 'flow', shows: 'expected matches where people apply and companies choose', quick: ['--quick'] },
  { name: 'prices', shows: 'what prices that move between two runs bring, by step', quick: ['--quick'] },
  { name: 'newcomers', shows: 'what draws for whoever is new bring, and how long newcomers wait', quick: ['--quick'] },
  { name: 'spot', shows: 'work for a day, by method, in a made-up market', quick: ['--quick'] },
  {
    name: 'engine',
    shows: 'how fast people and projects are ranked with reasons',
    quick: ['--people', '10000', '--projects', '2000'],
  },
  { name: 'retrieval', shows: 'the best 100 of a million: times, memory, exactness', quick: ['--quick'] },
  { name: 'rivals', shows: 'the same beside PostgreSQL, MiniSearch and USearch: recall and times', quick: ['--quick'] },
  { name: 'learning', shows: 'calibration of what was learned, on outcomes held back', quick: ['--quick'] },
  {
    name: 'trial',
    shows: 'lists by learned weights against the first ones, half of the people each',
    quick: ['--quick'],
  },
  {
    name: 'proposals',
    shows: 'how often the right person comes first for a worry',
    quick: ['--people', '5000', '--seeds', '1'],
  },
  {
    name: 'vectors',
    shows: 'whether the text vector finds the same work better than common words do',
    quick: ['--quick'],
  },
  { name: 'worries', shows: 'how often a worry finds its job code', quick: [] },
  {
    name: 'search',
    shows: 'how long a search among 100,000 projects takes, and how often it finds what was meant',
    quick: ['--quick'],
  },
  {
    name: 'insights',
    shows: 'how long statistics take with years of contracts, and how long counting one more does',
    quick: ['--quick'],
  },
  {
    name: 'rush',
    shows: 'everybody applying, repeating and saying yes at the same moment: nothing twice, nothing lost',
    quick: ['--quick'],
  },
  { name: 'classify', shows: 'how fast worries find their job codes', quick: ['--quick'] },
  { name: 'pages', shows: 'how long pages take at the size of the demo', quick: ['--quick'] },
  { name: 'hidden', shows: 'whether the time of an answer tells who hides', quick: ['--quick'] },
]

export type Wish = {
  readonly tables: readonly Table[]
  readonly quick: boolean
  readonly list: boolean
  /** For the program of the one table that was named. */
  readonly further: readonly string[]
}

/** What is asked for on the command line. Throws Error with a sentence for whoever typed it. */
export function wishOf(args: readonly string[]): Wish {
  const firstOption = args.findIndex((one) => one.startsWith('-'))
  const names = firstOption < 0 ? args : args.slice(0, firstOption)
  const options = args.slice(names.length)
  const further = options.filter((one) => one !== '--quick' && one !== '--list')
  for (const name of names)
    if (!TABLES.some((table) => table.name === name))
      throw new Error(`「${name}」という表はありません。あるもの: ${TABLES.map((table) => table.name).join(', ')}`)
  if (further.length > 0 && names.length !== 1)
    throw new Error(`「${further.join(' ')}」は、表を一つだけ選んだときに使えます。`)
  return {
    tables: names.length === 0 ? TABLES : TABLES.filter(({ name }) => names.includes(name)),
    ...{ quick: options.includes('--quick'), list: options.includes('--list'), further },
  }
}

/** The lines of what a table printed that say a goal was missed. */
export function missedIn(printed: string): string[] {
  return printed
    .split('\n')
    .flatMap((line) => (line.startsWith(`${MISSED} `) ? [line.slice(MISSED.length + 1).trim()] : []))
}
