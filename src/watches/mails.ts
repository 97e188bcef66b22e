import { type Letter, NEUTRAL } from '../lib/mail/letter.ts'
import { inYen } from '../projects/rules/choices.ts'
import { placeNames } from '../projects/rules/search/entry.ts'
import type { Project } from '../projects/schema.ts'
import { CONFIRM_DAYS } from './rules/cadence.ts'
import type { Watch } from './schema.ts'

/** Those after them are one tap away, in the list itself. */
const MOST = 10

/** To an address that somebody left: until it is answered nothing else is sent there. */
export function confirmLetter(words: string, link: string): Letter {
  return {
    subject: 'めぐりからの確認のお願い',
    lines: [
      'お知らせを送ってよいかを確認するメールです。',
      `知らせてもらう条件：${words}`,
      `下のリンクを開いて「始める」を押すまで、お知らせは送りません。リンクは${CONFIRM_DAYS}日のあいだ使えます。`,
    ],
    link: { href: link, label: 'お知らせを始める' },
  }
}

/** May be seen on a lock screen at work: neither subject nor first line says what somebody is looking for. */
export function watchLetter(
  { address, words }: Pick<Watch, 'address'> & { words: string },
  projects: readonly Project[],
  { root, stop }: { root: string; stop: string },
): Letter {
  const more = projects.length - MOST
  return {
    subject: NEUTRAL,
    lines: [
      `お知らせが${projects.length}件あります。`,
      `知らせてもらう条件：${words}`,
      ...(more > 0 ? [`新しいほうから${MOST}件です。ほかの${more}件は、一覧にあります。`] : []),
    ],
    items: projects.slice(0, MOST).map((project) => ({
      title: project.title ?? '',
      note: [placeNames(project), project.hours && `月${project.hours}時間`, feeOf(project)].filter(Boolean).join('・'),
      href: `${root}/projects/${project.id}`,
    })),
    link: { href: root + address, label: '一覧を見る' },
    stop,
  }
}

function feeOf({ contractKind, fee }: Project): string | null {
  if (contractKind === 'probono') return 'お礼なし'
  return fee === null ? null : `月${inYen(fee)}`
}
