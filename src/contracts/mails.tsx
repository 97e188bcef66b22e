import { type Letter, NEUTRAL } from '../lib/mail/letter.ts'
import { japaneseDate, type LegalDate } from '../lib/time.ts'
import type { Side } from './rules/side.ts'

/** What a letter about a contract is made of. `link` is the page of the side that reads it. */
type ContractNews = {
  readonly number: string
  readonly link: string
  /** Who did it; null for the program. */
  readonly by: Side | null
  readonly endsOn: LegalDate | null
}

type Told = { readonly lines: readonly string[]; readonly label: string; readonly page?: string }
type Telling = Partial<Record<Side, (news: ContractNews) => Told | null>>

const other = (news: ContractNews, side: Side, told: Told) => (news.by === side ? null : told)

/** Who is told what after each act. Nobody is told of what they did themselves. */
const NEWS: Readonly<Record<string, Telling>> = {
  'contract.drafted': {
    company: () => ({
      lines: ['お願いする人が決まりました。つぎは、契約の条件を決めます。', '案件に書いた内容は、もう入っています。'],
      label: '条件を書く',
      page: '/terms',
    }),
    talent: () => ({
      lines: [
        '相手の会社が、条件を書きはじめました。',
        'できあがったら、お知らせします。いまは、していただくことはありません。',
      ],
      label: 'ようすを見る',
    }),
  },
  'contract.proposed': {
    talent: () => ({
      lines: ['条件が届きました。', '読んで、同意するか、変えてほしいことを伝えてください。'],
      label: '条件を読む',
    }),
  },
  'contract.returned': {
    company: () => ({
      lines: ['相手から、条件について「変えてほしい」と返事がありました。', '言葉を読んで、条件を直してください。'],
      label: '返事を読む',
    }),
  },
  'contract.signed': {
    company: (news) =>
      other(news, 'company', {
        lines: ['相手が条件に同意しました。', 'あなたの会社の同意を待っています。'],
        label: '同意に進む',
      }),
    talent: (news) =>
      other(news, 'talent', {
        lines: ['会社が条件に同意しました。', 'あなたの返事を待っています。'],
        label: '条件を読む',
      }),
  },
  'contract.sealed': {
    company: () => ({
      lines: ['両者の同意がそろい、契約書ができました。', 'PDFを受け取って、保管してください。'],
      label: '契約書を受け取る',
    }),
    talent: () => ({
      lines: ['両者の同意がそろい、書類ができました。', 'PDFを受け取って、保管してください。'],
      label: '書類を受け取る',
    }),
  },
  'contract.dropped': {
    company: (news) =>
      other(news, 'company', {
        lines: ['相手が、契約をとりやめました。', 'わけは、画面で読めます。'],
        label: 'わけを読む',
      }),
    talent: (news) =>
      other(news, 'talent', {
        lines: ['会社が、契約をとりやめました。', 'わけは、画面で読めます。'],
        label: 'わけを読む',
      }),
  },
  'contract.notice-given': {
    company: (news) => other(news, 'company', noticeFrom('相手', news)),
    talent: (news) => other(news, 'talent', noticeFrom('会社', news)),
  },
  'contract.ended-early': { company: ended, talent: ended },
  'contract.finish-proposed': {
    company: (news) => other(news, 'company', finishFrom('相手')),
    talent: (news) => other(news, 'talent', finishFrom('会社')),
  },
  'contract.ended': { company: ended, talent: ended },
}

/** The letter to one side, or null when this side is told nothing. Its subject says nothing about what it is. */
export function contractLetter(act: string, side: Side, news: ContractNews): Letter | null {
  const told = NEWS[act]?.[side]?.(news)
  if (!told) return null
  return {
    subject: side === 'company' ? `${NEUTRAL}（契約 ${news.number}）` : NEUTRAL,
    lines: [...told.lines, `お電話のときは「契約 ${news.number}」とお伝えください。`],
    link: { href: news.link + (told.page ?? ''), label: told.label },
  }
}

function noticeFrom(who: string, { endsOn }: ContractNews): Told {
  const day = endsOn ? japaneseDate(endsOn) : ''
  return {
    lines: [`${who}から、${day}で契約を終えるという予告がありました。`, 'わけは、画面で読めます。'],
    label: '予告を読む',
  }
}

function finishFrom(who: string): Told {
  return {
    lines: [`${who}から、仕事が終わったと知らせがありました。`, 'よければ、「終わりにする」を押してください。'],
    label: '確かめる',
    page: '/finish',
  }
}

function ended(): Told {
  return {
    lines: ['契約が終わりました。おつかれさまでした。', '5分ほどで書ける「ふりかえり」をお願いします。'],
    label: 'ふりかえりを書く',
    page: '/review',
  }
}
