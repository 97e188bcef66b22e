import type { Side } from '../contracts/rules/side.ts'
import { type Letter, NEUTRAL } from '../lib/mail/letter.ts'

type News = { readonly act: string; readonly by: Side | null; readonly number: string; readonly link: string }

/** The letter to one side about a report, a note or a review; null when this side is told nothing. */
export function workLetter(side: Side, news: News, bothReviewed: boolean): Letter | null {
  const told = toldOf(side, news, bothReviewed)
  if (!told) return null
  const [line, label, path] = told
  return {
    subject: side === 'company' ? `${NEUTRAL}（契約 ${news.number}）` : NEUTRAL,
    lines: [line, `お電話のときは「契約 ${news.number}」とお伝えください。`],
    link: { href: news.link + path, label },
  }
}

type Told = readonly [line: string, label: string, path: string]

function toldOf(side: Side, { act, by }: News, bothReviewed: boolean): Told | null {
  if (act === 'month.reported' && side === 'company') {
    return ['今月の記録が届きました。読んで、「確かめました」を押してください。', '記録を読む', '/months']
  }
  if (act === 'month.confirmed' && side === 'talent') {
    return ['送っていただいた記録を、相手が確かめました。', '記録を見る', '/months']
  }
  if (act === 'visit.planned' && side === 'company') {
    return ['訪問の予定が届きました。よい日か、見てください。', '予定を見る', '/visits']
  }
  if (act === 'visit.agreed' && side === 'talent') {
    return ['訪問の予定に、相手が「待っています」と答えました。', '予定を見る', '/visits']
  }
  if (act === 'visit.cancelled' && side !== by) return ['訪問の予定が、取りやめになりました。', '予定を見る', '/visits']
  if (act === 'handover.written' && side === 'company') {
    return ['引きつぎメモが届きました。つぎの役の人も、契約のあとで読めます。', '引きつぎメモを読む', '/handover']
  }
  if (act === 'review.opened' && side !== by) {
    return [
      '2週間がたったので、相手のふりかえりを読めます。あなたのふりかえりも、まだ書けます。',
      'ふりかえりを読む',
      '/review',
    ]
  }
  if (act !== 'review.submitted') return null
  if (bothReviewed) return ['両者のふりかえりがそろいました。相手の言葉を読めます。', 'ふりかえりを読む', '/review']
  if (side === by) return null
  return [
    '相手がふりかえりを書きました。あなたが2週間のうちに書くと、おたがいに読めます。',
    'ふりかえりを書く',
    '/review',
  ]
}
