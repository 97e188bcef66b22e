import type { TypedLine } from './typed-worry.ts'

const CARDS = '展示会にも一度出たが、名刺を集めただけで終わった'
const FAR = '県の外の農業法人に肥料を売りたいが、訪ねる人手がなく、どこから声をかければよいか分からない'
const FAIR = { source: 'code', code: '10399', phrase: '展示会に毎年出とるが名刺を集めて終わり' } as const

/** What sato asks the bank to look at together, and how it was put in order. */
export const SOLD_FAR: readonly TypedLine[] = [
  { key: 'cards', under: null, kind: 'symptom', text: CARDS, source: 'owner', phrase: CARDS },
  { ...FAIR, key: 'cause', under: 'cards', kind: 'cause', text: '昔からの売り先に頼り、新しい先に声を掛けていない' },
  {
    ...{ ...FAIR, key: 'work', under: 'cause', kind: 'work' },
    text: '見本市への出展を、狙い・ブース・当日の応対・後追いまで組み立て、取引につなげる。',
  },
  { key: 'far', under: null, kind: 'symptom', text: FAR, source: 'owner', phrase: FAR },
  { ...FAIR, ...said('会期後に見積もり依頼が来る'), key: 'outcome', under: 'work', kind: 'outcome' },
  { ...FAIR, ...said('出る展示会を来場者の顔ぶれで選び直す'), key: 'fairs', under: 'work', kind: 'scope' },
]

const STREET = '道の駅に置いたが、箱も値札もその場しのぎで、手に取ってもらえない'
const LIGHT = '祭りの提灯のほかに、土産になる小さな灯りを作った'
const SHELF = { source: 'code', code: '10606', phrase: '道の駅の棚でうちの商品が埋もれている' } as const
const GIFT = { source: 'code', code: '11153', phrase: 'お土産開発' } as const

/** What nakamura asks the town's office to look at together. */
export const LEFT_ON_THE_SHELF: readonly TypedLine[] = [
  { key: 'light', under: null, kind: 'symptom', text: LIGHT, source: 'owner', phrase: LIGHT },
  { ...GIFT, key: 'cause', under: 'light', kind: 'cause', text: '日持ちや量、値段が、売る場所に合っていない' },
  {
    ...{ ...GIFT, key: 'work', under: 'cause', kind: 'work' },
    text: '土地らしさが伝わり、持ち帰りや贈り物に選ばれる土産を企画する。',
  },
  { key: 'street', under: null, kind: 'symptom', text: STREET, source: 'owner', phrase: STREET },
  { ...SHELF, key: 'unseen', under: 'street', kind: 'cause', text: '買ってくれた人に、その後の便りをしていない' },
  {
    ...{ ...SHELF, key: 'shelf', under: 'unseen', kind: 'work' },
    text: '自分の店の並べ方・札・動線を直し、手に取って買ってもらえる売り場にする。',
  },
  { ...GIFT, ...said('土産売り場で定番として残る'), key: 'outcome', under: 'work', kind: 'outcome' },
  { ...GIFT, ...said('駅や空港の売り場で値段と大きさを調べる'), key: 'prices', under: 'work', kind: 'scope' },
]

function said(text: string) {
  return { text, phrase: text }
}
