import type { Letter } from '../lib/mail/letter.ts'
import { japaneseDateTime } from '../lib/time.ts'
import type { Project } from '../projects/schema.ts'
import { CONFIRM_DAYS } from './rules/forms.ts'
import type { Standing } from './rules/state.ts'
import { REFUSAL_WORDS, whenInWords, whereInWords } from './rules/words.ts'
import type { Event, Registration } from './schema.ts'

/** Whole addresses: the page of the registration, which can be cancelled there, and of the event. */
export type Ways = { readonly own: string; readonly event: string; readonly root: string }

type About = { event: Event; registration: Registration; host: string; ways: Ways }

/** To an address that somebody left: nothing that was typed goes out to it. */
export function confirmLetter({ event, host, ways }: Omit<About, 'registration'>): Letter {
  return {
    subject: 'めぐり：申し込みの確認のお願い',
    lines: [
      `「${event.title}」（${host}）に、このアドレスで申し込みがありました。`,
      '下のリンクを開いてボタンを押すと、申し込みがすみます。押すまで、席は決まりません。',
      `リンクは${CONFIRM_DAYS}日のあいだ使えます。`,
    ],
    link: { href: `${ways.own}/confirmation`, label: '申し込みを確かめる' },
  }
}

const facts = ({ event, host }: Pick<About, 'event' | 'host'>): string[] => [
  `催し：${event.title}（${host}）`,
  `日時：${whenInWords(event)}`,
  `場所：${whereInWords(event)}`,
]

/** How a registration stands now, and what can be done about it: one letter for each thing that happened to it. */
export function standingLetter(standing: Standing, about: About): Letter | null {
  const { event, registration, ways } = about
  const see = { href: ways.own, label: '申し込みを見る・取り消す' }
  const again = { href: ways.event, label: '催しを見る' }
  switch (standing) {
    case 'seated':
      return {
        subject: 'めぐり：申し込みを受けつけました',
        lines: [
          'お席を用意しました。当日お待ちしています。',
          ...facts(about),
          ...(event.link ? [`オンラインの入り口：${event.link}`] : []),
          ...(event.bring ? [`持ち物など：${event.bring}`] : []),
          `受付の番号：${registration.number}`,
          '来られなくなったときは、下のリンクから、ひと押しで取り消せます。',
        ],
        items: [{ title: '予定表に入れる', note: 'ファイルが開きます', href: `${ways.event}/calendar.ics` }],
        link: see,
      }
    case 'waiting':
      return {
        subject: 'めぐり：キャンセル待ちで受けつけました',
        lines: [
          'いまは満席です。席が空いたら、申し込みの順に、すぐお知らせします。',
          ...facts(about),
          '待つのをやめるときは、下のリンクから、ひと押しで取り消せます。',
        ],
        link: see,
      }
    case 'applied':
      return {
        subject: 'めぐり：申し込みを受けつけました',
        lines: [
          'お申し込みの中から、参加していただく方を選びます。決まったら、どなたにもお知らせします。',
          ...facts(about),
          '取り下げるときは、下のリンクから、ひと押しで取り消せます。',
        ],
        link: see,
      }
    case 'offered':
      return {
        subject: 'めぐり：席が空きました',
        lines: [
          `席がひとつ空き、${japaneseDateTime(registration.offerUntil!)}まで、あなたのために取ってあります。`,
          ...facts(about),
          '下のリンクを開いて「参加する」を押してください。過ぎると、次の方に移ります。',
        ],
        link: { href: ways.own, label: '席を受け取る・取り消す' },
      }
    case 'refused':
      return {
        subject: 'めぐり：申し込みへのお返事',
        lines: [
          'お申し込みをありがとうございました。今回は、見送りとさせていただきました。',
          ...(registration.refusal ? [REFUSAL_WORDS[registration.refusal]] : []),
          ...facts(about),
          'またの機会に、お会いできるとうれしいです。ほかの催しも、どうぞご覧ください。',
        ],
        link: { href: `${ways.root}/events?prefecture=${event.prefecture}`, label: 'ほかの催しを見る' },
      }
    case 'lapsed':
      return {
        subject: 'めぐり：席は次の方に移りました',
        lines: ['お返事がなかったため、取ってあった席は、次の方に移りました。', ...facts(about)],
        link: again,
      }
    case 'cancelled':
      return {
        subject: 'めぐり：申し込みを取り消しました',
        lines: ['申し込みを取り消しました。', ...facts(about)],
        link: again,
      }
    default:
      return null
  }
}

export function movedLetter(about: About): Letter {
  return {
    subject: 'めぐり：日時か場所が変わりました',
    lines: ['申し込まれた催しの、日時か場所が変わりました。いまは、次のとおりです。', ...facts(about)],
    items: [{ title: '予定表に入れなおす', note: 'ファイルが開きます', href: `${about.ways.event}/calendar.ics` }],
    link: { href: about.ways.own, label: '申し込みを見る・取り消す' },
  }
}

export function calledOffLetter(about: About): Letter {
  return {
    subject: 'めぐり：催しが中止になりました',
    lines: [
      '申し込まれた催しは、中止になりました。',
      `わけ：${about.event.calledOffWhy}`,
      ...facts(about),
      `問い合わせ先：${about.event.contact}`,
    ],
    link: { href: about.ways.event, label: '催しを見る' },
  }
}

/** Thanks, three questions, and where somebody may go on from here: what is open nearby, and the next events. */
export function afterLetter(about: About, open: readonly Pick<Project, 'id' | 'title'>[]): Letter {
  const { event, ways } = about
  return {
    subject: 'めぐり：ご参加ありがとうございました',
    lines: [
      `「${event.title}」に来てくださり、ありがとうございました。`,
      'よろしければ、三つの質問にお答えください。だれの答えかは、主催の方に伝わりません。',
      ...(open.length > 0 ? ['この地域では、いま次の案件で手伝う人を探しています。'] : []),
    ],
    items: [
      ...open.map(({ id, title }) => ({ title: title ?? '', note: '案件', href: `${ways.root}/projects/${id}` })),
      {
        title: '地域のこれからの催し',
        note: '一覧を見る',
        href: `${ways.root}/events?prefecture=${event.prefecture}`,
      },
    ],
    link: { href: ways.own, label: '三つの質問に答える' },
  }
}

/** The evening before. */
export function reminderLetter(about: About): Letter {
  const { event, registration, ways } = about
  return {
    subject: 'めぐり：明日のご案内',
    lines: [
      '明日お待ちしています。',
      ...facts(about),
      ...(event.link ? [`オンラインの入り口：${event.link}`] : []),
      ...(event.bring ? [`持ち物など：${event.bring}`] : []),
      `受付の番号：${registration.number}（下の画面のQRコードでも、受付できます）`,
      `問い合わせ先：${event.contact}`,
    ],
    items: [{ title: '予定表に入れる', note: 'ファイルが開きます', href: `${ways.event}/calendar.ics` }],
    link: { href: ways.own, label: '申し込みを見る・取り消す' },
  }
}
