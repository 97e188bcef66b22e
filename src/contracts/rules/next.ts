import { japaneseDate, readLegalDate } from '../../lib/time.ts'
import type { Contract, ContractVersion } from '../schema.ts'
import type { Side } from './side.ts'
import { finishAwaits, hasAgreed, type State } from './state.ts'

export type Step = { readonly label: string; readonly path: string }

/** What comes next for one side: a sentence, the one thing to do, its other answer, and what else may be done. */
export type Next = {
  readonly sentence: string
  readonly main: Step | null
  readonly beside?: Step
  readonly more: readonly Step[]
}

type Seen = {
  readonly state: State
  readonly contract: Pick<Contract, 'finishProposedBy' | 'endsOn' | 'endNoticeAt' | 'sealedAt'>
  readonly onTable: ContractVersion | null
}

const AGREE: Step = { label: '同意に進む', path: '/agreement' }
const MEND: Step = { label: '条件を直す', path: '/terms' }
const DROP: Step = { label: '契約をとりやめる', path: '/withdrawal' }
const MONTHS: Step = { label: '毎月の記録を見る', path: '/months' }
const REPORT: Step = { label: '今月の記録を書く', path: '/months/new' }
const FINISH: Step = { label: '仕事を終わりにする', path: '/finish' }
const ENDING: Step = { label: '途中で終わりにする', path: '/ending' }
const REVIEW: Step = { label: 'ふりかえりへ進む', path: '/review' }
const CASE: Step = { label: '事例の公開を決める', path: '/case' }

/** What else waits for this side: months that were reported, and a review to write. */
export type Waits = { readonly months: number; readonly review: boolean }

const wait = (sentence: string, ...more: Step[]): Next => ({ sentence, main: null, more })
const act = (sentence: string, main: Step, ...more: Step[]): Next => ({ sentence, main, more })

export function nextOf(seen: Seen, side: Side, waits: Waits = { months: 0, review: false }): Next {
  switch (seen.state) {
    case 'draft':
      return side === 'company'
        ? act('条件を書いて、相手に送ります。', { label: '条件を書く', path: '/terms' }, DROP)
        : wait('会社が条件を書いています。できたらメールでお知らせします。', DROP)
    case 'proposed':
      return side === 'company' ? proposedCompany(seen.onTable) : proposedTalent(seen.onTable)
    case 'returned':
      return side === 'company'
        ? act('相手から「変えてほしい」と返事がありました。', MEND, DROP)
        : wait('会社に伝えました。直した条件が届いたらお知らせします。', DROP)
    case 'agreed':
      return wait('両者の同意がそろいました。契約書を作っています。できたらメールでお知らせします。')
    case 'sealed':
      return running(seen, side, waits)
    default:
      return seen.contract.sealedAt ? over(waits) : wait('この契約は、とりやめになりました。')
  }
}

/** What somebody may open who changes nothing; under 「同意に進む」 the page itself says who may agree. */
const FOR_READERS: readonly string[] = ['/agreement', '/months', '/review', '/case']

/** What is left of it for somebody who only reads. */
export function forReader({ sentence, main, more }: Next): Next {
  const mayOpen = ({ path }: Step) => FOR_READERS.includes(path)
  return { sentence, main: main && mayOpen(main) ? main : null, more: more.filter(mayOpen) }
}

function proposedCompany(version: ContractVersion | null): Next {
  if (version && hasAgreed(version, 'company'))
    return wait('会社は同意しました。相手の返事を待っています。', MEND, DROP)
  if (version && hasAgreed(version, 'talent'))
    return act('相手は同意しました。会社の同意で契約になります。', AGREE, MEND, DROP)
  return act('相手に送りました。待つあいだに会社も同意できます。', AGREE, MEND, DROP)
}

function proposedTalent(version: ContractVersion | null): Next {
  if (version && hasAgreed(version, 'talent')) return wait('同意しました。会社の同意を待っています。', DROP)
  const change: Step = { label: '変えてほしいことを伝える', path: '/change' }
  return { ...act('条件を読んで、返事をしてください。', AGREE, DROP), beside: change }
}

function over({ review }: Waits): Next {
  const sentence = review ? '5分ほどのふりかえりをお願いします。' : 'おつかれさまでした。'
  return act(`契約は終わりました。${sentence}`, REVIEW, CASE, MONTHS)
}

function running({ contract }: Seen, side: Side, { months }: Waits): Next {
  const work = side === 'talent' ? REPORT : MONTHS
  const ends = contract.endNoticeAt ? [] : [ENDING]
  const awaits = finishAwaits(contract)
  if (awaits === side) return act('相手から、仕事が終わったと知らせがありました。', FINISH, work, ...ends)
  if (awaits) return act('終わりの知らせを送りました。相手の返事を待っています。', work, ...ends)
  const day = readLegalDate(contract.endsOn ?? '')
  const reported = '毎月の記録が届いています。読んで、「確かめました」を押してください。'
  if (months > 0) return act(reported, MONTHS, FINISH, ...ends)
  if (day) return act(`${japaneseDate(day)}に終わる予告が出ています。`, work, FINISH)
  const sentence = side === 'talent' ? '月に1度、1分で書ける記録をお願いします。' : '記録が届いたら、確かめてください。'
  return act(sentence, work, FINISH, ...ends)
}
