/** The twelve factors of the pair model, in the order of every points array. */
export const FACTOR_NAMES = [
  'code',
  'level',
  'industry',
  'tie',
  'hours',
  'fee',
  'work',
  'motive',
  'text',
  'record',
  'answer',
  'crowding',
] as const

export type FactorName = (typeof FACTOR_NAMES)[number]

export const FACTOR_COUNT = FACTOR_NAMES.length

/** Place of each factor in a points array: `points[AT.hours]`. */
export const AT = Object.fromEntries(FACTOR_NAMES.map((name, at) => [name, at])) as Record<FactorName, number>

export interface Factor {
  key: FactorName
  /** False for a factor that may move a rank but must never be told as a merit or a defect. */
  shown: boolean
  about: string
}

/** What each factor looks at. Sentences for people are not made here. */
export const FACTORS: readonly Factor[] = [
  {
    key: 'code',
    shown: true,
    about: 'best agreement of job codes: same leaf, same middle, same major; must before nice',
  },
  {
    key: 'level',
    shown: true,
    about: 'level shown, with evidence and years, against the level asked (× code agreement)',
  },
  { key: 'industry', shown: true, about: 'same industry, neighbouring industry, another one' },
  { key: 'tie', shown: true, about: 'kind × recency × nearness of the strongest tie to the place (× on-site work)' },
  { key: 'hours', shown: true, about: 'hours free in a month against hours wanted' },
  { key: 'fee', shown: true, about: 'fee offered against fee hoped for, per hour' },
  { key: 'work', shown: true, about: 'visits asked, distance between prefectures, travel paid, visits accepted' },
  { key: 'motive', shown: true, about: 'what the talent wants from it and the project offers' },
  { key: 'text', shown: true, about: 'cosine of the text vectors' },
  { key: 'record', shown: true, about: 'finished work that the other side confirmed, shrunk for small numbers' },
  { key: 'answer', shown: true, about: 'how lately seen and how often they answered' },
  { key: 'crowding', shown: false, about: 'price of the row from the market layer' },
]
