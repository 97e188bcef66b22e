export type TypedLine = {
  readonly key: string
  readonly under: string | null
  readonly kind: 'symptom' | 'cause' | 'work' | 'outcome' | 'scope'
  readonly text: string
  readonly source: 'owner' | 'code'
  readonly phrase: string
  readonly code?: string
  /** The owner was read this line, and said yes. */
  readonly isSaidRight?: true
}

/** What nakamura told koga, and how it is put in order. */
export const TYPED_WORDS =
  '盆の前に注文が集まって、納期をいつにするか、電話のたびに職人に聞いて回っています。間に合わないと思って断った注文もあります。'

const ASKED = '盆の前に注文が集まって、納期をいつにするか、電話のたびに職人に聞いて回っています'
const REFUSED = '間に合わないと思って断った注文もあります'
const UPSIDE_DOWN = '急ぎの注文が割り込んで現場が毎日ひっくり返る'
const PLANNING = { source: 'code', code: '11316' } as const

export const TYPED_LINES: readonly TypedLine[] = [
  { key: 'asked', under: null, kind: 'symptom', text: ASKED, source: 'owner', phrase: ASKED, isSaidRight: true },
  {
    ...{ key: 'cause', under: 'asked', kind: 'cause', ...PLANNING, phrase: UPSIDE_DOWN },
    text: '急ぎの注文が割り込み、順番が毎日変わっている',
  },
  {
    ...{ key: 'work', under: 'cause', kind: 'work', ...PLANNING, phrase: UPSIDE_DOWN },
    text: '注文と人・機械・材料を見比べて、いつ何をどれだけ作るかの計画を立てられるようにする。',
  },
  { key: 'refused', under: null, kind: 'symptom', text: REFUSED, source: 'owner', phrase: REFUSED },
  outcome('outcome', '一週間先の予定が崩れずに流れる'),
  scope('list', '主な品の工程と所要時間を聞き取り一覧にする'),
  scope('table', '注文と持てる力を並べた山積みの表を作る'),
]

function outcome(key: string, text: string): TypedLine {
  return { ...{ key, under: 'work', kind: 'outcome', text }, ...PLANNING, phrase: text }
}

function scope(key: string, text: string): TypedLine {
  return { ...{ key, under: 'work', kind: 'scope', text }, ...PLANNING, phrase: text }
}
